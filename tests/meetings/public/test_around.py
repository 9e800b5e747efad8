from tests.kinds import restrict
from tests.making import SmallSite, live_news
from tests.meetings.making import announced, in_english, meeting, staffed_council
from tests.meetings.public.making import session
from wagtail_prcouncil.meetings.models import MeetingPage


def test_meetings_before_and_after(site: SmallSite) -> None:
    council = staffed_council(site)
    first, middle, last = (announced(council, days=days) for days in (1, 5, 9))
    meeting(council, days=6)  # planned: told to nobody
    shown = session(middle.page).around
    assert (shown.previous, shown.next) == (first.page, last.page)
    assert shown.approved_in is None


def test_in_the_language_of_the_page(site: SmallSite) -> None:
    council = staffed_council(site)
    first, second = (announced(council, days=days) for days in (1, 5))
    english = in_english(second, site)
    assert session(english).around.previous is None
    translated = in_english(first, site)
    assert session(english).around.previous == translated


def test_related_pages_that_readers_may_see(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    page = MeetingPage.objects.get(pk=made.page_id)
    news, private = live_news(site, title="خبر نشست"), live_news(site)
    restrict(private)
    for number, related in enumerate((private, news)):
        page.related_pages.create(related=related, sort_order=number)
    page.save()
    assert [teaser.title for teaser in session(page).around.related] == ["خبر نشست"]
