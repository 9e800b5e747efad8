"""All who have not signed are invited at once."""

from typing import Any

from tests.charters.admin.desk import chief, errors, place, secretary
from tests.charters.admin.test_invitations import in_jalali
from tests.charters.making import adopted, charter, signatory, signed
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.inviting_many import field_of
from wagtail_prcouncil.charters.models import CharterVersion, Invitation
from wagtail_prcouncil.charters.signatories import candidates
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.outbox.models import Message


def three(site: SmallSite) -> CharterVersion:
    """A version with three agencies that have not signed, two of them with an address."""
    version = adopted(charter(council(site)))
    signed(version)
    for name in ("a", "b", ""):
        seat, _who = signatory(version.charter)
        email = f"{name}@example.org" if name else ""
        Agency.objects.filter(pk=seat.agency_id).update(email=email)
    return version


def words(version: CharterVersion, **said: Any) -> dict[str, Any]:
    shown = {field_of(one): one.email for one in candidates(version)}
    return shown | {"expires_on": in_jalali(10), "language": "fa"} | said


def test_who_gets_it_and_who_has_no_address_is_seen_before(site: SmallSite) -> None:
    version = three(site)
    page = secretary(version.charter.council).get(place("invite_all", version))
    parts = {part.slug: part for part in page.context["form"].parts()}
    assert {slug: len(part.rows) for slug, part in parts.items()} == {
        "all": 1,
        "reached": 2,
        "missing": 1,
    }
    for one in candidates(version):
        assert one.agency.name in page.content.decode()


def test_those_with_an_address_are_invited(site: SmallSite) -> None:
    version = three(site)
    client = secretary(version.charter.council)
    answer = client.post(place("invite_all", version), words(version))
    assert answer["Location"] == place("invitations", version.charter)
    emails = {"a@example.org", "b@example.org"}
    assert set(Invitation.objects.values_list("email", flat=True)) == emails
    assert set(Message.objects.values_list("to", flat=True)) == emails
    assert [one.email for one in candidates(version)] == [""]


def test_a_bad_address_comes_back_and_the_rest_is_sent(site: SmallSite) -> None:
    version = three(site)
    bad = next(one for one in candidates(version) if not one.email)
    answer = chief().post(
        place("invite_all", version), words(version, **{field_of(bad): "no address"})
    )
    assert answer.status_code == 200
    assert [*errors(answer)] == [field_of(bad)]
    assert "no address" in answer.content.decode()
    assert Invitation.objects.count() == 2
    again = words(version, **{field_of(bad): "c@example.org"})
    assert chief_again(version, again).status_code == 302
    assert Invitation.objects.count() == 3


def chief_again(version: CharterVersion, said: dict[str, Any]) -> Any:
    return secretary(version.charter.council).post(place("invite_all", version), said)


def test_a_bad_day_invites_nobody_and_is_told_once(site: SmallSite) -> None:
    version = three(site)
    for day, field in ((in_jalali(-1), "expires_on"), ("1405/13/01", "expires_on")):
        answer = chief_again(version, words(version, expires_on=day))
        assert answer.status_code == 200
        assert errors(answer).keys() == {field}
        assert len(errors(answer)[field]) == 1
    assert not Invitation.objects.exists()


def test_without_any_address_it_is_said_so(site: SmallSite) -> None:
    version = three(site)
    nobody = {field_of(one): "" for one in candidates(version)}
    answer = chief_again(version, words(version, **nobody))
    assert answer.status_code == 200
    assert [*errors(answer)] == ["__all__"]
