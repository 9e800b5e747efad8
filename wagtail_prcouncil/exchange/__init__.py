"""Tables out (CSV, XLSX) and in (dry run, errors by line, resumable), for every feature."""
