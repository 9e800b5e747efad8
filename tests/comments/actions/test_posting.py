import pytest
from django.utils import timezone
from wagtail.models import Page

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.comments.actions import Because, ClosedError, RefusedError, decide
from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.policies import allowed_on
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.states import Mode, Reason, Shown, Status, Verb


def test_a_comment_waits_and_nothing_of_it_is_public(site: SmallSite) -> None:
    page = open_page(site)
    comment = posted(page, "آب روستا", name="شهروند", email="a@b.ir", wants_mail=True)
    assert (comment.status, comment.shown, comment.version) == (Status.PENDING, Shown.NOT, 1)
    assert comment.wants_mail
    thread = Thread.objects.get()
    assert (thread.page_id, thread.approved, thread.version) == (page.pk, 0, 0)
    assert (thread.page_title, thread.section_id) == (page.title, site.section.pk)


def test_mail_is_wanted_only_with_an_address(site: SmallSite) -> None:
    assert not posted(open_page(site), wants_mail=True).wants_mail


def test_what_rules_saw_is_kept_as_codes_and_places(site: SmallSite) -> None:
    page = open_page(site)
    posted(page, "آب روستا قطع است")
    again = posted(page, "آب روستا قطع است", sender=Sender(seconds=1))
    assert set(again.hold_codes) == {"duplicate", "too_fast"}
    assert set(RuleHit.objects.filter(comment=again).values_list("code", flat=True)) == set(
        again.hold_codes
    )


def test_t13_sent_twice_it_is_one(site: SmallSite) -> None:
    page = open_page(site)
    first, again = posted(page, "یکم", nonce="n"), posted(page, "دوم", nonce="n")
    assert first == again
    assert ReaderComment.objects.get().text == "یکم"


@pytest.mark.parametrize("mode", [Mode.CLOSED, Mode.HIDDEN])
def test_a_closed_page_takes_nothing(site: SmallSite, mode: Mode) -> None:
    page = open_page(site)
    CommentPolicy.objects.update(mode=mode)
    with pytest.raises(ClosedError):
        posted(page)
    CommentPolicy.objects.update(mode=Mode.OPEN, closes_at=timezone.now())
    with pytest.raises(ClosedError):
        posted(page)
    assert not ReaderComment.objects.exists()


def test_t24_only_published_roots_of_the_page_are_replied_to(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page)
    reply = published(page, parent=root)
    taken_down = published(page)
    version, because = taken_down.version, Because(Reason.LIBEL)
    decide(taken_down.pk, Verb.TAKE_DOWN, expected_version=version, by=None, because=because)
    taken_down.refresh_from_db()
    assert reply.parent == root
    sentences = set()
    for parent in (posted(page), published(live_news(site)), reply, taken_down):
        with pytest.raises(RefusedError) as refused:
            posted(page, parent=parent)
        sentences.add((str(refused.value), refused.value.field))
    assert len(sentences) == 1, "whoever guesses learns nothing"


def test_an_alias_shares_the_thread_of_what_it_mirrors(site: SmallSite) -> None:
    page = open_page(site)
    alias = page.create_alias(parent=site.index, update_slug="mirror")
    assert posted(alias).thread == posted(page).thread
    assert Thread.objects.get().page_id == page.pk


def test_a_thread_follows_what_its_page_is_called_and_about(site: SmallSite) -> None:
    page = open_page(site)
    posted(page)
    page.title, page.section = "نام تازه", None
    page.save()
    posted(page)
    thread = Thread.objects.get()
    assert (thread.page_title, thread.section_id) == ("نام تازه", None)


@pytest.mark.django_db(transaction=True)
def test_a_page_that_was_deleted_meanwhile_takes_none() -> None:
    page = open_page(small_site())
    Page.objects.get(pk=page.pk).delete()
    assert allowed_on(page).takes, "as it was read a moment ago"
    with pytest.raises(ClosedError):
        posted(page)
    assert not Thread.objects.exists()
