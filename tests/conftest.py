"""What every test shares: the database of the run, what a test may need, and the ban on silent
skips.
"""

import functools
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.desks import Desk, desks
from tests.needs import NEEDS, find_browser, find_headless, required

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

# Playwright's synchronous API runs an event loop in the test's own thread; Django then takes the
# test for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# `pytest --hypothesis-profile soak` looks for longer. A machine that does several things at once is
# no reason to fail.
hypothesis_settings.register_profile("ci", max_examples=50, deadline=None)
hypothesis_settings.register_profile("soak", max_examples=5_000, deadline=None)
hypothesis_settings.load_profile("ci")

# Milliseconds a page may take for what a test waits for. A busy machine draws late, and what never
# comes fails the test then as well.
PATIENCE = 120_000

TESTS = Path(__file__).parent
# Marks of whole folders and files. `once`: nothing in it depends on the database of the run.
MARKS = {
    "docs": ["once"],
    "home": ["once"],  # the demo, through the same doors as everybody
    "news/importing/test_bodies.py": ["once"],
    "news/importing/test_feeds.py": ["once"],
    "news/importing/test_sheets.py": ["once"],
    "news/importing/test_wordpress.py": ["once"],
    "packaging": ["once"],
    "pages/test_anonymous.py": ["short"],  # asks for a page of each type
    "persian": ["once"],
    "search": ["short"],
    "stacks": ["once", "short"],
    "ui/brand": ["once"],
    "ui/jalali": ["once"],
    "ui/templatetags": ["once"],
    "uploads": ["once"],
}

# The databases of this worker; whether the test that comes begins with the small site.
COPIES = pytest.StashKey[database.Copies]()
HAS_SITE = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run (CI)")


def pytest_configure(config: pytest.Config) -> None:
    """A thing that PRCOUNCIL_REQUIRE names and nobody finds ends the run before it starts."""
    try:
        missing = [f"{name}: {NEEDS[name].advice}" for name in required() if not NEEDS[name].find()]
    except ValueError as error:
        raise pytest.UsageError(str(error)) from error
    if missing:
        raise pytest.UsageError("PRCOUNCIL_REQUIRE is not met\n" + "\n".join(missing))


@pytest.hookimpl(tryfirst=True)  # before -m selects by these marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skips what lacks its needs. A test of PostgreSQL runs when PostgreSQL is the database of the
    run: the run on SQLite leaves it to the second run of `make test`, and reports it as skipped
    only when no server is found. The run on a site with comments alone leaves it out, too.
    """
    found = {name: need.find() for name, need in NEEDS.items()}
    left_out: list[pytest.Item] = []
    for item in items:
        for mark in _marks_of_place(item.path):
            item.add_marker(mark)
        names = [name for marker in item.iter_markers("needs") for name in marker.args]
        for name in names:
            if not found[name]:
                item.add_marker(pytest.mark.skip(reason=NEEDS[name].advice))
        if "browser" in names or ("postgres" not in names and not _asks_a_database(item)):
            item.add_marker("once")
        has_other_run = found["postgres"] or apps.is_installed("tests.alone")
        if "postgres" in names and has_other_run and connection.vendor != "postgresql":
            left_out.append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@functools.cache
def _marks_of_place(file: Path) -> list[str]:
    """Asked for once a file: there are a dozen tests in each."""
    return [
        mark
        for place, marks in MARKS.items()
        if file.is_relative_to(TESTS / place)
        for mark in marks
    ]


def pytest_collection_finish() -> None:
    """What stands by now stays to the end: all modules, and thousands of tests. The collector of
    garbage need not go through it again and again, which took a seventh of the time.
    """
    gc.collect()
    gc.freeze()


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return "db" in fixtures or "transactional_db" in fixtures or "django_db" in item.keywords


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def database_templates(request: pytest.FixtureRequest) -> database.Templates:
    return database.templates(request.config.cache.mkdir("prcouncil-databases"))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    database_templates: database.Templates,
) -> Iterator[None]:
    """In place of pytest-django's: a worker gets copies of the templates, and a new one after each
    transactional test.
    """
    stash = request.session.stash
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        stash[COPIES] = copies = database.Copies(database_templates)
        copies.use(stash[HAS_SITE])
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: copies.renew())
        yield
        copies.drop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """A test with a fixture `site` begins with the small site in its database, others without; what
    its fixtures write is the stage.
    """
    from tests.staging import setting_the_stage  # Wagtail's signals know its models

    fixtures = getattr(item, "fixturenames", ())
    stash = item.session.stash
    stash[HAS_SITE] = "site" in fixtures
    if COPIES in stash and (_asks_a_database(item) or "live_server" in fixtures):
        stash[COPIES].use(stash[HAS_SITE])
    with setting_the_stage():
        return (yield)


@pytest.fixture(scope="module")
def kept_rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For fixtures of a module: what they write stays until its last test. What a test writes is
    gone after it, as ever. All tests of such a module begin with the small site, or none does.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: "LiveServer") -> "LiveServer":
    """pytest-django's, started when the database is a file. Before that it believes the settings,
    which say it is in memory, and lets all threads share a connection: SQLite does not survive it.
    """
    return live_server


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The system's Chromium, for tests that `needs("browser")`. It waits patiently, and so does
    every other that a test starts.
    """
    from playwright.sync_api import Browser, expect, sync_playwright

    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []  # its sandbox refuses root
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        for name in ("new_context", "new_page"):
            patch.setattr(Browser, name, _patient(getattr(Browser, name)))
        program = find_headless() or find_browser()
        yield playwright.chromium.launch(executable_path=program, args=arguments)


@pytest.fixture
def desk(transactional_db: None, live_server: "LiveServer", browser: "Browser") -> Iterator[Desk]:
    """Opens Wagtail's admin for somebody who has logged in: `desk("fa")`."""
    with desks(browser, live_server) as opened:
        yield opened


def _patient(open_it: Callable[..., Any]) -> Callable[..., Any]:
    """Of a browser's method that opens a page, or a context of pages: what it opens waits long."""

    @functools.wraps(open_it)
    def opened(*arguments: Any, **options: Any) -> Any:
        found = open_it(*arguments, **options)
        found.set_default_timeout(PATIENCE)
        return found

    return opened


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """Whatever language the test before has left behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Wagtail keeps site roots in the cache, by ids that the next test's database does not know."""
    yield
    cache.clear()


@pytest.fixture(scope="session")
def third_party_template(request: pytest.FixtureRequest) -> Path:
    """An SQLite file with the tables of all apps that are not ours, to be copied."""
    folder = request.config.cache.mkdir("prcouncil-databases")
    store = database.SqliteStore(folder)
    return store.path(database.Templates(folder, store, "sqlite").third_party())
