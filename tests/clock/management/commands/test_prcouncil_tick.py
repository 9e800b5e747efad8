from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail import hooks

from wagtail_prcouncil.clock.jobs import HOOK, Job


def _tick(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("prcouncil_tick", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_a_tick_that_went_well_says_nothing(db: None) -> None:
    assert _tick() == ("", "")


def test_a_failure_is_told_and_ends_with_one(db: None) -> None:
    def fail() -> None:
        raise OSError("away")

    job = Job("site.fails", timedelta(days=1), fail)
    err = StringIO()
    with hooks.register_temporarily(HOOK, lambda: job):
        with pytest.raises(SystemExit) as ended:
            call_command("prcouncil_tick", stderr=err)
        listed, _err = _tick("--list")
    assert ended.value.code == 1
    assert err.getvalue() == "site.fails: OSError: away\n"
    assert "failed 1 times in a row: OSError: away" in listed


def test_the_list_runs_nothing(db: None) -> None:
    listed, _err = _tick("--list")
    assert "wagtail.publish_scheduled" in listed
    assert "never run" in listed
    _tick()
    listed, _err = _tick("--list")
    assert "next" in listed
