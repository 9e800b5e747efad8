"""The list of charters: within the scope, narrowed, searched in any spelling, exported."""

from typing import Any

import pytest

from tests.charters.admin.desk import chief, place, secretary
from tests.charters.making import adopted, charter, draft, fresh, signed
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.models.seat import today


def titles(page: Any) -> set[str]:
    return {row.page.title for row in page.context["object_list"]}


def test_only_charters_of_the_users_councils_are_listed(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    charter(mine, title="از من")
    charter(other, title="از دیگری")
    assert titles(secretary(mine).get(place("index"))) == {"از من"}
    assert titles(chief().get(place("index"))) == {"از من", "از دیگری"}
    adopters = secretary(mine, rights=[Right.ADOPT])
    assert titles(adopters.get(place("index"))) == {"از من"}


def test_titles_are_found_in_any_spelling(site: SmallSite) -> None:
    home = council(site)
    charter(home, title="میثاق ۱۲ رسانه‌ها")
    charter(home, title="دیگر")
    client = chief()
    for asked in ("رسانه ها", "ميثاق 12"):
        assert titles(client.get(place("index"), {"q": asked})) == {"میثاق ۱۲ رسانه‌ها"}, asked
    assert titles(client.get(place("index"), {"q": "نیست"})) == set()


def test_it_is_narrowed_by_council_kind_and_standing(site: SmallSite) -> None:
    one, other = council(site), council(site)
    charter(one, title="تازه")
    draft(charter(one, title="در دست"))
    rules = adopted(charter(one, title="جاری")).charter
    type(rules).objects.filter(pk=rules.pk).update(kind="bylaws", review_due_on=today())
    adopted(charter(other, title="فردا"), in_force_from=today().replace(year=today().year + 1))
    over = adopted(charter(other, title="لغو"))
    repeal(over, on=today(), reason="کهنه", version=None)
    client = chief()
    for query, found in (
        ({"council": one.pk}, {"تازه", "در دست", "جاری"}),
        ({"kind": "bylaws"}, {"جاری"}),
        ({"standing": "in_force"}, {"جاری"}),
        ({"standing": "awaiting"}, {"فردا"}),
        ({"standing": "ended"}, {"لغو"}),
        ({"standing": "never"}, {"تازه", "در دست"}),
        ({"standing": "draft"}, {"در دست"}),
        ({"standing": "revise"}, {"جاری"}),
        ({"council": other.pk, "standing": "never"}, set()),
    ):
        assert titles(client.get(place("index"), query)) == found, query


def test_an_address_that_asks_for_nonsense_is_answered(site: SmallSite) -> None:
    charter(council(site))
    client = chief()
    for query in ({"council": "9" * 30}, {"kind": "x"}, {"standing": "x"}, {"ordering": "x"}):
        assert client.get(place("index"), query).status_code == 200, query


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_leaves_as_a_file_for_those_who_may(site: SmallSite, kind: str) -> None:
    mine, other = council(site), council(site)
    version = adopted(charter(mine, title="میثاق من"))
    signed(version)
    adopted(charter(other, title="دیگری"))
    keeper = secretary(mine)
    answer = keeper.get(place("index"), {"export": kind})
    assert answer.status_code == 200
    if kind == "csv":
        told = b"".join(answer.streaming_content).decode()
        assert "میثاق من" in told
        assert "دیگری" not in told
    reader = secretary(mine, rights=[Right.VIEW])
    assert reader.get(place("index"), {"export": kind}).status_code == 302


def test_the_history_is_that_of_its_page_and_of_nobody_elses(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    one = adopted(charter(mine)).charter
    keeper = secretary(mine)
    actions = [row.action for row in keeper.get(place("history", one)).context["object_list"]]
    assert "prcouncil_charters.adopt" in actions
    assert keeper.get(place("history", charter(other))).status_code in {302, 404}


def test_a_list_of_many_asks_no_query_for_each(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    home = council(site)
    for _number in range(12):
        adopted(charter(home))
    client = chief()
    client.get(place("index"))
    with django_assert_max_num_queries(20):
        page = client.get(place("index"))
        assert len(page.context["object_list"]) == 12
    assert fresh(page.context["object_list"][0])
