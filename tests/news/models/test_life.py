import datetime as dt

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import LONG_AGO, change, fresh, in_hours, seen_long_ago
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.states import UpdateKind


@pytest.mark.parametrize(
    ("modified_at", "is_out"), [(None, False), (LONG_AGO, True), (in_hours(1), False)]
)
def test_readers_have_seen_what_they_could_see(
    modified_at: dt.datetime | None, is_out: bool
) -> None:
    assert NewsPage(published_at=LONG_AGO, modified_at=modified_at).is_out is is_out


def test_an_embargo_is_over_at_its_end() -> None:
    assert NewsPage(embargoed_until=in_hours(1)).is_embargoed
    assert not NewsPage(embargoed_until=LONG_AGO).is_embargoed
    assert not NewsPage().is_embargoed


def test_an_item_of_which_nothing_was_told_asks_for_nothing(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = seen_long_ago(site)
    with django_assert_num_queries(0):
        assert (page.was_modified, page.updates, page.retraction) == (False, [], None)
    told = change(page, UpdateKind.RETRACTION, "نادرست بود.")
    with django_assert_num_queries(1):
        assert told.retraction in told.updates
        assert len(told.updates) == 1


def test_a_draft_announces_its_publication_until_it_goes_out(site: SmallSite) -> None:
    page = seen_long_ago(site)
    assert page.announced() == ("", "")
    page.update_kind, page.update_note = UpdateKind.UPDATE, "عکس افزوده شد."
    revision = page.save_revision()
    assert fresh(page).announced() == (UpdateKind.UPDATE, "عکس افزوده شد.")
    revision.publish()
    assert fresh(page).announced() == ("", "")


def test_a_page_without_a_draft_announces_nothing(site: SmallSite) -> None:
    assert draft_news(site).announced() == ("", "")
    assert draft_news(site).get_latest_revision_as_object().update_kind == ""


def test_a_draft_takes_back_nothing_that_readers_have_seen(site: SmallSite) -> None:
    """Not even between Wagtail's writing the row and our action."""
    page = seen_long_ago(site)
    page.embargoed_until = in_hours(3)
    draft = page.save_revision().as_object()
    assert draft.embargoed_until is None
    waiting = live_news(site, embargoed_until=in_hours(1))
    waiting.embargoed_until = in_hours(3)
    assert waiting.save_revision().as_object().is_embargoed


def test_a_draft_foresees_what_its_publication_sets(site: SmallSite) -> None:
    page = change(seen_long_ago(site), UpdateKind.UPDATE, "عکس افزوده شد.")
    draft = fresh(page)
    draft.update_kind, draft.update_note = UpdateKind.RETRACTION, "نادرست بود."
    draft.foresee()
    assert [told.note for told in draft.updates] == ["نادرست بود.", "عکس افزوده شد."]
    assert draft.retraction == draft.updates[0]
    assert [told.note for told in draft.log] == ["عکس افزوده شد."]
    assert fresh(page).retraction is None, "nothing is written"


def test_a_coming_embargo_is_the_time_of_the_item(site: SmallSite) -> None:
    draft = draft_news(site, embargoed_until=in_hours(3))
    draft.embargoed_until = in_hours(5)
    draft.foresee()
    assert draft.published_at == draft.embargoed_until
    draft.embargoed_until = None
    draft.foresee()
    assert draft.published_at is not None
    assert draft.published_at <= timezone.now()


def test_what_says_nothing_new_foresees_no_note(site: SmallSite) -> None:
    page = change(seen_long_ago(site), UpdateKind.UPDATE, "عکس افزوده شد.")
    before = page.modified_at
    page.foresee()
    assert (page.modified_at, len(page.updates)) == (before, 1)
    page.update_kind, page.update_note = UpdateKind.UPDATE, "عکس افزوده شد."
    page.foresee()
    assert len(page.updates) == 1, "told already"
