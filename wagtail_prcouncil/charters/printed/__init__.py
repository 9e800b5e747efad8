"""What is printed of a charter: the text of a version, the certificate of a signature."""
