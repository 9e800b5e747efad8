import csv
import datetime as dt
import io
import json

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail import hooks
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.councils.making import council_index, person, seat, sits
from tests.councils.public.making import LEFT, Peopled, peopled
from tests.councils.public.test_elections import held
from tests.councils.public.test_former import left_long_ago
from tests.making import SmallSite, live_news
from wagtail_prcouncil.councils.actions import electing
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage, UpperBody
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.ui.slots import HOOK, PageSlot

pytestmark = pytest.mark.django_db
FILES = ("popolo.json", "members.csv")
PARTS = ("", "seats/", "members/", "elections/", *FILES)


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def cards(made: Peopled) -> str:
    return f"{made.page.get_parent().url}persons/"


def test_a_council_of_today(client: Client, made: Peopled) -> None:
    shown = html(client, made.page.url)
    assert "برنامه‌ها را هماهنگ می‌کند." in shown
    assert f'href="{cards(made)}{made.head.pk}/">دکتر بهار نمونه‌پور</a>' in shown
    assert shown.index("بهار نمونه‌پور") < shown.index("صندوق نمونه") < shown.index("رابط مجلس")
    assert shown.count("prc-seat--vacant") == 2
    assert f'<time datetime="{LEFT + dt.timedelta(days=1)}">۱۱ مهر ۱۴۰۴</time>' in shown
    assert "مهیار نمونه‌دوست" in shown
    assert 'hreflang="en"' in shown


def test_the_english_page_has_the_same_seats(client: Client, made: Peopled) -> None:
    shown = html(client, made.english.url)
    assert "Bahar Nemunepur" in shown
    assert "Director of public relations, PR Centre" in shown
    assert '<bdi lang="fa" dir="rtl">آرش نمونه‌فر</bdi>' in shown
    assert "Example Fund, since <time" in shown
    assert "Term 3, since" in shown
    assert "Liaison" in shown


def test_a_closed_council_says_so(client: Client, made: Peopled) -> None:
    on = dt.date(2026, 1, 3)
    close_council(made.page, on=on, reason="merged", note="در شورای استان.", by=None)
    shown = html(client, made.english.url)
    assert '<time datetime="2026-01-03">' in shown
    assert "This council is closed" in shown
    assert '<p class="prc-council-words" lang="fa" dir="rtl">در شورای استان.</p>' in shown
    assert "of them vacant" not in shown
    assert "today 2 of 3" not in shown
    assert "Term 3" not in shown
    assert '"member"' not in shown


def test_who_sat_when_term_by_term(client: Client, made: Peopled) -> None:
    now = html(client, f"{made.page.url}seats/")
    assert now.count("prc-tenure__row") >= 3
    before = html(client, f"{made.page.url}seats/?term=2")
    assert "ساغر نمونه‌مهر" in now
    assert "ساغر نمونه‌مهر" not in before
    assert "مهرآیین نمونه‌یار" in before


def test_former_members_in_windows(client: Client, made: Peopled) -> None:
    left_long_ago(made, 100)
    first = html(client, f"{made.page.url}members/")
    assert '<link rel="canonical"' in first
    assert "۱۳۹۶" in first
    older = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    second = html(client, f"{made.page.url}members/{older}")
    assert 'content="noindex, follow"' in second
    assert "canonical" not in second
    assert client.get(f"{made.page.url}members/?before=x").status_code == 404


def test_who_left_and_came_again(client: Client, made: Peopled) -> None:
    sits(made.vacant, made.left, LEFT + dt.timedelta(days=1))
    shown = html(client, f"{made.english.url}members/")
    assert shown.count("a member again today") == 1
    figures = html(client, made.english.url).partition("prc-figures")[2].partition("</dl>")[0]
    assert "<dt>former members</dt><dd>1</dd>" in figures


def test_words_in_persian_are_marked_on_an_english_page(client: Client, made: Peopled) -> None:
    election = held(seat(made.page, Role.SECRETARY, agency=None, is_voting=False), [3, 2])
    electing.annul(election, note="حد نصاب نبود.", version=election.version)
    marked = '<p class="prc-council-words" lang="fa" dir="rtl">حد نصاب نبود.</p>'
    assert marked in html(client, f"{made.english.url}elections/")
    assert marked not in html(client, f"{made.page.url}elections/")


def test_a_title_is_not_said_twice(client: Client, made: Peopled) -> None:
    stay = made.acting.council_appointments.get()
    stay.title = "سرپرست شرکت راه"
    stay.save()
    for url in (made.page.url, f"{cards(made)}{made.acting.pk}/?on=1404-01-01"):
        shown = html(client, url).partition("prc-main")[2]
        assert "سرپرست شرکت راه" in shown
        assert ">سرپرست<" not in shown
        assert "(سرپرست)" not in shown
        assert "راه، شرکت راه" not in shown


def test_elections_with_counts(client: Client, made: Peopled) -> None:
    secretary = seat(made.page, Role.SECRETARY, agency=None, is_voting=False)
    election = held(secretary, [3, 3], dt.date(2025, 5, 1))
    chosen = election.candidates.first()
    electing.confirm(
        election,
        since=dt.date(2025, 5, 1),
        version=election.version,
        chosen=chosen,
        tie_decision="به قید قرعه.",
    )
    for url in (made.page.url, f"{made.page.url}elections/"):
        shown = html(client, url)
        assert "به قید قرعه." in shown
        assert shown.count('<td class="prc-election__votes">۳') == 2
        assert shown.count("prc-election__elected") == 1


