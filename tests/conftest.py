"""What every test shares: the database template of the run and the things a test may need."""
