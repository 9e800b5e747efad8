"""The screens of meetings in the admin."""
