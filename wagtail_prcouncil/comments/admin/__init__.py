"""What moderators see of comments: the queue, each comment with all that is known of it, verbs."""
