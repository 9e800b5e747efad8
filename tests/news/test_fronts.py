from typing import Any

from django.test import Client
from django.utils import timezone

from tests.making import SmallSite, below, draft_news, live_news
from wagtail_prcouncil.news.fronts import newest_of_each
from wagtail_prcouncil.news.models import NewsPage, SectionPage


def test_the_newest_of_each_section_and_what_lies_below(site: SmallSite) -> None:
    nested = below(site.section, SectionPage, title="شهرستان‌ها")
    empty = below(site.index, SectionPage, title="بی‌خبر")
    pages = [live_news(site), live_news(site, section=nested), live_news(site)]
    draft_news(site)
    [front] = newest_of_each([SectionPage.objects.get(pk=site.section.pk), empty], 2)
    assert front["section"] == site.section
    assert list(front["items"]) == pages[:0:-1]


def test_what_the_page_shows_already_is_left_out(site: SmallSite) -> None:
    first, second = live_news(site), live_news(site)
    [front] = newest_of_each([site.section], 3, besides=[second])
    assert list(front["items"]) == [first]


def test_one_query_for_each_section_and_few_for_all(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    sections = [below(site.index, SectionPage, title=f"سرویس {n}") for n in range(4)]
    for section in sections:
        live_news(site, section=section)
    with django_assert_max_num_queries(len(sections) * 2 + 4):
        newest_of_each(sections, 3)


def test_a_retracted_item_is_put_forward_nowhere(site: SmallSite) -> None:
    """Not in the part of its section, not as the lead of the example's home."""
    kept, retracted = live_news(site), live_news(site)
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=timezone.now())
    [front] = newest_of_each([site.section], 3)
    assert list(front["items"]) == [kept]
    context = Client().get(site.home.url).context
    assert (context["lead"], context["latest"]) == (kept, [])
