import pytest
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, below, small_site
from wagtail_prcouncil.news.models import SectionPage


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_news_are_filed_under_originals(site: SmallSite) -> None:
    nested = below(site.section_en, SectionPage, title="Towns")  # in English only
    tree = SectionPage.objects.tree()
    assert tree.family_ids(site.section.path) == [site.section.pk]
    assert sorted(tree.family_ids(site.section_en.path)) == sorted([site.section.pk, nested.pk])
    assert tree.original_id(site.section_en) == site.section.pk
    assert tree.original_id(nested) == nested.pk


def test_where_originals_stand(site: SmallSite) -> None:
    nested = below(site.section_en, SectionPage, title="Towns")
    alias = site.section.create_alias(parent=site.index, update_slug="alias")
    asked = [site.section.pk, site.section_en.pk, nested.pk, alias.pk, 999]
    path = site.section.path
    assert SectionPage.objects.tree().original_paths(asked) == {
        site.section.pk: path,
        site.section_en.pk: path,
        nested.pk: nested.path,
        alias.pk: path,
    }


def test_where_a_reader_may_go(site: SmallSite) -> None:
    draft = below(site.index, SectionPage, title="پیش‌نویس")
    private = below(site.index, SectionPage, title="پنهان")
    private.save_revision().publish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    first = below(site.index, SectionPage, title="نخست")
    first.save_revision().publish()
    first.refresh_from_db()
    first.move(SectionPage.objects.get(pk=site.section.pk), pos="left")
    found = SectionPage.objects.tree().directly_below(site.index.path)
    assert list(found) == [first, site.section]
    assert draft.pk not in {row.pk for row in found.rows}


def test_titles_for_readers_of_a_language(site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    sport.save_revision().publish()
    draft = below(site.index, SectionPage, title="پیش‌نویس")
    tree = SectionPage.objects.tree()
    asked = [site.section.pk, sport.pk, draft.pk, 999]
    assert tree.titles(asked, "en") == {site.section.pk: "Provinces", sport.pk: "ورزش"}
    assert tree.titles(asked, "fa") == {site.section.pk: "استان‌ها", sport.pk: "ورزش"}


def test_one_query(site: SmallSite, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]  # with what is private
        tree = SectionPage.objects.tree()
        tree.family_ids(site.section.path)
        assert len(tree.directly_below(site.index.path)) == 1
