import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.making import SmallSite, below, draft_news, live_news
from tests.meetings.making import announced, fresh, in_english, staffed_council
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.pages import privacy
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.pages.privacy import private_paths


def test_a_page_of_any_type_that_anonymous_readers_may_see(site: SmallSite) -> None:
    page = site.section.page_ptr
    assert privacy.is_readable(page)
    PageViewRestriction.objects.create(page=site.index, restriction_type="login")
    assert not privacy.is_readable(page)


def test_a_restricted_page_is_named_by_its_path(site: SmallSite) -> None:
    assert private_paths() == []
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")
    assert private_paths() == [site.section.path]


@pytest.mark.parametrize(("method", "queries"), [("GET", 1), ("HEAD", 1), ("POST", 2)])
def test_the_answer_holds_for_one_reading_request(
    site: SmallSite, django_assert_num_queries: Any, method: str, queries: int
) -> None:
    privacy._begin(environ={"REQUEST_METHOD": method})
    try:
        with django_assert_num_queries(queries):
            private_paths()
            private_paths()
        seen_by_others: list[bool] = []
        thread = threading.Thread(target=lambda: seen_by_others.append(is_remembered()))
        thread.start()
        thread.join()
        assert seen_by_others == [False]
    finally:
        privacy._end()
    with django_assert_num_queries(1):
        private_paths()


def is_remembered() -> bool:
    from wagtail_prcouncil.pages import privacy

    return getattr(privacy._request, "private", None) is not None


def test_one_question_for_each_public_request(
    site: SmallSite, client: Client, django_assert_max_num_queries: Any
) -> None:
    live_news(site)
    client.get("/news/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/news/")
    about = [query for query in asked if "pageviewrestriction" in query["sql"]]
    assert len(about) == 1
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")
    assert client.get(site.section.url).status_code == 302


def test_a_page_made_private_is_gone_with_the_next_request(site: SmallSite, client: Client) -> None:
    page = live_news(site)
    assert page.title in client.get("/news/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert page.title not in client.get("/news/").content.decode()


def test_of_many_pages_without_pages_below_one_condition(site: SmallSite) -> None:
    """SQLite ends at a thousand of them."""
    pages = [draft_news(site) for _ in range(3)]
    assert private_paths() == []
    NewsPage.objects.update(embargoed_until=timezone.now() + dt.timedelta(hours=1))
    assert private_paths() == []  # nobody could read them anyway
    NewsPage.objects.update(live=True)
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")
    assert set(private_paths()) == {site.section.path, *(page.path for page in pages)}
    assert len(NewsPage.objects.all().private_q().children) == 1
    assert not NewsPage.objects.readable().exists()
    below(site.section, SectionPage, title="آب")
    assert len(NewsPage.objects.all().private_q().children) == 2


def test_an_alias_is_as_private_as_what_it_mirrors(site: SmallSite, client: Client) -> None:
    """Wherever it stands: Wagtail asks for the password there, and lists must not tell of it."""
    page = live_news(site, lead="چکیدهٔ محرمانه")
    alias = page.create_alias(parent=site.index_en, update_slug="alias")
    assert set(NewsPage.objects.readable()) == {page, alias}
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not NewsPage.objects.readable().exists()
    assert "چکیدهٔ محرمانه" not in client.get("/en/news/").content.decode()
    assert client.get(alias.url).status_code == 302


def test_what_is_not_private_asks_nothing_of_its_ancestors(
    site: SmallSite, django_assert_num_queries: Any
) -> None:
    page, other = live_news(site), live_news(site)
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    with django_assert_num_queries(1):
        assert not page.get_view_restrictions()
    assert other.get_view_restrictions().exists()


def test_what_tells_of_facts_is_kept_with_its_original(
    site: SmallSite, django_assert_num_queries: Any
) -> None:
    row = announced(staffed_council(site))
    english = in_english(row, site)
    assert privacy.tells_of_facts(type(english))
    assert privacy.tells_of_facts(Page)
    assert not privacy.tells_of_facts(NewsPage)
    assert privacy.is_readable(english)
    row.page.unpublish()
    assert privacy.is_open(english)
    assert not privacy.is_readable(english)
    assert not privacy.is_readable(Page.objects.get(pk=english.pk))
    shown = ReadableQuerySet(Page).readable()
    assert not shown.filter(pk=english.pk).exists()
    assert not english.is_readable
    page = live_news(site)
    with django_assert_num_queries(1):
        assert privacy.is_readable(page)


def test_as_are_copies_of_it_in_other_trees(site: SmallSite) -> None:
    """An alias in another language mirrors the original itself."""
    row = announced(staffed_council(site))
    in_english(row, site).delete()
    alias = fresh(row).page.copy_for_translation(site.en, copy_parents=True, alias=True)
    assert privacy.is_readable(alias)
    Page.objects.filter(pk=row.page_id).update(live=False)
    assert not privacy.is_readable(alias)
