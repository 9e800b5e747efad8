"""Thousands of generated news items in seconds, as an importer would write them."""

from collections.abc import Iterator
from itertools import islice

from wagtail.images import get_image_model

from home.demo.body import stream
from home.demo.generating import generate
from home.demo.loading import Tree, facts
from home.demo.reading import DemoNews
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsPage

BATCH = 200


def load_generated(tree: Tree, count: int, *, seed: int = 1405) -> Iterator[int]:
    """Write `count` items below the ministry's index; yields how many are done."""
    index = tree.indexes["ministry"]
    pictures = list(get_image_model().objects.order_by("pk"))
    items = generate(count, seed=seed)
    done = 0
    while batch := list(islice(items, BATCH)):
        pages = [_page(item, tree) for item in batch]
        tags = {place: item.tags for place, item in enumerate(batch)}
        for number, page in enumerate(pages, start=done):
            page.hero_image = pictures[number % len(pictures)] if pictures else None
        write_live(pages, index, tags=tags)
        done += len(batch)
        yield done


def _page(item: DemoNews, tree: Tree) -> NewsPage:
    words = item.persian
    return NewsPage(
        title=words.title,
        kicker=words.kicker,
        deck=words.deck,
        lead=words.lead,
        body=stream(words.body, tree.library),
        source_outlet=words.source_outlet,
        dateline_place=words.dateline_place,
        **facts(item, tree),
        section=tree.sections[item.section],
        published_at=item.published_at,
    )
