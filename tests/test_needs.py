"""What a run lacks is never silent: a skip with the line that installs it, or no run at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.once


def pytest_run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """This suite in a process of its own, collecting only; nothing of ours is required there."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PRCOUNCIL_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_required_thing_that_is_missing_ends_the_run() -> None:
    done = pytest_run(
        "--collect-only", PRCOUNCIL_REQUIRE="gettext, browser", PRCOUNCIL_BROWSER="/nowhere/browser"
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "browser: Chromium is not installed (Debian: apt-get install chromium)" in done.stderr


def test_an_unknown_name_ends_the_run() -> None:
    done = pytest_run("--collect-only", PRCOUNCIL_REQUIRE="browsers")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "unknown browsers; known are browser, postgres" in done.stderr


@pytest.mark.parametrize(
    ("option", "ending"),
    [((), pytest.ExitCode.OK), (("--no-skips",), pytest.ExitCode.TESTS_FAILED)],
)
def test_a_skip_says_why_and_fails_where_skips_are_banned(
    option: tuple[str, ...], ending: pytest.ExitCode, tmp_path: Path
) -> None:
    test = tmp_path / "test_lacking.py"
    test.write_text(
        'import pytest\n@pytest.mark.needs("browser")\ndef test_nothing() -> None:\n    pass\n'
    )
    place = ["--confcutdir", str(ROOT), f"--rootdir={ROOT}", "-c", str(ROOT / "pyproject.toml")]
    done = pytest_run(
        *place, "-p", "tests.conftest", *option, str(test), PRCOUNCIL_BROWSER="/nowhere/browser"
    )
    assert "apt-get install chromium" in done.stdout
    assert done.returncode == ending, done.stdout + done.stderr
