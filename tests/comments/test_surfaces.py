"""T7: what is not published is read nowhere. Each state of a comment, and each of its page, against
all that readers can ask for."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.comments.making import moderator, open_page, posted, published
from tests.comments.reading import answered, published_twice, surfaces
from tests.making import NewsPage, SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, erase, redact
from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment
from wagtail_prcouncil.comments.states import AnswerStatus, Mode, Reason, Verb

NAME, WORDS = "نویسندهٔ ناپیدا", "واژه‌های ناپیدا"

Fate = Callable[[ReaderComment], object]


def decided(*verbs: Verb) -> Fate:
    def follow(comment: ReaderComment) -> None:
        for verb in verbs:
            version = ReaderComment.objects.get(pk=comment.pk).version
            because = Because(reason=Reason.OTHER, note="آزمون")
            decide(comment.pk, verb, expected_version=version, by=None, because=because)

    return follow


def erased(comment: ReaderComment) -> None:
    decided(Verb.APPROVE)(comment)
    erase([comment.pk], reason=Reason.OWN_WISH)


FATES: dict[str, Fate] = {
    "pending": lambda comment: None,
    "rejected": decided(Verb.REJECT),
    "spam": decided(Verb.MARK_SPAM),
    "taken down": decided(Verb.APPROVE, Verb.TAKE_DOWN),
    "reopened": decided(Verb.APPROVE, Verb.REOPEN),
    "erased": erased,
}


@pytest.mark.parametrize("fate", FATES)
def test_t7_only_approved_comments_are_read(site: SmallSite, fate: str) -> None:
    page = open_page(site)
    published(page, "دیدگاهی که هست")
    comment = posted(page, WORDS, name=NAME)
    FATES[fate](comment)
    shown = surfaces(page, comment)
    assert shown.pop("permalink") == "404"
    for name, html in shown.items():
        assert "دیدگاهی که هست" in html, name
        assert WORDS not in html, name
        assert NAME not in html, name
        assert str(comment.public_id) not in html, name
    assert '"commentCount": 1' in shown["article"]


def test_t7_an_approved_comment_is_read_everywhere(site: SmallSite) -> None:
    page = open_page(site)
    comment = published(page, WORDS, name=NAME)
    for name, html in surfaces(page, comment).items():
        assert WORDS in html, name
        assert NAME in html, name


@pytest.mark.parametrize("fate", ["taken down", "reopened", "erased"])
def test_t7_of_what_is_gone_its_place_stays_for_replies(site: SmallSite, fate: str) -> None:
    page = open_page(site)
    comment, reply = published_twice(page, WORDS)
    ReaderComment.objects.filter(pk=comment.pk).update(name=NAME)
    answered(comment, "پاسخی که آن را بازگو می‌کند")
    if fate == "erased":
        erase([comment.pk], reason=Reason.OWN_WISH)
    else:
        decided(Verb.TAKE_DOWN if fate == "taken down" else Verb.REOPEN)(comment)
    shown = surfaces(page, reply) | {"root": surfaces(page, comment)["permalink"]}
    for name, html in shown.items():
        assert "پاسخ یک خواننده" in html, name
        assert WORDS not in html, name
        assert NAME not in html, name
        assert "بازگو" not in html, name
    assert "prc-comment--gone" in shown["thread"]
    assert '"commentCount": 1' in shown["article"]


def test_t7_a_redacted_comment_is_read_without_what_was_redacted(site: SmallSite) -> None:
    page = open_page(site)
    comment = published(page, f"به {WORDS} زنگ بزنید")
    who = moderator(site.home)
    redact(comment.pk, "به [حذف شده] زنگ بزنید", expected_version=comment.version, by=who)
    for name, html in surfaces(page, comment).items():
        assert "[حذف شده]" in html, name
        assert WORDS not in html, name


@pytest.mark.parametrize("status", [AnswerStatus.DRAFT, AnswerStatus.WITHDRAWN])
def test_t7_an_official_reply_is_read_once_it_is_published(
    site: SmallSite, status: AnswerStatus
) -> None:
    page = open_page(site)
    comment = published(page)
    reply = answered(comment, WORDS, status=status, agency_name=NAME)
    for name, html in surfaces(page, comment).items():
        assert WORDS not in html, name
        assert NAME not in html, name
    reply.status = AnswerStatus.PUBLISHED
    reply.save()
    comment.thread.version += 100
    comment.thread.save()
    for name, html in surfaces(page, comment).items():
        assert WORDS in html, name
        assert NAME in html, name


def unpublished(page: NewsPage) -> None:
    page.unpublish()


def private(page: NewsPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def below_private(page: NewsPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def embargoed(page: NewsPage) -> None:
    later = timezone.now() + dt.timedelta(hours=1)
    NewsPage.objects.filter(pk=page.pk).update(embargoed_until=later)


def hidden(page: NewsPage) -> None:
    CommentPolicy.objects.create(page=page, mode=Mode.HIDDEN)


def deleted(page: NewsPage) -> None:
    NewsPage.objects.get(pk=page.pk).delete()


@pytest.mark.parametrize(
    "withdraw",
    [
        unpublished,
        private,
        below_private,
        pytest.param(embargoed, marks=pytest.mark.with_news),
        hidden,
        deleted,
    ],
)
def test_t7_no_comment_is_read_without_its_page(
    site: SmallSite, withdraw: Callable[[NewsPage], None]
) -> None:
    page = open_page(site)
    comment = published(page, WORDS, name=NAME)
    assert WORDS in surfaces(page, comment)["permalink"]
    withdraw(page)
    shown = surfaces(page, comment)
    article = shown.pop("article")
    assert WORDS not in article
    assert set(shown.values()) == {"404"}


def test_t14_what_is_not_shown_is_answered_like_what_never_was(site: SmallSite) -> None:
    page = open_page(site)
    waiting = posted(page)
    unknown = "00000000-0000-4000-8000-000000000000"
    answers = {
        Client().get(f"/comments/c/{public_id}/").content
        for public_id in (waiting.public_id, unknown)
    }
    assert len(answers) == 1


def test_t7_a_preview_shows_no_thread(site: SmallSite) -> None:
    page = open_page(site)
    published(page, WORDS)
    response = page.make_preview_request()
    assert response.status_code == 200
    assert WORDS not in response.content.decode()


def test_t7_a_copy_of_a_page_has_no_comments(site: SmallSite) -> None:
    page = open_page(site)
    published(page, WORDS)
    copy = page.copy(update_attrs={"slug": "copy", "title": "رونوشت"}, keep_live=True)
    assert WORDS not in surfaces(copy)["thread"]
