"""By which number an item is known, whatever happens to its pages."""

from contextlib import suppress
from functools import partial

import pytest
from wagtail.models import PageLogEntry, Site

from tests.making import SmallSite, draft_news, live_news, small_site
from tests.parallel import in_threads
from wagtail_prcouncil.news.actions import (
    CodeTakenError,
    ImpossibleCodeError,
    import_code,
    register_publication,
)
from wagtail_prcouncil.news.models import NewsCode, NewsIndexPage, NewsPage


def test_first_publication_allots_a_code_and_a_time(site: SmallSite) -> None:
    draft = draft_news(site)
    assert (draft.code, draft.published_at) == (None, None)
    draft.save_revision().publish()
    page = NewsPage.objects.get(pk=draft.pk)
    assert page.code == NewsCode.objects.get(page_id=page.pk).number
    assert page.published_at == page.first_published_at
    assert PageLogEntry.objects.filter(action="prcouncil_news.allot_code", page=page).count() == 1


def test_later_publications_change_neither(site: SmallSite) -> None:
    page = live_news(site)
    page.save_revision().publish()
    again = NewsPage.objects.get(pk=page.pk)
    assert (again.code, again.published_at) == (page.code, page.published_at)
    page.unpublish()
    again.save_revision().publish()
    assert NewsPage.objects.get(pk=page.pk).code == page.code


def test_codes_rise_and_are_never_reused(site: SmallSite) -> None:
    first, second = live_news(site), live_news(site)
    assert second.code == first.code + 1
    number = second.code
    second.delete()
    assert live_news(site).code == number + 1
    assert NewsCode.objects.get(number=number).page_id is None


@pytest.mark.django_db(transaction=True)
def test_the_code_is_searchable_once_committed() -> None:
    page = live_news(small_site())
    assert list(NewsPage.objects.search(str(page.code))) == [page]


def test_a_translation_has_the_code_of_its_original(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    assert english.code == page.code
    assert NewsCode.objects.count() == 1


def test_a_translation_published_first_leaves_the_code_to_the_original(site: SmallSite) -> None:
    draft = draft_news(site)
    english = live_news(site, english_of=draft, title="News")
    assert NewsCode.objects.get().page_id == draft.pk
    draft.save_revision().publish()
    assert NewsPage.objects.get(pk=draft.pk).code == english.code


def test_an_original_made_after_its_translation_takes_the_code_over(site: SmallSite) -> None:
    draft = draft_news(site)
    english = live_news(site, english_of=draft, title="News")
    key, number = draft.translation_key, english.code
    draft.delete()
    assert NewsCode.objects.get().page_id == english.pk
    late = live_news(site, translation_key=key)
    assert late.code == number
    assert NewsCode.objects.get().page_id == late.pk


def test_deleting_the_original_hands_the_code_to_a_translation(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    page.delete()
    assert NewsCode.objects.get(number=english.code).page_id == english.pk


def test_an_alias_shows_the_code_of_its_source(site: SmallSite) -> None:
    page = live_news(site)
    page.create_alias(update_slug="an-alias")
    page.save_revision().publish()
    alias = NewsPage.objects.get(alias_of=page)
    assert alias.code == page.code
    assert NewsCode.objects.count() == 1


def test_an_imported_code_is_kept_and_counted_on_from(site: SmallSite) -> None:
    old = draft_news(site)
    code = import_code(old, number=50421)
    assert code.legacy
    old.save_revision().publish()
    assert NewsPage.objects.get(pk=old.pk).code == 50421
    assert live_news(site).code == 50422


def test_an_imported_code_must_be_free(site: SmallSite) -> None:
    taken = live_news(site)
    with pytest.raises(CodeTakenError):
        import_code(draft_news(site), number=taken.code)
    with pytest.raises(CodeTakenError):
        import_code(taken, number=99)
    assert NewsCode.objects.count() == 1


@pytest.mark.parametrize("number", [0, -1, 10**12])
def test_an_imported_code_must_fit_an_address(site: SmallSite, number: int) -> None:
    with pytest.raises(ImpossibleCodeError):
        import_code(draft_news(site), number=number)


def test_an_item_keeps_its_code_from_site_to_site(site: SmallSite) -> None:
    """And no other item gets it: one sequence for the installation."""
    unit = site.home.add_child(instance=NewsIndexPage(title="آب", slug="water", locale=site.fa))
    Site.objects.create(hostname="water.example.gov.ir", root_page=unit)
    Site.clear_site_root_paths_cache()
    page = live_news(site)
    other = unit.add_child(instance=NewsPage(title="خبر آب", live=False, locale=site.fa))
    other.save_revision().publish()
    assert NewsPage.objects.get(pk=other.pk).code == page.code + 1
    page.move(NewsIndexPage.objects.get(pk=unit.pk), pos="last-child")
    page.save_revision().publish()
    assert NewsPage.objects.get(pk=page.pk).code == page.code


def test_a_code_is_searched_for_in_any_digits(site: SmallSite) -> None:
    page = draft_news(site)
    import_code(page, number=50421)
    page.save_revision().publish()
    assert list(NewsPage.objects.search("۵۰۴۲۱")) == [page]


@pytest.mark.django_db(transaction=True)
def test_parallel_first_publications() -> None:
    site = small_site()
    drafts = [draft_news(site) for _ in range(20)]
    in_threads([draft.save_revision().publish for draft in drafts])
    codes = set(NewsPage.objects.values_list("code", flat=True))
    assert len(codes) == 20
    assert None not in codes


@pytest.mark.django_db(transaction=True)
def test_parallel_publications_of_one_item_and_its_translation() -> None:
    site = small_site()
    page = draft_news(site)
    english = draft_news(site, english_of=page, title="News")
    NewsPage.objects.update(live=True)
    in_threads([partial(register_publication, item) for item in [page, english] * 6])
    assert NewsCode.objects.count() == 1
    assert len(set(NewsPage.objects.values_list("code", flat=True))) == 1


@pytest.mark.django_db(transaction=True)
def test_an_import_that_meets_a_publication() -> None:
    """One of them gives the item its code; neither waits for the other for ever."""
    site = small_site()
    for number in range(100, 108):
        page = draft_news(site)
        NewsPage.objects.filter(pk=page.pk).update(live=True)
        with suppress(CodeTakenError):
            in_threads([partial(register_publication, page), partial(imported, page, number)])
        assert NewsCode.objects.filter(page_id=page.pk).count() == 1
        assert NewsPage.objects.get(pk=page.pk).code


def imported(page: NewsPage, number: int) -> None:
    import_code(page, number=number)
