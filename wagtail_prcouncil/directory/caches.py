"""What caches in front of the site forget when the register changes."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Model, Q
from django.http import HttpRequest

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.pages import AgencyIndexPage
from wagtail_prcouncil.directory.public.files import FILES
from wagtail_prcouncil.purging import purge_addresses_after_commit


def forget_after_commit(*agencies: Agency) -> None:
    """The beginning of each register, its files, and the profiles that show one of `agencies`:
    its own, those right above and below it, and those it succeeds or is succeeded by.

    Narrowed registers and pages of other features that name an agency are not known here; they
    last as long as the site lets caches keep a page.
    """
    purge_addresses_after_commit(lambda: _addresses([agency.pk for agency in agencies]))


def forget_written(request: HttpRequest, instance: Model) -> None:
    """Hook of Wagtail's: an editor has made or changed a snippet."""
    if isinstance(instance, Agency):
        forget_after_commit(instance)


def forget_going(request: HttpRequest, instances: Sequence[Model]) -> None:
    """Hook of Wagtail's: an administrator is about to delete snippets."""
    if request.method == "POST":
        forget_after_commit(*(row for row in instances if isinstance(row, Agency)))


def _addresses(keys: list[int]) -> Iterator[str]:
    codes = [*_codes_around(keys)]
    for page in AgencyIndexPage.objects.live():
        address = page.get_full_url()
        if address is None:
            continue
        yield address
        yield from (f"{address}{name}" for name in FILES)
        for code in codes:
            yield from (f"{address}{code}/", f"{address}{code}/popolo.json")


def _codes_around(keys: Iterable[int]) -> Iterable[str]:
    own = Q(pk__in=keys)
    above = Q(children__in=keys)
    below = Q(parent__in=keys)
    heirs = Q(inheritances__agency__in=keys) | Q(successions__successor__in=keys)
    found = Agency.objects.filter(own | above | below | heirs).order_by("code")
    return found.values_list("code", flat=True).distinct()
