"""What an entry of a charter's history is about: which version, who signed, which clause, and why.
The log knows keys; whoever reads it wants names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext, ngettext
from wagtail.models import PageLogEntry

from wagtail_prcouncil.charters.admin.review_exports import Reviewed
from wagtail_prcouncil.charters.admin.review_table import ReviewTable
from wagtail_prcouncil.charters.models import Charter, ClauseReview, Invitation, Signature
from wagtail_prcouncil.pages.numerals import in_digits, in_numerals

OURS = "prcouncil_charters."
ISOLATED = "\u2068{}\u2069"
"""Each part runs in its own direction."""


class Abouts:
    """Of the entries of one window. Some four queries, however many they are. `sees_invited` says
    whether the user may know who was invited: who signed is public."""

    def __init__(
        self, charter: Charter, entries: Sequence[PageLogEntry], *, sees_invited: bool
    ) -> None:
        self._entries = [one for one in entries if one.action.startswith(OURS)]
        self._charter, self._sees_invited = charter, sees_invited

    def by_entry(self) -> dict[Any, str]:
        """By the keys of the entries."""
        people = {"signature": self._rows(Signature, "signature", "person")}
        if self._sees_invited:
            people["invitation"] = self._rows(Invitation, "invitation", "person")
        reviews = self._rows(ClauseReview, "review")
        table = ReviewTable(self._charter) if reviews else None
        told = {}
        for one in self._entries:
            parts = [*_said(one.data), *_people(one.data, people)]
            row = reviews.get(one.data.get("review"))
            if row is not None and table is not None:
                parts += _review(Reviewed(table.clause(row.anchor), row))
            if one.data.get("reason"):
                parts.append(str(one.data["reason"]))
            told[one.pk] = " · ".join(map(ISOLATED.format, parts))
        return told

    def _rows(self, kind: type[Model], name: str, *needed: str) -> Mapping[Any, Any]:
        keys = {one.data[name] for one in self._entries if name in one.data}
        rows = kind._default_manager.select_related("agency", *needed)
        return rows.in_bulk(keys) if keys else {}


def _said(data: Mapping[str, Any]) -> Iterator[str]:
    if "number" in data:
        yield gettext("version %(number)s") % {"number": in_digits(data["number"])}
    if "invitations" in data:
        number = len(data["invitations"])
        sentence = ngettext("%(number)s invitation", "%(number)s invitations", number)
        yield sentence % {"number": in_numerals(number)}


def _people(data: Mapping[str, Any], rows: Mapping[str, Mapping[Any, Any]]) -> Iterator[str]:
    for name, known in rows.items():
        row = known.get(data.get(name))
        if row is not None:
            yield row.person.name_as_read()
            yield row.agency.name_as_read()


def _review(one: Reviewed) -> list[str]:
    return [one.name, one.row.agency.name_as_read(), in_digits(one.row.year)]
