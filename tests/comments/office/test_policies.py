import datetime as dt

import pytest
from django.test import Client
from django.utils.html import escape

from tests.comments.making import open_page
from tests.making import SmallSite
from tests.news.staff import PUBLISHING, group, logged_in, member, reading
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.states import Mode

LIST = "/admin/prcouncil_comment_policies/"


@pytest.fixture
def editor(site: SmallSite) -> Client:
    """May publish below the Persian index, and nowhere else."""
    user = member(group("publishers", *PUBLISHING, below=site.index))
    return logged_in(reading(user, "fa"))


def _form(page_id: int) -> str:
    return f"/admin/comments/policy/{page_id}/"


def test_an_editor_says_what_holds_below(editor: Client, site: SmallSite) -> None:
    page = open_page(site)
    shown = editor.get(_form(page.pk))
    assert shown.context["holding"].mode == Mode.OPEN.label
    assert escape(site.index.title) in shown.content.decode(), "from which page it comes"
    sent = {"mode": "open", "opens_at": "1405/01/05 10:00", "closes_at": "۱۴۰۵/۰۲/۰۱ ۱۲:۳۰"}
    assert editor.post(_form(page.pk), sent).status_code == 302
    policy = CommentPolicy.objects.get(page=page)
    assert policy.closes_at == dt.datetime(2026, 4, 21, 9, 0, tzinfo=dt.UTC)
    shown = editor.get(_form(page.pk))
    assert shown.context["holding"].is_own
    editor.post(_form(page.pk), {"mode": "inherit"})
    assert not CommentPolicy.objects.filter(page=page).exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"mode": "open", "opens_at": "1405/13/40 10:00"}, "opens_at"),
        (
            {"mode": "open", "opens_at": "1405/02/01 10:00", "closes_at": "1405/01/01 10:00"},
            "closes_at",
        ),
        ({"mode": "open", "closes_after_days": "0"}, "closes_after_days"),
        ({"mode": "open", "closes_after_days": "9" * 30}, "closes_after_days"),
        ({"mode": "closed", "closes_after_days": "3"}, "mode"),
        ({"mode": "<script>"}, "mode"),
        ({}, "mode"),
    ],
)
def test_what_makes_no_sense_is_told_beside_the_field(
    editor: Client, site: SmallSite, sent: dict[str, str], field: str
) -> None:
    shown = editor.post(_form(site.index.pk), sent)
    assert shown.status_code == 200
    assert shown.context["form"].errors[field]
    assert not CommentPolicy.objects.exists()


def test_only_pages_one_publishes(editor: Client, site: SmallSite) -> None:
    """T15: by address, by button and in the list."""
    CommentPolicy.objects.create(page=site.index, mode=Mode.OPEN)
    CommentPolicy.objects.create(page=site.index_en, mode=Mode.OPEN)
    assert editor.get(_form(site.index_en.pk)).status_code == 302
    editor.post(_form(site.index_en.pk), {"mode": "hidden"})
    assert CommentPolicy.objects.get(page=site.index_en).mode == Mode.OPEN
    listed = editor.get(LIST).content.decode()
    assert site.index.get_url() in listed, "by which indexes of one name are told apart"
    assert _form(site.index.pk) in listed
    assert _form(site.index_en.pk) not in listed
    assert (
        _form(site.index.pk) in editor.get(f"/admin/pages/{site.index.pk}/edit/").content.decode()
    )
    assert logged_in(member(group("others"))).get(LIST).status_code == 302


def test_filters_take_anything(editor: Client, site: SmallSite) -> None:
    for asked in ("mode[]=open", "mode=%00", "p=-1", "p=x", "ordering=evil", "mode=x"):
        assert editor.get(f"{LIST}?{asked}").status_code == 200, asked
        assert editor.get(f"{LIST}results/?{asked}").status_code == 200, asked


def test_pages_that_are_not_there(editor: Client) -> None:
    for number in (1, 987654, 10**30):
        assert editor.get(_form(number)).status_code == 404
