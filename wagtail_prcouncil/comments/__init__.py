"""Reader comments that a public institution can answer for; usable on any Wagtail site."""
