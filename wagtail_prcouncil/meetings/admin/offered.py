"""What the report of assignments offers to narrow it by: councils, and agencies that were given
anything in them."""

from collections.abc import Mapping
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import F, Value
from django.utils.translation import get_language

from wagtail_prcouncil.councils.admin.answers import councils_within
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.ui.keeping import digest_of

KEPT_FOR = 60  # seconds for which a council or an agency that is new may not be offered

COUNCIL, AGENCY = "council", "agency"


class Offered(NamedTuple):
    """Keys and names, as a form takes them."""

    councils: list[tuple[str, str]]
    agencies: list[tuple[str, str]]

    def have(self, asked: Mapping[str, str]) -> bool:
        """Whether what somebody asks for is among them."""
        return all(
            not asked.get(name) or asked[name] in dict(offers)
            for name, offers in ((COUNCIL, self.councils), (AGENCY, self.agencies))
        )


def kept_offers(scope: Scope, asked: Mapping[str, str]) -> Offered:
    """What was offered within the last minute. Read anew for who asks for something else, such as
    an agency that was given its first assignment a moment ago."""
    key = f"prcouncil_meetings.offered.{digest_of((scope, get_language()))}"
    kept = cache.get(key)
    if kept is not None and (found := Offered(*kept)).have(asked):
        return found
    found = offered(scope)
    cache.set(key, tuple(found), KEPT_FOR)
    return found


def offered(scope: Scope) -> Offered:
    """Councils in the order of the tree, agencies in that of the alphabet. One query."""
    given = within(Assignment.objects.order_by(), scope, "meeting__council").values("agency")
    councils = councils_within(scope).order_by()
    agencies = Agency.objects.filter(pk__in=given).order_by()
    rows = (
        councils.annotate(of=Value(COUNCIL), name=F("title"), name_en=Value(""), place=F("path"))
        .values_list("of", "place", "pk", "name", "name_en")
        .union(
            agencies.annotate(of=Value(AGENCY), place=F("sort_key")).values_list(
                "of", "place", "pk", "name", "name_en"
            ),
            all=True,
        )
    )
    found = Offered([], [])
    for of, _place, pk, name, name_en in sorted(rows):
        if of == COUNCIL:
            found.councils.append((str(pk), name))
        else:
            found.agencies.append((str(pk), Agency(name=name, name_en=name_en).name_as_read()))
    return found
