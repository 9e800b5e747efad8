import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.charters.making import adopted, charter, draft, rewritten
from tests.charters.printed.making import OFFICE, full, signed_by_office
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import signing
from wagtail_prcouncil.charters.printed.asking import wish_for_what_is_missing
from wagtail_prcouncil.printing.actions import make_waiting

PAPERS = ["print/charter/", "versions/1/print/", "versions/1/signatures/1/print/"]


@pytest.mark.parametrize("path", PAPERS)
def test_readers_print_what_was_adopted(site: SmallSite, path: str) -> None:
    version = full(site)
    response = Client().get(f"{version.charter.page.get_url()}{path}")
    assert response.status_code == 200
    assert version.digests["fa"] in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_pages_lead_to_what_is_printed(site: SmallSite) -> None:
    base = full(site).charter.page.get_url()
    for path, printed in (("", PAPERS[0]), ("versions/1/signatures/1/", PAPERS[2])):
        assert f'href="{base}{printed}"' in Client().get(f"{base}{path}").content.decode()


def test_the_version_that_holds_is_printed_where_none_is_named(site: SmallSite) -> None:
    first = full(site)
    draft(first.charter)
    rewritten(first.charter, "سخن نو")
    adopted(first.charter, days=-1)
    base = first.charter.page.get_url()
    assert "سخن نو" in Client().get(f"{base}print/charter/").content.decode()
    assert "سخن نو" not in Client().get(f"{base}versions/1/print/").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "print/song/",
        "versions/2/print/",
        "versions/1/signatures/2/print/",
        "versions/2/signatures/1/print/",
        "versions/1/signatures/1/print/pdf/",
        "versions/1/print/pdf/",
        f"versions/1/signatures/{'9' * 12}/print/",
    ],
)
def test_what_there_is_not(site: SmallSite, path: str) -> None:
    assert Client().get(f"{full(site).charter.page.get_url()}{path}").status_code == 404


def test_a_draft_is_not_printed(site: SmallSite) -> None:
    page = charter(council(site)).page
    for path in ("print/charter/", "print/charter/pdf/", "versions/1/print/"):
        assert Client().get(f"{page.get_url()}{path}").status_code == 404


@pytest.mark.parametrize("path", PAPERS)
def test_a_pdf_once_it_is_made(site: SmallSite, path: str) -> None:
    page = f"{full(site).charter.page.get_url()}{path}"
    assert "pdf/" not in Client().get(page).content.decode()
    wish_for_what_is_missing()
    make_waiting()
    assert f'href="{page}pdf/"' in Client().get(page).content.decode()
    response = Client().get(f"{page}pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_pdf_is_handed_out_as_long_as_it_is_true(site: SmallSite) -> None:
    version = full(site)
    page = version.charter.page.get_url()
    wish_for_what_is_missing()
    make_waiting()
    signed_by_office(version)
    assert Client().get(f"{page}versions/1/print/pdf/").status_code == 404
    certificate = f"{page}versions/1/signatures/1/print/"
    assert Client().get(f"{certificate}pdf/").status_code == 200
    first = version.signatures.get(number=1)
    signing.withdraw(first, on=first.signed_on, reason="خواست خودش")
    assert Client().get(f"{certificate}pdf/").status_code == 404
    assert Client().get(certificate).status_code == 404


def test_a_private_charter_gives_none(site: SmallSite, admin_client: Client) -> None:
    version = full(site)
    wish_for_what_is_missing()
    make_waiting()
    PageViewRestriction.objects.create(page=version.charter.page, restriction_type="login")
    page = f"{version.charter.page.get_url()}print/charter/"
    stranger = Client().get(page)
    assert stranger.status_code == 302
    assert Client().get(f"{page}pdf/").status_code == 302
    reader = admin_client.get(page)
    assert OFFICE in reader.content.decode()
    assert reader["Cache-Control"] == "no-store, private" or "private" in reader["Cache-Control"]
    assert admin_client.get(f"{page}pdf/").status_code == 404
