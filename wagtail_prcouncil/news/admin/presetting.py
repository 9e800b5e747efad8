"""A new item that knows its section: `…/add/prcouncil_news/newspage/12/?section=34`."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.news.filters import LONGEST_KEY
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.pages.originals import original

_NOTED = "_prcouncil_section_of_new"


def note_section(request: HttpRequest, parent: Page, page_class: type[Page]) -> None:
    """Wagtail's hook before a form for a new page has the request and not yet the page; its signal
    has the page and no request. Both have the parent."""
    asked = request.GET.get("section", "")
    if issubclass(page_class, NewsPage) and asked.isdecimal() and len(asked) <= LONGEST_KEY:
        setattr(parent, _NOTED, SectionPage.objects.filter(pk=int(asked)).first())


def file_new_page(sender: Any, page: Page, parent: Page, **kwargs: Any) -> None:
    """The form of a new item opens with that section chosen; the editor may choose another."""
    section = vars(parent).get(_NOTED)
    if section is not None:
        page.section = original(section)
