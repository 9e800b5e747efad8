from django.utils import translation

from wagtail_prcouncil.councils.admin.paper_notes import note_of
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState


def test_what_is_said_of_a_file() -> None:
    row = PrintedFile(key="leaf:1", language="fa")
    with translation.override("en"):
        assert note_of(None, "") == ""
        assert "minutes" in note_of(row, "")
        row.state = PrintState.DONE
        assert note_of(row, "Sunday") == "Made on Sunday"
        assert "changed" in note_of(row, "Sunday", is_current=False)
        row.state, row.error = PrintState.FAILED, "no Pango"
        assert "no Pango" in note_of(row, "")
