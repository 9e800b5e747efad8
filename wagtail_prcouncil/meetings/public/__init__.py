"""What readers see of meetings."""
