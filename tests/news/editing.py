"""The editing form of news as a browser sends it."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.making import SmallSite
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.states import UpdateKind


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
        "related_links": inline_formset([]),
        "update_kind": "",
        "update_note": "",
        "embargoed_until": "",
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


def edit(admin: Client, page: NewsPage, **fields: Any) -> Any:
    """Publishes a small repair, unless `fields` say otherwise."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    as_it_is = {"title": page.title, "slug": page.slug, "update_kind": UpdateKind.SILENT}
    return admin.post(url, typed(**as_it_is | fields))


def save_draft(admin: Client, page: NewsPage, **fields: Any) -> Any:
    return edit(admin, page, **fields, **{"action-publish": ""})
