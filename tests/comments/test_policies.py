import datetime as dt

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.policies import allowed_on, allowed_on_each, policy_for
from wagtail_prcouncil.comments.states import Mode

DAY = dt.timedelta(days=1)


def _policy(page: Page, mode: Mode = Mode.OPEN, **terms: object) -> CommentPolicy:
    return CommentPolicy.objects.create(page_id=page.pk, mode=mode, **terms)


def test_hidden_until_a_site_opens_them(site: SmallSite, settings: object) -> None:
    page = live_news(site)
    assert allowed_on(page).mode == Mode.HIDDEN


def test_the_setting_holds_where_no_policy_does(site: SmallSite, settings: object) -> None:
    page = live_news(site)
    settings.WAGTAIL_PRCOUNCIL = settings.WAGTAIL_PRCOUNCIL | {"COMMENTS_MODE": "open"}  # type: ignore[attr-defined]
    assert allowed_on(page).takes
    _policy(site.home, Mode.CLOSED)
    assert not allowed_on(page).takes


def test_other_types_take_none(site: SmallSite) -> None:
    _policy(site.home)
    assert allowed_on(site.index).mode == Mode.HIDDEN


@pytest.mark.parametrize("where", ["home", "index", "section", "page"])
def test_the_nearest_counts(site: SmallSite, where: str) -> None:
    """The page itself, then its section, then up the tree."""
    page = live_news(site)
    order = {"page": page, "section": site.section, "index": site.index, "home": site.home}
    names = list(order)
    for name in names[names.index(where) :]:
        _policy(order[name], Mode.OPEN if name == where else Mode.CLOSED)
    found = policy_for(page)
    assert found is not None
    assert found.page_id == order[where].pk
    assert allowed_on(page).takes
    assert allowed_on_each([page])[page.pk].takes


@pytest.mark.parametrize(
    ("terms", "mode"),
    [
        ({"opens_at": -DAY, "closes_at": DAY}, Mode.OPEN),
        ({"opens_at": DAY}, Mode.CLOSED),
        ({"closes_at": -DAY}, Mode.CLOSED),
    ],
)
def test_a_time_to_open_and_one_to_close(
    site: SmallSite, terms: dict[str, dt.timedelta], mode: Mode
) -> None:
    now = timezone.now()
    _policy(site.index, **{name: now + delta for name, delta in terms.items()})
    allowed = allowed_on(live_news(site), now)
    assert (allowed.mode, allowed.shows) == (mode, True)


def test_days_after_each_publication(site: SmallSite) -> None:
    _policy(site.index, closes_after_days=3)
    page = live_news(site)
    first = page.first_published_at
    assert allowed_on(page, first + 3 * DAY - dt.timedelta(seconds=1)).takes
    assert not allowed_on(page, first + 3 * DAY).takes
    assert allowed_on(page, first).closes_at == first + 3 * DAY


def test_an_alias_follows_what_it_mirrors(site: SmallSite) -> None:
    page = live_news(site)
    alias = page.create_alias(parent=site.index_en, update_slug="alias")
    _policy(site.index)
    assert allowed_on(alias).takes
    _policy(site.index_en, Mode.HIDDEN)
    assert allowed_on(alias).takes


def test_it_costs_two_queries_however_deep(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = live_news(site)
    _policy(site.home)
    allowed_on(page)  # content types are known from now on
    with django_assert_num_queries(2):
        assert allowed_on(page).takes
