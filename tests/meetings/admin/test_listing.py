"""The list of meetings: within the scope, searched in any spelling, with the history of each."""

import csv
from typing import Any

from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, chief, place, secretary
from tests.meetings.making import announced, held, meeting, staffed_council
from wagtail_prcouncil.meetings.rights import Right


def titles(page: Any) -> set[str]:
    return {row.page.title for row in page.context["object_list"]}


def test_only_meetings_of_the_users_councils_are_listed(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    meeting(mine, title="از من")
    meeting(other, title="از دیگری")
    assert titles(secretary(mine).get(place("index"))) == {"از من"}
    assert titles(chief().get(place("index"))) == {"از من", "از دیگری"}


def test_titles_are_found_in_any_spelling(site: SmallSite) -> None:
    council = staffed_council(site)
    meeting(council, title="نشست ۱۲ هماهنگی رسانه‌ها")
    meeting(council, title="نشست دیگر")
    client = chief()
    for asked in ("رسانه ها", "رسانه‌ها ۱۲", "هماهنگي 12"):
        page = client.get(place("index"), {"q": asked})
        assert titles(page) == {"نشست ۱۲ هماهنگی رسانه‌ها"}, asked
    assert titles(client.get(place("index"), {"q": "نیست"})) == set()


def test_it_is_narrowed_by_council_state_minutes_and_year(site: SmallSite) -> None:
    one, other = staffed_council(site), staffed_council(site)
    meeting(one, title="طرح")
    over = held(one, title="گذشته")
    announced(other, title="دیگر")
    client = chief()
    for query, found in (
        ({"council": one.pk}, {"طرح", "گذشته"}),
        ({"status": "held"}, {"گذشته"}),
        ({"council": other.pk, "status": "announced"}, {"دیگر"}),
        ({"minutes_status": "published"}, set()),
        ({"council": one.pk, "year": over.year}, {"گذشته"}),
    ):
        assert titles(client.get(place("index"), query)) == found, query


def test_an_address_that_asks_for_nonsense_is_answered(site: SmallSite) -> None:
    meeting(staffed_council(site))
    client = chief()
    for query in ({"council": "9" * 30}, {"year": "x"}, {"status": "x"}, {"ordering": "x"}):
        assert client.get(place("index"), query).status_code == 200, query


def test_the_history_is_that_of_its_page_and_of_nobody_elses(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    made = announced(mine)
    keeper = secretary(mine)
    page = keeper.get(place("history", made))
    actions = [row.action for row in page.context["object_list"]]
    assert "prcouncil_meetings.announce" in actions
    assert keeper.get(place("history", meeting(other))).status_code in {302, 404}


def test_a_list_of_many_asks_no_query_for_each(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    council = staffed_council(site)
    client = chief()
    client.get(place("index"))
    for _number in range(12):
        meeting(council)
    with django_assert_max_num_queries(25):
        assert len(client.get(place("index")).context["object_list"]) == 12


def test_what_is_listed_leaves_as_a_table(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    meeting(mine, title="طرح")
    over = held(mine, title="گذشته", venue="سالن مهر")
    meeting(other, title="از دیگری")
    client = secretary(mine, rights=[*KEEPING, Right.EXPORT])
    assert "export=csv" in client.get(place("index")).content.decode()
    told = b"".join(client.get(place("index"), {"export": "csv", "q": "گذشته"})).decode("utf-8-sig")
    first, *rows = csv.reader(told.splitlines())
    assert len(rows) == 1
    row = dict(zip(first, rows[0], strict=True))
    assert over.day is not None
    assert over.day.isoformat() in row.values()
    assert {"سالن مهر", f"{over.number}/{over.year}"} <= set(row.values())
    whole = b"".join(client.get(place("index"), {"export": "csv"})).decode()
    assert "طرح" in whole
    assert "از دیگری" not in whole
    looking = secretary(mine, rights=[Right.VIEW])
    assert "export=csv" not in looking.get(place("index")).content.decode()
    assert looking.get(place("index"), {"export": "csv"}).status_code != 200
