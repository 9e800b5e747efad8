"""Migrated databases, made once and copied: from nothing, Wagtail's migrations alone take some
twenty seconds.

Three stages, each kept under pytest's cache folder until its key changes: the third-party apps
(their versions), on top of a copy of that the project's own apps (their sources), and on top of
that the pages of a small site, which most tests begin with (tests/making.py). Every xdist worker
copies the last two, and copies one again after each transactional test on it, which is quicker than
a flush and brings back the root page and the locale that Wagtail's migrations create and a flush
destroys.

Each name tells whose cache folder it belongs to: a server may serve several checkouts, and the lock
in one's folder keeps nobody out who comes from another.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from filelock import FileLock
from psycopg import sql

from tests.fingerprints import ROOT, fingerprint, project_sources, versions
from tests.third_party import INSTALLED_APPS as NOT_OURS

# A template nobody has used for this long is removed; a shorter time could take it from a run that
# goes on.
KEPT_SECONDS = 24 * 3600


class Store(Protocol):
    """Where databases of one engine live, by name."""

    def url(self, name: str) -> str: ...
    def settings_name(self, name: str) -> str: ...
    def exists(self, name: str) -> bool: ...
    def create(self, name: str) -> None: ...
    def copy(self, source: str, target: str) -> None: ...
    def rename(self, name: str, to: str) -> None: ...
    def drop(self, name: str) -> None: ...


class SqliteStore:
    """One file per database in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def url(self, name: str) -> str:
        return f"sqlite:///{self.path(name)}"

    def settings_name(self, name: str) -> str:
        return str(self.path(name))

    def exists(self, name: str) -> bool:
        return self.path(name).exists()

    def create(self, name: str) -> None:
        self.drop(name)

    def copy(self, source: str, target: str) -> None:
        """By SQLite's own backup, which also works while the target is open."""
        with sqlite3.connect(self.path(source)) as from_, sqlite3.connect(self.path(target)) as to:
            to.execute("PRAGMA synchronous=OFF")
            from_.backup(to)
        from_.close()
        to.close()

    def rename(self, name: str, to: str) -> None:
        self.path(name).replace(self.path(to))

    def drop(self, name: str) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{self.path(name)}{suffix}").unlink(missing_ok=True)


class PostgresStore:
    """Databases of one server, reached through the database that the settings name."""

    def __init__(self, base: dict[str, Any]) -> None:
        self.base = dict(base)

    def url(self, name: str) -> str:
        login = ":".join(filter(None, [self.base["USER"], self.base["PASSWORD"]]))
        host = f"{self.base['HOST'] or 'localhost'}:{self.base['PORT'] or 5432}"
        return f"postgres://{login}@{host}/{name}"

    def settings_name(self, name: str) -> str:
        return name

    def exists(self, name: str) -> bool:
        with psycopg.connect(self.url(self.base["NAME"])) as server:
            known = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return known.fetchone() is not None

    def create(self, name: str) -> None:
        self.drop(name)
        self._run("CREATE DATABASE {}", name)

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        self._run("CREATE DATABASE {} TEMPLATE {}", target, source)

    def rename(self, name: str, to: str) -> None:
        self.drop(to)
        self._run("ALTER DATABASE {} RENAME TO {}", name, to)

    def drop(self, name: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.url(self.base["NAME"]), autocommit=True) as server:
            server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


