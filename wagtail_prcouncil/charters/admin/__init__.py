"""The secretary's side of charters."""
