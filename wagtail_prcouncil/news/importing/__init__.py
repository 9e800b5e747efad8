"""News that come from elsewhere: old sites, tables, feeds."""
