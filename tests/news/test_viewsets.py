from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.news.viewsets import code_as_read


def test_the_desk_lists_news_of_all_indexes(site: SmallSite, client: Client) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    draft = draft_news(site)
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    html = client.get("/admin/prcouncil_news_listing/").content.decode()
    assert all(item.title in html for item in (page, english, draft))


def test_codes_in_the_digits_of_the_editor(site: SmallSite) -> None:
    page = live_news(site)
    page.code = 50421
    with translation.override("fa"):
        assert code_as_read(page) == "۵۰۴۲۱"
    with translation.override("en"):
        assert code_as_read(page) == "50421"
    assert code_as_read(draft_news(site)) == ""
