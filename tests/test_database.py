from pathlib import Path

from tests.database import SqliteStore, Templates


def test_checkouts_that_share_a_server_share_no_database(tmp_path: Path) -> None:
    """Else one would replace a template while the other copies it."""
    store = SqliteStore(tmp_path)
    owners = {Templates(tmp_path / folder, store, "x").owner for folder in ("one", "other", "one")}
    assert len(owners) == 2
