import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin import official_reply, verbs
from wagtail_prcouncil.comments.models import Ban, Decision, ReaderComment, ReaderReport
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.states import Reason, ReportReason, Right, Status, Verb

LIBEL = {"reason": Reason.LIBEL.value}
SOON = (timezone.now() + dt.timedelta(days=9)).date().isoformat()


@pytest.fixture
def boss(site: SmallSite, client: Client) -> User:
    user = moderator(site.index)
    client.force_login(user)
    return user


def press(
    client: Client, comment: ReaderComment, slug: str, *, json: bool = False, **fields: Any
) -> HttpResponse:
    given = {"version": comment.version} | fields
    headers = {"accept": "application/json"} if json else {}
    return client.post(f"/admin/comments/{comment.pk}/{slug}/", given, headers=headers)


@pytest.mark.parametrize(
    ("slug", "fields", "status"),
    [
        ("approve", {}, Status.APPROVED),
        ("spam", {}, Status.SPAM),
        ("reject", LIBEL | {"note_to_author": "سپاس"}, Status.REJECTED),
        ("redact", {"public_text": "[حذف شده]"}, Status.PENDING),
        ("erase", LIBEL | {"sure": "on"}, Status.ERASED),
        ("ban", {"kind": "address", "until": SOON, "why": "هرزنامه"}, Status.PENDING),
    ],
)
def test_what_is_done_to_one_that_waits(
    site: SmallSite, client: Client, boss: User, slug: str, fields: dict[str, str], status: Status
) -> None:
    comment = posted(open_page(site))
    answer = press(client, comment, slug, **fields, next="/admin/comments/?hold=link")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/comments/?hold=link")
    comment.refresh_from_db()
    assert comment.status == status
    assert Ban.objects.exists() == (slug == "ban")


@pytest.mark.parametrize(
    ("slug", "fields", "status"),
    [("take-down", LIBEL, Status.REJECTED), ("reopen", LIBEL, Status.PENDING)],
)
def test_what_is_done_to_a_published_one(
    site: SmallSite, client: Client, boss: User, slug: str, fields: dict[str, str], status: Status
) -> None:
    comment = published(open_page(site))
    assert press(client, comment, slug, **fields).status_code == 302
    comment.refresh_from_db()
    assert comment.status == status


@pytest.mark.parametrize(("sent", "name"), [({}, "شهروند"), ({"public_name": ""}, "")])
def test_a_name_is_left_out_where_the_form_says_so(
    site: SmallSite, client: Client, boss: User, sent: dict[str, str], name: str
) -> None:
    comment = posted(open_page(site))
    press(client, comment, "redact", public_text="متن", **sent)
    comment.refresh_from_db()
    assert (comment.name, comment.public_text) == (name, "متن")


def test_reports_are_closed(site: SmallSite, client: Client, boss: User) -> None:
    comment = published(open_page(site))
    comment.reader_reports.create(reporter="x", reason=ReportReason.INSULT)
    press(client, comment, "close-reports")
    assert not ReaderReport.objects.open().exists()


def test_a_decision_is_taken_back_for_a_moment(site: SmallSite, client: Client, boss: User) -> None:
    comment = posted(open_page(site))
    told = press(client, comment, "approve", json=True).json()
    assert (told["version"], told["seconds"]) == (2, 30)
    assert client.post(told["undo"], headers={"accept": "application/json"}).json()["version"] == 3
    assert ReaderComment.objects.get().status == Status.PENDING
    assert client.post(told["undo"]).status_code == 409
    html = client.post(
        f"/admin/comments/{comment.pk}/approve/", {"version": 3}, follow=True
    ).content.decode()
    decision = Decision.objects.latest("pk")
    assert f'action="/admin/comments/undo/{decision.pk}/"' in html
    client.force_login(moderator(site.index_en))
    assert client.post(f"/admin/comments/undo/{decision.pk}/").status_code == 404
    assert client.post("/admin/comments/undo/999999999999999999/").status_code == 404


@pytest.mark.parametrize("version", ["1", "", "x", "-1", "9" * 30, "۲"])
def test_who_comes_second_is_told_and_loses_nothing(
    site: SmallSite, client: Client, boss: User, version: str
) -> None:
    comment = published(open_page(site))
    fields = LIBEL | {"version": version, "note": "یادداشت من"}
    answer = press(client, comment, "take-down", **fields)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "یادداشت من" in html
    assert f'name="version" value="{comment.version}"' in html
    told = press(client, comment, "take-down", json=True, **fields)
    assert told.status_code == 409
    assert told.json()["message"]
    assert Decision.objects.count() == 1


def test_what_was_typed_is_not_pressed_into_another_verb(
    site: SmallSite, client: Client, boss: User
) -> None:
    """Approved meanwhile, the comment offers to be taken down where it was to be rejected."""
    comment = published(open_page(site))
    fields = LIBEL | {"version": "1", "note": "یادداشت من"}
    html = press(client, comment, "reject", **fields).content.decode()
    assert html.count("یادداشت من") == 1  # in the message, and in no field


