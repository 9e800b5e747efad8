"""The register as files, for other systems: their names, and whether the site serves them."""

from django.urls import NoReverseMatch, reverse

# Name below the register's address, and media type.
FILES = {"popolo.json": "application/json", "export.csv": "text/csv"}


def files_are_served() -> bool:
    """Only where the site includes `directory/urls.py`: Wagtail's own addresses have no dots."""
    try:
        reverse("prcouncil_directory:file", args=[next(iter(FILES))])
    except NoReverseMatch:
        return False
    return True
