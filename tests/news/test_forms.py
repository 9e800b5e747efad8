"""Through the real admin views: what an editor types, and what they are told."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.making import SmallSite
from wagtail_prcouncil.news.models import NewsPage


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    return client


def typed(**fields: Any) -> dict[str, Any]:
    words = {
        "title": "گزارش هفتگی",
        "slug": "",
        "kicker": "",
        "deck": "",
        "lead": "",
        "hero_alt": "",
        "hero_caption": "",
        "hero_credit": "",
        "hero_image": "",
        "section": "",
        "agency": "",
        "agency_name": "",
        "province": "",
        "source_outlet": "",
        "quoted_agency": "",
        "quoted_source": "",
        "quoted_url": "",
        "dateline_place": "",
        "end_mark": "",
        "tags": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "body": streamfield([("paragraph", rich_text("<p>متن</p>"))]),
        "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
        "action-publish": "1",
    }
    flat = nested_form_data(words | fields)
    flat["comments-TOTAL_FORMS"] = flat["comments-INITIAL_FORMS"] = "0"
    return flat


def add(admin: Client, site: SmallSite, **fields: Any) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])
    return admin.post(url, typed(**fields))


def test_recurring_headlines_need_no_slug(site: SmallSite, admin: Client) -> None:
    for _ in range(2):
        assert add(admin, site).status_code == 302
    first, second = NewsPage.objects.order_by("pk")
    assert first.slug != second.slug
    assert first.public_slug == second.public_slug == "گزارش-هفتگی"
    assert first.live
    assert first.code


def test_a_picture_wants_a_description(site: SmallSite, admin: Client) -> None:
    image = get_image_model().objects.create(title="x", file=get_test_image_file())
    response = add(admin, site, hero_image=str(image.pk), lead="لید می‌ماند")
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert list(errors) == ["hero_alt"]
    assert "لید می‌ماند" in response.content.decode()
    assert not NewsPage.objects.exists()


def test_a_slug_in_use_is_an_error_beside_the_field(site: SmallSite, admin: Client) -> None:
    assert add(admin, site, slug="weekly").status_code == 302
    response = add(admin, site, slug="weekly")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["slug"]


def test_a_blank_headline_is_an_error_beside_the_field(site: SmallSite, admin: Client) -> None:
    response = add(admin, site, title="  ")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["title"]
