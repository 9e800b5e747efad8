"""A council that is kept from readers, on every address that it has."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.councils.public.making import Peopled, peopled
from tests.councils.test_views import PARTS, cards, html
from tests.making import SmallSite

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


def test_a_private_council_tells_nothing(
    client: Client, made: Peopled, admin_client: Client
) -> None:
    PageViewRestriction.objects.create(page=made.page, restriction_type="login")
    for part in PARTS:
        response = client.get(f"{made.page.url}{part}")
        assert response.status_code == 302
        assert "نمونه‌پور" not in response.content.decode()
        allowed = admin_client.get(f"{made.page.url}{part}")
        assert allowed.status_code == 200
        assert "public" not in allowed.headers.get("Cache-Control", "")
    for url in (made.page.get_parent().url, "/sitemap.xml"):
        assert "نمونه‌پور" not in html(client, url)
        assert f'"{made.page.url}' not in html(client, url)
        assert f">{made.page.full_url}" not in html(client, url)
    assert client.get(f"{cards(made)}{made.head.pk}/").status_code == 404
    assert f"persons/{made.head.pk}/" not in html(client, "/sitemap.xml")


def test_a_public_translation_of_a_private_council_names_nobody(
    client: Client, made: Peopled
) -> None:
    PageViewRestriction.objects.create(page=made.page, restriction_type="login")
    for part in PARTS:
        shown = client.get(f"{made.english.url}{part}").content.decode()
        assert "نمونه‌پور" not in shown
        assert "Nemunepur" not in shown
    assert "Nemunepur" not in html(client, "/en/councils/")


def test_an_unpublished_council_is_not_there(client: Client, made: Peopled) -> None:
    made.page.unpublish()
    for part in PARTS:
        assert client.get(f"{made.page.url}{part}").status_code == 404
    assert client.get(f"{cards(made)}{made.head.pk}/").status_code == 404
