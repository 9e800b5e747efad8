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
from wagtail_prcouncil.news.actions import CodeTakenError, ImpossibleCodeError
from wagtail_prcouncil.news.importing.bulk import write_live
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
for impossible in (0, 10**12):
    try:
        import_item(index, title="خبر دیگر", number=impossible, **old)
    except ImpossibleCodeError:
        pass
    else:
        raise AssertionError(impossible)
assert NewsPage.objects.get() == page, "a refused item left something behind"
new = index.add_child(instance=NewsPage(title="خبر تازه", live=False))
new.save_revision().publish()
assert sorted(NewsPage.objects.live().values_list("code", flat=True)) == [50215, 50216]
try:
    write_live([NewsPage(title="خبر دیگر", published_at=page.published_at, code=50216)], index)
except CodeTakenError:
    pass
else:
    raise AssertionError("a number was given twice")
index.refresh_from_db()
index.add_child(instance=NewsPage(title="خبر بی‌شماره", live=True))
"""
CODED = """
from wagtail_prcouncil.news.models import NewsPage

page = NewsPage.objects.get(title="خبر بی‌شماره")
assert page.code == 50217 and page.published_at, (page.code, page.published_at)
"""
APPROVAL = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Site
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.pages.models import WorkGroup

users = get_user_model().objects
editor, chief = users.create_user("editor"), users.create_user("chief")
chief.groups.add(WorkGroup.objects.get(kind="desk_chief").group)
moderators = Group.objects.get(name="Moderators")
assert not WorkGroup.objects.filter(group=moderators).exists()
home = Site.objects.get(is_default_site=True).root_page
index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
page = index.add_child(instance=NewsPage(title="خبر", live=False))
page.save_revision(user=editor)
state = page.get_workflow().start(page, editor)
task = state.current_task_state.task.specific
assert "approve" in [name for name, *_rest in task.get_actions(page, chief)]
task.on_action(state.current_task_state.specific, chief, "approve")
assert NewsPage.objects.live().get().code == 1
"""
AFTERWARDS = """
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from wagtail.models import Page
from wagtail_prcouncil.numbering.models import Counter

assert Page.objects.count() == 2, Page.objects.all()
assert not [name for name in connection.introspection.table_names() if "prcouncil_news" in name]
assert Counter.objects.get().last == 50217
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
    assert "50217" in site.manage("prcouncil_allot_codes")
    assert site.manage("prcouncil_allot_codes") == ""
    site.run("-c", SETUP + CODED)
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


def test_desk_chiefs_approve_in_the_stock_workflow(site: DocumentedSite) -> None:
    site.run("-c", SETUP + (site.folder / "let_desk_chiefs_approve.py").read_text())
    site.run("-c", SETUP + APPROVAL)
