from tests.making import SmallSite
from tests.meetings.making import fresh, held, item, staffed_council
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.printed.items import for_members, for_readers
from wagtail_prcouncil.meetings.public.agendas import Agenda


def nested(site: SmallSite) -> Meeting:
    one = held(staffed_council(site))
    first = item(one, "یک")
    part = item(one, "یک و یک", parent=first)
    item(one, "ژرف‌تر", parent=part)
    item(one, "دو", visibility="closed", background="راز")
    itemising.finalise(fresh(one), version=fresh(one).version)
    return fresh(one)


def test_parts_stand_below_and_further_in(site: SmallSite) -> None:
    depths = [(row.words.title, row.depth) for row in for_members(nested(site))]
    assert depths == [("یک", 0), ("یک و یک", 1), ("ژرف‌تر", 2), ("دو", 0)]


def test_readers_get_no_more_than_the_title_of_what_is_closed(site: SmallSite) -> None:
    one = nested(site)
    told = list(for_readers(Agenda(one).items))
    assert [row.words.title for row in told] == [row.words.title for row in for_members(one)]
    assert told[-1].row is None
    assert told[-1].note
    assert told[0].note == ""
