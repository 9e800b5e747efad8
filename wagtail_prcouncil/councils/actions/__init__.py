"""What happens to seats, appointments, terms and elections: one file for each ground."""
