"""What a history says of each step."""

from typing import Any

from django.utils import translation
from wagtail.models import PageLogEntry

from tests.charters.admin.desk import chief, place, secretary
from tests.charters.making import A_DAY, adopted, charter, fresh, signed
from tests.charters.test_links import invited
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.actions.reviewing import review
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.admin.histories import Abouts
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.signatories import candidates
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali


def told(one: Charter, *, sees: bool = True) -> dict[str, str]:
    """By verb, without the marks of direction."""
    rows = list(PageLogEntry.objects.filter(page=one.page_id).order_by("pk"))
    with translation.override("en"):
        found = Abouts(fresh(one), rows, sees_invited=sees).by_entry()
    said = {row.action.partition(".")[2]: found.get(row.pk, "") for row in rows}
    return {verb: text.replace("\u2068", "").replace("\u2069", "") for verb, text in said.items()}


def test_it_names_version_people_clause_and_reason(site: SmallSite) -> None:
    made = invited(site)
    one = made.version.charter
    row = signed(made.version)
    withdraw(row, on=today(), reason="سمت نداشت")
    whose, year = agency(), to_jalali(today()).year
    review(one, anchor="art_3", agency=whose, year=year, verdict=Verdict.KEPT)
    repeal(made.version, on=today(), reason="جایش پر شد", version=None)
    said = told(one)
    assert said["adopt"] == "version 1"
    assert said["invite"] == f"version 1 · {made.person.name} · {made.agency.name}"
    assert said["sign"] == f"version 1 · {row.person.name} · {row.agency.name}"
    assert said["withdraw_signature"].endswith("سمت نداشت")
    assert said["review_clause"] == f"مادهٔ ۳ · {whose.name} · {year}"
    assert said["close_invitations"] == "1 invitation"
    assert said["repeal"] == "version 1 · جایش پر شد"
    assert said["publish"] == ""


def test_who_was_invited_is_told_to_those_who_may_know(site: SmallSite) -> None:
    made = invited(site)
    one = made.version.charter
    assert told(one, sees=False)["invite"] == "version 1"
    may = [Right.VIEW]
    for rights, sees in ((may, False), ([*may, Right.ADD_SIGNATURES], True)):
        page = secretary(one.council, rights=rights).get(place("history", one))
        assert page.status_code == 200
        assert (made.person.name in page.content.decode()) is sees


def test_each_of_many_who_were_invited_at_once_is_named(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    seats = [signed(version) for _number in range(3)]
    for row in seats:
        withdraw(row, on=today(), reason="از نو")
    client = chief()
    wanted = [one._replace(email="a@example.org") for one in candidates(version)]
    sent = {f"email_{one.key}": one.email for one in wanted}
    day = "{}/{}/{}".format(*to_jalali(today() + A_DAY))
    answer = client.post(place("invite_all", version), sent | {"language": "fa", "expires_on": day})
    assert answer.status_code == 302
    page = client.get(place("history", version.charter)).content.decode()
    assert len(wanted) == 3
    assert all(row.agency.name in page for row in seats)
    rows = client.get(place("history", version.charter)).context["object_list"]
    assert sum(row.action.endswith(".invite") for row in rows) == 3


def test_a_window_asks_as_much_for_many_as_for_one(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    version = adopted(charter(council(site)))
    for _number in range(6):
        signed(version)
    rows = list(PageLogEntry.objects.filter(page=version.charter.page_id))
    with django_assert_max_num_queries(4):
        Abouts(fresh(version.charter), rows, sees_invited=True).by_entry()
