import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.comments.making import open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import CannedReply, OfficialReply
from wagtail_prcouncil.comments.states import ANSWER_TRANSITIONS, AnswerStatus


def test_a_published_one_has_its_time(site: SmallSite) -> None:
    reply = OfficialReply(
        comment=published(open_page(site)), text="پاسخ", status=AnswerStatus.PUBLISHED
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        reply.save()
    reply.published_at = timezone.now()
    reply.save()


def test_the_table_leads_from_every_state(db: None) -> None:
    assert set(ANSWER_TRANSITIONS) == set(AnswerStatus)
    assert AnswerStatus.PUBLISHED in ANSWER_TRANSITIONS[AnswerStatus.DRAFT]


def test_words_are_stored_with_persian_letters(db: None) -> None:
    canned = CannedReply.objects.create(title="پيگيري", text="سپاس از شما كه نوشتيد")
    assert (canned.title, canned.text) == ("پیگیری", "سپاس از شما که نوشتید")
