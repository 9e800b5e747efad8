"""What an editor is told who publishes under embargo: until when readers see nothing of it.

Wagtail says "published" with a button to the live page, which answers 404 until then.
"""

import datetime as dt
from collections.abc import Iterator

from django.contrib import messages as storage
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

_PUBLISHED = "_prcouncil_published_by_hand"


def note_publication(request: HttpRequest, page: Page) -> None:
    """Between the publication and Wagtail's message of it."""
    if isinstance(page, NewsPage):
        setattr(page, _PUBLISHED, True)


def tell_on_publishing(request: HttpRequest, page: Page) -> None:
    """After the form was sent; of the messages that wait, those with a link to a page that is not
    there give way to ours."""
    if not isinstance(page, NewsPage) or not vars(page).pop(_PUBLISHED, False):
        return
    until = _withheld_until(page)
    if until is None:
        return
    # Reading takes all that wait out of the request, and adding puts back what is kept.
    for message in _without_links_to(page, list(storage.get_messages(request))):
        storage.add_message(request, message.level, message.message, message.extra_tags)
    words = gettext("“%(title)s” is under embargo: readers do not see it before %(moment)s.")
    moment = displayed(until, "datetime", page_language(None))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    messages.success(
        request,
        words % {"title": page.get_admin_display_title(), "moment": moment},
        buttons=[messages.button(edit, gettext("Edit"))],
    )


def _withheld_until(page: NewsPage) -> dt.datetime | None:
    """An embargo is the item's: that of another language holds for this one."""
    embargoed = NewsPage.objects.filter(translation_key=page.translation_key).embargoed()
    return max(embargoed.values_list("embargoed_until", flat=True), default=None)


def _without_links_to(page: NewsPage, waiting: list[Message]) -> Iterator[Message]:
    live = f'href="{escape(page.url)}"'
    return (message for message in waiting if live not in str(message.message))
