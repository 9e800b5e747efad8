import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.news.models import SectionPage
from wagtail_prcouncil.news.slugs import public_slug, refuse_shadowed, stored_slug
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


@pytest.mark.parametrize("slug", ["archive", "tag", "50421", "۱۴۰۴"])
def test_words_of_other_addresses_are_refused_below_an_index(site: SmallSite, slug: str) -> None:
    with pytest.raises(ValidationError) as refused:
        below(site.index, SectionPage, title="آرشیو", slug=slug)
    assert list(refused.value.error_dict) == ["slug"]
    assert below(site.home, SectionPage, title="آرشیو", slug=slug).pk, "nothing else stands there"


def test_what_is_refused_below_a_section_is_what_its_routes_take(site: SmallSite) -> None:
    for slug in ("archive", "1404", "۱۴۰۴"):
        with pytest.raises(ValidationError):
            refuse_shadowed(slug, site.section)
    for slug in ("tag", "50421", "archives"):
        refuse_shadowed(slug, site.section)


def test_a_news_item_may_be_called_as_it_likes(site: SmallSite, client: Client) -> None:
    """Its address begins with the code."""
    page = live_news(site, slug="archive")
    assert client.get(page.get_url()).status_code == 200
