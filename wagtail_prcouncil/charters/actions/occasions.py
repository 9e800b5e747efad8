"""The meeting or the conference in which something happened to a charter."""

import datetime as dt

from django.utils.translation import gettext
from wagtail.models import Page

from wagtail_prcouncil.charters.actions.signing import council_keys
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.councils.occasions import occasion_of
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


def adopting_occasion(charter: Charter, page: Page, adopted_on: dt.date) -> Page:
    """The original of the page in which the charter was adopted on that day: a meeting of its
    council, or of one that shares it.

    Raises CharterError beside `adopted_in` or `adopted_on`.
    """
    found = occasion_of(page)
    if found is None:
        sentence = gettext("This page is neither a meeting nor a conference.")
        raise CharterError(sentence, field="adopted_in")
    if found.councils.isdisjoint(council_keys(charter)):
        sentence = gettext("It is of a council that does not share this charter.")
        raise CharterError(sentence, field="adopted_in")
    if found.day is None:
        raise CharterError(
            gettext("It did not take place, as far as is known."), field="adopted_in"
        )
    check_day(page, found.day, adopted_on, "adopted_on")
    return original(page.specific)


def unveiling_occasion(page: Page, unveiled_on: dt.date) -> Page:
    """The original of the page on whose occasion a charter was unveiled: of whichever council, and
    pages of which nobody knows a day are taken as they are. Raises CharterError beside `on`."""
    found = occasion_of(page)
    if found is not None and found.day is not None:
        check_day(page, found.day, unveiled_on, "on")
    return original(page.specific)


def check_day(page: Page, took_place_on: dt.date, said: dt.date, field: str) -> None:
    """Raise CharterError beside the field for another day than that of the occasion."""
    if said != took_place_on:
        day = displayed(took_place_on, "short", page_language(None))
        sentence = gettext("“%(title)s” took place on %(day)s.")
        raise CharterError(sentence % {"title": page.title, "day": day}, field=field)
