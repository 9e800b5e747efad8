"""Which row is a page's, and where it stays."""

from tests.charters.making import charter, charter_index, fresh, in_english
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Charter, CharterPage


def test_a_charter_is_one_in_all_languages_and_stays_with_its_first_page(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    assert Charter.objects.of_page(english).get() == one
    assert fresh(one).page_id == one.page_id


def test_a_persian_draft_takes_it_from_no_english_page(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    Charter.objects.filter(pk=one.pk).update(page=english)
    CharterPage.objects.filter(pk=one.page_id).update(live=False, first_published_at=None)
    page = CharterPage.objects.get(pk=one.page_id)
    page.save()
    assert fresh(one).page_id == english.pk
    page.save_revision().publish()
    assert fresh(one).page_id == page.pk


def test_it_is_not_moved_out_of_its_council(site: SmallSite) -> None:
    one = charter(council(site))
    other = charter_index(council(site))
    assert not one.page.can_move_to(other)
    assert not charter_index(one.council).can_move_to(other.get_parent().specific)
    assert not CharterPage.can_create_at(site.home)


def test_what_readers_may_see(site: SmallSite) -> None:
    one = charter(council(site))
    assert list(Charter.objects.readable()) == [one]
    one.page.unpublish()
    assert not Charter.objects.readable().exists()
