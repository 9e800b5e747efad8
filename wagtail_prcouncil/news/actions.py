"""What happens to a news item beyond its words."""

from collections.abc import Iterator, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Case, PositiveBigIntegerField, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.models import NewsCode, NewsPage, SectionPage
from wagtail_prcouncil.numbering import actions as numbering
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.purging import purge_after_commit

# One counter for the installation, however many sites and indexes it has: items move between
# them, sites are deleted and made anew, and a code must mean one item through all of that.
SCOPE = "news_code"
MOST = 10**codes.LONGEST - 1


class NewsError(Exception):
    """A rule of the news desk was broken; the sentence is for people."""


class CodeTakenError(NewsError):
    """An imported code belongs to another news item already, or the item has one."""


class ImpossibleCodeError(NewsError):
    """An imported code is no number that an address could hold."""


def register_publication(page: NewsPage, *, by: AbstractBaseUser | None = None) -> NewsPage:
    """Note a publication: time and code at the first one, caches purged at each.

    `page` is live already; its `published_at` and `code` are set on the instance too. An item
    that was imported with an older time keeps it. Parallel first publications queue up at the
    code counter; none fails and no code is given twice.
    """
    with transaction.atomic():
        first = _locked_original(page)
        code = _code_of(first) or _allot(first, by)
        published_at = page.published_at or page.first_published_at or timezone.now()
        rows = NewsPage.objects.filter(pk=page.pk)
        rows.filter(published_at=None).update(published_at=published_at)
        is_new = rows.exclude(code=code.number).update(code=code.number)
        page.published_at, page.code = rows.values_list("published_at", "code").get()
        purge_after_commit(_showing(page))
    if is_new:
        # Searched by its number too; Wagtail indexed the page before it had one.
        transaction.on_commit(lambda: insert_or_update_object(page))
    return page


def register_withdrawal(page: NewsPage) -> None:
    """Note that `page` is live no more: it keeps its code, caches forget it."""
    purge_after_commit(_showing(page))


def allot_codes(pages: Sequence[NewsPage]) -> None:
    """Codes for many items that an importer wrote as live, in the order given.

    For originals; sets `code` on the instances too. No log entry for each: the importer keeps
    its own record. Raises CodeTakenError when one of the items has a code; nothing is changed
    then.
    """
    keys = [page.translation_key for page in pages]
    with transaction.atomic():
        numbers = numbering.allot_block(SCOPE, len(pages))
        if NewsCode.objects.filter(page__translation_key__in=keys).exists():
            raise CodeTakenError(_("One of these news items has a code already."))
        for page, number in zip(pages, numbers, strict=True):
            page.code = number
        NewsCode.objects.bulk_create(NewsCode(number=page.code, page_id=page.pk) for page in pages)
        rows = NewsPage.objects.filter(pk__in=[page.pk for page in pages])
        by_pk = [When(pk=page.pk, then=Value(page.code)) for page in pages]
        rows.update(code=Case(*by_pk, output_field=PositiveBigIntegerField()))


def import_code(page: NewsPage, *, number: int, by: AbstractBaseUser | None = None) -> NewsCode:
    """Give an item the number it had in an older system, and count on from above it.

    Raises ImpossibleCodeError for a number outside 1 … 10¹² - 1, CodeTakenError when the number
    or the item is taken; nothing is changed then.
    """
    if not 0 < number <= MOST:
        raise ImpossibleCodeError(_("A news code lies between 1 and %(most)s.") % {"most": MOST})
    with transaction.atomic():
        # The item first, then the counter, as everywhere: in another order two would wait for
        # each other.
        first = _locked_original(page)
        numbering.lift(SCOPE, to=number)
        if NewsCode.objects.filter(number=number).exists():
            raise CodeTakenError(_("Another news item has the code %(code)s.") % {"code": number})
        if _code_of(first):
            raise CodeTakenError(_("This news item has a code already."))
        code = NewsCode.objects.create(number=number, page_id=first.pk, legacy=True)
        NewsPage.objects.filter(translation_key=first.translation_key).update(code=number)
        log(first, "prcouncil_news.import_code", user=by, data={"code": number})
    return code


def refile(section: SectionPage) -> None:
    """News filed under a translation of `section` move to its original (rule A18).

    They were filed so while the translation was all there was.
    """
    first = original(section)
    group = SectionPage.objects.filter(translation_key=section.translation_key)
    others = group.exclude(pk=first.pk).values("pk")
    NewsPage.objects.filter(section_id__in=others).update(section_id=first.pk)


def _locked_original(page: NewsPage) -> Page:
    """One change of an item's code at a time: two that meet must find one code, not make two."""
    first = original(page)
    return Page.objects.select_for_update().get(pk=first.pk)


def _allot(first: Page, by: AbstractBaseUser | None) -> NewsCode:
    number = numbering.allot(SCOPE)
    log(first, "prcouncil_news.allot_code", user=by, data={"code": number})
    return NewsCode.objects.create(number=number, page_id=first.pk)


def _code_of(first: Page) -> NewsCode | None:
    """The code of the item whose original is `first`.

    A translation may have been published before there was an original: its code moves over.
    """
    code = NewsCode.objects.filter(page__translation_key=first.translation_key).first()
    if code is not None and code.page_id != first.pk:
        NewsCode.objects.filter(pk=code.pk).update(page_id=first.pk)
    return code


def _showing(page: NewsPage) -> Iterator[Page]:
    """Pages whose cached copies may show this item: itself, its section, and all above them."""
    shown = Q(pk=page.pk)
    for tail in filter(None, [page, page.section_here]):
        shown |= Q(path__in=[tail.path[:end] for end in range(0, len(tail.path), Page.steplen)])
        shown |= Q(pk=tail.pk)
    yield from Page.objects.filter(shown, depth__gt=1).specific()
