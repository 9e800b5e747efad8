"""A report as the secretary reads it."""

from tests.making import SmallSite
from tests.meetings.admin.desk import place, secretary
from tests.meetings.making import announced, staffed_council
from tests.meetings.owing import agencies_at, requested, submitted
from wagtail_prcouncil.meetings.rights import Right


def test_what_is_due_is_offered_and_nothing_else(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    (one,) = requested(made, agencies_at(made.council)[0])
    keeper = secretary(made.council)
    urls = [url for _label, url in keeper.get(place("report", one)).context["ways"]]
    assert urls == [
        place(name, one) for name in ("write_report", "change_request", "take_back_request")
    ]
    submitted(one)
    urls = [url for _label, url in keeper.get(place("report", one)).context["ways"]]
    assert urls == [
        place(name, one) for name in ("accept_report", "return_report", "change_request")
    ]


def test_whoever_only_reads_does_nothing(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    (one,) = requested(made, agencies_at(made.council)[0])
    reader = secretary(made.council, rights=[Right.VIEW_REPORTS])
    assert reader.get(place("report", one)).context["ways"] == []
    nobody = secretary(made.council, rights=[Right.VIEW])
    assert nobody.get(place("report", one)).status_code == 302
