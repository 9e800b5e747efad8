import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex

from tests.making import SmallSite, live_news
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.actions import CodeTakenError, ImpossibleCodeError
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsCode, NewsPage
from wagtail_prcouncil.search.finding import find_pages

pytestmark = pytest.mark.django_db

MORNING = dt.datetime(2024, 5, 6, 7, 0, tzinfo=dt.UTC)


def item(title: str = "خبر شباهنگ", **fields: object) -> NewsPage:
    body = [("paragraph", "<p>متن خبر.</p>")]
    return NewsPage(**({"title": title, "published_at": MORNING, "body": body} | fields))


def test_written_items_are_out(site: SmallSite, client: object) -> None:
    before = live_news(site)
    write_live([item("یک", section=site.section), item("دو")], site.index)
    first, second = NewsPage.objects.filter(title__in=["یک", "دو"]).order_by("pk")
    assert (first.code, second.code) == (before.code + 1, before.code + 2)
    assert first.live
    assert first.modified_at == first.first_published_at == MORNING
    assert first.section == site.section
    assert client.get(first.url).status_code == 200
    assert Page.find_problems() == ([], [], [], [], [])
    assert site.index.get_children().count() == 4


def test_older_numbers_are_kept_and_counted_on_from(site: SmallSite) -> None:
    write_live([item("کهنه", code=50421), item("نو")], site.index)
    codes = dict(NewsCode.objects.values_list("number", "legacy"))
    assert codes == {50421: True, 50422: False}


@pytest.mark.parametrize("codes", [(7, 7), (0,), (10**12,)])
def test_an_impossible_number_writes_nothing(site: SmallSite, codes: tuple[int, ...]) -> None:
    pages = [item(f"خبر {place}", code=code) for place, code in enumerate(codes)]
    with pytest.raises((CodeTakenError, ImpossibleCodeError)):
        write_live(pages, site.index)
    assert not NewsPage.objects.exists()
    assert not NewsCode.objects.exists()


def test_a_taken_number_writes_nothing(site: SmallSite) -> None:
    taken = live_news(site).code
    with pytest.raises(CodeTakenError):
        write_live([item(), item(code=taken)], site.index)
    assert NewsPage.objects.count() == 1


def test_tags_references_and_search_follow(site: SmallSite) -> None:
    province = Province.objects.get(code="IR-26")
    write_live(
        [item(), item("دیگر", province=province)], site.index, tags={0: ["سد", "سد"], 1: ["سد"]}
    )
    one, other = NewsPage.objects.order_by("pk")
    assert [tag.name for tag in one.tags.all()] == ["سد"]
    assert one.tagged_items.get().tag == other.tagged_items.get().tag
    assert other.tagged_items.get().published_at == MORNING
    noted = ReferenceIndex.objects.filter(object_id=str(other.pk))
    assert noted.get(model_path="province").to_object_id == str(province.pk)
    root = ContentType.objects.get_for_model(Page)
    assert set(noted.values_list("base_content_type", flat=True)) == {root.pk}
    assert find_pages("شباهنگ", locale=site.fa, limit=5).total == 1


def test_two_tags_of_one_slug(site: SmallSite) -> None:
    write_live([item()], site.index, tags={0: ["سد", "سد!"]})
    write_live([item("دیگر")], site.index, tags={0: ["سد.", "سد"]})
    assert Tag.objects.count() == 3
    assert len(set(Tag.objects.values_list("slug", flat=True))) == 3


def test_search_may_wait(site: SmallSite) -> None:
    write_live([item()], site.index, is_searchable=False)
    assert find_pages("شباهنگ", locale=site.fa, limit=5).total == 0


def test_the_work_does_not_grow_with_the_batch(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(20):
        write_live([item(f"خبر {number}") for number in range(50)], site.index, is_searchable=False)
