import pytest

from tests.making import SmallSite
from tests.meetings.making import item, meeting, staffed_council
from wagtail_prcouncil.meetings.models import AgendaItem, ItemDocument
from wagtail_prcouncil.meetings.states import Outcome, Visibility

pytestmark = pytest.mark.django_db


def test_items_in_order_and_by_what_is_left(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    first, second = item(one, "یکم"), item(one, "دوم", visibility=Visibility.CLOSED)
    assert list(one.items.in_order()) == [first, second]
    assert list(one.items.public()) == [first]
    AgendaItem.objects.filter(pk=first.pk).update(outcome=Outcome.NOTED)
    assert list(one.items.pending()) == [second]


def test_words_in_the_other_language_where_there_are(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)), "گزارش", label="۱", background="پیشینه")
    assert str(one) == "۱ گزارش"
    assert (one.title_in("en"), one.background_in("en")) == ("گزارش", "پیشینه")
    one.title_en = "Report"
    assert (one.title_in("en"), one.title_in("fa")) == ("Report", "گزارش")
    paper = ItemDocument(item=one, title="سند", title_en="Paper")
    assert (paper.title_in("fa"), paper.title_in("en")) == ("سند", "Paper")
