"""Deleting a council's page in the admin: what passes to which page, said beforehand."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from wagtail_prcouncil.councils.actions.gathering import pass_on_end
from wagtail_prcouncil.councils.actions.locking import lock_in_order
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.pages.holding import going_with
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.pages.originals import rank

TOLD = 5  # councils below a page that is deleted


def before_deletion(request: HttpRequest, page: Page) -> None:
    """Hook of Wagtail's: the question is about to be put, or was answered."""
    if request.method == "POST":
        _lock([page])
        return
    for sentence in sentences(page):
        messages.warning(request, sentence)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: Any
) -> None:
    """Hook of Wagtail's: several pages were chosen, and the question was answered."""
    if action_type == "delete":
        _lock(item for item in objects if isinstance(item, Page))


def sentences(page: Page) -> Iterator[str]:
    """Of each council whose seats or terms would pass from the page, or from one below it, to
    another of its pages; nothing of those that hold the page."""
    going = list(going_with(page).values_list("pk", flat=True))
    homes = CouncilPage.objects.originals().filter(pk__in=going)
    there = homes.filter(Q(seats__isnull=False) | Q(terms__isnull=False)).distinct()
    for home in there.order_by("path")[:TOLD]:
        group = CouncilPage.objects.filter(translation_key=home.translation_key, alias_of=None)
        heir = group.exclude(pk__in=going).order_by(rank(), "pk").first()
        if heir is not None:
            yield format_html_join(" ", "{}", ((told,) for told in _told(home, heir)))


def _told(home: CouncilPage, heir: CouncilPage) -> Iterator[str]:
    """Names may be in the other direction than the sentences are."""
    words = {
        "page": format_html("<bdi>{}</bdi>", home.title),
        "heir": format_html("<bdi>{}</bdi>", heir.title),
        "language": home.locale.get_display_name(),
        "heir_language": heir.locale.get_display_name(),
        "seats": in_numerals(home.seats.count()),
        "terms": in_numerals(home.terms.count()),
    }
    sentences = [
        gettext(
            "The seats of a council hang on “{page}”. They pass to its page in another language "
            "({heir_language}), “{heir}”: {seats} seats with their appointments and elections, "
            "{terms} terms."
        ),
        gettext("Lists, the report and files will call the council “{heir}”."),
    ]
    if home.live:
        sentences.append(gettext("Readers lose the council's page in this language ({language})."))
    if not heir.is_readable:
        sentences.append(gettext("Readers see nothing of who sits there: “{heir}” is not public."))
    for sentence in sentences:
        yield format_html(sentence, **words)


def _lock(pages: Iterable[Page]) -> None:
    """As every action does before it reads; until the deletion is over, nobody adds a seat that it
    would not know of. The pages that stay know whether the council has ended."""
    below = Q(pk__in=())
    for page in pages:
        below |= Q(path__startswith=page.path)
    for home in lock_in_order(CouncilPage.objects.filter(below).values_list("pk", flat=True)):
        pass_on_end(home)
