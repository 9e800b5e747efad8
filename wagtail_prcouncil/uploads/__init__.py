"""What comes in by upload: dangerous files are refused, photographs lose where they were taken."""
