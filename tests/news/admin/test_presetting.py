import pytest
from django.test import Client
from django.urls import reverse

from tests.making import SmallSite, below
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.models import SectionPage


def add(site: SmallSite) -> str:
    return reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])


def preset(client: Client, url: str) -> SectionPage | None:
    response = client.get(url)
    assert response.status_code == 200
    return response.context["form"].instance.section


def test_a_new_item_is_filed_under_the_section_that_led_to_it(site: SmallSite) -> None:
    client = logged_in(chief())
    economy = below(site.index, SectionPage, title="اقتصاد", slug="economy")
    assert preset(client, f"{add(site)}?section={economy.pk}") == economy
    # The link of an English desk names a translation; news are filed under its original.
    assert preset(client, f"{add(site)}?section={site.section_en.pk}") == site.section
    assert preset(client, add(site)) is None


@pytest.mark.parametrize("nonsense", ["x", "0", "9" * 40, "", "%00"])
def test_nonsense_presets_nothing(site: SmallSite, nonsense: str) -> None:
    assert preset(logged_in(chief()), f"{add(site)}?section={nonsense}") is None


def test_other_pages_ask_for_no_section(site: SmallSite) -> None:
    url = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "sectionpage", site.index.pk])
    assert logged_in(chief()).get(f"{url}?section={site.section.pk}").status_code == 200
