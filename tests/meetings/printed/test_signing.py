from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.making import announced, held, staffed_council
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.meetings.models import Organiser
from wagtail_prcouncil.meetings.printed.signing import benches, signatories


def test_before_the_meeting_those_who_sit_there_that_day(site: SmallSite) -> None:
    one = announced(staffed_council(site, seats=2))
    vacant = seat(one.council)
    (bench,) = benches(one)
    assert bench.council == ""
    assert [signer.person is None for signer in bench.signers].count(True) == 1
    assert {signer.seat for signer in bench.signers} >= {vacant}


def test_of_a_joint_meeting_each_council(site: SmallSite) -> None:
    lead, other = staffed_council(site, seats=2), staffed_council(site, seats=3)
    one = announced(lead)
    Organiser.objects.create(meeting=one, council=other)
    found = benches(one)
    assert [bench.council for bench in found] == [lead.title, other.title]
    assert [len(bench.signers) for bench in found] == [2, 3]


def test_chair_and_secretary_sign_the_minutes(site: SmallSite) -> None:
    council = staffed_council(site, seats=3)
    first = Seat.objects.filter(council=council).first()
    assert first is not None
    Seat.objects.filter(pk=first.pk).update(role="chair")
    one = held(council)
    assert [signer.seat.pk for signer in signatories(one)] == [first.pk]


def test_an_agency_is_named_once_beside_its_own_seat(site: SmallSite) -> None:
    council = staffed_council(site, seats=2)
    first = Seat.objects.filter(council=council).first()
    assert first is not None
    Seat.objects.filter(pk=first.pk).update(role="chair")
    (bench,) = benches(announced(council))
    bodies = {signer.seat.pk == first.pk: signer.body for signer in bench.signers}
    assert bodies == {True: first.agency, False: None}
