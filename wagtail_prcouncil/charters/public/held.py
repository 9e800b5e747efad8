"""Which version of each charter readers meet: the one in force, else the last that was adopted."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.pages.originals import default_language


def held(language: str, **charters: Any) -> dict[int, Any]:
    """By the key of the charter, without their texts; `charters` says of which, as a filter of
    versions. Each has `said`, its title in a language, else in the site's, and `signed`, how many
    signatures stand on it. One query."""
    title = Coalesce(_title(language), _title(default_language()))
    signed = Count("signatures", filter=Q(signatures__withdrawn_on=None))
    rows = CharterVersion.objects.adopted().filter(**charters).without_texts()
    return chosen(rows.annotate(said=title, signed=signed).order_by("number"))


def held_one(key: Any) -> CharterVersion | None:
    """That of one charter, by its `key`, with its texts."""
    rows = CharterVersion.objects.adopted().filter(charter__key=key)
    return next(iter(chosen(rows.order_by("number")).values()), None)


def chosen(rows: Collection[CharterVersion] | Any) -> dict[int, Any]:
    """The same of versions that were read already, in the order of their numbers."""
    found: dict[int, Any] = {}
    for row in rows:
        known = found.get(row.charter_id)
        if known is None or known.standing != Standing.IN_FORCE:
            found[row.charter_id] = row
    return found


def _title(language: str) -> KeyTextTransform:
    return KeyTextTransform("title", KeyTextTransform(language, "texts"))
