"""What the site keeps of one reader's comments, for himself: to see, to take away, to erase."""
