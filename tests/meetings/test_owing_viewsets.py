"""Who reports for which agency, as administrators say it."""

from django.urls import reverse

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, secretary
from tests.meetings.making import staffed_council
from tests.meetings.owing import agencies_at, reporter_of
from wagtail_prcouncil.meetings.models import Reporter

INDEX = "/admin/meetings/reporters/"


def test_an_administrator_adds_a_reporter_once(site: SmallSite) -> None:
    agency, user = agencies_at(staffed_council(site))[0], member_of(group_for())
    client = chief()
    place = reverse("prcouncil_reporters:add")
    said = {"user": user.pk, "agency": agency.pk}
    assert client.post(place, said).status_code == 302
    assert Reporter.objects.get().agency == agency
    assert errors(client.post(place, said))
    for field in ("user", "agency"):
        assert field in errors(client.post(place, said | {field: "9" * 40}))
    assert Reporter.objects.count() == 1


def test_the_list_says_who_lacks_the_right(site: SmallSite) -> None:
    agency = agencies_at(staffed_council(site))[0]
    able, powerless = reporter_of(agency), member_of(group_for())
    Reporter.objects.create(user=powerless, agency=agency)
    page = chief().get(INDEX)
    told = {row.user: row.may_submit for row in page.context["object_list"]}
    assert told == {able: True, powerless: False}


def test_secretaries_and_agencies_have_no_list(site: SmallSite) -> None:
    assert secretary(staffed_council(site)).get(INDEX).status_code == 302
