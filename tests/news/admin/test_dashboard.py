import datetime as dt
from typing import Any

from django.test import override_settings
from django.utils import timezone, translation
from wagtail.models import Revision

from tests.making import SmallSite, below, draft_news, live_news
from tests.news.staff import EDITING, chief, group, logged_in, member
from wagtail_prcouncil.news.admin.dashboard import coming_for, desks_of
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage

HOUR = dt.timedelta(hours=1)


def scheduled(site: SmallSite, title: str, hours: int, **fields: Any) -> NewsPage:
    page = draft_news(site, title=title, go_live_at=timezone.now() + hours * HOUR, **fields)
    page.save_revision().publish()
    return page


def test_a_new_item_in_a_section_is_two_clicks_away(site: SmallSite) -> None:
    html = logged_in(chief()).get("/admin/").content.decode()
    add = f"/admin/pages/add/prcouncil_news/newspage/{site.index.pk}/"
    assert f'href="{add}"' in html
    assert f'href="{add}?section={site.section.pk}"' in html
    # Each index offers the sections of its own language.
    english = f"/admin/pages/add/prcouncil_news/newspage/{site.index_en.pk}/"
    assert f'href="{english}?section={site.section_en.pk}"' in html
    assert f'href="{english}?section={site.section.pk}"' not in html


def test_a_reporter_is_offered_their_own_index_with_the_sections_of_all(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    (desk,) = desks_of(member(group("reporters", *EDITING, below=unit)))
    assert desk.new.words == "خبرهای واحد"
    assert [way.words for way in desk.sections] == [site.section.title]


def test_sixty_indexes_are_folded_below_the_nearest(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    scheduled(site, "پسین", 3)
    for number in range(60):
        below(site.home, NewsIndexPage, title=f"خبرهای واحد {number}", slug=f"unit-{number}")
    user = chief("fa")
    with translation.override("fa"), django_assert_max_num_queries(4):
        desks = list(desks_of(user))
    assert len(desks) == 62
    first, english, *agencies = desks
    assert (first.new.words, english.new.words) == (site.index.title, site.index_en.title)
    assert [way.words for way in first.sections] == [site.section.title]
    assert [way.words for way in english.sections] == [site.section_en.title]
    # All sections sixty times over would be a wall of buttons.
    assert not any(desk.sections for desk in agencies)
    assert [desk.new.words for desk in agencies[:3]] == [f"خبرهای واحد {n}" for n in range(3)]
    html = logged_in(user).get("/admin/").content.decode()
    desk = html[html.index("prcouncil-news-desk-section") :]
    # What goes out next stands on top, then the open index; the others are folded.
    places = [desk.index(part) for part in ("prc-desk-coming", 'class="prc-desk"', "<details")]
    assert places == sorted(places)
    assert desk.count('class="button button-small') == 2
    assert "(۶۱)" in desk


def test_the_editor_meets_the_index_of_their_language_first(site: SmallSite) -> None:
    user = chief()
    for code, index in (("fa", site.index), ("en", site.index_en)):
        with translation.override(code):
            assert next(iter(desks_of(user))).new.words == index.title


def test_the_sections_of_an_index_are_those_below_it(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = below(unit, SectionPage, title="سرویس واحد", slug="own")
    SectionPage.objects.filter(pk=own.pk).update(live=True)
    (desk,) = desks_of(member(group("reporters", *EDITING, below=unit)))
    assert [way.words for way in desk.sections] == ["سرویس واحد"]


def test_what_goes_out_next_the_nearest_first(site: SmallSite) -> None:
    later = scheduled(site, "پسین", 3)
    sooner = scheduled(site, "پیشین", 1)
    between = live_news(site, title="میانی", embargoed_until=timezone.now() + 2 * HOUR)
    draft_news(site)
    user = chief("fa")
    assert [item.title for item in coming_for(user)] == ["پیشین", "میانی", "پسین"]
    assert [item.title for item in coming_for(user)] == [
        page.draft_title for page in (sooner, between, later)
    ]
    assert "پیشین" in logged_in(user).get("/admin/").content.decode()


def test_what_others_have_coming_crowds_out_nothing(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = scheduled(site, "خبر واحد", 99)
    own.move(NewsIndexPage.objects.get(pk=unit.pk), pos="last-child")
    embargoed = live_news(site, title="پنهان", embargoed_until=timezone.now() + HOUR)
    other = Revision.page_revisions.get(approved_go_live_at__isnull=False)
    sooner = timezone.now() + HOUR
    Revision.objects.bulk_create(
        Revision(
            content_type=other.content_type,
            base_content_type=other.base_content_type,
            object_id=str(embargoed.pk + number),
            content={},
            created_at=timezone.now(),
            approved_go_live_at=sooner,
        )
        for number in range(60)
    )
    reporter = member(group("reporters", *EDITING, below=unit))
    assert [item.title for item in coming_for(reporter)] == ["خبر واحد"]


def test_nobody_is_told_what_comes_in_others_indexes(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    scheduled(site, "پنهان", 1)
    reporter = member(group("reporters", *EDITING, below=unit))
    assert coming_for(reporter) == []
    stranger = member(group("strangers"))
    assert list(desks_of(stranger)) == []
    assert "prcouncil-news-desk" not in logged_in(stranger).get("/admin/").content.decode()


def test_a_type_that_the_site_has_hidden_is_not_offered(site: SmallSite) -> None:
    hidden = {"HIDDEN_PAGE_TYPES": ["prcouncil_news.NewsPage"]}
    with override_settings(WAGTAIL_PRCOUNCIL=hidden):
        assert list(desks_of(chief())) == []


def test_the_work_does_not_grow_with_the_sections(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        below(site.index, SectionPage, title=f"سرویس {number}", slug=f"section-{number}")
    user = chief()
    with django_assert_max_num_queries(4):
        assert len(list(desks_of(user))) == 2
