import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.directory.making import agency, register
from tests.making import SmallSite
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, AgencyIndexPage, Province

FILES = ["/agencies/popolo.json", "/agencies/export.csv", "/agencies/water/popolo.json"]


@pytest.fixture
def page(site: SmallSite) -> AgencyIndexPage:
    return register(site)


@pytest.fixture
def water(page: AgencyIndexPage) -> Agency:
    return agency(
        "سازمان آب",
        code="water",
        name_en="Water Organisation",
        province=Province.objects.get(code="IR-26"),
        summary="آب شهرها",
        telephone="۰۲۸-۱۲",
        website="https://water.example.invalid/",
    )


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_the_register_lists_open_agencies(client: Client, water: Agency) -> None:
    close_agency(agency("ادارهٔ کهنه"), on=dt.date(2024, 1, 1), reason="abolished")
    shown = html(client, "/agencies/")
    assert '<a href="/agencies/water/">سازمان آب</a>' in shown
    assert "ادارهٔ کهنه" not in shown
    assert "ادارهٔ کهنه" in html(client, "/agencies/?closed=1")


def test_the_map_says_each_province_and_its_number(client: Client, water: Agency) -> None:
    shown = html(client, "/agencies/")
    assert shown.count('class="prc-tiles__name"') == 31
    assert 'href="?province=ir-26#register-list"' in shown
    chosen = html(client, "/agencies/?province=ir-26")
    assert 'aria-current="true"' in chosen
    assert "سازمان آب" in chosen
    assert "سازمان آب" not in html(client, "/agencies/?province=ir-01")


