"""Meetings: notice, agenda, reports, attendance, minutes, resolutions and who carries them out."""
