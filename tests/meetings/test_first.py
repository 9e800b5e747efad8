from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import held, in_english, item, published, resolution, staffed_council


def test_a_meeting_from_notice_to_number(site: SmallSite, client: Client) -> None:
    council = staffed_council(site)
    made = held(council)
    item(made, "گزارش")
    resolution(made, "یکم")
    resolution(made, "دوم")
    done = published(made)
    assert [row.number for row in done.resolutions.all()] == [1, 2]
    assert done.is_quorate
    page = client.get(done.page.url).content.decode()
    assert "یکم" in page
    english = in_english(done, site)
    assert "یکم" in client.get(english.url).content.decode()
    assert done.minutes.body[2].value["heading"] == "گزارش"
