"""What the report of assignments offers to narrow it by: councils, and agencies that were given
anything in them."""

from typing import NamedTuple

from django.db.models import F, Value

from wagtail_prcouncil.councils.admin.answers import councils_within
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Assignment

COUNCIL, AGENCY = "council", "agency"


class Offered(NamedTuple):
    """Keys and names, as a form takes them."""

    councils: list[tuple[str, str]]
    agencies: list[tuple[str, str]]


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
