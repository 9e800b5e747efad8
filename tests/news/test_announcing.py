"""Through the real editing form: what changed, said by whoever publishes."""

import datetime as dt
import html

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import change, kinds
from tests.news.editing import add, edit, save_draft
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.models import NewsPage, Publication
from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.persian.dates import TEHRAN, format_numeric

Kind = UpdateKind


@pytest.fixture
def admin(db: None) -> Client:
    return logged_in(chief("fa"))


def errors(response: HttpResponse) -> list[str]:
    assert response.status_code == 200
    return list(response.context["form"].errors)


def edit_screen(admin: Client, page: NewsPage) -> HttpResponse:
    return admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def typed_hours_ahead(hours: int) -> str:
    moment = (timezone.now() + dt.timedelta(hours=hours)).astimezone(TEHRAN)
    return f"{format_numeric(moment.date())} {moment:%H:%M}"


def test_a_first_publication_asks_for_nothing(site: SmallSite, admin: Client) -> None:
    assert add(admin, site).status_code == 302
    page = draft_news(site)
    assert 'name="update_kind"' not in edit_screen(admin, page).content.decode()
    assert edit(admin, page, update_kind="").status_code == 302
    assert NewsPage.objects.get(pk=page.pk).live


def test_readers_who_have_seen_it_are_told_or_not_in_so_many_words(
    site: SmallSite, admin: Client
) -> None:
    page = live_news(site)
    assert 'name="update_kind"' in edit_screen(admin, page).content.decode()
    response = edit(admin, page, update_kind="", lead="لید می‌ماند")
    assert errors(response) == ["update_kind"]
    assert "لید می‌ماند" in response.content.decode()
    assert 'name="update_kind"' in response.content.decode()
    assert kinds(page) == [Kind.FIRST]


def test_a_note_belongs_to_all_that_is_told(site: SmallSite, admin: Client) -> None:
    page = live_news(site)
    assert errors(edit(admin, page, update_kind=Kind.CORRECTION)) == ["update_note"]
    assert errors(edit(admin, page, update_kind=Kind.SILENT, update_note="؟")) == ["update_note"]
    sent = {"update_kind": Kind.CORRECTION, "update_note": "عدد درست شد."}
    assert edit(admin, page, **sent).status_code == 302
    told = Publication.objects.of(page)[0]
    assert (told.kind, told.note) == (Kind.CORRECTION, "عدد درست شد.")
    assert told.by == User.objects.get()


def test_no_note_is_told_twice(site: SmallSite, admin: Client) -> None:
    page = change(live_news(site), Kind.UPDATE, "عکس افزوده شد.")
    # The same words, typed with Arabic letters.
    again = edit(admin, page, update_kind=Kind.UPDATE, update_note="عکس افزوده شد. ")
    assert errors(again) == ["update_note"]
    other = edit(admin, page, update_kind=Kind.UPDATE, update_note="عکس دیگری هم.")
    assert other.status_code == 302


@pytest.mark.parametrize("kind", [Kind.FIRST, Kind.WITHDRAWAL, Kind.REINSTATEMENT, "x", "\0"])
def test_what_is_not_open_is_refused(site: SmallSite, admin: Client, kind: str) -> None:
    page = live_news(site)
    assert "update_kind" in errors(edit(admin, page, update_kind=kind, update_note="…"))
    assert f'value="{Kind.FIRST}"' not in edit_screen(admin, page).content.decode()


def test_a_retracted_item_is_repaired_or_reinstated(site: SmallSite, admin: Client) -> None:
    page = change(live_news(site), Kind.RETRACTION, "نادرست بود.")
    screen = edit_screen(admin, page).content.decode()
    assert f'value="{Kind.REINSTATEMENT}"' in screen
    assert f'value="{Kind.UPDATE}"' not in screen
    late = edit(admin, page, update_kind=Kind.UPDATE, update_note="فرم از پیش باز بود.")
    assert errors(late) == ["update_kind"]
    assert "با وضع کنونی خبر نمی‌شود این را برگزید" in late.content.decode()
    assert "فرم از پیش باز بود." in late.content.decode()


