from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient
from tests.meetings.making import announced, staffed_council
from wagtail_prcouncil.meetings.mailing.relocating import tell_of_place
from wagtail_prcouncil.meetings.mailing.wording import Place
from wagtail_prcouncil.meetings.states import Mode


def test_both_places_stand_in_it_and_none_in_the_subject(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.ir")
    one = announced(page, venue="سالن ماه", venue_address="تهران\nخیابان یکم")
    tell_of_place(one, {"fa": Place(Mode.ONLINE, "")})
    message = only("relocated")
    lines = message.text.splitlines()
    assert "مکان: سالن ماه، تهران، خیابان یکم" in lines
    assert "سالن ماه" in message.html
    assert "سالن" not in message.subject
    assert message.about == f"meeting:{one.pk}"


def test_a_new_address_alone(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "a@example.com", seat(page), language="en")
    recipient(page, "b@example.com", language="en")
    one = announced(page)
    one.join_url = "https://join.example/new"
    tell_of_place(one, {}, has_new_address=True)
    message = only("join_changed")
    assert message.to == "a@example.com"
    assert message.subject == "New address to join: meeting 1/1405"
    assert "Address to join: https://join.example/new" in message.text.splitlines()
    assert "join.example" not in message.subject
