"""What anonymous readers may see of comments: the only way from a page to its published thread."""
