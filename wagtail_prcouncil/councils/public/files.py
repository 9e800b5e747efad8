"""A council as files, for other systems: their names, and whether the site serves them."""

from django.urls import NoReverseMatch, reverse

FILES = ("members.csv", "popolo.json")
"""Names below the address of a council."""


def files_are_served() -> bool:
    """Only where the site includes `councils/urls.py`: Wagtail's own addresses have no dots."""
    try:
        reverse("prcouncil_councils:file", args=[FILES[0]])
    except NoReverseMatch:
        return False
    return True
