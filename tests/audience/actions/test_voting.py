import pytest

from tests.audience.making import known
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import TooManyVotesError, cast_vote
from wagtail_prcouncil.audience.actions.voting import MOST_A_MINUTE, voter_hash
from wagtail_prcouncil.audience.models import UsefulnessVote


def test_a_browser_has_one_vote_that_it_may_change(site: SmallSite) -> None:
    page = known(live_news(site))
    cast_vote(page, is_useful=True, by="browser")
    cast_vote(page, is_useful=False, reason="كوتاه بود", by="browser")
    vote = UsefulnessVote.objects.get()
    assert (vote.is_useful, vote.reason) == (False, "کوتاه بود")
    assert vote.section_id == site.section.pk
    cast_vote(page, is_useful=True, by="another")
    assert UsefulnessVote.objects.count() == 2


def test_an_item_is_voted_on_once_in_all_languages(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page)
    cast_vote(known(page), is_useful=True, by="browser")
    cast_vote(known(english), is_useful=False, by="browser")
    vote = UsefulnessVote.objects.get()
    assert (vote.page_id, vote.is_useful, vote.locale_id) == (page.pk, False, site.en.pk)


def test_a_deleted_original_hands_its_votes_on(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page)
    cast_vote(known(page), is_useful=True, by="browser")
    page.delete()
    assert UsefulnessVote.objects.get().page_id == english.pk


def test_what_is_stored_of_a_browser_differs_from_page_to_page() -> None:
    assert voter_hash("browser", 1) != voter_hash("browser", 2)
    assert "browser" not in voter_hash("browser", 1)


def test_a_flood_is_refused(site: SmallSite) -> None:
    page = known(live_news(site))
    for number in range(MOST_A_MINUTE):
        cast_vote(page, is_useful=True, by=str(number))
    with pytest.raises(TooManyVotesError) as refused:
        cast_vote(page, is_useful=True, by="one more")
    assert str(refused.value)
    assert UsefulnessVote.objects.count() == MOST_A_MINUTE
