"""Who exists: agencies, persons, provinces. A fact has no language: one row each (rule A18)."""
