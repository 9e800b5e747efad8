"""The preview in the admin: what an editor has typed and nobody has saved."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from wagtail.models import Site

from tests.making import SmallSite
from wagtail_prcouncil.ui.models import BrandSettings

FIELDS = (
    "name name_en tagline tagline_en emblem logo brand accent on_brand motif_strength radius "
    "address address_en postal_code telephone fax email privacy_page licence licence_en"
)


def form(**typed: Any) -> dict[str, Any]:
    return dict.fromkeys(FIELDS.split(), "") | {"links-count": 0} | typed


@pytest.fixture
def editor(db: None) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("editor"))
    return client


def address(site: Site) -> str:
    return f"/admin/settings/prcouncil_ui/brandsettings/{site.pk}/preview/"


def previewed(editor: Client, site: Site, mode: str) -> str:
    response = editor.get(f"{address(site)}?mode={mode}&in_preview_panel=true")
    assert response.status_code == 200
    assert "private" in response.headers["Cache-Control"]
    return response.content.decode()


def style_link(html: str) -> str:
    """Address of the colours that a previewed page asks for."""
    return html.partition('href="/admin/prcouncil/brand-preview.css')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("mode", "name", "language"),
    [("fa", "وزارت شباهنگ", "fa"), ("en", "Morning Star", "en"), ("specimen", "شباهنگ", "fa")],
)
def test_each_mode_shows_what_was_typed(
    site: SmallSite, editor: Client, mode: str, name: str, language: str
) -> None:
    typed = form(name="وزارت شباهنگ", name_en="Ministry of the Morning Star", brand="#6B1D5C")
    said = editor.post(address(site.site), typed).json()
    assert said == {"is_valid": True, "is_available": True}
    html = previewed(editor, site.site, mode)
    assert name in html
    assert f'<html lang="{language}"' in html
    assert style_link(html).startswith("?sheet=")
    sheet = editor.get(f"/admin/prcouncil/brand-preview.css{style_link(html)}")
    assert "--prc-brand: #6b1d5c;" in sheet.content.decode()
    assert sheet.headers["Content-Type"].startswith("text/css")
    assert "no-store" in sheet.headers["Cache-Control"]


def test_readers_see_nothing_of_it(site: SmallSite, editor: Client) -> None:
    BrandSettings.objects.create(site=site.site, name="وزارت کنونی")
    editor.post(address(site.site), form(name="وزارت شباهنگ", brand="#6b1d5c"))
    html = previewed(editor, site.site, "fa")
    cache.clear()
    previewed(editor, site.site, "fa")
    for client in (Client(), editor):
        seen = client.get(site.home.url).content.decode()
        assert "شباهنگ" not in seen
        assert "وزارت کنونی" in seen
        assert "brand-preview" not in seen
    assert BrandSettings.objects.get().name == "وزارت کنونی"
    asked = Client().get(f"/admin/prcouncil/brand-preview.css{style_link(html)}")
    assert asked.status_code == 302, "to the login"


def test_a_refused_colour_leaves_the_last_preview(site: SmallSite, editor: Client) -> None:
    editor.post(address(site.site), form(brand="#6b1d5c"))
    said = editor.post(address(site.site), form(brand="#ffcc00")).json()
    assert said == {"is_valid": False, "is_available": True}
    assert style_link(previewed(editor, site.site, "fa"))


@pytest.mark.parametrize("sheet", ["", "x", "eyJ4IjoxfQ:x:x"])
def test_only_what_the_site_has_signed(editor: Client, sheet: str) -> None:
    response = editor.get("/admin/prcouncil/brand-preview.css", {"sheet": sheet})
    assert response.status_code == 404


def test_another_sites_home_whatever_the_host(site: SmallSite, editor: Client) -> None:
    second = Site.objects.create(
        hostname="other.example", root_page=site.index, site_name="پایگاه دیگر"
    )
    editor.post(address(second), form(name="سازمان دیگر"))
    html = previewed(editor, second, "fa")
    assert "سازمان دیگر" in html
    assert site.index.title in html


def test_a_language_without_a_home_shows_the_specimen(site: SmallSite, editor: Client) -> None:
    site.home_en.delete()
    editor.post(address(site.site), form())
    assert "prc-specimen" in previewed(editor, site.site, "en")


def test_saved_by_the_form_with_its_errors_beside_the_fields(
    site: SmallSite, editor: Client
) -> None:
    edit = address(site.site).removesuffix("preview/")
    refused = editor.post(edit, form(name="وزارت شباهنگ", brand="#ffcc00"))
    assert refused.status_code == 200
    html = refused.content.decode()
    assert 'value="#ffcc00"' in html, "nothing typed is lost"
    assert "وزارت شباهنگ" in html
    assert list(refused.context["form"].errors) == ["brand"]
    links = {
        "links-count": 1,
        "links-0-deleted": "",
        "links-0-order": 0,
        "links-0-type": "link",
        "links-0-id": "",
        "links-0-value-network": "eitaa",
        "links-0-value-url": "https://eitaa.example/a",
    }
    saved = editor.post(edit, form(name="وزارت شباهنگ", brand="#6B1D5C") | links)
    assert saved.status_code == 302
    row = BrandSettings.objects.get()
    assert (row.brand, row.links[0].value["network"]) == ("#6b1d5c", "eitaa")
