import pytest
from django.contrib.auth import get_user_model
from django.test import Client, override_settings
from wagtail import hooks

from tests.making import SmallSite
from wagtail_prcouncil.ui.brand.style import style_of, style_url
from wagtail_prcouncil.ui.cookies import cookies_set
from wagtail_prcouncil.ui.models import BrandSettings
from wagtail_prcouncil.ui.slots import HOOK, PageSlot


@pytest.fixture
def row(site: SmallSite) -> BrandSettings:
    return BrandSettings.objects.create(site=site.site, brand="#3b2a63")


class TestStyleSheet:
    def test_may_be_kept_for_ever(self, client: Client, row: BrandSettings) -> None:
        response = client.get(style_url(row))
        assert response.status_code == 200
        assert response.content.decode() == style_of(row)
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
        kept = response.headers["Cache-Control"]
        assert {"public", "immutable", "max-age=31536000"} == set(kept.split(", "))
        assert not response.cookies
        assert "cookie" not in response.headers.get("Vary", "").lower()

    def test_is_not_sent_twice(self, client: Client, row: BrandSettings) -> None:
        tag = client.get(style_url(row)).headers["ETag"]
        again = client.get(style_url(row), headers={"if-none-match": tag})
        assert again.status_code == 304
        assert again.content == b""

    def test_an_older_page_gets_the_colours_of_now(
        self, client: Client, row: BrandSettings
    ) -> None:
        old = style_url(row)
        row.brand = "#123a7a"
        row.save()
        response = client.get(old)
        assert "#123a7a" in response.content.decode()
        assert "max-age=60" in response.headers["Cache-Control"]
        assert "immutable" not in response.headers["Cache-Control"]

    def test_of_no_site(self, client: Client, site: SmallSite) -> None:
        response = client.get("/brand/0-0123456789abcdef.css")
        assert response.status_code == 404
        assert response.headers["Content-Type"].startswith("text/css")

    @pytest.mark.parametrize("path", ["99999999999999999999-0123456789abcdef", "1-x", "1-"])
    def test_of_no_address(self, client: Client, row: BrandSettings, path: str) -> None:
        assert client.get(f"/brand/{path}.css").status_code == 404

    def test_only_to_be_read(self, client: Client, row: BrandSettings) -> None:
        assert client.post(style_url(row)).status_code == 405
        assert client.head(style_url(row)).status_code == 200


class TestPrivacyPage:
    def test_in_both_languages_and_without_a_cookie(self, client: Client, site: SmallSite) -> None:
        for path, tag in (("/privacy/", 'lang="fa" dir="rtl"'), ("/en/privacy/", 'lang="en"')):
            response = client.get(path)
            html = response.content.decode()
            assert response.status_code == 200
            assert tag in html
            assert not response.cookies
            assert "cookie" not in response.headers.get("Vary", "").lower()
            for cookie in cookies_set():
                assert cookie.name in html

    def test_features_say_what_they_store(self, client: Client, site: SmallSite) -> None:
        def told(page: object, request: object) -> dict[str, str]:
            assert page is None, "there is no Wagtail page at this address"
            return {"words": "یک کوکی برای رأی"}

        slot = PageSlot("privacy", "prcouncil_ui/components/empty.html", told)
        with hooks.register_temporarily(HOOK, lambda: slot):
            assert "یک کوکی برای رأی" in client.get("/privacy/").content.decode()
            assert "یک کوکی برای رأی" not in client.get("/search/").content.decode()

    def test_the_contact_of_the_ministry(self, client: Client, row: BrandSettings) -> None:
        row.email = "privacy@example.invalid"
        row.save()
        assert client.get("/privacy/").content.decode().count("privacy@example.invalid") > 2

    @override_settings(ROOT_URLCONF="tests.ui.urls_without_search")
    def test_only_where_it_is_included(self, client: Client, site: SmallSite) -> None:
        assert client.get("/privacy/").status_code == 404


def test_editors_get_no_other_cookie_than_those_named(site: SmallSite) -> None:
    """What the privacy page says, tried: log in, fail to, save a form."""
    user = get_user_model().objects.create_superuser("editor", password="geheim")
    editor = Client()
    editor.get("/admin/login/")
    editor.post("/admin/login/", {"username": "editor", "password": "wrong"})
    editor.post("/admin/login/", {"username": "editor", "password": "geheim"})
    editor.get("/admin/", follow=True)
    path = f"/admin/settings/prcouncil_ui/brandsettings/{site.site.pk}/"
    editor.post(path, {"name": "وزارت", "links-count": 0})
    editor.get(site.home.url)
    assert user.is_active
    assert set(editor.cookies) <= {cookie.name for cookie in cookies_set()}
    assert "sessionid" in editor.cookies
