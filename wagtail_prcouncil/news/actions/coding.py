"""By which number an item is known: given at its first publication, or brought by an import."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.models import NewsCode, NewsPage
from wagtail_prcouncil.numbering import actions as numbering
from wagtail_prcouncil.pages.originals import original

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
        first = locked_original(page)
        numbering.lift(SCOPE, to=number)
        if NewsCode.objects.filter(number=number).exists():
            raise CodeTakenError(_("Another news item has the code %(code)s.") % {"code": number})
        if code_of(first):
            raise CodeTakenError(_("This news item has a code already."))
        code = NewsCode.objects.create(number=number, page_id=first.pk, legacy=True)
        NewsPage.objects.filter(translation_key=first.translation_key).update(code=number)
        log(first, "prcouncil_news.import_code", user=by, data={"code": number})
    return code


def locked_original(page: NewsPage) -> Page:
    """One change of an item's code at a time: two that meet must find one code, not make two."""
    first = original(page)
    return Page.objects.select_for_update().get(pk=first.pk)


def allot(first: Page, by: AbstractBaseUser | None) -> NewsCode:
    number = numbering.allot(SCOPE)
    log(first, "prcouncil_news.allot_code", user=by, data={"code": number})
    return NewsCode.objects.create(number=number, page_id=first.pk)


def code_of(first: Page) -> NewsCode | None:
    """The code of the item whose original is `first`.

    A translation may have been published before there was an original: its code moves over.
    """
    code = NewsCode.objects.filter(page__translation_key=first.translation_key).first()
    if code is not None and code.page_id != first.pk:
        NewsCode.objects.filter(pk=code.pk).update(page_id=first.pk)
    return code
