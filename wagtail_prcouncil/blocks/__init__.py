"""Body blocks of news, and later of minutes and charters."""
