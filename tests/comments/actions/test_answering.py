import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.actions.answering import (
    AnswerConflict,
    draft_answer,
    publish_answer,
    withdraw_answer,
)
from wagtail_prcouncil.comments.models import OfficialReply, Thread
from wagtail_prcouncil.comments.states import AnswerStatus, Right

AGENCY = "روابط عمومی نمونه"


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


def test_a_draft_is_published_and_withdrawn(site: SmallSite, boss: User) -> None:
    comment = published(open_page(site))
    before = Thread.objects.get().version
    draft_answer(comment.pk, AGENCY, "سپاس", expected_version=0, by=boss)
    assert Thread.objects.get().version == before
    reply = publish_answer(comment.pk, expected_version=1, by=boss)
    assert (reply.status, reply.published_by, reply.version) == (AnswerStatus.PUBLISHED, boss, 2)
    assert Thread.objects.get().version == before + 1
    reply = withdraw_answer(comment.pk, expected_version=2, by=boss)
    assert (reply.status, reply.text) == (AnswerStatus.WITHDRAWN, "سپاس")
    assert Thread.objects.get().version == before + 2
    told = {"prcouncil_comments.answer_draft", "prcouncil_comments.answer_publish"}
    assert told < set(ModelLogEntry.objects.values_list("action", flat=True))


def test_who_comes_second_changes_nothing(site: SmallSite, boss: User) -> None:
    comment = published(open_page(site))
    draft_answer(comment.pk, AGENCY, "یک", expected_version=0, by=boss)
    with pytest.raises(AnswerConflict):
        draft_answer(comment.pk, AGENCY, "دو", expected_version=0, by=boss)
    publish_answer(comment.pk, expected_version=1, by=boss)
    with pytest.raises(AnswerConflict):
        draft_answer(comment.pk, AGENCY, "دو", expected_version=2, by=boss)
    assert OfficialReply.objects.get().text == "یک"


def test_each_step_is_a_right_of_its_own_within_its_scope(site: SmallSite) -> None:
    comment = published(open_page(site))
    writer = moderator(site.index, rights=(Right.MODERATE, Right.ANSWER))
    draft_answer(comment.pk, AGENCY, "سپاس", expected_version=0, by=writer)
    for other in (writer, moderator(site.index_en)):
        with pytest.raises(PermissionDenied):
            publish_answer(comment.pk, expected_version=1, by=other)
    with pytest.raises(PermissionDenied):
        draft_answer(comment.pk, AGENCY, "x", expected_version=1, by=moderator(site.index_en))


def test_what_is_not_published_has_no_public_reply(site: SmallSite, boss: User) -> None:
    comment = posted(open_page(site))
    draft_answer(comment.pk, AGENCY, "سپاس", expected_version=0, by=boss)
    with pytest.raises(RefusedError):
        publish_answer(comment.pk, expected_version=1, by=boss)


@pytest.mark.parametrize(("agency", "text"), [("", "سپاس"), (AGENCY, " \n"), (AGENCY, "ا" * 3001)])
def test_words_are_asked_for(site: SmallSite, boss: User, agency: str, text: str) -> None:
    comment = published(open_page(site))
    with pytest.raises(RefusedError):
        draft_answer(comment.pk, agency, text, expected_version=0, by=boss)
