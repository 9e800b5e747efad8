"""What caches in front of the site forget when the register changes."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Model, Q
from django.http import HttpRequest
from wagtail.models import Locale

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.pages import AgencyIndexPage
from wagtail_prcouncil.directory.public.files import FILES
from wagtail_prcouncil.purging import purge_addresses_after_commit

_NOTED = "prcouncil_codes_before"


def forget_after_commit(*agencies: Agency, codes: Iterable[str] = ()) -> None:
    """The beginning of each register, its files, and the profiles that show one of `agencies`:
    its own, those right above and below it, and those it succeeds or is succeeded by.

    `codes` are those of further profiles: of who stood around an agency before it was moved.
    Narrowed registers and pages of other features that name an agency are not known here; they
    last as long as the site lets caches keep a page.
    """
    keys = [agency.pk for agency in agencies if agency.pk is not None]
    purge_addresses_after_commit(lambda: _addresses({*_codes_around(keys), *codes}))


def note_before(request: HttpRequest, instances: Model | Sequence[Model]) -> None:
    """Hook of Wagtail's: snippets are about to be changed or deleted. Who stands around them now
    may not do so afterwards."""
    rows = [instances] if isinstance(instances, Model) else instances
    if request.method == "POST":
        keys = [row.pk for row in rows if isinstance(row, Agency)]
        setattr(request, _NOTED, {*_codes_around(keys)})


def forget_after(request: HttpRequest, instances: Model | Sequence[Model]) -> None:
    """Hook of Wagtail's: snippets have been made, changed or deleted."""
    rows = [instances] if isinstance(instances, Model) else instances
    agencies = [row for row in rows if isinstance(row, Agency)]
    if agencies:
        forget_after_commit(*agencies, codes=getattr(request, _NOTED, ()))


def _addresses(codes: Iterable[str]) -> Iterator[str]:
    ordered = sorted(codes)
    for page in AgencyIndexPage.objects.live():
        address = page.get_full_url()
        if address is None:
            continue
        yield address
        yield from (f"{address}{name}" for name in FILES)
        for code in ordered:
            yield from (f"{address}{code}/", f"{address}{code}/popolo.json")


def profiles_of(codes: Iterable[str], locale: Locale) -> Iterator[str]:
    """Where readers of a language find the profiles of agencies, in all registers."""
    for page in AgencyIndexPage.objects.live().filter(locale=locale):
        address = page.get_full_url()
        yield from (f"{address}{code}/" for code in codes if address)


def _codes_around(keys: Iterable[int]) -> Iterable[str]:
    own = Q(pk__in=keys)
    above = Q(children__in=keys)
    below = Q(parent__in=keys)
    successors = Q(inheritances__agency__in=keys)
    predecessors = Q(successions__successor__in=keys)
    found = Agency.objects.filter(own | above | below | successors | predecessors)
    return found.order_by("code").values_list("code", flat=True).distinct()
