"""Reports → Resolutions."""

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, secretary
from tests.meetings.making import held, published, resolution, staffed_council
from wagtail_prcouncil.meetings.rights import Right

PLACE = "/admin/reports/meetings/resolutions/"


def test_of_ones_own_councils_and_with_the_right(site: SmallSite) -> None:
    mine, other = staffed_council(site, seats=1), staffed_council(site, title="بیگانه", seats=1)
    one = held(mine)
    resolution(one, "=1+1")
    published(one)
    resolution(held(other), "ناخوانده")
    response = secretary(mine).get(f"{PLACE}?export=csv")
    told = b"".join(response.streaming_content).decode()
    assert "'=1+1" in told
    assert "ناخوانده" not in told
    assert one.day is not None
    assert one.day.isoformat() in told
    looking = secretary(mine, rights=[Right.VIEW_RESOLUTIONS])
    assert looking.get(PLACE).status_code == 200
    assert looking.get(f"{PLACE}?export=xlsx").status_code == 302
    assert secretary(mine, rights=[Right.VIEW]).get(PLACE).status_code == 302


@pytest.mark.parametrize("query", ["since=x", "state=x", "council=x", "until=1405/01/01"])
def test_garbage_in_its_address(site: SmallSite, query: str) -> None:
    resolution(held(staffed_council(site, seats=1)))
    assert chief().get(f"{PLACE}?{query}").status_code in (200, 404)
