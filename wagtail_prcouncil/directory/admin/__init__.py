"""The directory as editors and secretaries work in it."""
