"""The print pack of a meeting: invitation, agenda, attendance sheet, minutes, resolutions."""
