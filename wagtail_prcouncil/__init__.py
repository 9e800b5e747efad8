"""Councils, meetings, news and charters of public-relations networks, for Wagtail."""

__version__ = "0.1.0"
