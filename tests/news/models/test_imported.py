from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import ImportedNews


def test_a_deleted_item_is_known_to_have_come(site: SmallSite) -> None:
    page = live_news(site)
    ImportedNews.objects.create(source="old", guid="a-1", page_id=page.pk, digest="x")
    page.delete()
    assert ImportedNews.objects.get(guid="a-1").page is None
