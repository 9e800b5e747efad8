"""What an agenda takes over, and its order, as the desk asks for them."""

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, place
from tests.meetings.making import held, item, meeting, staffed_council
from wagtail_prcouncil.meetings.actions.itemising import settle_item
from wagtail_prcouncil.meetings.models import Meeting


def titles(made: Meeting) -> list[str]:
    return [row.title for row in made.items.in_order()]


def test_unfinished_items_of_the_last_meeting_are_proposed_and_come_once(site: SmallSite) -> None:
    council = staffed_council(site)
    past, made = held(council), meeting(council)
    done = item(past, "تمام‌شده")
    settle_item(done, outcome="noted", version=done.version)
    item(past, "مانده")
    client = chief()
    form = client.get(place("carry_over", made)).context["form"]
    assert form["source"].value() == past.pk
    for _time in range(2):
        client.post(place("carry_over", made), as_now(made, source=str(past.pk)))
    assert titles(made) == ["مانده"]


def test_the_agenda_of_another_council_cannot_be_copied(site: SmallSite) -> None:
    made, other = meeting(staffed_council(site)), meeting(staffed_council(site))
    item(other)
    answer = chief().post(place("copy_agenda", made), as_now(made, source=str(other.pk)))
    assert list(answer.context["form"].errors) == ["source"]


def test_matters_arising_are_told_when_there_are_none(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    client = chief()
    assert client.get(place("fill_matters_arising", made)).status_code == 200
    assert client.post(place("fill_matters_arising", made), as_now(made)).status_code == 302
    assert not made.items.exists()


def test_items_are_put_in_order_among_their_equals(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one, two = item(made, "یک"), item(made, "دو")
    part, other = item(made, "یک-۱", parent=one), item(made, "یک-۲", parent=one)
    said = {f"place_{two.pk}": "۱", f"place_{one.pk}": "2"}
    said |= {f"place_{part.pk}": "9", f"place_{other.pk}": ""}
    assert chief().post(place("order_items", made), as_now(made, **said)).status_code == 302
    assert titles(made) == ["دو", "یک", "یک-۱", "یک-۲"]


def test_an_order_that_somebody_changed_meanwhile_is_not_saved(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one, two = item(made, "یک"), item(made, "دو")
    late = as_now(made) | {f"place_{two.pk}": "1", f"place_{one.pk}": "2"}
    item(made, "سه")
    assert chief().post(place("order_items", made), late).status_code == 409
    assert titles(made) == ["یک", "دو", "سه"]
