"""The most read as readers see it: what the clock computed, without what may no longer be shown."""

from django.db.models import F
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.audience.states import About, Period
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.teasers import Teaser

SHOWN = 5


def teasers(
    about: About, period: Period, request: HttpRequest, *, besides: int = 0
) -> list[Teaser]:
    """The first of a list, short of the page `besides`; one query for each counted type, of which
    there usually is one."""
    ranked = [
        (page.most_read_rank, page)
        for kind in counted_types()
        for page in places(kind, about, period)[: SHOWN + 1]
    ]
    pages = [page for _rank, page in sorted(ranked, key=lambda place: place[0])]
    shown = [page for page in pages if page.pk != besides][:SHOWN]
    return [Teaser.of(page, request) for page in shown]


def places(kind: type[Page], about: About, period: Period) -> ReadableQuerySet:
    """The pages of a type in a list, in order of their rank. Whoever may not be read is left out
    here, at the moment of showing, and those behind move up."""
    manager = kind._default_manager.all()
    pages = manager if isinstance(manager, ReadableQuerySet) else ReadableQuerySet(kind)
    wanted = {**about._asdict(), "period": period}
    listed = {f"prcouncil_most_read__{name}": value for name, value in wanted.items()}
    found = pages.readable().recommended().for_lists().filter(**listed)
    return found.annotate(most_read_rank=F("prcouncil_most_read__rank")).order_by("most_read_rank")
