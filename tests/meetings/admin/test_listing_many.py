"""Many addresses at once."""

from tests.councils.making import council, seat
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, secretary
from tests.meetings.admin.test_recipients import ALL, place
from wagtail_prcouncil.meetings.models import Recipient


def test_good_lines_are_kept_and_the_others_come_back(site: SmallSite) -> None:
    page = council(site)
    own = seat(page, agency=agency(code="roads-qom"))
    lines = "راه <roads@example.ir> roads-qom\nبد <bad>\n\nدفتر <office@example.ir>\nghost@x"
    answer = chief().post(place("add_many"), {"council": str(page.pk), "lines": lines})
    assert answer.status_code == 200
    told = dict(Recipient.objects.values_list("email", "seat"))
    assert told == {"roads@example.ir": own.pk, "office@example.ir": None}
    assert len(errors(answer)["lines"]) == 2
    assert answer.context["form"]["lines"].value() == "بد <bad>\nghost@x"


def test_good_lines_alone_lead_to_the_list(site: SmallSite) -> None:
    page = council(site)
    client = secretary(page, rights=ALL)
    said = {"council": str(page.pk), "lines": "a@example.ir\nb@example.ir"}
    assert client.post(place("add_many"), said)["Location"] == place("index")
    assert Recipient.objects.filter(council=page).count() == 2


def test_too_many_lines_are_refused(site: SmallSite) -> None:
    said = {"council": str(council(site).pk), "lines": "a@example.ir\n" * 501}
    assert "lines" in errors(chief().post(place("add_many"), said))
    assert not Recipient.objects.exists()


def test_a_council_of_somebody_else_is_no_choice(site: SmallSite) -> None:
    page, other = council(site), council(site)
    client = secretary(page, rights=ALL)
    for name in ("add_many", "add_agencies"):
        said = {"council": str(other.pk), "lines": "a@example.ir"}
        assert "council" in errors(client.post(place(name), said))
    assert not Recipient.objects.exists()


def test_the_addresses_of_agencies(site: SmallSite) -> None:
    page = council(site)
    own = seat(page, agency=agency(email="pr@example.ir"))
    seat(page, agency=agency())
    chief().post(place("add_agencies"), {"council": str(page.pk)})
    row = Recipient.objects.get()
    assert (row.email, row.seat) == ("pr@example.ir", own)
