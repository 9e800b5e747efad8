import datetime as dt

from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from wagtail.users.models import UserProfile

from tests.making import SmallSite, draft_news, live_news, news_at
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


def test_the_desk_tells_and_narrows_by_the_day_of_publication(
    site: SmallSite, client: Client
) -> None:
    old = news_at(site, dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC), title="خبر دیروز")
    new = live_news(site, title="خبر امروز")
    user = User.objects.create_superuser("chief", "chief@example.invalid", "x")
    UserProfile.objects.create(user=user, preferred_language="fa")
    client.force_login(user)
    address = "/admin/prcouncil_news_listing/results/?published_at_to=۱۴۰۱/۵/۲۳"
    html = client.get(address).content.decode()
    assert old.title in html
    assert "۲۳ مرداد ۱۴۰۱، ۱۲:۱۳" in html
    assert new.title not in html
