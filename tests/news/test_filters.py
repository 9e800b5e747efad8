from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.filters import agencies_in_the_news


def test_the_desk_s_list_by_agency_and_by_province(site: SmallSite, client: Client) -> None:
    water, yazd = agency(), Province.objects.get(code="IR-21")
    of_water = live_news(site, agency=water, title="خبر آب")
    of_yazd = live_news(site, province=yazd, title="خبر یزد")
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    url = reverse("prcouncil_news_listing:index")
    for asked, found in [
        ({"agency": water.pk}, [of_water]),
        ({"province": yazd.pk}, [of_yazd]),
        ({"agency": water.pk, "province": yazd.pk}, []),
    ]:
        response = client.get(url, asked)
        assert [page.pk for page in response.context["pages"]] == [page.pk for page in found]
    assert client.get(url, {"agency": "nonsense"}).status_code == 200


def test_agencies_without_news_are_not_offered(site: SmallSite) -> None:
    water = agency()
    agency()
    live_news(site, agency=water)
    live_news(site, agency=water)
    assert list(agencies_in_the_news(None)) == [water]