@pytest.mark.parametrize(
    ("slug", "fields", "field"),
    [
        ("reject", {}, "reason"),
        ("reject", {"reason": "x"}, "reason"),
        ("reject", {"reason": "own_wish"}, "reason"),
        ("reject", {"reason": "other"}, "note"),
        ("reject", LIBEL | {"note": "x" * 501}, "note"),
        ("redact", {"public_text": " \u200c "}, "public_text"),
        ("redact", {"public_text": "x" * 6001}, "public_text"),
        ("redact", {"public_text": "x", "public_name": "x" * 51}, "public_name"),
        ("erase", LIBEL, "sure"),
        ("ban", {"kind": "email", "until": SOON, "why": "x"}, "kind"),
        ("ban", {"kind": "x", "until": "1405/13/40", "why": ""}, "until"),
        ("ban", {"kind": "address", "until": "9999-12-31", "why": "x"}, "until"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    site: SmallSite, client: Client, boss: User, slug: str, fields: dict[str, str], field: str
) -> None:
    comment = posted(open_page(site))
    told = press(client, comment, slug, json=True, **fields)
    assert told.status_code == 422
    assert field in told.json()["errors"]
    page = press(client, comment, slug, **fields)
    assert page.status_code == 422
    assert "error-message" in page.content.decode()
    assert not Decision.objects.exists()


def test_a_comment_below_a_withdrawn_page_is_refused_with_a_sentence(
    site: SmallSite, client: Client, boss: User
) -> None:
    page = open_page(site)
    comment = posted(page)
    page.unpublish()
    assert press(client, comment, "approve").status_code == 422


def test_a_claim_is_told_to_the_second(site: SmallSite, client: Client, boss: User) -> None:
    comment = posted(open_page(site))
    assert press(client, comment, "claim", json=True).json() == {"holder": ""}
    client.force_login(moderator(site.index))
    assert press(client, comment, "claim", json=True).json() == {"holder": "بازبین"}


EVERY = [view.slug for view in (*verbs.VIEWS, *official_reply.VIEWS)]


@pytest.mark.parametrize("slug", ["", *(f"{slug}/" for slug in EVERY)])
def test_another_section_s_comment_does_not_exist(
    site: SmallSite, client: Client, slug: str
) -> None:
    comment = posted(open_page(site), sender=Sender(address_hash="a" * 64, seconds=60))
    client.force_login(moderator(site.index_en))
    url = f"/admin/comments/{comment.pk}/{slug}"
    answer = client.post(url, {"version": 1} | LIBEL) if slug else client.get(url)
    assert answer.status_code == 404
    assert not Decision.objects.exists()


@pytest.mark.parametrize("slug", EVERY)
def test_to_look_changes_nothing(site: SmallSite, client: Client, boss: User, slug: str) -> None:
    comment = posted(open_page(site))
    for method in (client.get, client.head, client.options):
        method(f"/admin/comments/{comment.pk}/{slug}/")
    before = comment.version, comment.status, comment.claimed_by_id
    comment.refresh_from_db()
    assert (comment.version, comment.status, comment.claimed_by_id) == before
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(boss)
    assert press(strict, comment, slug).status_code == 403


def test_reopening_and_erasing_are_rights_of_their_own(site: SmallSite, client: Client) -> None:
    comment = published(open_page(site))
    client.force_login(moderator(site.index, rights=(Right.MODERATE,)))
    for slug in ("reopen", "erase", "answer"):
        press(client, comment, slug, **LIBEL, sure="on", agency_name="x", text="x")
    comment.refresh_from_db()
    assert (comment.status, comment.version) == (Status.APPROVED, 2)
    assert list(Decision.objects.values_list("verb", flat=True)) == [Verb.APPROVE]


def test_a_legal_hold_is_set_and_lifted(site: SmallSite, client: Client, boss: User) -> None:
    """T15: by who may erase; while it lasts, nothing is erased."""
    comment = posted(open_page(site))
    screen = f"/admin/comments/{comment.pk}/"
    assert press(client, comment, "hold").status_code == 302
    content = client.get(screen).content.decode()
    assert f'action="{screen}lift-hold/"' in content
    assert f'action="{screen}erase/"' not in content
    assert press(client, comment, "erase", **LIBEL, sure="on").status_code == 422
    client.force_login(moderator(site.index, rights=(Right.MODERATE,)))
    assert press(client, comment, "lift-hold").status_code in (302, 403)
    comment.refresh_from_db()
    assert comment.is_held_by_law
    assert "lift-hold" not in client.get(screen).content.decode()
    client.force_login(boss)
    assert press(client, comment, "lift-hold").status_code == 302
    comment.refresh_from_db()
    assert not comment.is_held_by_law


def test_a_want_of_rights_is_told_to_the_script(site: SmallSite, client: Client) -> None:
    comment = published(open_page(site))
    client.force_login(moderator(site.index, rights=(Right.MODERATE,)))
    answer = press(client, comment, "reopen", json=True, **LIBEL)
    assert answer.status_code == 403
    assert answer.json()["message"]
    assert press(client, comment, "reopen", **LIBEL).status_code == 302
    comment.refresh_from_db()
    assert comment.status == Status.APPROVED
