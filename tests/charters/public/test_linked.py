from wagtail.models import PageViewRestriction

from tests.charters.public.making import anonymous, told_charter
from tests.councils.making import council
from tests.councils.making import in_english as council_in_english
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.linked import LinkedPages, title_told


def test_in_the_readers_language_else_as_it_was_named(site: SmallSite) -> None:
    told = told_charter(site)
    other = council(site, title="شورای دیگر")
    found = LinkedPages([told.one.council, other], told.english, anonymous())
    ours, foreign = found.get(told.one.council_id), found.get(other.pk)
    assert ours is not None
    assert (ours.title, ours.language) == ("Council", None)
    assert foreign is not None
    assert foreign.language is not None
    assert (foreign.title, foreign.language.code) == ("شورای دیگر", "fa")
    council_in_english(other, site, title="Other")
    again = LinkedPages([other], told.english, anonymous()).get(other.pk)
    assert again is not None
    assert again.title == "Other"


def test_nothing_of_what_readers_may_not_see(site: SmallSite) -> None:
    told, kept = told_charter(site), council(site)
    kept.unpublish()
    found = LinkedPages([kept], told.page, anonymous())
    assert found.get(kept.pk) is None
    assert found.get(None) is None


def test_what_was_named_keeps_its_name_unless_readers_may_not_see_it(site: SmallSite) -> None:
    told, kept = told_charter(site), council(site)
    assert title_told("نام", None, told.page) == "نام"
    assert title_told("نام", kept, told.page) == "نام"
    PageViewRestriction.objects.create(page=kept, restriction_type=PageViewRestriction.LOGIN)
    assert title_told("نام", kept, told.page) == ""
    PageViewRestriction.objects.create(
        page=told.one.council, restriction_type=PageViewRestriction.LOGIN
    )
    assert title_told("نام", kept, told.page) == "نام"
