import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.comments.admin.test_verbs import press
from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import OfficialReply
from wagtail_prcouncil.comments.states import AnswerStatus

WORDS = {"agency_name": "روابط عمومی نمونه", "text": "سپاس از شما"}


@pytest.fixture
def boss(site: SmallSite, client: Client) -> User:
    user = moderator(site.index)
    client.force_login(user)
    return user


def test_from_draft_to_publication_and_back(site: SmallSite, client: Client, boss: User) -> None:
    comment = published(open_page(site))
    for slug, version, status in (
        ("answer", 0, AnswerStatus.DRAFT),
        ("publish-answer", 1, AnswerStatus.PUBLISHED),
        ("withdraw-answer", 2, AnswerStatus.WITHDRAWN),
    ):
        answer = press(client, comment, slug, **WORDS, reply_version=version)
        assert answer.status_code == 302, slug
        assert OfficialReply.objects.get().status == status


def test_stored_and_published_at_once(site: SmallSite, client: Client, boss: User) -> None:
    comment = published(open_page(site))
    press(client, comment, "answer", **WORDS, reply_version=0, publish="1")
    assert OfficialReply.objects.get().status == AnswerStatus.PUBLISHED


def test_who_comes_second_keeps_what_he_wrote(site: SmallSite, client: Client, boss: User) -> None:
    comment = published(open_page(site))
    press(client, comment, "answer", **WORDS, reply_version=0)
    answer = press(client, comment, "answer", **WORDS | {"text": "دیگر"}, reply_version=0)
    assert answer.status_code == 409
    assert "دیگر</textarea>" in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "field"), [({"text": ""}, "text"), ({"agency_name": ""}, "agency_name")]
)
def test_words_are_asked_for(
    site: SmallSite, client: Client, boss: User, fields: dict[str, str], field: str
) -> None:
    comment = published(open_page(site))
    told = press(client, comment, "answer", json=True, **WORDS | fields, reply_version=0)
    assert (told.status_code, list(told.json()["errors"])) == (422, [field])


def test_below_what_is_not_read_nothing_is_published(
    site: SmallSite, client: Client, boss: User
) -> None:
    comment = posted(open_page(site))
    answer = press(client, comment, "answer", **WORDS, reply_version=0, publish="1")
    assert answer.status_code == 422
    assert OfficialReply.objects.get().status == AnswerStatus.DRAFT
