"""Comments that come from elsewhere: WordPress's export, tables."""
