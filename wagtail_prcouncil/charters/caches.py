"""What caches in front of the site forget when something of a charter changes."""

from collections.abc import Iterable, Iterator
from functools import partial

from django.db.models import Q, QuerySet
from wagtail.models import Page

from wagtail_prcouncil.charters.models import Charter, CharterIndexPage, CharterPage
from wagtail_prcouncil.charters.printed.asking import renew_after_commit
from wagtail_prcouncil.councils.caches import forget_after_commit as forget_council_after_commit
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.purging import purge_addresses_after_commit


def forget_after_commit(charter: Charter) -> None:
    """The charter's pages in all languages with what lies below their addresses, the lists that
    they stand in, and the pages of its councils, which tell of their charters. What was printed of
    it is printed anew."""
    renew_after_commit(charter)
    purge_addresses_after_commit(lambda: _addresses(charter))
    forget_council_after_commit(charter.council)
    for row in charter.partners.select_related("council"):
        forget_council_after_commit(row.council)


def forget_naming_after_commit(page: Page) -> None:
    """A council, a meeting or a conference comes, goes or is called otherwise: charters name it
    where readers may see it."""
    for charter in _naming(page):
        renew_after_commit(charter)
        purge_addresses_after_commit(partial(_addresses, charter))


def _naming(page: Page) -> QuerySet[Charter]:
    key = page.translation_key
    councils = Q(council__translation_key=key) | Q(partners__council__translation_key=key)
    adopted = Q(versions__adopted_in__translation_key=key)
    unveiled = Q(versions__unveiling__occasion__translation_key=key)
    return Charter.objects.filter(councils | adopted | unveiled).distinct()


def _addresses(charter: Charter) -> Iterator[str]:
    for page in CharterPage.objects.filter(translation_key=charter.key).live():
        yield from _below(page, page.get_cached_paths())
    for index in _lists(charter):
        yield from _below(index, index.get_cached_paths())


def _lists(charter: Charter) -> Iterator[CharterIndexPage]:
    """Those of its councils, and those of all."""
    councils = list(CouncilPage.objects.values_list("path", "translation_key"))
    partners = charter.partners.values_list("council__translation_key", flat=True)
    keys = {charter.council.translation_key, *partners}
    for index in CharterIndexPage.objects.live():
        above = [key for path, key in councils if index.path.startswith(path)]
        if not above or above[-1] in keys:
            yield index


def _below(page: Page, paths: Iterable[str]) -> Iterator[str]:
    address = page.get_full_url()
    if address is not None:
        yield from (f"{address.rstrip('/')}{path}" for path in paths)
