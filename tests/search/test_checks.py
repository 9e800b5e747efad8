"""The checks speak up for the mistake they name, and only then."""

import os
from collections.abc import Iterator

import pytest
from django.core.checks import registry
from django.db import connection

from tests.database import PostgresStore, run_python
from wagtail_prcouncil.search import checks


def test_the_checks_are_registered() -> None:
    registered = registry.registry.get_checks(include_deployment_checks=True)
    assert {checks.one_modelsearch, checks.letters_known} <= set(registered)


def test_one_modelsearch_is_right() -> None:
    assert checks.one_modelsearch(None) == []


def test_modelsearch_beside_wagtail_search_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    both = {"modelsearch", "wagtail.search"}
    monkeypatch.setattr(checks.apps, "is_installed", both.__contains__)
    (error,) = checks.one_modelsearch(None)
    assert error.id == "prcouncil_search.E001"
    assert '"modelsearch"' in error.hint


@pytest.mark.django_db
def test_a_database_with_letters_is_right() -> None:
    assert checks.letters_known(None, databases=["default"]) == []
    assert checks.letters_known(None) == []


@pytest.fixture
def ascii_database() -> Iterator[str]:
    """URL of a PostgreSQL database that was created with LC_CTYPE C."""
    store = PostgresStore(connection.settings_dict)
    name = f"prctest_ascii_{os.getpid()}"
    store.drop(name)
    store._run("CREATE DATABASE {} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'", name)
    yield store.url(name)
    store.drop(name)


@pytest.mark.needs("postgres")
@pytest.mark.django_db
def test_a_database_without_letters_is_a_warning(ascii_database: str) -> None:
    arguments = ["-m", "django", "check", "--database", "default"]
    checked = run_python(*arguments, settings="tests.settings", database=ascii_database)
    assert "prcouncil_search.W001" in checked.stderr
    assert "LC_CTYPE" in checked.stderr
