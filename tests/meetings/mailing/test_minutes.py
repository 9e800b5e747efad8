"""Minutes go to members, and what was closed stays closed."""

from django.utils import timezone

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, waiting
from tests.meetings.making import (
    approved,
    circulated,
    fresh,
    held,
    item,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.meetings.actions import itemising, minuting
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Outcome, Visibility
from wagtail_prcouncil.outbox.models import Message


def discussed(one: Meeting, title: str, words: str, **fields: object) -> None:
    row = item(one, title, **fields)
    itemising.settle_item(row, outcome=Outcome.NOTED, discussion=words, version=row.version)


def test_members_get_the_text_and_the_last_day(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.ir", seat(page))
    recipient(page, "guest@example.ir")
    one = held(page)
    discussed(one, "بودجه", "گفت‌وگوی بودجه")
    discussed(one, "درون", "گفت‌وگوی اعضا", visibility=Visibility.MEMBERS)
    discussed(one, "بسته", "گفت‌وگوی بسته", visibility=Visibility.CLOSED)
    circulated(one)
    told = {mail.to: mail.text for mail in waiting("minutes_circulated")}
    member, guest = told["member@example.ir"], told["guest@example.ir"]
    for words in ("بودجه", "گفت‌وگوی بودجه", "گفت‌وگوی اعضا", "بسته"):
        assert words in member
        assert words not in guest
    assert "گفت‌وگوی بسته" not in member


def test_of_who_came_nothing_is_said_twice(site: SmallSite) -> None:
    page = staffed_council(site, seats=1)
    made = Seat.objects.get(council=page)
    recipient(page, "member@example.ir", made)
    circulated(held(page))
    name = made.agency.name_as_read()
    (line,) = [row for row in only("minutes_circulated").text.splitlines() if name in row]
    assert [cell.strip("- ") for cell in line.split(" – ")].count(name) == 1


def test_minutes_that_were_recalled_are_sent_again(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    one = circulated(held(page))
    first = only("minutes_circulated")
    Message.objects.filter(pk=first.pk).update(sent_at=timezone.now())
    minuting.recall(one, reason="نادرست", version=one.version)
    circulated(one)
    again = only("minutes_circulated")
    assert again.key != first.key
    assert Message.objects.filter(pk=first.pk).exists()


def test_members_get_the_resolutions_with_their_numbers(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.com", seat(page), language="en")
    recipient(page, "guest@example.com", language="en")
    one = held(page)
    resolution(one, "مقرر شد گزارش داده شود")
    resolution(one, "رأی بسته", visibility=Visibility.CLOSED)
    approved(fresh(one))
    told = {mail.to: mail.text for mail in waiting("minutes_approved")}
    member = told["member@example.com"]
    assert "مقرر شد گزارش داده شود" in member
    assert "- Resolution 1/14" in member
    assert "- Resolution 2/14" in member
    assert "رأی بسته" not in member
    assert "Resolution 1" not in told["guest@example.com"]


def test_nothing_is_told_where_the_list_is_empty(site: SmallSite) -> None:
    circulated(held(staffed_council(site)))
    assert waiting() == []


def test_words_of_people_are_escaped(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "member@example.ir", seat(page))
    one = held(page)
    discussed(one, "<script>x</script>", "<b>نه</b>")
    circulated(one)
    assert "<script>" not in only("minutes_circulated").html
    assert "<script>x</script>" in only("minutes_circulated").text
