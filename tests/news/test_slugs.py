from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.news.slugs import public_slug, stored_slug
from wagtail_prcouncil.persian.slugs import slugify


def test_recurring_headlines_get_different_slugs() -> None:
    slugs = {stored_slug("گزارش هفتگی") for _ in range(500)}
    assert len(slugs) == 500
    assert {public_slug(slug) for slug in slugs} == {"گزارش-هفتگی"}


def test_a_slug_an_editor_chose_is_shown_whole() -> None:
    assert public_slug("covid-19-report2") == "covid-19-report2"


@given(st.text(max_size=80))
def test_any_headline_gives_a_slug_whose_words_are_shown(title: str) -> None:
    try:
        words = slugify(title)
    except ValueError:
        return
    slug = stored_slug(title)
    assert 0 < len(slug) <= 70
    assert public_slug(slug) == words
