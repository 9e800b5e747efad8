from django.test import Client, override_settings

from tests.charters.making import charter
from tests.charters.public.making import told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.files import files_are_served


def test_data_for_programs_without_a_cookie(site: SmallSite, client: Client) -> None:
    told = told_charter(site)
    answer = client.get(f"{told.page.url}charter.json")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json()["title"] == "میثاق‌نامهٔ نمونه"
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    again = client.get(
        f"{told.page.url}charter.json", headers={"if-none-match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_none_before_something_was_adopted(site: SmallSite, client: Client) -> None:
    page = charter(council(site)).page
    assert client.get(f"{page.url}charter.json").status_code == 404


def test_whether_the_site_serves_them() -> None:
    assert files_are_served()
    with override_settings(ROOT_URLCONF="tests.ui.urls_without_search"):
        assert not files_are_served()
