"""Thousands of generated news items in seconds, as an importer would write them.

`add_child` and `publish` cost a hundred queries a page. Here the tree paths are computed and
the rows written by the hundred, then codes, search and references are brought up to date.
Revisions are not made: an item gets its first when an editor opens it.
"""

from collections.abc import Iterator
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models.sql import InsertQuery
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from home.demo.body import stream
from home.demo.generating import generate
from home.demo.loading import Tree, facts
from home.demo.reading import DemoNews
from wagtail_prcouncil.news.actions import allot_codes
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.news.slugs import stored_slug

BATCH = 200


def load_generated(tree: Tree, count: int, *, seed: int = 1405) -> Iterator[int]:
    """Write `count` items below the ministry's index; yields how many are done."""
    index = tree.indexes["ministry"]
    pictures = list(get_image_model().objects.order_by("pk"))
    items = generate(count, seed=seed)
    done = 0
    while batch := list(islice(items, BATCH)):
        with transaction.atomic():
            pages = [_page(item, tree) for item in batch]
            for number, page in enumerate(pages, start=done):
                page.hero_image = pictures[number % len(pictures)] if pictures else None
            _insert(pages, index)
            allot_codes(pages)
            for page in pages:
                ReferenceIndex.create_or_update_for_object(page)
        get_search_backend().add_bulk(NewsPage, pages)
        done += len(batch)
        yield done


def _page(item: DemoNews, tree: Tree) -> NewsPage:
    words = item.persian
    return NewsPage(
        title=words.title,
        draft_title=words.title,
        kicker=words.kicker,
        deck=words.deck,
        lead=words.lead,
        body=stream(words.body, tree.library),
        source_outlet=words.source_outlet,
        dateline_place=words.dateline_place,
        **facts(item, tree),
        slug=stored_slug(words.title),
        section=tree.sections[item.section],
        locale=tree.fa,
        published_at=item.published_at,
        first_published_at=item.published_at,
        last_published_at=item.published_at,
        latest_revision_created_at=item.published_at,
        content_type=ContentType.objects.get_for_model(NewsPage),
        live=True,
        has_unpublished_changes=False,
    )


def _insert(pages: list[NewsPage], index: NewsIndexPage) -> None:
    """Both tables of the page type, behind the last child of `index`."""
    parent = Page.objects.select_for_update().get(pk=index.pk)
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for position, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, position)
        page.url_path = f"{parent.url_path}{page.slug}/"
    base = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in base}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
        page._state.adding = False
    # Django's bulk_create refuses a table that has a parent; its own insert does not.
    query = InsertQuery(NewsPage)
    query.insert_values(NewsPage._meta.local_concrete_fields, [*pages])
    query.get_compiler(DEFAULT_DB_ALIAS).execute_sql()
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
