"""What is kept of a list is never older than what the list would show."""

from collections.abc import Callable
from unittest import mock

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import override_settings
from django.utils import translation
from django.utils.safestring import SafeString
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.keeping import KEPT_FOR, Parts, digest, kept
from wagtail_prcouncil.ui.renditions import TEASER
from wagtail_prcouncil.ui.rows import PageRows


@pytest.fixture
def story(site: SmallSite) -> NewsPage:
    """With a picture whose teaser files exist."""
    file = get_test_image_file(size=(1500, 1000))
    image = get_image_model().objects.create(title="سد", file=file)
    page = live_news(site, hero_image=image)
    TEASER.html(image, alt="", eager=False)
    return page


def listed() -> list[NewsPage]:
    return list(NewsPage.objects.for_cards(*TEASER.specs))


def publish_again(page: NewsPage) -> None:
    page.deck = "نشست امروز"
    page.save_revision().publish()


def import_in_bulk(page: NewsPage) -> None:
    """No signal, no new time of publication."""
    NewsPage.objects.filter(pk=page.pk).update(lead="چکیدهٔ دیگر")


def replace_file(page: NewsPage) -> None:
    page.hero_image.file = get_test_image_file(filename="new.png", size=(900, 600))
    page.hero_image.save()


def move_focus(page: NewsPage) -> None:
    type(page.hero_image).objects.update(focal_point_x=9, focal_point_y=9)


def delete_renditions(page: NewsPage) -> None:
    page.hero_image.renditions.all().delete()


def move_index(page: NewsPage) -> None:
    index = page.get_parent().specific
    index.slug = "elsewhere"
    index.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [publish_again, import_in_bulk, replace_file, move_focus, delete_renditions, move_index],
)
def test_what_a_teaser_shows_is_digested(
    story: NewsPage, request_: HttpRequest, change: Callable[[NewsPage], None]
) -> None:
    before = digest(listed(), "fa", request_)
    assert digest(listed(), "fa", request_) == before
    change(story)
    assert digest(listed(), "fa", request_) != before


def test_so_are_languages_and_the_order(
    site: SmallSite, story: NewsPage, request_: HttpRequest
) -> None:
    live_news(site)
    stories = listed()
    before = digest(stories, "fa", request_)
    assert digest(stories, "en", request_) != before
    assert digest(stories[::-1], "fa", request_) != before
    with translation.override("en"):
        assert digest(stories, "fa", request_) != before


def test_rendered_once_under_each_name(story: NewsPage, request_: HttpRequest) -> None:
    times = []

    def render() -> SafeString:
        times.append(1)
        return SafeString("<b>")

    for name in ("a", "a", "b"):
        html = kept(name, listed(), "fa", request_, render)
        assert isinstance(html, SafeString)
    assert len(times) == 2


def test_rendered_anew_where_somebody_is_at_work(story: NewsPage, request_: HttpRequest) -> None:
    words = iter(["first", "second", "third"])

    def render() -> SafeString:
        return SafeString(next(words))

    with override_settings(DEBUG=True):
        assert kept("work", listed(), "fa", request_, render) == "first"
    request_.is_preview = True
    assert kept("work", listed(), "fa", request_, render) == "second"
    request_.is_preview = False
    assert kept("work", listed(), "fa", request_, render) == "third"


def test_parts_of_one_state_are_made_once() -> None:
    made: list[str] = []

    def make(word: str) -> Callable[[], str]:
        def this() -> str:
            made.append(word)
            return word

        return this

    for state in (("a", 1), ("a", 1), ("b", 1)):
        parts = Parts("test", state)
        assert parts.part("head", make("head")) == "head"
        assert parts.part("foot", make("foot")) == "foot"
    assert made == ["head", "foot", "head", "foot"]


def test_parts_without_a_state_last_for_one_answer() -> None:
    words = iter(["first", "second"])
    parts = Parts("test", None)
    assert parts.part("head", lambda: next(words)) == "first"
    assert parts.part("head", lambda: next(words)) == "first"
    assert Parts("test", None).part("head", lambda: next(words)) == "second"


def test_a_part_that_comes_later_keeps_the_others_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr("wagtail_prcouncil.ui.keeping.time.time", lambda: now)
    with mock.patch.object(cache, "set", wraps=cache.set) as kept:
        Parts("test", "state").part("head", lambda: "head")
        now += KEPT_FOR - 1
        Parts("test", "state").part("foot", lambda: "foot")
        now += 2
        Parts("test", "state").part("side", lambda: "side")
    # The last finds nothing any more, and begins a minute of its own.
    assert [call.args[2] for call in kept.call_args_list] == [KEPT_FOR, 1, KEPT_FOR]


def rows() -> PageRows:
    cards = NewsPage.objects.newest_first()
    return cards.cards(list(cards.card_rows()), *TEASER.specs)


@pytest.mark.parametrize(
    "change", [publish_again, import_in_bulk, replace_file, move_focus, move_index]
)
def test_so_is_what_was_read_as_plain_rows(
    story: NewsPage, request_: HttpRequest, change: Callable[[NewsPage], None]
) -> None:
    before = digest(rows(), "fa", request_)
    assert digest(rows(), "fa", request_) == before
    change(story)
    assert digest(rows(), "fa", request_) != before


def test_a_value_that_a_list_depends_on_besides(story: NewsPage, request_: HttpRequest) -> None:
    words = iter(["here", "there"])

    def render() -> SafeString:
        return SafeString(next(words))

    for _ in range(2):
        assert kept("place", listed(), "fa", request_, render, besides=1) == "here"
    assert kept("place", listed(), "fa", request_, render, besides=2) == "there"
