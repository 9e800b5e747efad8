"""Where papers of meetings are handed out; known without asking who may have them."""

from collections.abc import Mapping

from django.db.models import Model
from django.urls import NoReverseMatch, reverse

KINDS: Mapping[str, str] = {
    "itemdocument": "document",
    "reportfile": "report",
    "evidence": "evidence",
    "meeting": "scan",
}
"""Names in addresses, by model; `papers.KINDS` says what each one is."""


def kind_of(row: Model) -> str:
    return KINDS[row._meta.model_name or ""]


def address_of(row: Model) -> str:
    """Of a document of an item, a file of a report, an evidence, or a meeting's scan; empty where
    the site does not include `paper_urls`."""
    try:
        return reverse("prcouncil_papers:paper", args=[kind_of(row), row.pk])
    except NoReverseMatch:
        return ""
