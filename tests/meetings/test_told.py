from django.utils.translation import override

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import fresh, held, item, resolution, staffed_council
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.blocks import LONGEST_HEADING
from wagtail_prcouncil.meetings.models import MemberReport, Resolution
from wagtail_prcouncil.meetings.states import ReportState, Visibility
from wagtail_prcouncil.meetings.told import Part, parts, votes_sentence


def told(meeting: object) -> dict[str, Part]:
    return {part.source: part for part in parts(fresh(meeting))}  # type: ignore[arg-type]


def test_markup_of_people_is_words(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made, "بند", discussion="<script>\r\n\r\n  دوم  ")
    assert told(made)[f"item:{one.pk}"].value["text"] == "<p>&lt;script&gt;</p><p>دوم</p>"


def test_what_became_of_an_item_is_said(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made, "بند", label="۱")
    itemising.settle_item(one, outcome="deferred", version=one.version)
    part = told(made)[f"item:{one.pk}"]
    assert part.value["heading"] == "۱ بند"
    with override("fa"):
        assert str(fresh(made).items.get().get_outcome_display()) in part.value["text"]


def test_reports_and_resolutions_without_an_item_come_last(site: SmallSite) -> None:
    made = held(staffed_council(site))
    item(made, "بند", visibility=Visibility.MEMBERS)
    fields = {"meeting": made, "due_on": made.day, "text": "متن", "state": ReportState.ACCEPTED}
    MemberReport.objects.create(agency=agency(), title="آ" * 200, **fields)
    resolution(made, "مقرر شد")
    kinds = [part.source.partition(":")[0] for part in told(made).values()]
    assert kinds == ["attendance", "attendance", "item", "report", "resolution"]
    assert all(
        len(part.value.get("heading", "")) <= LONGEST_HEADING for part in told(made).values()
    )
    assert [part.visibility for part in told(made).values()][2:] == ["members", "public", "public"]


def test_how_it_was_carried() -> None:
    with override("en"):
        assert votes_sentence(Resolution()) == "Carried by consensus."
        row = Resolution(by_consensus=False, votes_for=5, votes_against=1)
        assert votes_sentence(row) == "Votes for: 5, against: 1, abstentions: 0."
