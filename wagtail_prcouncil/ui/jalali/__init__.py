"""Dates of the Persian calendar in forms, lists, filters, streams and logs."""
