"""A council in two languages: its words twice, who sits there once (rule A18), and what happens to
the seats when a page goes (rule A20)."""

import datetime as dt
from typing import Any

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from tests.councils.making import council, in_english, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilPage, Seat, Term
from wagtail_prcouncil.councils.states import Level, QuorumKind
from wagtail_prcouncil.directory.models import Province

pytestmark = pytest.mark.django_db


def synchronised(page: Page, site: SmallSite) -> CouncilPage:
    """What wagtail-localize makes of the page as it is now, published."""
    source, _new = TranslationSource.update_or_create_from_instance(page)
    translation, _new = Translation.objects.get_or_create(source=source, target_locale=site.en)
    translation.save_target(publish=False)
    made = CouncilPage.objects.get(locale=site.en, translation_key=page.translation_key)
    made.get_latest_revision().publish()
    return CouncilPage.objects.get(pk=made.pk)


def test_words_are_copied_and_facts_follow(site: SmallSite) -> None:
    above = council(site, "شورای بالا")
    facts: dict[str, Any] = {
        "level": Level.PROVINCE,
        "province": Province.objects.get(code="IR-07"),
        "sector": agency("وزارت"),
        "parent_council": above.page_ptr,
        "founded_on": dt.date(2020, 9, 29),
        "quorum_kind": QuorumKind.SHARE,
        "quorum_value": 60,
    }
    page = council(site, summary="هماهنگی", **facts)
    english = synchronised(page, site)
    assert english.summary == "هماهنگی"
    for name in ("level", "province", "sector", "founded_on", "quorum_kind", "quorum_value"):
        assert getattr(english, name) == facts[name], name
    page.quorum_value = 75
    page.save_revision().publish()
    again = synchronised(CouncilPage.objects.get(pk=page.pk), site)
    assert (again.pk, again.quorum_value) == (english.pk, 75)


def test_seats_stand_once_in_each_language(site: SmallSite) -> None:
    page = council(site)
    who = person("بهار نمونه‌پور", name_en="Bahar Examplepour")
    sits(seat(page, agency=agency("آب", name_en="Water")), who)
    english = synchronised(page, site)
    assert (Seat.objects.count(), english.seats.count()) == (1, 0)
    assert english.original() == page
    for shown, name in ((page, "بهار نمونه‌پور"), (english, "Bahar Examplepour")):
        answer = Client().get(shown.url)
        assert len(answer.context["profile"].composition.sittings) == 1
        assert name in answer.content.decode()


def test_the_original_goes_and_its_seats_stay(site: SmallSite) -> None:
    page = council(site)
    english = in_english(page, site)
    place = seat(page)
    sits(place)
    term = Term.objects.create(council=page, number=1, since=dt.date(2024, 3, 20))
    CouncilPage.objects.get(pk=page.pk).delete()
    for row in (place, term):
        row.refresh_from_db()
        assert row.council == english
    assert Client().get(english.url).context["profile"].voting_seats == 1


def test_the_last_page_is_held_by_its_seats(site: SmallSite, admin_client: Client) -> None:
    page = council(site)
    place = seat(page, agency=agency("سازمان آب"))
    with pytest.raises(ProtectedError):
        CouncilPage.objects.get(pk=page.pk).delete()
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "سازمان آب" in admin_client.get(url).content.decode()
    assert admin_client.post(url).status_code != 500
    assert CouncilPage.objects.filter(pk=page.pk).exists()
    place.delete()
    assert admin_client.post(url).status_code == 302
    assert not CouncilPage.objects.filter(pk=page.pk).exists()


def test_a_tree_with_a_council_in_it_is_held_too(site: SmallSite, admin_client: Client) -> None:
    page = council(site)
    seat(page, agency=agency("سازمان آب"))
    url = reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk])
    assert "سازمان آب" in admin_client.get(url).content.decode()
    assert admin_client.post(url).status_code != 500
    assert Seat.objects.get().council == page
