"""The public HTTP side of comments."""