def test_a_card(client: Client, made: Peopled) -> None:
    shown = html(client, f"{cards(made)}{made.head.pk}/")
    assert "<title>دکتر بهار نمونه‌پور - وزارت نمونه</title>" in shown
    assert f'href="{made.page.url}"' in shown
    assert f'hreflang="en" href="http://localhost/en/councils/persons/{made.head.pk}/"' in shown
    there = html(client, f"/en/councils/persons/{made.head.pk}/?on=2024-09-22")
    assert there.count("Director of public relations") >= 3
    assert "No post in these councils" in html(
        client, f"/en/councils/persons/{made.head.pk}/?on=2020-01-01"
    )


@pytest.mark.parametrize("number", ["0", "99999999999999999999999", "x", "-1", "1.5", "%00"])
def test_nobody_of_that_number(client: Client, made: Peopled, number: str) -> None:
    assert client.get(f"{cards(made)}{number}/").status_code == 404


@pytest.mark.parametrize("query", ["on=x", "on=%00", "on=1403/13/50", "on=99999-1-1", "on="])
def test_a_day_that_is_none_loses_nothing(client: Client, made: Peopled, query: str) -> None:
    assert "مدیرکل" in html(client, f"{cards(made)}{made.head.pk}/?{query}")


def test_the_list(client: Client, made: Peopled) -> None:
    shown = html(client, made.page.get_parent().url)
    assert f'<a href="{made.page.url}">شورای هماهنگی</a>' in shown
    assert "دکتر بهار نمونه‌پور" in shown
    assert "Coordination council" in html(client, "/en/councils/")


def test_an_empty_list(client: Client, site: SmallSite) -> None:
    assert "prc-empty" in html(client, council_index(site).url)


def test_popolo_and_csv(client: Client, made: Peopled) -> None:
    told = json.loads(html(client, f"{made.page.url}popolo.json"))
    assert told["organizations"][0]["links"] == [{"url": made.page.full_url}]
    text = client.get(f"{made.english.url}members.csv").content.decode("utf-8-sig")
    heading, *lines = csv.reader(io.StringIO(text))
    assert len(lines) == 5
    since = heading.index("From (Gregorian)")
    (row,) = (line for line in lines if "Bahar Nemunepur" in line)
    assert row[since : since + 2] == ["2024-09-22", "1403/07/01"]


@pytest.mark.parametrize("file", FILES)
def test_files_may_be_kept_and_asked_for_again(client: Client, made: Peopled, file: str) -> None:
    first = client.get(f"{made.page.url}{file}")
    assert "public" in first.headers["Cache-Control"]
    assert not first.cookies
    assert "cookie" not in first.headers.get("Vary", "").lower()

    def again() -> HttpResponse:
        tag = first.headers["ETag"]
        return client.get(f"{made.page.url}{file}", headers={"if-none-match": tag})

    assert (again().status_code, again().content) == (304, b"")
    sits(made.vacant, person(), dt.date(2026, 1, 1))
    assert again().status_code == 200


def test_the_sitemap_leads_to_parts_and_cards(client: Client, made: Peopled) -> None:
    shown = html(client, "/sitemap.xml")
    for part in ("", "seats/", "members/"):
        assert f"<loc>{made.page.full_url}{part}</loc>" in shown
    assert f"{made.page.full_url}elections/" not in shown
    assert f"<loc>http://localhost/councils/persons/{made.head.pk}/</loc>" in shown


def test_slots_stand_where_they_are_said_to(client: Client, made: Peopled) -> None:
    names = ("council_top", "council_main", "council_margin")

    def says(name: str) -> PageSlot:
        return PageSlot(
            name,
            "prcouncil_ui/components/empty.html",
            lambda page, request: {"words": f"in {name}"},
            page_types=(CouncilPage,),
        )

    with hooks.register_temporarily([(HOOK, lambda name=name: says(name)) for name in names]):
        shown = html(client, made.page.url)
    places = [shown.index(f"in {name}") for name in names]
    assert places == sorted(places)


def test_a_preview_of_a_page_that_is_being_made(admin_client: Client, made: Peopled) -> None:
    index = CouncilIndexPage.objects.get(pk=made.page.get_parent().pk)
    draft = CouncilPage(title="شورای تازه", locale=index.locale)
    index.add_child(instance=draft)
    draft.upper_bodies.create(name="شورای بالا")
    draft.save_revision()
    url = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    shown = html(admin_client, url)
    assert "شورای تازه" in shown
    assert "شورای بالا" in shown


def test_query_budget(
    client: Client,
    made: Peopled,
    site: SmallSite,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """Forty seats with pictures, four hundred who left, elections, a charter, all slots; one of
    these queries asks whether the council meets."""
    photo = get_image_model().objects.create(title="چهره", file=get_test_image_file())
    Person.objects.filter(pk__in=[made.head.pk, made.acting.pk]).update(photo=photo)
    CouncilPage.objects.filter(pk=made.page.pk).update(ethics_charter=site.section.pk)
    UpperBody.objects.create(council=made.page, name="شورای بالا")
    live_news(site, agency=made.chair.agency)
    for _number in range(36):
        sits(seat(made.page), person())
    secretary = seat(made.page, Role.SECRETARY, agency=None, is_voting=False)
    held(secretary, [3, 2])
    left_long_ago(made, 400)
    for part in ("", "members/", "seats/", "elections/"):
        html(client, f"{made.page.url}{part}")
        with django_assert_max_num_queries(20):
            html(client, f"{made.page.url}{part}")
    html(client, made.english.url)
    with django_assert_max_num_queries(20):
        html(client, made.english.url)
