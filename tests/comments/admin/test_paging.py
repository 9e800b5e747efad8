import pytest
from django.http import Http404, QueryDict

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin import paging
from wagtail_prcouncil.comments.admin.paging import in_order_of_work, newest_first
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet


def plainly(few: ReaderCommentQuerySet) -> ReaderCommentQuerySet:
    return ReaderComment.objects.filter(pk__in=few.values("pk"))


def test_what_was_decided_meanwhile_shifts_nothing(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGE", 2)
    page = open_page(site)
    made = [posted(page) for _ in range(5)]
    rows = ReaderComment.objects.pending()
    first = in_order_of_work(rows, QueryDict(), plainly, "q=x")
    assert [one.pk for one in first.rows] == [made[0].pk, made[1].pk]
    ReaderComment.objects.filter(pk=made[0].pk).update(status="spam")
    asked = QueryDict(first.next_url[1:])
    assert asked["q"] == "x"
    second = in_order_of_work(rows, asked, plainly)
    assert [one.pk for one in second.rows] == [made[2].pk, made[3].pk]
    assert second.first_url


@pytest.mark.parametrize("place", ["", "x", "1", "1.", "1.x-1", "1.1-" + "9" * 30, "10.1-1"])
def test_no_such_place(site: SmallSite, place: str) -> None:
    with pytest.raises(Http404):
        in_order_of_work(
            ReaderComment.objects.all(), QueryDict(mutable=True) | {"from": place}, plainly
        )


def test_the_newest_first(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGE", 2)
    page = open_page(site)
    made = [posted(page) for _ in range(3)]
    rows = ReaderComment.objects.all()
    first = newest_first(rows, QueryDict(), plainly, field="posted_at")
    assert [one.pk for one in first.rows] == [made[2].pk, made[1].pk]
    asked = QueryDict(first.next_url[1:])
    second = newest_first(rows, asked, plainly, field="posted_at")
    assert [one.pk for one in second.rows] == [made[0].pk]