def test_a_draft_may_wait_for_its_note(site: SmallSite, admin: Client) -> None:
    page = live_news(site)
    assert save_draft(admin, page, update_kind=Kind.CORRECTION).status_code == 302
    form = edit_screen(admin, page).context["form"]
    assert (form["update_kind"].value(), form["update_note"].value()) == (Kind.CORRECTION, "")


def test_who_hands_a_change_in_says_what_it_is(site: SmallSite, admin: Client) -> None:
    """An approval publishes it as it is."""
    sent = {"action-publish": "", "action-submit": "1", "update_kind": ""}
    assert errors(edit(admin, live_news(site), **sent)) == ["update_kind"]


def test_the_next_change_begins_with_an_empty_word(site: SmallSite, admin: Client) -> None:
    page = change(live_news(site), Kind.UPDATE, "عکس افزوده شد.")
    form = edit_screen(admin, page).context["form"]
    assert (form["update_kind"].value(), form["update_note"].value()) == ("", "")


def test_so_does_going_back_to_old_words(site: SmallSite, admin: Client) -> None:
    page = change(live_news(site), Kind.UPDATE, "عکس افزوده شد.")
    old = page.live_revision
    change(page, Kind.CORRECTION, "عدد درست شد.")
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    form = admin.get(url).context["form"]
    assert (form["update_kind"].value(), form["update_note"].value()) == ("", "")


def test_an_embargo_holds_what_goes_live(site: SmallSite, admin: Client) -> None:
    response = add(admin, site, embargoed_until=typed_hours_ahead(3))
    assert response.status_code == 302
    page = NewsPage.objects.get()
    assert page.live
    assert page.is_embargoed
    assert page.published_at == page.embargoed_until


def test_an_embargo_takes_nothing_back(site: SmallSite, admin: Client) -> None:
    page = live_news(site)
    assert 'name="embargoed_until"' not in edit_screen(admin, page).content.decode()
    response = edit(admin, page, embargoed_until=typed_hours_ahead(3))
    assert errors(response) == ["embargoed_until"]
    assert 'name="embargoed_until"' in response.content.decode()


def test_an_embargo_takes_back_no_other_language(site: SmallSite, admin: Client) -> None:
    page = draft_news(site)
    english = live_news(site, english_of=page, title="News")
    words = {"embargoed_until": typed_hours_ahead(3)}
    assert errors(edit(admin, page, **words)) == ["embargoed_until"]
    NewsPage.objects.get(pk=english.pk).unpublish()
    assert edit(admin, page, **words).status_code == 302


@pytest.mark.parametrize("end", ["1390/01/01 10:00", "۱۴۰۵/۱۳/۴۰", "soon"])
def test_an_embargo_ends_in_the_future(site: SmallSite, admin: Client, end: str) -> None:
    assert errors(add(admin, site, embargoed_until=end)) == ["embargoed_until"]


def test_an_item_does_not_expire_unseen(site: SmallSite, admin: Client) -> None:
    sent = {"embargoed_until": typed_hours_ahead(5), "expire_at": typed_hours_ahead(4)}
    assert errors(add(admin, site, **sent)) == ["embargoed_until"]


@pytest.mark.parametrize(
    ("start", "waits_for"), [(2, "هرگاه و هرگونه منتشر شود"), (8, "برنامه‌ریزی‌شده")]
)
def test_the_form_says_whether_embargo_or_schedule_is_later(
    site: SmallSite, admin: Client, start: int, waits_for: str
) -> None:
    page = draft_news(site)
    hours = {"go_live_at": typed_hours_ahead(start), "embargoed_until": typed_hours_ahead(5)}
    assert save_draft(admin, page, **hours).status_code == 302
    assert waits_for in html.unescape(edit_screen(admin, page).content.decode())


def test_republished_text_names_its_origin(site: SmallSite, admin: Client) -> None:
    assert errors(add(admin, site, is_republished="on")) == ["quoted_url"]
    origin = "https://roads.example.ir/traffic"
    assert add(admin, site, is_republished="on", quoted_url=origin).status_code == 302
