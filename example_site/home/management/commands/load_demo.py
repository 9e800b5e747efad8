from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Site

from home.demo.accounts import make_accounts
from home.demo.audience import load_audience
from home.demo.brand import load_brand
from home.demo.bulk import load_generated
from home.demo.charter_signatures import invite_logins
from home.demo.charters import load_charters
from home.demo.comments import load_comments
from home.demo.councils import load_councils
from home.demo.desk import items_by_key, load_desk
from home.demo.loading import Tree, load_news
from home.demo.meetings import load_meetings
from home.demo.reading import read_news, read_site
from wagtail_prcouncil.news.actions.coding import SCOPE
from wagtail_prcouncil.numbering.actions import lift

WIDTH = 30
FIRST_CODE = 50_375


class Command(BaseCommand):
    help = "Fill the site with the demo ministry's news; with --news N, with N generated ones too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--news", type=int, default=0, metavar="N", help="generated items")
        parser.add_argument("--address", default="", help="host:port that the site is served at")

    def handle(self, *args: Any, news: int, address: str, **options: Any) -> None:
        with transaction.atomic():
            tree = Tree(read_site())
        if address:
            host, _colon, port = address.partition(":")
            Site.objects.filter(is_default_site=True).update(hostname=host, port=port or 80)
        Site.clear_site_root_paths_cache()
        load_brand(Site.objects.get(is_default_site=True))
        load_councils(tree)
        load_meetings(tree)
        load_charters(tree)
        # A ministry's archive did not begin today: the demo's codes look like real ones.
        lift(SCOPE, to=FIRST_CODE - 1)
        total = len(read_news())
        for done, _item in enumerate(load_news(tree), start=1):
            self._progress("news", done, total)
        load_desk(tree)
        for done in load_generated(tree, news):
            self._progress("generated", done, news)
        load_audience()
        # Never on a site that others can reach: the check home.E001 keeps DEMO to one's own.
        if getattr(settings, "DEMO", False):
            settings.VAR.mkdir(exist_ok=True)
            make_accounts(settings.VAR / "demo-logins.txt")
            invite_logins()
        load_comments(tree, items_by_key(tree))

    def _progress(self, what: str, done: int, total: int) -> None:
        filled = "#" * (WIDTH * done // total)
        self.stderr.write(f"\r{what:10} [{filled:{WIDTH}}] {done}/{total}", ending="")
        if done >= total:
            self.stderr.write("")
