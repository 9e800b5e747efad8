"""What happens to charters, and what people do with them: one file for each ground."""
