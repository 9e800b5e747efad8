"""What moderators need besides the queue: rules, canned replies, bans, policies, reports."""
