from django.utils import translation
from wagtail.models import Page

from tests.making import SmallSite
from tests.news.changing import change, seen_long_ago
from wagtail_prcouncil.news.models import Publication
from wagtail_prcouncil.news.states import UpdateKind


def test_the_ledger_of_an_item_newest_first(site: SmallSite) -> None:
    page = change(seen_long_ago(site), UpdateKind.UPDATE, "یک")
    change(page, UpdateKind.SILENT)
    change(page, UpdateKind.UPDATE, "دو")
    seen_long_ago(site)
    rows = Publication.objects.of(page)
    assert [row.kind for row in rows] == ["update", "silent", "update", "first"]
    assert [row.note for row in rows.told()] == ["دو", "یک"]
    assert rows.saying(UpdateKind.UPDATE, "یک").count() == 1
    assert not rows.saying(UpdateKind.CORRECTION, "یک").exists()
    with translation.override("en"):
        assert str(rows[0]) == f"Update: {page.title} ({page.code})"


def test_a_notice_is_as_loud_as_what_it_tells() -> None:
    assert Publication(kind=UpdateKind.RETRACTION).tone == "bad"
    assert Publication(kind=UpdateKind.UPDATE).tone == ""


def test_it_outlives_the_page(site: SmallSite) -> None:
    page = seen_long_ago(site, title="گزارش هفتگی")
    Page.objects.get(pk=page.pk).delete()
    rows = list(Publication.objects.order_by("pk"))
    assert [row.kind for row in rows] == [UpdateKind.FIRST, UpdateKind.WITHDRAWAL]
    assert {(row.page_id, row.title, row.code) for row in rows} == {(None, page.title, page.code)}
