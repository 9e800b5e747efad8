"""The desk on the dashboard: what goes out next, and a new item in two clicks. What waits for a
review stands in Wagtail's own panel, section desks included."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.admin.ui.components import Component
from wagtail.models import Revision
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.news.admin.desk_states import DeskState
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.ui.languages import page_language

MOST_INDEXES, MOST_SECTIONS, MOST_COMING = 100, 12, 5


class Way(NamedTuple):
    """A link to the form of a new item."""

    words: str
    url: str


class Desk(NamedTuple):
    """An index to which the user may add: the form, and the form for each section."""

    new: Way
    sections: list[Way]


class Coming(NamedTuple):
    """An item that goes out at a time to come, by schedule or by the end of its embargo."""

    title: str
    url: str
    at: dt.datetime
    state: str


class NewsDeskPanel(Component):
    """For those who may add news somewhere, or see what comes."""

    name = "prcouncil_news_desk"
    template_name = "prcouncil_news/admin/dashboard.html"
    order = 150

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["prcouncil_news/desk.css"]}

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        desks = list(desks_of(self.user))
        return {
            "nearest": desks[:1],
            "others": desks[1:],
            "others_number": in_numerals(len(desks[1:])),
            "coming": coming_for(self.user),
            "in_jalali": page_language(None).is_persian,
        }


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(NewsDeskPanel(request))


def desks_of(user: Any) -> Iterator[Desk]:
    """The indexes to which the user may add news: each language's highest first, the user's own
    language before others, then by name. Only these offer all sections of their language; sixty
    agencies with the sections of all would be a wall."""
    indexes = _indexes_for(user)
    if not indexes:
        return
    sections = list(SectionPage.objects.live().without_aliases().order_by("pk"))
    first = {index.locale_id: index.pk for index in reversed(indexes)}
    for index in _in_order(indexes, first):
        kind = _kind_of_news(index)
        if kind is None:
            continue
        url = reverse("wagtailadmin_pages:add", args=[*kind, index.pk])
        offered = _sections_of(index, sections, all_of_language=first[index.locale_id] == index.pk)
        yield Desk(
            Way(index.get_admin_display_title(), url),
            [Way(s.title, f"{url}?section={s.pk}") for s in offered],
        )


def _indexes_for(user: Any) -> list[NewsIndexPage]:
    """In tree order: the ministry's before those of its agencies."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "add").order_by()
    found = NewsIndexPage.objects.filter(pk__in=mine.values("pk"), alias_of=None)
    return list(found.select_related("locale").order_by("depth", "path")[:MOST_INDEXES])


def _in_order(indexes: list[NewsIndexPage], first: dict[int, int]) -> list[NewsIndexPage]:
    spoken = get_language() or ""
    return sorted(
        indexes,
        key=lambda index: (
            first[index.locale_id] != index.pk,
            index.locale.language_code != spoken,
            index.locale.language_code,
            sort_key(index.get_admin_display_title()),
        ),
    )


def coming_for(user: Any) -> list[Coming]:
    """What goes out next among what the user may find, the nearest first. Schedules are read
    whole, since they name their pages as text; they are what lies on the desk, and few."""
    scheduled = Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())
    rows = scheduled.order_by("-approved_go_live_at").values_list(
        "object_id", "approved_go_live_at"
    )
    times = {int(key): (at, DeskState.SCHEDULED) for key, at in rows if key.isdecimal()}
    seen = page_permission_policy.explorable_instances(user).order_by().values("pk")
    mine = NewsPage.objects.filter(pk__in=seen)
    embargoed = mine.embargoed().live().order_by("embargoed_until")
    for key, at in embargoed.values_list("pk", "embargoed_until")[:MOST_COMING]:
        times.setdefault(key, (at, DeskState.EMBARGOED))
    nearest = sorted(times, key=lambda key: times[key][0])
    titles = dict(mine.filter(pk__in=nearest).order_by().values_list("pk", "draft_title"))
    return [
        Coming(titles[key], reverse("wagtailadmin_pages:edit", args=[key]), at, str(state.label))
        for key in [key for key in nearest if key in titles][:MOST_COMING]
        for at, state in [times[key]]
    ]


def _kind_of_news(index: NewsIndexPage) -> tuple[str, str] | None:
    """Our news page, or the site's own in its place."""
    for kind in type(index).creatable_subpage_models():
        if issubclass(kind, NewsPage) and kind.can_create_at(index):
            return kind._meta.app_label, kind._meta.model_name
    return None


def _sections_of(
    index: NewsIndexPage, sections: list[SectionPage], *, all_of_language: bool
) -> list[SectionPage]:
    """Below the index, or else all of its language where so asked, in tree order."""
    spoken = sorted(
        (section for section in sections if section.locale_id == index.locale_id),
        key=lambda section: section.path,
    )
    below = [section for section in spoken if section.path.startswith(index.path)]
    return (below or (spoken if all_of_language else []))[:MOST_SECTIONS]
