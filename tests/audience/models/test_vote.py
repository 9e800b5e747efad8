import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.news.models import NewsPage

DAY = dt.timedelta(days=1)


def vote(page: NewsPage, voter: str, **fields: object) -> UsefulnessVote:
    said = {"is_useful": True, "locale_id": 1} | fields
    return UsefulnessVote.objects.create(item=page.translation_key, voter=voter, **said)


def test_a_browser_votes_once_on_a_page(site: SmallSite) -> None:
    page = live_news(site)
    vote(page, "a")
    with pytest.raises(IntegrityError), transaction.atomic():
        vote(page, "a")


def test_votes_by_what_they_say_and_when(site: SmallSite) -> None:
    page, now = live_news(site), timezone.now()
    with_reason = vote(page, "a", reason="كوتاه بود", is_useful=False)
    vote(page, "b", voted_at=now - 3 * DAY)
    assert list(UsefulnessVote.objects.with_reason()) == [with_reason]
    assert UsefulnessVote.objects.between(now - DAY, None).count() == 1
    assert UsefulnessVote.objects.between(None, now - DAY).count() == 1
    tally = UsefulnessVote.objects.tallied_by("item").get()
    assert tally == {"item": page.translation_key, "useful": 1, "useless": 1}
    with_reason.refresh_from_db()
    assert with_reason.reason == "کوتاه بود"


def test_a_vote_is_shown_with_the_original_while_there_is_one(site: SmallSite) -> None:
    page = live_news(site, title="گزارش آب")
    english = live_news(site, english_of=page, title="Water")
    vote(english, "a")

    def shown() -> tuple[int | None, str | None]:
        found = UsefulnessVote.objects.with_page().get()
        return found.page_id, found.title

    assert shown() == (page.pk, "گزارش آب")
    page.delete()
    assert shown() == (english.pk, "Water")
    english.delete()
    assert shown() == (None, None)
