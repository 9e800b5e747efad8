"""Names that no reader should sign with: those of agencies."""

from wagtail_prcouncil.directory.models import Agency

MOST = 5000
"""Agencies whose names are given; more than registers have."""


def names_of_agencies() -> set[str]:
    """Of agencies that have not been closed, in both languages. A name of one word is left out:
    people are called «امید», too. One query."""
    rows = Agency.objects.active().order_by("pk").values_list("name", "name_en")[:MOST]
    return {name for names in rows for name in names if len(name.split()) > 1}
