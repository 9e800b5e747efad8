"""Periodic work: `manage.py prcouncil_tick`, once a minute by cron, runs what apps register."""
