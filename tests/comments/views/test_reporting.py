"""Readers report published comments."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.comments.making import open_page, posted, published
from tests.comments.writing import KIND, browser_like, hidden_fields, send
from tests.making import SmallSite
from wagtail_prcouncil.comments.limits import MOST_SAID
from wagtail_prcouncil.comments.models import ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import ReportReason, Shown


def address(comment: ReaderComment) -> str:
    return f"/comments/c/{comment.public_id}/report/"


def report(comment: ReaderComment, client: Client, **fields: str) -> int:
    hidden = hidden_fields(client.get(address(comment)).content.decode())
    response = client.post(address(comment), urlencode(hidden | fields), content_type=KIND)
    return response.status_code


def test_one_report_of_a_browser_that_it_may_change(site: SmallSite) -> None:
    comment, client = published(open_page(site)), browser_like()
    assert report(comment, client, reason="insult") == 303
    assert report(comment, client, reason="other", words="تلفن كسی در آن است") == 303
    kept = ReaderReport.objects.get()
    assert (kept.reason, kept.words) == (ReportReason.OTHER, "تلفن کسی در آن است")
    assert report(comment, browser_like(), reason="libel") == 303
    now = ReaderComment.objects.get()
    assert (now.reports, now.shown, now.version) == (2, Shown.TEXT, comment.version)
    shown = client.get(address(comment)).content.decode()
    assert "تلفن کسی در آن است" in shown
    thanks = client.get(f"{address(comment)}?received").content.decode()
    assert 'role="status"' in thanks


def test_t12_who_reports_for_ever_is_thanked_and_not_heard(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST_SAID, "report", 1)
    comment = published(open_page(site))
    for _ in range(3):
        assert report(comment, browser_like(), reason="insult") == 303
    assert ReaderReport.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [{}, {"reason": "x"}, {"reason": "insult", "words": "ب" * 501}, {"reason": "", "words": "چرا"}],
)
def test_a_wrong_report_is_told_and_comes_back(site: SmallSite, fields: dict[str, str]) -> None:
    comment, client = published(open_page(site)), browser_like()
    assert report(comment, client, **fields) == 400
    assert not ReaderReport.objects.exists()


def test_without_the_forms_token_nothing_is_reported(site: SmallSite) -> None:
    comment = published(open_page(site))
    response = browser_like().post(address(comment), {"reason": "other", "words": "نشانی خانه"})
    assert response.status_code == 403
    assert "نشانی خانه" in response.content.decode()
    assert not ReaderReport.objects.exists()


def test_what_is_not_published_cannot_be_reported(site: SmallSite) -> None:
    page = open_page(site)
    assert Client().get(address(posted(page))).status_code == 404
    comment = published(page)
    page.unpublish()
    assert Client().get(address(comment)).status_code == 404


def test_its_cookie_is_seen_by_addresses_of_comments_only(site: SmallSite) -> None:
    cookie = browser_like().get(address(published(open_page(site)))).cookies["prc-reader"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/comments/c/", "Lax", True)


def test_all_that_forms_set_is_told_on_the_page_on_privacy(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    comment = published(page)
    report(comment, client, reason="libel")
    send(page, client)
    told = client.get("/privacy/").content.decode()
    assert client.cookies
    for name in client.cookies:
        assert f">{name}<" in told


def test_who_has_written_reads_as_everybody_else(site: SmallSite) -> None:
    """Rule A19: no cookie, and the same page, whoever asks."""
    page, client = open_page(site), browser_like()
    comment = published(page)
    report(comment, client, reason="libel")
    send(page, client)
    for read in (page.url, f"/comments/thread/{page.pk}/", f"/comments/c/{comment.public_id}/"):
        own, others = client.get(read), Client().get(read)
        assert not own.cookies
        assert "Cookie" not in own.get("Vary", "")
        assert own.content == others.content
