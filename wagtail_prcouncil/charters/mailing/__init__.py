"""Mail of charters: it goes through the outbox, once the change that it tells of is certain."""
