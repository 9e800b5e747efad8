from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.forms import Media
from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail import hooks
from wagtail.models import Page

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsMixin, NewsPage, SectionPage
from wagtail_prcouncil.ui.slots import HOOK, SLOTS, PageSlot, filled, media_for, registered_slots

SAYS_WORDS = "prcouncil_ui/components/empty.html"


def says(words: str) -> Callable[[Page, HttpRequest], dict[str, Any] | None]:
    return lambda page, request: {"words": words}


def test_in_order_and_in_their_slot_only(site: SmallSite, request_: HttpRequest) -> None:
    late = PageSlot("after_body", SAYS_WORDS, says("late"), order=200)
    early = PageSlot("after_body", SAYS_WORDS, says("early"), order=10)
    other = PageSlot("margin", SAYS_WORDS, says("other"))
    slots = [(HOOK, lambda: late), (HOOK, lambda: early), (HOOK, lambda: other)]
    with hooks.register_temporarily(slots):
        html = filled("after_body", site.home, request_)
        ours = [slot for slot in registered_slots() if slot in (early, late, other)]
        assert [slot.order for slot in ours] == [10, 100, 200]
    assert html.index("early") < html.index("late")
    assert "other" not in html
    assert filled("after_body", site.home, request_) == ""


def test_nothing_to_show_on_this_page(site: SmallSite, request_: HttpRequest) -> None:
    slot = PageSlot("margin", SAYS_WORDS, lambda page, request: None)
    with hooks.register_temporarily(HOOK, lambda: slot):
        assert filled("margin", site.home, request_) == ""


def test_page_types_and_their_family(site: SmallSite, request_: HttpRequest) -> None:
    slot = PageSlot("margin", SAYS_WORDS, says("here"), page_types=(NewsMixin,))
    with hooks.register_temporarily(HOOK, lambda: slot):
        assert "here" in filled("margin", live_news(site), request_)
        assert filled("margin", site.section, request_) == ""
    assert PageSlot("margin", "", says(""), page_types=(Page,)).is_for(site.section)


def test_what_is_shown_is_escaped(site: SmallSite, request_: HttpRequest) -> None:
    slot = PageSlot("margin", SAYS_WORDS, says("<b>"))
    with hooks.register_temporarily(HOOK, lambda: slot):
        assert "&lt;b&gt;" in filled("margin", site.home, request_)


def test_a_slot_gets_no_user_and_no_token(
    site: SmallSite, request_: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}

    def spy(template: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        given.update(context, through_processors=request is not None)
        return render_to_string(template, context)

    monkeypatch.setattr("wagtail_prcouncil.ui.slots.render_to_string", spy)
    slot = PageSlot("margin", SAYS_WORDS, says("x"))
    with hooks.register_temporarily(HOOK, lambda: slot):
        filled("margin", site.home, request_)
    assert set(given) == {"page", "request", "words", "through_processors"}
    assert given["through_processors"] is False


def test_media_is_named_once_and_only_where_it_is_needed(site: SmallSite) -> None:
    media = Media(css={"all": ["a.css"]}, js=["a.js"])
    first = PageSlot("margin", "", says(""), page_types=(SectionPage,), media=media)
    second = PageSlot("footer", "", says(""), page_types=(SectionPage, NewsPage), media=media)
    with hooks.register_temporarily([(HOOK, lambda: first), (HOOK, lambda: second)]):
        html = str(media_for(site.section))
        assert html.count("a.css") == html.count("a.js") == 1
        assert str(media_for(site.home)) == ""


def test_each_slot_is_in_a_template() -> None:
    """A name that no template has would be a promise nobody keeps."""
    roots = [config.path for config in apps.get_app_configs() if "prcouncil" in config.label]
    roots.append(apps.get_app_config("home").path)
    text = "".join(p.read_text() for root in roots for p in Path(root).rglob("*.html"))
    assert [name for name in SLOTS if f'{{% page_slot "{name}"' not in text] == []


def test_hooks_are_asked_once_however_many_slots_a_page_has(
    site: SmallSite, request_: HttpRequest
) -> None:
    asked: list[int] = []

    def words() -> PageSlot:
        asked.append(1)
        return PageSlot("margin", SAYS_WORDS, says("here"))

    with hooks.register_temporarily(HOOK, words):
        for name in ("head", "margin", "footer", "margin"):
            assert ("here" in filled(name, site.home, request_)) is (name == "margin")
    assert asked == [1]
    assert filled("margin", site.home, request_) == ""
