"""docs/operations.md: what it says of imports and of removing the news, done."""

from pathlib import Path

import pytest

from tests.docs.reading import ROOT, blocks
from tests.docs.sites import DocumentedSite

pytestmark = pytest.mark.once

SETUP = "import django; django.setup()\n"
IMPORT = """
from wagtail.models import Site
from import_news import import_item
from wagtail_prcouncil.news.actions import CodeTakenError
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

home = Site.objects.get(is_default_site=True).root_page
index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
old = {"html": "<p>متن</p>", "dated": "یکشنبه، 23 مرداد 1401 - 12:13"}
page = import_item(index, title="خبر قدیمی", number=50215, **old)
assert page.published_at.isoformat() == "2022-08-14T07:43:00+00:00", page.published_at
try:
    import_item(index, title="خبر دیگر", number=50215, **old)
except CodeTakenError:
    pass
else:
    raise AssertionError("a number was given twice")
new = index.add_child(instance=NewsPage(title="خبر تازه", live=False))
new.save_revision().publish()
assert sorted(NewsPage.objects.live().values_list("code", flat=True)) == [50215, 50216]
"""
AFTERWARDS = """
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from wagtail.models import Page
from wagtail_prcouncil.numbering.models import Counter

assert Page.objects.count() == 2, Page.objects.all()
assert not [name for name in connection.introspection.table_names() if "prcouncil_news" in name]
assert Counter.objects.get().last == 50216
client = Client()
client.force_login(get_user_model().objects.create_superuser("administrator"))
public = ["/", "/search/?q=خبر", "/sitemap.xml"]
for address in [*public, "/admin/pages/2/", "/admin/reports/site-history/"]:
    assert client.get(address).status_code == 200, address
"""


@pytest.fixture
def site(tmp_path: Path, third_party_template: Path) -> DocumentedSite:
    site = DocumentedSite(tmp_path, third_party_template)
    site.add(blocks(ROOT / "README.md", "python"))
    site.add(blocks(ROOT / "docs" / "operations.md", "python"))
    site.manage("migrate", "--verbosity", "0")
    return site


def test_old_news_come_with_their_numbers_and_news_can_be_removed(site: DocumentedSite) -> None:
    site.run("-c", SETUP + IMPORT)
    site.run("-c", SETUP + (site.folder / "remove_news.py").read_text())
    site.manage("migrate", "prcouncil_news", "zero", "--verbosity", "0")
    site.add_settings("INSTALLED_APPS.remove('wagtail_prcouncil.news')")
    site.drop_from_urls("wagtail_prcouncil.news.urls")
    site.manage("remove_stale_contenttypes", "--include-stale-apps", "--no-input")
    site.manage("update_index", "--verbosity", "0")
    site.manage("rebuild_references_index", "--verbosity", "0")
    site.manage("check", "--fail-level", "WARNING")
    site.manage("makemigrations", "--check", "--dry-run")
    site.run("-c", SETUP + AFTERWARDS)