class Templates:
    """The stages for one engine. A marker file beside the lock says that a template is
    complete.
    """

    def __init__(self, folder: Path, store: Store, engine: str) -> None:
        self.folder = folder
        self.store = store
        self.engine = engine
        self.owner = fingerprint([platform.node(), str(folder.resolve())])[:6]

    def third_party(self) -> str:
        """Name of a database with the tables of every installed app that is not the project's."""
        key = fingerprint([*NOT_OURS, *versions(NOT_OURS), settings.LANGUAGE_CODE])
        return self._template(f"prctpl_{self.owner}_base_{key}", self._migrate_third_party)

    def site(self) -> str:
        """Name of a database with all tables of `tests.settings`. Migrates through the current
        connection.
        """
        base = self.third_party()
        sources = fingerprint(path.read_text() for path in project_sources())
        key = fingerprint([base, sources, *settings.INSTALLED_APPS])
        return self._template(
            f"prctpl_{self.owner}_site_{key}",
            lambda name: self._migrate_site(base, name),
        )

    def small_site(self) -> str:
        """Name of a database with all tables and the pages of `tests.making.small_site`. Makes them
        through the current connection.
        """
        base = self.site()
        making = (ROOT / "tests/making.py").read_text()
        return self._template(
            f"prctpl_{self.owner}_small_{fingerprint([base, making])}",
            lambda name: self._make_small_site(base, name),
        )

    def _template(self, name: str, build: Callable[[str], None]) -> str:
        marker = self.folder / f"{name}.{self.engine}"
        with FileLock(self.folder / f"{self.engine}.lock"):
            self._forget_unused()
            if not (marker.exists() and self.store.exists(name)):
                building = f"{name}_new"
                build(building)
                self.store.rename(building, name)
            marker.touch()
        return name

    def _forget_unused(self) -> None:
        for marker in self.folder.glob(f"prctpl_*.{self.engine}"):
            if marker.stat().st_mtime < time.time() - KEPT_SECONDS:
                self.store.drop(marker.stem)
                marker.unlink()
        for copy in self.folder.glob("prctest_*"):  # of a run that was killed
            if copy.stat().st_mtime < time.time() - KEPT_SECONDS:
                copy.unlink()

    def _migrate_third_party(self, name: str) -> None:
        self.store.create(name)
        migrate = ["-m", "django", "migrate", "--skip-checks", "--verbosity=0"]
        succeed(run_python(*migrate, settings="tests.third_party", database=self.store.url(name)))

    def _migrate_site(self, base: str, name: str) -> None:
        self.store.copy(base, name)
        point_connection_at(self.store.settings_name(name))
        call_command("migrate", run_syncdb=True, verbosity=0)
        connection.close()

    def _make_small_site(self, base: str, name: str) -> None:
        from tests.making import small_site

        self.store.copy(base, name)
        point_connection_at(self.store.settings_name(name))
        small_site()
        connection.close()


class Copies:
    """A worker's own copies of the last two templates; its connection is open on one of them."""

    def __init__(self, templates: Templates) -> None:
        self.store = templates.store
        own = f"prctest_{templates.owner}_{os.getpid()}"
        # By whether the small site is in it: the template, and the name of the copy.
        self._names = {
            False: (templates.site(), own),
            True: (templates.small_site(), f"{own}_site"),
        }
        for template, name in self._names.values():
            self.store.copy(template, name)
        self._current: bool | None = None

    def use(self, has_site: bool) -> None:
        """From now on the connection is to the copy with the small site, or to that without."""
        if has_site is not self._current:
            self._current = has_site
            point_connection_at(self.store.settings_name(self._names[has_site][1]))
            _forget_content_types()

    def renew(self) -> None:
        """What the last test has written is gone."""
        connection.close()
        self.store.copy(*self._names[bool(self._current)])
        _forget_content_types()

    def drop(self) -> None:
        connection.close()
        for _, name in self._names.values():
            self.store.drop(name)


def _forget_content_types() -> None:
    """A copy may know others, by other ids, than the one before."""
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.clear_cache()


def templates(folder: Path) -> Templates:
    """The templates of the engine that the settings name; `folder` holds the SQLite files, the
    markers and the lock.
    """
    if connection.vendor == "postgresql":
        base = connection.settings_dict
        server = fingerprint([str(base["HOST"]), str(base["PORT"])])
        return Templates(folder, PostgresStore(base), f"postgres-{server}")
    return Templates(folder, SqliteStore(folder), "sqlite")


def point_connection_at(name: str) -> None:
    """From now on every thread's connection opens this database."""
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def run_python(
    *arguments: str, settings: str, database: str = "", folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs Python in a process of its own with these Django settings, which may lie in `folder`."""
    places = [ROOT, ROOT / "example_site", *([folder] if folder else [])]
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": os.pathsep.join(map(str, places)),
        **({"DATABASE_URL": database} if database else {}),
    }
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=variables, cwd=ROOT, capture_output=True, text=True, check=False
    )


def succeed(done: subprocess.CompletedProcess[str]) -> str:
    """Output of a process that must have ended well; else both its streams are the failure."""
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout
