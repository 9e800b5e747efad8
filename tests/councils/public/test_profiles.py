import datetime as dt

import pytest
from django.http import HttpRequest
from wagtail.models import PageViewRestriction

from tests.councils.making import council, in_english, sits
from tests.councils.public.making import LEFT, Peopled
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.closing import close_council, reopen_council
from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage, UpperBody
from wagtail_prcouncil.councils.public.profiles import CouncilProfile
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Level, QuorumKind

pytestmark = pytest.mark.django_db


def profile(page: CouncilPage, request: HttpRequest) -> CouncilProfile:
    return CouncilProfile.of(CouncilPage.objects.get(pk=page.pk), request)


def test_facts_are_those_of_the_original(made: Peopled, request_: HttpRequest) -> None:
    CouncilPage.objects.filter(pk=made.page.pk).update(
        level=Level.NATIONAL, quorum_kind=QuorumKind.NUMBER, quorum_value=2, telephone="021 12"
    )
    shown = profile(made.english, request_)
    assert (shown.page, shown.facts) == (made.english, made.page)
    assert (shown.facts.level, shown.quorum.due, shown.dialled) == ("national", 2, "02112")
    assert len(shown.composition.sittings) == 4


def test_the_quorum_that_is_due_today(made: Peopled, request_: HttpRequest) -> None:
    assert profile(made.page, request_).quorum == (QuorumKind.MAJORITY, None, 2, 3)


def test_the_term_and_those_who_left(made: Peopled, request_: HttpRequest) -> None:
    shown = profile(made.page, request_)
    assert shown.term is not None
    assert (shown.term.number, shown.former) == (3, 2)


def test_former_members_are_persons_who_sit_there_no_longer(
    made: Peopled, request_: HttpRequest
) -> None:
    sits(made.vacant, made.first, LEFT + ONE_DAY, LEFT + 9 * ONE_DAY)
    assert profile(made.page, request_).former == 2  # one of them left twice
    sits(made.vacant, made.left, LEFT + 10 * ONE_DAY)
    assert profile(made.page, request_).former == 1


def test_of_a_council_that_ended_nothing_is_told_as_of_today(
    made: Peopled, request_: HttpRequest
) -> None:
    close_council(made.page, on=LEFT + 30 * ONE_DAY, reason="merged", by=None)
    shown = profile(made.english, request_)
    assert (shown.is_closed, shown.day, shown.term) == (True, LEFT + 30 * ONE_DAY, None)
    assert (shown.quorum.voting_seats, shown.quorum.kind) == (0, QuorumKind.MAJORITY)
    assert len(shown.composition.sittings) == 4
    assert shown.tenure is not None
    assert shown.tenure.rows[0].stays[-1].until == shown.day


def test_a_council_is_opened_again_when_the_one_above_it_is_gone(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    above = council(site, "شورای بالا")
    CouncilPage.objects.filter(pk=made.page.pk).update(parent_council=above.pk)
    close_council(made.page, on=LEFT + 30 * ONE_DAY, reason="merged", by=None)
    above.delete()
    reopen_council(made.page, by=None)
    shown = profile(made.page, request_)
    assert (shown.above, shown.is_closed, shown.quorum.voting_seats) == (None, False, 3)
    assert shown.term is not None
    assert shown.term.until is None


def test_councils_around_it_in_the_language_of_the_page(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    below = council(site, "شورای استان", parent_council=made.page)
    shown = profile(made.page, request_)
    assert ([page.pk for page in shown.below], shown.above) == ([below.pk], None)
    assert profile(below, request_).above == made.page.page_ptr
    assert profile(made.english, request_).below == []
    translation = in_english(below, site, "Provincial council")
    assert profile(made.english, request_).below == [translation.page_ptr]
    assert profile(translation, request_).above == made.english.page_ptr


def test_a_private_council_is_not_named_around(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    below = council(site, "شورای محرمانه", parent_council=made.page)
    PageViewRestriction.objects.create(page=below, restriction_type="login")
    assert profile(made.page, request_).below == []


def test_the_charter_in_the_language_of_the_page(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    CouncilPage.objects.filter(pk=made.page.pk).update(ethics_charter=site.section.pk)
    assert profile(made.page, request_).ethics_charter == site.section.page_ptr
    assert profile(made.english, request_).ethics_charter == site.section_en.page_ptr
    site.section_en.unpublish()
    assert profile(made.english, request_).ethics_charter == site.section.page_ptr
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")
    assert profile(made.english, request_).ethics_charter is None


def test_bodies_above(made: Peopled, request_: HttpRequest) -> None:
    UpperBody.objects.create(council=made.page, name="شورای بالا", name_en="Upper council")
    UpperBody.objects.create(council=made.page, agency=agency("نهاد", name_en="Body"))
    told = [body.name_in("en") for body in profile(made.english, request_).upper_bodies]
    assert told == ["Upper council", "Body"]


def test_cards_lie_below_a_list_that_readers_may_see(
    made: Peopled, site: SmallSite, request_: HttpRequest
) -> None:
    assert profile(made.english, request_).persons_url == "/en/councils/persons/"
    CouncilIndexPage.objects.get(locale=site.en).unpublish()
    assert profile(made.english, request_).persons_url == ""


def test_in_a_preview_the_draft_speaks(made: Peopled, request_: HttpRequest) -> None:
    draft = CouncilPage.objects.get(pk=made.page.pk)
    draft.founded_on = dt.date(2017, 4, 20)
    assert CouncilProfile.of(draft, request_).facts.founded_on is None
    request_.is_preview = True  # type: ignore[attr-defined]
    assert CouncilProfile.of(draft, request_).facts.founded_on == dt.date(2017, 4, 20)
