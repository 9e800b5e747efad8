"""What the demo's news desk did with items after they came out. Idempotent."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from home.demo.loading import Tree
from home.demo.reading import FOLDER, read_news
from home.demo.tables import DemoError, made
from wagtail_prcouncil.news.models import (
    NewsPage,
    Placement,
    Publication,
    RelatedNews,
    SectionDesk,
    SectionDeskTask,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A change that readers were told of; `note_en` for the translation, where there is one."""

    news: str
    kind: str
    note: str
    note_en: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """An item on a page where it does not live: "home", or "sections." and a section's key."""

    news: str
    page: str
    pinned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Related:
    news: str
    to: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Embargoed:
    """An item that is live and kept from readers for some days."""

    title: str
    lead: str
    section: str
    days: int


def load_desk(tree: Tree) -> None:
    """After the news themselves."""
    table = tomllib.loads((FOLDER / "desk.toml").read_text("utf-8"))
    pages = items_by_key(tree)
    for row in table["update"]:
        _update(made(Update, row, "desk.toml"), pages, tree)
    for row in table["placement"]:
        _place(made(Placed, row, "desk.toml"), pages, tree)
    for row in table["related"]:
        _relate(made(Related, row, "desk.toml"), pages)
    _embargo(made(Embargoed, table["embargoed"], "desk.toml"), tree)
    _make_desks(table["desks"], tree)


def items_by_key(tree: Tree) -> dict[str, NewsPage]:
    """The Persian items by their keys; one that an editor deleted is not among them."""
    known = {page.published_at: page for page in NewsPage.objects.filter(locale=tree.fa)}
    keyed = {item.key: known.get(item.published_at) for item in read_news()}
    return {key: page for key, page in keyed.items() if page is not None}


def _update(update: Update, pages: Mapping[str, NewsPage], tree: Tree) -> None:
    page = pages.get(update.news)
    if page is None:
        return
    _publish(page, update.kind, update.note)
    english = page.get_translation_or_none(tree.en)
    if english and update.note_en:
        _publish(english.specific, update.kind, update.note_en)


def _publish(page: NewsPage, kind: str, note: str) -> None:
    if Publication.objects.of(page).told().exists():
        return
    draft = page.get_latest_revision_as_object()
    draft.update_kind, draft.update_note = kind, note
    draft.save_revision().publish()


def _place(placed: Placed, pages: Mapping[str, NewsPage], tree: Tree) -> None:
    group, _dot, key = placed.page.partition(".")
    page: Page | None = tree.home if group == "home" else tree.sections.get(key)
    if page is None:
        raise DemoError(f"desk.toml: there is no page {placed.page}")
    if placed.news in pages:
        Placement.objects.get_or_create(
            news=pages[placed.news], shown_on_id=page.pk, defaults={"is_pinned": placed.pinned}
        )


def _relate(related: Related, pages: Mapping[str, NewsPage]) -> None:
    page = pages.get(related.news)
    if page is None or page.related_links.exists():
        return
    draft = page.get_latest_revision_as_object()
    others = [pages[key] for key in related.to if key in pages]
    draft.related_links = [RelatedNews(related=other) for other in others]
    draft.save_revision().publish()


def _embargo(embargoed: Embargoed, tree: Tree) -> None:
    index = tree.indexes["ministry"]
    if NewsPage.objects.child_of(index).filter(title=embargoed.title).exists():
        return
    page = NewsPage(
        title=embargoed.title,
        lead=embargoed.lead,
        section=tree.sections[embargoed.section],
        embargoed_until=timezone.now() + dt.timedelta(days=embargoed.days),
        live=False,
        locale=tree.fa,
    )
    type(index).objects.get(pk=index.pk).add_child(instance=page)
    page.save_revision().publish()


def _make_desks(desks: Mapping[str, str], tree: Tree) -> None:
    """Groups that review by section, and a workflow with them on the ministry's index."""
    task, is_new = SectionDeskTask.objects.get_or_create(name="میز سرویس")
    for key, name in desks.items():
        group = Group.objects.get_or_create(name=name)[0]
        SectionDesk.objects.get_or_create(section=tree.sections[key], defaults={"group": group})
    if not is_new:
        return
    workflow = Workflow.objects.create(name="بررسی میز سرویس")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    index = tree.indexes["ministry"]
    WorkflowPage.objects.get_or_create(page_id=index.pk, defaults={"workflow": workflow})
