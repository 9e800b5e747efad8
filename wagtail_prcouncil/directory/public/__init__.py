"""The directory as readers and machines see it: register, profiles, files."""
