"""What caches in front of the site forget when somebody takes a seat or leaves it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.councils.models import Appointment, CouncilIndexPage, CouncilPage
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.purging import purge_addresses_after_commit


def forget_after_commit(council: CouncilPage, persons: Iterable[int] = ()) -> None:
    """The council's pages in all languages with what lies below their addresses, the list that
    they stand in, and the cards of `persons`, by key: those of whose posts something has changed.
    """
    purge_addresses_after_commit(lambda: _touched(council, persons))


def forget_after(request: HttpRequest, instances: Model | Sequence[Model]) -> None:
    """Hook of Wagtail's: snippets have been changed. A person's name stands on the pages of all
    councils in which he sits or sat."""
    rows = [instances] if isinstance(instances, Model) else instances
    persons = [row.pk for row in rows if isinstance(row, Person)]
    if persons:
        stays = Appointment.objects.filter(person__in=persons).order_by()
        councils = CouncilPage.objects.filter(pk__in=stays.values("seat__council"))
        purge_addresses_after_commit(
            lambda: chain(_cards(persons), *(_addresses(council) for council in councils))
        )


def _touched(council: CouncilPage, persons: Iterable[int]) -> Iterator[str]:
    """Nothing for a council that readers have never met: cards do not tell of it."""
    own = list(_addresses(council))
    return chain(own, _cards(persons)) if own else iter(())


def _cards(persons: Iterable[int]) -> Iterator[str]:
    """As they stand without a day that was asked for, in all lists of councils."""
    keys = sorted(set(persons))
    for index in CouncilIndexPage.objects.live() if keys else ():
        address = index.get_full_url()
        if address is not None:
            yield from (f"{address}{index.reverse_subpage('person', args=[key])}" for key in keys)


def _addresses(council: CouncilPage) -> Iterator[str]:
    group = CouncilPage.objects.filter(translation_key=council.translation_key).live()
    for page in group:
        address = page.get_full_url()
        if address is None:
            continue
        for path in page.get_cached_paths():
            yield address.rstrip("/") + path
        above = Page.objects.parent_of(page).first()
        listed = above.get_full_url() if above else None
        if listed:
            yield listed
