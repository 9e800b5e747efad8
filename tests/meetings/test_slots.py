from django.test import Client

from tests.councils.making import in_english as council_in_english
from tests.making import SmallSite
from tests.meetings.making import announced, meeting, meeting_index, staffed_council
from tests.meetings.public.making import anonymous, told_meeting
from wagtail_prcouncil.meetings.slots import latest, next_meeting


def html(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_nothing_where_nobody_meets(site: SmallSite, client: Client) -> None:
    council = staffed_council(site)
    meeting(council)  # planned
    assert next_meeting(council, anonymous()) is None
    assert latest(council, anonymous()) is None
    assert "نشست" not in html(client, council.url).split("<main")[1].split("</main>")[0]


def test_the_next_one_is_one_that_will_be_held(site: SmallSite, client: Client) -> None:
    council = staffed_council(site)
    for days in (8, 3):
        announced(council, days=days, title=f"نشست {days}")
    found = next_meeting(council, anonymous())
    assert found is not None
    assert found["occasion"].title == "نشست 3"
    assert "نشست 3" in html(client, council.url)
    assert next_meeting(council_in_english(council, site), anonymous()) is None


def test_the_latest_with_resolutions_in_both_languages(site: SmallSite, client: Client) -> None:
    told = told_meeting(site)
    shown = html(client, told.council.url)
    base = meeting_index(told.council).url
    assert f'href="{base}"' in shown
    assert f'href="{base}resolutions/"' in shown
    assert "ماهانه منتشر شود" in shown
    assert "رازمصوبه" not in shown
    english = html(client, told.english.get_parent().get_parent().url)
    assert "Publish monthly" in english
    assert f'href="{told.english.url}' in english


def test_a_list_that_readers_cannot_open_is_not_linked(site: SmallSite) -> None:
    told = told_meeting(site)
    index = meeting_index(told.council)
    index.unpublish()
    found = latest(told.council, anonymous())
    assert found is not None
    assert found["index_url"] == ""
