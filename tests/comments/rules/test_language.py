from typing import Any

import pytest
from wagtail.models import Page

from tests.comments.making import open_page, posted
from tests.comments.rules.making import examined
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import Thread
from wagtail_prcouncil.comments.rules.language import language, seems
from wagtail_prcouncil.comments.states import Hold, Script

URDU = "یہ بہت اچھی خبر ہے"


@pytest.fixture
def thread(site: SmallSite) -> Thread:
    return posted(open_page(site)).thread


def test_a_hint_on_a_persian_page(thread: Thread) -> None:
    (hit,) = language(examined(URDU, thread=thread))
    assert (hit.code, hit.detail, hit.start, hit.end) == (Hold.LANGUAGE, "ur", 0, 0)
    assert language(examined("خیلی خوب بود، ممنون از شما", thread=thread)) == []
    assert language(examined("عالی", thread=thread)) == []


def test_it_reads_what_was_sent(thread: Thread) -> None:
    """Stored text has lost the letters that tell."""
    asked = examined("الى اللقاء في المدرسة", thread=thread)
    assert "ى" not in asked.entry.text
    assert seems(asked) == Script.ARABIC
    unsent = asked._replace(entry=asked.entry._replace(raw_text=""))
    assert seems(unsent) == Script.ARABIC


def test_no_hint_on_a_page_in_another_language(thread: Thread, site: SmallSite) -> None:
    Page.objects.filter(pk=thread.page_id).update(locale=site.en)
    assert language(examined(URDU, thread=thread)) == []


def test_switched_off(thread: Thread, settings: Any) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"COMMENTS_LANGUAGE_HINT": False}
    assert language(examined(URDU, thread=thread)) == []


def test_sections_in_which_every_language_is_welcome(thread: Thread, settings: Any) -> None:
    thread.section_id = 7
    settings.WAGTAIL_PRCOUNCIL = {"COMMENTS_LANGUAGE_FREE_SECTIONS": [7]}
    assert language(examined(URDU, thread=thread)) == []
    thread.section_id = 8
    assert language(examined(URDU, thread=thread)) != []
