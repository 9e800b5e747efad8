"""Councils as readers see them."""
