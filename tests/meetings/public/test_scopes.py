import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page

from bench.work import work_of
from tests.kinds import restrict
from tests.making import SmallSite, below
from tests.meetings.making import announced, held, in_english, meeting, staffed_council
from tests.meetings.public.making import anonymous
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import MeetingIndexPage
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.states import Kind


@pytest.fixture
def everywhere(site: SmallSite) -> MeetingIndexPage:
    """A list that stands below no council."""
    page = below(site.home, MeetingIndexPage, title="تقویم", slug="calendar")
    page.save_revision().publish()
    return MeetingIndexPage.objects.get(pk=page.pk)


def scope(page: MeetingIndexPage) -> Scope:
    return Scope.above(page, anonymous())


def test_those_of_the_council_above(site: SmallSite) -> None:
    one, other = staffed_council(site), staffed_council(site)
    made = announced(one)
    announced(other)
    meeting(one)  # planned
    found = scope(MeetingIndexPage.objects.get(pk=made.page.get_parent().pk))
    assert found.council_key == one.translation_key
    assert list(found.meetings()) == [made]


def test_those_of_all_readable_councils(site: SmallSite, everywhere: MeetingIndexPage) -> None:
    open_, private, gone = (staffed_council(site) for _n in range(3))
    made = announced(open_)
    announced(private)
    announced(gone)
    restrict(private)
    gone.unpublish()
    assert scope(everywhere).council_key is None
    assert list(scope(everywhere).meetings()) == [made]


def test_joint_ones_stand_with_all_their_councils(site: SmallSite) -> None:
    lead, beside = staffed_council(site), staffed_council(site)
    announced(beside)
    made = announced(lead)
    notice = Notice(Kind.JOINT, made.mode, made.starts_at, made.ends_at, organisers=[beside])
    convening.set_notice(made, notice, version=made.version)
    assert made in Scope(beside, anonymous(), beside.translation_key).meetings()


def test_in_the_language_of_the_list(site: SmallSite) -> None:
    council = staffed_council(site)
    made, _untranslated = announced(council), announced(council)
    page = in_english(made, site)
    english = scope(MeetingIndexPage.objects.get(pk=page.get_parent().pk))
    assert list(english.meetings()) == [made]
    (occasion,) = english.occasions(english.coming())
    assert (occasion.title, occasion.url) == ("Meeting", page.url)


def test_to_come_and_gone_by(site: SmallSite) -> None:
    council = staffed_council(site)
    past, coming, put_off, off = held(council), *(announced(council, days=n) for n in (9, -2, 4))
    convening.postpone(put_off, reason="نامعلوم", version=put_off.version)
    convening.cancel(off, reason="تعطیل", version=off.version)
    found = Scope(council, anonymous(), council.translation_key)
    assert list(found.coming()) == [put_off, off, coming]
    assert list(found.gone()) == [past]
    told = [(one.is_off, one.tone) for one in found.occasions([*found.coming(), *found.gone()])]
    assert told == [(True, "wait"), (True, "bad"), (False, "link"), (False, "good")]


def test_the_same_is_read_however_many_pages_the_site_has(site: SmallSite) -> None:
    """Of so many that PostgreSQL looks into an index for the few: a small table it reads whole."""
    made = announced(staffed_council(site))
    found = scope(MeetingIndexPage.objects.get(pk=made.page.get_parent().pk))
    home, width = site.home, Page.steplen - 1
    kind = ContentType.objects.get_for_model(Page)

    def read_beside(first: int, last: int) -> int:
        Page.objects.bulk_create(
            Page(
                title="برگه",
                slug=f"page-{number}",
                path=f"{home.path}Z{number:0{width}}",
                depth=home.depth + 1,
                url_path=f"{home.url_path}page-{number}/",
                locale=site.fa,
                content_type=kind,
            )
            for number in range(first, last)
        )
        if connection.vendor == "postgresql":  # SQLite has no statistics unless somebody asks
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        return work_of(lambda: list(found.coming())).most

    few = read_beside(0, 200)
    assert read_beside(200, 900) <= 1.5 * few
