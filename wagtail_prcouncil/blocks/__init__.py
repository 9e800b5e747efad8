"""Blocks that bodies are built from: of news, and later of minutes and charters."""
