"""What readers see of charters."""
