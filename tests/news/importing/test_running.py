from collections.abc import Iterable
from unittest import mock

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.making import SmallSite, live_news
from tests.news.importing.making import source_item
from wagtail_prcouncil.news.importing import running
from wagtail_prcouncil.news.importing.checking import Checker
from wagtail_prcouncil.news.importing.items import SourceItem
from wagtail_prcouncil.news.importing.media import Pictures
from wagtail_prcouncil.news.importing.running import Report, run
from wagtail_prcouncil.news.models import ImportedNews, NewsPage

pytestmark = pytest.mark.django_db


def imported(site: SmallSite, items: Iterable[SourceItem], *, is_dry: bool = False) -> Report:
    checker = Checker(Pictures(None), is_dry=is_dry)
    (*_before, report) = run(items, site.index, checker, source="old", is_dry=is_dry)
    return report


def some(count: int) -> list[SourceItem]:
    return [source_item(line=n, guid=f"a-{n}", title=f"خبر {n}") for n in range(2, count + 2)]


def test_run_again_it_changes_nothing(site: SmallSite) -> None:
    assert imported(site, some(3)).counts == {"new": 3}
    assert imported(site, some(4)).counts == {"unchanged": 3, "new": 1}
    assert NewsPage.objects.count() == 4


def test_what_has_changed_at_the_source_is_told_and_left(site: SmallSite) -> None:
    imported(site, [source_item()])
    report = imported(site, [source_item(lead="دیگر")])
    assert report.counts == {"changed": 1, "new": 0}
    assert NewsPage.objects.get().lead == ""
    assert len(report.remarks) == 1


def test_bad_items_are_told_with_their_lines_and_skipped(site: SmallSite) -> None:
    taken = live_news(site).code
    items = [
        *some(2),
        source_item(line=7, guid="b", date="?"),
        source_item(line=8, guid="a-2"),
        source_item(line=9, guid="c", code=str(taken)),
    ]
    report = imported(site, items)
    assert report.counts == {"new": 2, "bad": 3}
    assert sorted(remark.line for remark in report.remarks if remark.is_error) == [7, 8, 9]


def test_two_items_of_one_code(site: SmallSite) -> None:
    items = [source_item(guid=name, code="50") for name in "ab"]
    assert imported(site, items).counts == {"new": 1, "bad": 1}


def test_a_dry_run_writes_nothing(site: SmallSite) -> None:
    assert imported(site, some(3), is_dry=True).counts == {"new": 3}
    assert not NewsPage.objects.exists()
    assert not ImportedNews.objects.exists()


def test_a_batch_that_breaks_off_is_written_next_time(site: SmallSite) -> None:
    with (
        mock.patch.object(running, "_redirect", side_effect=[None, RuntimeError]),
        mock.patch.object(running, "BATCH", 2),
        pytest.raises(RuntimeError),
    ):
        imported(site, some(4))
    assert NewsPage.objects.count() == ImportedNews.objects.count() == 2
    assert imported(site, some(4)).counts == {"unchanged": 2, "new": 2}


def test_old_addresses_lead_to_the_item(site: SmallSite, client: object) -> None:
    imported(site, [source_item(path="https://old.example/news/1?x=2"), source_item(guid="b")])
    page = NewsPage.objects.get(pk=ImportedNews.objects.get(guid="a-1").page_id)
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.redirect_page_id) == ("/news/1?x=2", page.pk)
    answer = client.get("/news/1?x=2")
    assert (answer.status_code, answer["Location"]) == (301, page.url)
