"""News: indexes, sections, articles and their codes."""
