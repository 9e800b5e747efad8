import pytest
from django.core.exceptions import PermissionDenied

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Conflict, RefusedError, erase, redact
from wagtail_prcouncil.comments.models import (
    LONGEST_NAME,
    LONGEST_TEXT,
    ReaderComment,
    RuleHit,
    Thread,
)
from wagtail_prcouncil.comments.states import Reason, Verb
from wagtail_prcouncil.persian.text import fold

SENT = "شمارهٔ من ۰۹۱۲۰۰۰۰۰۰۰ است"
SHOWN = "شمارهٔ من [حذف شده] است"


def test_what_was_sent_stays_and_is_found_no_more(site: SmallSite) -> None:
    comment = published(open_page(site), SENT)
    decision = redact(comment.pk, SHOWN, expected_version=2, by=moderator(site.index))
    now = ReaderComment.objects.get()
    assert (now.text, now.public_text, now.is_redacted) == (SENT, SHOWN, True)
    assert fold("۰۹۱۲۰۰۰۰۰۰۰") not in now.folded
    assert (decision.verb, decision.before, decision.after) == (
        Verb.REDACT,
        "approved",
        "approved",
    )
    assert (Thread.objects.get().approved, Thread.objects.get().version) == (1, 2)


@pytest.mark.parametrize("text", ["", " \n\u200c", "ا" * (2 * LONGEST_TEXT + 1)])
def test_a_text_that_cannot_be_is_refused_beside_the_field(site: SmallSite, text: str) -> None:
    comment = posted(open_page(site), SENT)
    with pytest.raises(RefusedError) as refusal:
        redact(comment.pk, text, expected_version=1, by=moderator(site.index))
    assert refusal.value.field == "public_text"
    assert ReaderComment.objects.get().public_text == SENT


def test_of_two_the_second_is_told(site: SmallSite) -> None:
    comment = posted(open_page(site), SENT)
    redact(comment.pk, SHOWN, expected_version=1, by=moderator(site.index))
    with pytest.raises(Conflict):
        redact(comment.pk, "دیگر", expected_version=1, by=moderator(site.index))


def test_nobody_redacts_outside_of_his_scope(site: SmallSite) -> None:
    comment = posted(open_page(site), SENT)
    for by in (moderator(site.index_en), moderator()):
        with pytest.raises(PermissionDenied):
            redact(comment.pk, SHOWN, expected_version=1, by=by)


def test_a_name_is_redacted_and_kept(site: SmallSite) -> None:
    boss, named = moderator(site.index), "رضا ۰۹۱۲۱۲۳۴۵۶۷"
    comment = published(open_page(site), SENT, name=named)
    seen = RuleHit.objects.filter(comment=comment, field=RuleHit.Field.NAME)
    assert seen.exclude(end=0).exists()
    redact(comment.pk, SENT, public_name=" رضا  [حذف شده]", expected_version=2, by=boss)
    now = ReaderComment.objects.get()
    assert (now.name, now.sent_name, now.public_text) == ("رضا [حذف شده]", named, SENT)
    assert fold("۰۹۱۲۱۲۳۴۵۶۷") not in now.folded
    assert not seen.exclude(end=0).exists(), "the places are those of another name"
    assert seen.exists()
    redact(comment.pk, SHOWN, expected_version=3, by=boss)
    redact(comment.pk, SHOWN, public_name="", expected_version=4, by=boss)
    now.refresh_from_db()
    assert (now.name, now.sent_name) == ("", named)
    redact(comment.pk, SHOWN, public_name=named, expected_version=5, by=boss)
    now.refresh_from_db()
    assert (now.name, now.sent_name) == (named, "")
    redact(comment.pk, SHOWN, public_name="", expected_version=6, by=boss)
    erase([comment.pk], reason=Reason.OWN_WISH)
    assert ReaderComment.objects.get().sent_name == ""


def test_a_name_that_cannot_be_is_refused_beside_the_field(site: SmallSite) -> None:
    page, boss = open_page(site), moderator(site.index)
    nameless, named = posted(page, name=""), posted(page)
    for comment, name in ((nameless, "وزیر"), (named, "ا" * (LONGEST_NAME + 1))):
        with pytest.raises(RefusedError) as refusal:
            redact(comment.pk, SHOWN, public_name=name, expected_version=1, by=boss)
        assert refusal.value.field == "public_name"
