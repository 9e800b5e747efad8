from django.http import QueryDict

from tests.charters.making import adopted, charter, charter_index, draft, fresh, rewritten
from tests.charters.public.making import anonymous, told_charter
from tests.councils.making import council
from tests.making import SmallSite, below
from wagtail_prcouncil.charters.models import Charter, CharterIndexPage, Partner
from wagtail_prcouncil.charters.public.lists import CharterList
from wagtail_prcouncil.charters.states import Kind, Standing


def titles(page: CharterIndexPage, asked: str = "") -> dict[str, list[str]]:
    groups = CharterList.below(page, anonymous()).asked_for(QueryDict(asked))
    return {group.kind: [entry.title for entry in group.entries] for group in groups}


def test_by_kind_and_name_of_one_council_and_of_all(site: SmallSite) -> None:
    home, other = council(site), council(site)
    charter(home, title="ب")
    bylaws = charter(home, title="آیین")
    Charter.objects.filter(pk=bylaws.pk).update(kind=Kind.BYLAWS)
    charter(other, title="آن دیگر")
    shared = charter(other, title="الف")
    Partner.objects.create(charter=shared, council=home)
    index = charter_index(home)
    assert titles(index) == {"covenant": ["الف", "ب"], "bylaws": ["آیین"]}
    assert titles(index, "kind=bylaws") == {"bylaws": ["آیین"]}
    assert titles(index, "kind=nothing") == titles(index)
    everywhere = below(site.home, CharterIndexPage, title="همه", slug="all")
    everywhere.save_revision().publish()
    assert len(titles(everywhere)["covenant"]) == 3


def test_each_by_the_version_that_readers_meet(site: SmallSite) -> None:
    told = told_charter(site)
    english = told.english.get_parent().specific
    (entry,) = CharterList.below(english, anonymous()).entries
    assert (entry.title, entry.standing, entry.tone) == (
        "Sample covenant",
        Standing.IN_FORCE,
        "good",
    )
    assert entry.url == told.english.url
    assert entry.version.signed == 1


def test_a_draft_gives_no_adopted_charter_another_name(site: SmallSite) -> None:
    one = charter(council(site), title="نام مصوب")
    adopted(one)
    draft(one)
    page = rewritten(one, "دیگر")
    page.title = "نام پیش‌نویس"
    page.save_revision().publish()
    (entry,) = CharterList.below(charter_index(one.council), anonymous()).entries
    assert entry.title == fresh(one).page.adopted_title == "نام مصوب"


def test_what_readers_may_not_see_stands_in_no_list(site: SmallSite) -> None:
    one = charter(council(site))
    one.page.unpublish()
    assert CharterList.below(charter_index(one.council), anonymous()).entries == []
