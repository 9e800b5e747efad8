"""What readers do, without knowing who they are: views, votes on usefulness, what is most read."""
