"""Charters: texts that councils adopt, unveil, sign and amend."""
