"""Through the real admin views: what an editor types, and what they are told."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail.users.models import UserProfile

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news
from tests.news.editing import add, edit
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news.models import NewsPage, SectionPage


@pytest.fixture
def admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("chief", "chief@example.invalid", "x"))
    return client


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


def closed(**fields: Any) -> Agency:
    return agency(closed_on=dt.date(2020, 1, 1), closing_reason="abolished", **fields)


def test_an_agency_is_chosen_from_the_register(site: SmallSite, admin: Client) -> None:
    chosen = agency(province=Province.objects.get(code="IR-26"))
    assert add(admin, site, agency=str(chosen.pk), quoted_agency=str(chosen.pk)).status_code == 302
    page = NewsPage.objects.get()
    assert (page.agency, page.quoted_agency, page.province.code) == (chosen, chosen, "IR-26")


@pytest.mark.parametrize(
    ("chosen", "written"), [("agency", "agency_name"), ("quoted_agency", "quoted_source")]
)
def test_an_agency_is_chosen_or_written(
    site: SmallSite, admin: Client, chosen: str, written: str
) -> None:
    both = {chosen: str(agency().pk), written: "انجمن دوستداران رود"}
    response = add(admin, site, **both)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [written]
    assert "انجمن دوستداران رود" in response.content.decode()
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize("field", ["agency", "quoted_agency"])
def test_a_closed_agency_makes_no_more_news(site: SmallSite, admin: Client, field: str) -> None:
    response = add(admin, site, **{field: str(closed().pk)})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not NewsPage.objects.exists()


def test_a_closed_agency_keeps_its_news(site: SmallSite, admin: Client) -> None:
    gone = closed()
    page = live_news(site, agency=gone)
    assert edit(admin, page, agency=str(gone.pk), lead="تصحیح").status_code == 302
    page.refresh_from_db()
    assert (page.agency, page.lead) == (gone, "تصحیح")
    assert edit(admin, page, agency=str(closed().pk)).status_code == 200


def test_an_agency_that_is_not_there_is_an_error_beside_the_field(
    site: SmallSite, admin: Client
) -> None:
    response = add(admin, site, agency="987654", province="nowhere", quoted_url="no address")
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"agency", "province", "quoted_url"}


def test_another_agency_brings_its_province(site: SmallSite, admin: Client) -> None:
    qazvin, yazd = (Province.objects.get(code=code) for code in ("IR-26", "IR-21"))
    page = live_news(site, agency=agency(province=qazvin))
    other = agency(province=yazd)
    edit(admin, page, agency=str(other.pk), province=str(qazvin.pk))
    page.refresh_from_db()
    assert page.province == yazd
    edit(admin, page, agency=str(agency(province=qazvin).pk), province="")
    page.refresh_from_db()
    assert page.province == qazvin


def test_a_province_that_is_not_the_agency_s_stays(site: SmallSite, admin: Client) -> None:
    qazvin, yazd = (Province.objects.get(code=code) for code in ("IR-26", "IR-21"))
    page = live_news(site, agency=agency(), province=qazvin)
    edit(admin, page, agency=str(agency(province=yazd).pk), province=str(qazvin.pk))
    page.refresh_from_db()
    assert page.province == qazvin


def test_deleting_an_agency_in_the_news_answers_with_the_list(
    site: SmallSite, admin: Client
) -> None:
    used = agency()
    page = live_news(site, agency=used)
    url = reverse("wagtailsnippets_prcouncil_directory_agency:delete", args=[used.pk])
    response = admin.post(url)
    assert response.status_code in (200, 409)
    assert page.title in response.content.decode()
    assert Agency.objects.filter(pk=used.pk).exists()


def add_section(admin: Client, parent: Page, **fields: Any) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "sectionpage", parent.pk])
    words = {"title": "بایگانی", "slug": "", "intro": "", "seo_title": "", "go_live_at": ""}
    empty = {"search_description": "", "expire_at": "", "comments": inline_formset([])}
    return admin.post(url, nested_form_data(words | empty | fields))


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_section_that_nobody_would_find_is_refused_beside_its_slug(
    site: SmallSite, admin: Client, language: str, action: dict[str, str]
) -> None:
    UserProfile.objects.create(user=User.objects.get(), preferred_language=language)
    response = add_section(admin, site.index, slug="archive", **action)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["slug"]
    assert "archive" in str(response.context["form"].errors["slug"])
    assert add_section(admin, site.index, title="Old", slug="old", **action).status_code == 302


def test_a_section_is_not_renamed_to_where_nobody_finds_it(site: SmallSite, admin: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[site.section.pk])
    empty = {"intro": "", "seo_title": "", "search_description": ""}
    data = {"title": "استان‌ها", "slug": "tag", "go_live_at": "", "expire_at": "", **empty}
    response = admin.post(url, nested_form_data(data | {"comments": inline_formset([])}))
    assert list(response.context["form"].errors) == ["slug"]


def test_nor_copied_or_moved_there(site: SmallSite, admin: Client) -> None:
    aside = below(site.home, SectionPage, title="برچسب‌ها", slug="tag")
    copied = admin.post(
        reverse("wagtailadmin_pages:copy", args=[aside.pk]),
        {"new_title": "برچسب‌ها", "new_slug": "tag", "new_parent_page": str(site.index.pk)},
    )
    assert list(copied.context["form"].errors) == ["new_slug"]
    url = reverse("wagtailadmin_pages:move_confirm", args=[aside.pk, site.index.pk])
    moved = admin.post(url, follow=True)
    assert "«tag»" in moved.content.decode() or "“tag”" in moved.content.decode()
    assert SectionPage.objects.get(pk=aside.pk).is_child_of(site.home)
    below(site.home, SectionPage, title="شهرها", slug="cities")
    other = SectionPage.objects.get(slug="cities")
    url = reverse("wagtailadmin_pages:move_confirm", args=[other.pk, site.index.pk])
    admin.post(url)
    assert SectionPage.objects.get(pk=other.pk).is_child_of(site.index)
