from typing import Any

import pytest
from django.db import connection

from wagtail_prcouncil.numbering.checks import writers_queue_up


@pytest.mark.parametrize(("mode", "count"), [("IMMEDIATE", 0), ("DEFERRED", 1), (None, 1)])
def test_sqlite_wants_its_writers_to_queue(
    monkeypatch: pytest.MonkeyPatch, mode: str | None, count: int
) -> None:
    options: dict[str, Any] = {"transaction_mode": mode} if mode else {}
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    found = writers_queue_up(databases=["default"])
    assert [message.id for message in found] == ["prcouncil_numbering.W001"] * count


def test_other_databases_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")
    assert writers_queue_up(databases=["default"]) == []
    assert writers_queue_up(databases=None) == []
