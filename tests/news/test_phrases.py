import pytest
from django.test import override_settings

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.phrases import BadPatternError, parts_of, problems, source_phrase

KNOWN = {"source_outlet": "پایگاه خبری", "quoted_source": "دبیرخانه", "dateline_place": "شیراز"}
OWN = {
    "SOURCE_PHRASES": {"fa": ["{place} - {outlet}", "{outlet} <b>&</b> {source}، {place}"]},
}


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    return live_news(site, **KNOWN)


def test_every_set_of_parts_has_its_words(site: SmallSite) -> None:
    english = live_news(site, english_of=live_news(site), title="News")
    phrases = set()
    for number in range(8):
        names = [name for bit, name in enumerate(KNOWN) if number & 1 << bit]
        for name in KNOWN:
            setattr(english, name, f"[{name}]" if name in names else "")
        phrase = source_phrase(english)
        assert all(f"[{name}]" in phrase for name in names)
        phrases.add(phrase)
    assert len(phrases) == 8
    assert "Reported by [source_outlet], quoting [quoted_source]" in phrases
    assert "" in phrases


def test_a_site_words_it_anew(page: NewsPage) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL=OWN):
        assert source_phrase(page) == "پایگاه خبری &lt;b&gt;&amp;&lt;/b&gt; دبیرخانه، شیراز"
        page.quoted_source = ""
        assert source_phrase(page) == "شیراز - پایگاه خبری"
        page.dateline_place = ""
        assert "{" not in source_phrase(page)
        assert "پایگاه خبری" in source_phrase(page)


def test_another_language_keeps_the_usual_words(site: SmallSite, page: NewsPage) -> None:
    links = {"source_outlet": "the desk", "dateline_place": "Shiraz"}
    english = live_news(site, english_of=page, title="News", **links)
    with override_settings(WAGTAIL_PRCOUNCIL=OWN):
        assert source_phrase(english) == "Reported by the desk, from Shiraz"


def test_names_are_no_markup(page: NewsPage) -> None:
    page.source_outlet, page.quoted_source = "<script>", "{0} & {x}"
    phrase = source_phrase(page, 'https://example.ir/"><script>')
    assert "<script>" not in phrase
    assert "{0} &amp; {x}" in phrase
    assert phrase.count("<a href=") == 1


@pytest.mark.parametrize("pattern", ["{}", "{0}", "{outlet!r}", "{outlet.title}", "{outlet", 7, ""])
def test_bad_patterns_are_named_and_passed_over(page: NewsPage, pattern: object) -> None:
    with pytest.raises(BadPatternError):
        parts_of(pattern)
    assert len(problems({"fa": [pattern]})) == 1
    with override_settings(WAGTAIL_PRCOUNCIL={"SOURCE_PHRASES": {"fa": [pattern]}}):
        assert "پایگاه خبری" in source_phrase(page)


def test_two_patterns_for_the_same_parts() -> None:
    assert len(problems({"fa": ["{outlet}", "از {outlet}"], "en": "{outlet}"})) == 2
    assert problems(OWN["SOURCE_PHRASES"]) == []