@pytest.mark.parametrize(
    "query",
    [
        *("kind=zzz", "kind=%00", "province=x", "province=%00", "parent=x", "q=%00", "q=%F0"),
        *("closed=maybe", "relation=%27", "q=*", "q=a%00b", f"q={'%D8%A2' * 300}", "kind=a&kind=b"),
    ],
)
def test_bad_questions_are_answered(client: Client, water: Agency, query: str) -> None:
    assert client.get(f"/agencies/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["after=x", "before=0", "after=99999999999999999999"])
def test_a_place_that_is_none(client: Client, page: AgencyIndexPage, query: str) -> None:
    assert client.get(f"/agencies/?{query}").status_code == 404


def test_what_search_engines_are_told(client: Client, water: Agency) -> None:
    assert '<link rel="canonical" href="http://localhost/agencies/">' in html(client, "/agencies/")
    one = html(client, "/agencies/?province=ir-26")
    assert '<link rel="canonical" href="http://localhost/agencies/?province=ir-26">' in one
    many = html(client, "/agencies/?province=ir-26&kind=organisation")
    assert 'content="noindex, follow"' in many
    assert "canonical" not in many


def test_a_profile(client: Client, water: Agency) -> None:
    shown = html(client, "/agencies/water/")
    assert "<title>سازمان آب - وزارت نمونه</title>" in shown
    assert 'href="tel:02812"' in shown
    assert 'rel="external noopener" href="https://water.example.invalid/"' in shown
    assert '<link rel="canonical" href="http://localhost/agencies/water/">' in shown
    assert 'hreflang="en" href="http://localhost/en/agencies/water/"' in shown


def test_breadcrumbs_end_with_the_agency(client: Client, water: Agency) -> None:
    shown = html(client, "/agencies/water/")
    told = [
        json.loads(part.partition("</script>")[0])
        for part in shown.split('<script type="application/ld+json">')[1:]
    ]
    crumbs = next(data for data in told if data["@type"] == "BreadcrumbList")
    names = [step["name"] for step in crumbs["itemListElement"]]
    assert names == ["وزارت نمونه", "دستگاه‌ها", "سازمان آب"]
    assert [data["@type"] for data in told].count("GovernmentOrganization") == 1


def test_in_english_with_persian_where_there_is_no_english(client: Client, water: Agency) -> None:
    shown = html(client, "/en/agencies/water/")
    assert "<h1" in shown
    assert "Water Organisation</h1>" in shown
    assert '<bdi lang="fa" dir="rtl">آب شهرها</bdi>' in shown
    assert ">028-12</a>" in shown


def test_a_closed_agency_says_so_and_who_carries_on(client: Client, water: Agency) -> None:
    gone = agency("ادارهٔ کهنه", code="gone")
    close_agency(gone, on=dt.date(2024, 3, 20), reason="merged", successors=[water])
    shown = html(client, "/en/agencies/gone/")
    assert "This agency is closed" in shown or "پایان" in shown
    assert '<time datetime="2024-03-20">' in shown
    assert 'href="/en/agencies/water/"' in shown
    assert 'href="/agencies/gone/"' in html(client, "/agencies/water/")


@pytest.mark.parametrize(
    "code", ["no-such", "water-", "WATER2", "%00", "آب", "x" * 300, "-", "popolo.json", "a%2Fb"]
)
def test_no_such_agency(client: Client, water: Agency, code: str) -> None:
    assert client.get(f"/agencies/{code}/").status_code == 404


@pytest.mark.parametrize("code", ["WATER-2", "water-۲", "Water-٢"])
def test_a_code_typed_otherwise(client: Client, page: AgencyIndexPage, code: str) -> None:
    agency(code="water-2")
    for end in ("", "popolo.json"):
        response = client.get(f"/agencies/{code}/{end}?utm=a")
        assert response.status_code == 301
        assert response.headers["Location"] == f"/agencies/water-2/{end}?utm=a"


def test_popolo_of_all_and_of_one(client: Client, water: Agency) -> None:
    whole = json.loads(html(client, FILES[0]))
    one = json.loads(html(client, FILES[2]))
    assert whole["organizations"] == [one]
    assert one["links"][0]["url"] == "http://localhost/agencies/water/"
    assert len(whole["areas"]) == 31
    assert client.get("/agencies/no-such/popolo.json").status_code == 404


def test_the_register_as_a_table(client: Client, water: Agency) -> None:
    text = client.get(FILES[1]).content.decode("utf-8-sig")
    heading, *lines = csv.reader(io.StringIO(text))
    assert len(lines) == 1
    assert lines[0][:2] == ["water", "سازمان آب"]
    assert len(heading) == len(lines[0])


@pytest.mark.parametrize("url", FILES)
def test_files_may_be_kept_and_asked_for_again(client: Client, water: Agency, url: str) -> None:
    first = client.get(url)
    assert "public" in first.headers["Cache-Control"]
    assert not first.cookies
    assert "cookie" not in first.headers.get("Vary", "").lower()

    def again() -> HttpResponse:
        return client.get(url, headers={"if-none-match": first.headers["ETag"]})

    assert (again().status_code, again().content) == (304, b"")
    water.name = "نام تازه"
    water.save()
    assert again().status_code == 200


@pytest.mark.parametrize("url", ["/agencies/", "/agencies/water/", *FILES, "/agencies/?q=آب"])
def test_a_private_register_tells_nothing(
    client: Client, page: AgencyIndexPage, water: Agency, url: str
) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get(url)
    assert response.status_code == 302
    assert "سازمان" not in response.content.decode()
    assert "localhost/agencies/" not in client.get("/sitemap.xml").content.decode()


def test_files_of_a_private_register_are_not_kept(
    client: Client, page: AgencyIndexPage, water: Agency, django_user_model: Any
) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(django_user_model.objects.create_user("reader"))
    for url in FILES:
        response = client.get(url)
        assert response.status_code == 200
        assert "public" not in response.headers["Cache-Control"]


def test_an_empty_register(client: Client, page: AgencyIndexPage) -> None:
    assert "prc-empty" in html(client, "/agencies/")
    assert "prc-empty" in html(client, "/agencies/?kind=bank")
