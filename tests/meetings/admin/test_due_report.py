"""Reports → Open and overdue assignments."""

import datetime as dt

import pytest
from django.test import override_settings

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, logged_in, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment, reporter_of, task_place
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

PLACE = "/admin/reports/meetings/assignments/"
MANY = 10_000
CACHED = "django.contrib.sessions.backends.cached_db"


def test_what_is_not_done_the_most_urgent_first(site: SmallSite) -> None:
    made = held(staffed_council(site), days=-40)
    first, second, _third = agencies_at(made.council)
    soon, late = assignment(made, first, days=2), assignment(made, second, days=-2)
    done = assignment(made, first, days=30)
    follow_up(done, text="شد", verb=AssignmentVerb.FULFIL, version=done.version)
    client = chief()
    for query, rows in (
        ("", [late, soon]),
        ("due=overdue", [late]),
        ("due=soon", [soon]),
        ("state=done", [done]),
        (f"agency={first.pk}", [soon]),
        (f"council={made.council.pk}", [late, soon]),
        ("state=blocked", []),
    ):
        page = client.get(f"{PLACE}?{query}")
        assert list(page.context["object_list"]) == rows, query
    assert task_place("edit", late) in client.get(PLACE).content.decode()


def test_of_ones_own_councils_alone_and_as_a_file(site: SmallSite) -> None:
    mine, other = held(staffed_council(site)), held(staffed_council(site))
    row = assignment(mine, agencies_at(mine.council)[0], task="کار من")
    assignment(other, agencies_at(other.council)[0], task="کار بیگانه")
    keeper = secretary(mine.council)
    assert list(keeper.get(PLACE).context["object_list"]) == [row]
    told = b"".join(keeper.get(f"{PLACE}?export=csv").streaming_content).decode()
    assert "کار من" in told
    assert "کار بیگانه" not in told
    looking = secretary(mine.council, rights=[Right.VIEW_ASSIGNMENTS])
    assert looking.get(PLACE).status_code == 200
    assert looking.get(f"{PLACE}?export=csv").status_code == 302
    reporter = logged_in(reporter_of(row.agency))
    assert reporter.get(PLACE).status_code == 302


@pytest.mark.parametrize(
    "query", ["state=x", "due=x", "council=x", "agency=" + "9" * 40, "p=x", "agency=x"]
)
def test_garbage_in_its_address(site: SmallSite, query: str) -> None:
    made = held(staffed_council(site))
    assignment(made, agencies_at(made.council)[0])
    assert chief().get(f"{PLACE}?{query}").status_code in (200, 404)


@override_settings(SESSION_ENGINE=CACHED)
def test_ten_thousand_cost_ten_queries(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    made = held(staffed_council(site))
    agencies = agencies_at(made.council)
    Assignment.objects.bulk_create(
        Assignment(
            meeting=made,
            agency=agencies[number % 3],
            task=f"کار {number}",
            due_on=today() + dt.timedelta(days=number % 90 - 45),
        )
        for number in range(MANY)
    )
    # Of those of a secretary nine are the frame's of Wagtail, which asks for rights on pages, files
    # and settings, and one is the report's. Where sessions stand in rows they are one more.
    chosen = f"?council={made.council.pk}&agency={agencies[0].pk}&p=2"
    for client, most in ((chief(), 6), (secretary(made.council), 10)):
        client.get(PLACE)
        for query in ("", "?due=overdue&p=7", "?p=200", chosen):
            with django_assert_max_num_queries(most):  # type: ignore[operator]
                assert client.get(PLACE + query).status_code == 200
