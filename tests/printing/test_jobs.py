from tests.printing.making import KEY, Leaf
from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.clock.jobs import registered_jobs
from wagtail_prcouncil.printing.actions import ask
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState


def test_the_clock_makes_files_and_tidies() -> None:
    names = {job.name for job in registered_jobs()}
    assert {"printing.make", "printing.tidy"} <= names


def test_a_tick_makes_what_waits(leaf: Leaf) -> None:
    ask(KEY, "fa")
    runs = {run.name: run.error for run in tick()}
    assert runs["printing.make"] == ""
    assert PrintedFile.objects.get().state == PrintState.DONE
