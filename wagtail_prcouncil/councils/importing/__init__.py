"""Members of councils come in: who sat where and since when, from CSV or XLSX."""
