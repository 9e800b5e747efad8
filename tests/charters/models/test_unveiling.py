"""A version before people."""

from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.unveiling import unveil
from wagtail_prcouncil.councils.models.seat import today


def test_it_is_told_in_both_languages_else_in_persian(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    told = unveil(version, on=today(), place="تالار", note_for_readers_en="Open", version=None)
    assert (told.place_in("fa"), told.place_in("en")) == ("تالار", "تالار")
    assert (told.note_in("fa"), told.note_in("en")) == ("", "Open")
