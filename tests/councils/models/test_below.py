"""What stands below a council, tried on meetings; charters have tests of their own."""

from tests.making import SmallSite
from tests.meetings.making import in_english, meeting, meeting_index, staffed_council
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage


def test_one_row_for_all_languages(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    english = in_english(one, site)
    assert Meeting.objects.of_page(english).get() == one
    assert Meeting.objects.keep(english) == one
    pages = MeetingPage.objects.of(Meeting.objects.filter(pk=one.pk))
    assert sorted(page.pk for page in pages) == sorted([one.page_id, english.pk])


def test_no_way_out_of_the_council(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    other = meeting_index(staffed_council(site))
    assert one.page.council_above() == one.council
    assert not one.page.can_move_to(other)
    assert not meeting_index(one.council).can_move_to(other.get_parent().specific)
    assert meeting_index(one.council).can_move_to(one.council)
