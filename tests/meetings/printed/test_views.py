import pytest
from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import announced, staffed_council
from tests.meetings.printed.making import SECRET, full
from wagtail_prcouncil.meetings.models import AgendaItem
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS, Audience, Print, key_of
from wagtail_prcouncil.printing.actions import ask, make_waiting


@pytest.mark.parametrize("kind", FOR_READERS)
def test_readers_print_what_is_public(site: SmallSite, kind: Print) -> None:
    one = full(site)
    response = Client().get(f"{one.page.get_url()}print/{kind.value}/")
    assert response.status_code == 200
    assert SECRET not in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("kind", ["invitation", "attendance", "song"])
def test_the_rest_is_not_for_them(site: SmallSite, kind: str) -> None:
    assert Client().get(f"{full(site).page.get_url()}print/{kind}/").status_code == 404


def test_nothing_to_print_yet(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    assert Client().get(f"{one.page.get_url()}print/minutes/").status_code == 404


def test_a_pdf_once_it_is_made_and_as_long_as_it_is_true(site: SmallSite) -> None:
    one = full(site)
    page = f"{one.page.get_url()}print/agenda/"
    assert Client().get(f"{page}pdf/").status_code == 404
    assert "pdf/" not in Client().get(page).content.decode()
    ask(key_of(one.pk, Print.AGENDA, Audience.READERS), "fa")
    make_waiting()
    assert f'href="{page}pdf/"' in Client().get(page).content.decode()
    response = Client().get(f"{page}pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-cache"
    AgendaItem.objects.filter(meeting=one, title="جزء").update(visibility="members")
    assert Client().get(f"{page}pdf/").status_code == 404


def test_papers_for_members_are_never_handed_to_readers(site: SmallSite) -> None:
    one = full(site)
    ask(key_of(one.pk, Print.MINUTES, Audience.MEMBERS), "fa")
    make_waiting()
    assert Client().get(f"{one.page.get_url()}print/minutes/pdf/").status_code == 404
