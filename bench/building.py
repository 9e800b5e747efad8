"""The database that is measured: made anew, with the demo site, a floor and N generated items."""

import time

from django.core.management import call_command
from django.db import connection
from home.demo.agencies import load_generated_agencies
from home.demo.bulk import load_generated
from home.demo.loading import Tree, load_news
from home.demo.reading import read_site
from wagtail.models import Page, Site

from bench.floor.models import FloorPage

AGENCIES = 600


def build() -> Tree:
    """Tables, the demo's written items, a register of 600 and `/floor/x/`, two levels below
    home."""
    call_command("migrate", verbosity=0)
    tree = Tree(read_site())
    for _item in load_news(tree):
        pass
    load_generated_agencies(AGENCIES)
    home = Page.objects.get(pk=tree.home.pk)
    floor = home.add_child(instance=FloorPage(title="Floor", slug="floor"))
    floor.add_child(instance=FloorPage(title="Bare", slug="x"))
    Site.clear_site_root_paths_cache()
    return tree


def grow(tree: Tree, count: int, *, seed: int) -> float:
    """Add `count` generated items; how many were written in a second, all indexes included."""
    began = time.perf_counter()
    for _done in load_generated(tree, count, seed=seed):
        pass
    spent = time.perf_counter() - began
    if connection.vendor == "postgresql":
        # What autovacuum does within a minute on a server that is left alone.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    return count / spent
