"""What happens to meetings and to what comes of them: one file for each ground."""
