from django.test import Client

from tests.charters.making import charter_index
from tests.charters.public.making import anonymous, told_charter
from tests.councils.making import council
from tests.councils.making import in_english as council_in_english
from tests.making import SmallSite
from wagtail_prcouncil.charters.slots import of_council


def test_a_council_without_charters_says_nothing_of_them(site: SmallSite) -> None:
    assert of_council(council(site), anonymous()) is None


def test_its_page_leads_to_them(site: SmallSite, client: Client) -> None:
    told = told_charter(site)
    html = client.get(told.one.council.url).content.decode()
    assert f'href="{told.page.url}"' in html
    assert f'href="{charter_index(told.one.council).url}"' in html
    english = told.one.council.get_translations().get()
    assert "Sample covenant" in client.get(english.url).content.decode()


def test_in_the_language_in_which_there_are_any(site: SmallSite) -> None:
    home = told_charter(site).one.council
    other = council(site)
    assert of_council(council_in_english(other, site), anonymous()) is None
    assert of_council(home, anonymous()) is not None
