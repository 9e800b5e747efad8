"""What a test may need beside Python, where it is looked for, and how to get it.

A test says `@pytest.mark.needs("browser")`. What is missing makes it a skip with the reason; a
name in PRCOUNCIL_REQUIRE (comma-separated) makes the absence a failure of the whole run. `python
-m tests.needs postgres` prints where the thing was found, or the reason to standard error and
exits with 1.
"""

import os
import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg


@dataclass(frozen=True)
class Need:
    """A thing outside Python: where it is (None: nowhere), and what to do when it is missing."""

    find: Callable[[], str | None]
    advice: str


def _listens(url: str, port: int) -> bool:
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or port), 1):
            return True
    except OSError:
        return False


def find_browser() -> str | None:
    """The Chromium that Playwright drives: PRCOUNCIL_BROWSER, else the system's own."""
    named = os.environ.get("PRCOUNCIL_BROWSER")
    candidates = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    return next((path for name in candidates if (path := shutil.which(name))), None)


def find_headless() -> str | None:
    """The same browser without windows where it is installed: it takes two thirds of the time.
    Edges of its letters are a little different.
    """
    return None if os.environ.get("PRCOUNCIL_BROWSER") else shutil.which("chromium-headless-shell")


def find_postgres() -> str | None:
    """URL of a database whose server lets us create others: PRCOUNCIL_POSTGRES, DATABASE_URL, or a
    local server.
    """
    urls = [os.environ.get("PRCOUNCIL_POSTGRES", ""), os.environ.get("DATABASE_URL", "")]
    given = [url for url in urls if url.startswith(("postgres://", "postgresql://"))]
    return next(
        (url for url in given or ["postgres://postgres@127.0.0.1:5432/postgres"] if _accepts(url)),
        None,
    )


def _accepts(url: str) -> bool:
    """Whether a login succeeds: a server may listen and still want a password we do not know."""
    if not urlsplit(url).query and not _listens(url, 5432):
        return False
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def find_redis() -> str | None:
    """PRCOUNCIL_REDIS, else a local server on the standard port."""
    url = os.environ.get("PRCOUNCIL_REDIS", "redis://127.0.0.1:6379/0")
    return url if _listens(url, 6379) else None


def find_gettext() -> str | None:
    """msgfmt, by which the compiled catalogues are compared."""
    return shutil.which("msgfmt")


def find_seeds() -> str | None:
    """Folder of real scraped pages (*.txt), which never enter the repository: PRCOUNCIL_SEEDS."""
    folder = os.environ.get("PRCOUNCIL_SEEDS")
    return folder if folder and any(Path(folder).glob("*.txt")) else None


def find_smtp() -> str | None:
    """A mail sink: PRCOUNCIL_SMTP (smtp://host:port), else a local one on port 1025."""
    url = os.environ.get("PRCOUNCIL_SMTP", "smtp://127.0.0.1:1025")
    return url if _listens(url, 1025) else None


NEEDS = {
    "browser": Need(find_browser, "Chromium is not installed (Debian: apt-get install chromium)"),
    "postgres": Need(
        find_postgres,
        "no PostgreSQL server accepts us (Debian: apt-get install postgresql; "
        "then PRCOUNCIL_POSTGRES=postgres://user:password@host:5432/database)",
    ),
    "redis": Need(
        find_redis,
        "no Redis server answers "
        "(Debian: apt-get install redis-server, or PRCOUNCIL_REDIS=redis://…)",
    ),
    "gettext": Need(find_gettext, "msgfmt is not installed (Debian: apt-get install gettext)"),
    "seeds": Need(find_seeds, "PRCOUNCIL_SEEDS names no folder with *.txt files of real pages"),
    "smtp": Need(
        find_smtp,
        "no mail sink listens (start one, then PRCOUNCIL_SMTP=smtp://127.0.0.1:1025)",
    ),
}


def required() -> list[str]:
    """The names in PRCOUNCIL_REQUIRE. An unknown one is a ValueError: a typing error must not
    switch a check off.
    """
    names = [
        name.strip() for name in os.environ.get("PRCOUNCIL_REQUIRE", "").split(",") if name.strip()
    ]
    if unknown := sorted(set(names) - set(NEEDS)):
        raise ValueError(
            f"PRCOUNCIL_REQUIRE: unknown {', '.join(unknown)}; known are {', '.join(NEEDS)}"
        )
    return names


def main(names: list[str]) -> int:
    """Prints where each named thing is; 1 when one is missing."""
    status = 0
    for name in names:
        if found := NEEDS[name].find():
            sys.stdout.write(f"{found}\n")
        else:
            sys.stderr.write(f"{name}: {NEEDS[name].advice}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
