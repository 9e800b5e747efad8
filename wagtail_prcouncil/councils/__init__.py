"""شورا: who sits in a council, for which agency, since when."""
