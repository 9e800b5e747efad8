from uuid import UUID

import pytest

from tests.audience.making import known
from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.audience.actions import TooManyVotesError, cast_vote
from wagtail_prcouncil.audience.actions.voting import MOST_A_MINUTE, MOST_OF_ONE, voter_hash
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.news.models import NewsPage


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
    assert vote.item == page.translation_key
    assert (vote.is_useful, vote.locale_id) == (False, site.en.pk)


def test_another_original_takes_the_votes_over(site: SmallSite) -> None:
    """One that comes later, in the default language, and one that is left when it is deleted."""
    english = live_news(site, english_of=draft_news(site))
    NewsPage.objects.exclude(pk=english.pk).get().delete()
    cast_vote(known(english), is_useful=True, by="browser")
    page = live_news(site, translation_key=english.translation_key)
    cast_vote(known(page), is_useful=False, by="browser")
    assert not UsefulnessVote.objects.get().is_useful, "the same browser, the same vote"
    page.delete()
    cast_vote(known(english), is_useful=True, by="browser")
    assert UsefulnessVote.objects.get().is_useful


def test_what_is_stored_of_a_browser_differs_from_page_to_page() -> None:
    assert voter_hash("browser", UUID(int=1)) != voter_hash("browser", UUID(int=2))
    assert "browser" not in voter_hash("browser", UUID(int=1))


def test_a_flood_is_refused(site: SmallSite) -> None:
    page = known(live_news(site))
    for number in range(MOST_A_MINUTE):
        cast_vote(page, is_useful=True, by=str(number))
    for _ in range(2):
        with pytest.raises(TooManyVotesError) as refused:
            cast_vote(page, is_useful=True, by="one more")
        assert str(refused.value)
    assert UsefulnessVote.objects.count() == MOST_A_MINUTE


def test_a_browser_that_repeats_itself_shuts_out_itself_only(site: SmallSite) -> None:
    page = known(live_news(site))
    for _ in range(MOST_OF_ONE):
        cast_vote(page, is_useful=True, by="loop")
    for _ in range(MOST_A_MINUTE):
        with pytest.raises(TooManyVotesError):
            cast_vote(page, is_useful=False, by="loop")
    cast_vote(page, is_useful=True, by="somebody else")
    assert UsefulnessVote.objects.filter(is_useful=True).count() == 2
