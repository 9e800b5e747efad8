"""What every page type of the package shares, and the checks of its settings."""
