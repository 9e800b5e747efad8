"""An assignment on a screen of its own."""

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, logged_in, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment, paper, reporter_of, task_place
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.actions.attaching import Attached
from wagtail_prcouncil.meetings.admin.assignments import notes_of, ways
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import AssignmentVerb


def test_notes_come_the_latest_first_with_their_files(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = assignment(made, agencies_at(made.council)[0])
    follow_up(one, text="نخست", version=one.version, attached=[Attached.of(paper())])
    follow_up(one, text="دوم", version=one.version + 1)
    notes = notes_of(Assignment.objects.get(pk=one.pk))
    assert [note.text for note in notes] == ["دوم", "نخست"]
    assert [file.title for file, _url in notes[1].files] == ["گزارش"]
    page = chief().get(task_place("edit", one)).content.decode()
    assert "گزارش" in page
    assert notes[1].files[0][1] in page


def test_ways_are_those_that_are_due(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = assignment(made, agencies_at(made.council)[0])
    names = [url.split("/")[-3] for _label, url in ways(one)]
    assert names == ["start", "fulfil", "note", "block", "change", "drop"]
    follow_up(one, text="شد", verb=AssignmentVerb.FULFIL, version=one.version)
    names = [url.split("/")[-3] for _label, url in ways(Assignment.objects.get(pk=one.pk))]
    assert names == ["reopen", "note"]


def test_it_is_there_for_those_who_see_assignments_of_the_council(site: SmallSite) -> None:
    made = held(staffed_council(site))
    agency = agencies_at(made.council)[0]
    place = task_place("edit", assignment(made, agency))
    reader = secretary(made.council, rights=[Right.VIEW_ASSIGNMENTS])
    assert reader.get(place).context["ways"] == []
    assert secretary(staffed_council(site)).get(place).status_code == 404
    assert secretary(made.council, rights=[Right.VIEW]).get(place).status_code == 302
    assert logged_in(reporter_of(agency)).get(place).status_code == 302


def test_its_history_is_told(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = assignment(made, agencies_at(made.council)[0])
    assert chief().get(task_place("history", one)).status_code == 200
