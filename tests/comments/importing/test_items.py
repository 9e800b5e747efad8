from dataclasses import fields

from wagtail_prcouncil.comments.importing.items import SourceComment


def test_there_is_no_place_for_a_network_address() -> None:
    """T22: what has no place cannot come in by mistake."""
    assert {field.name for field in fields(SourceComment)} == {
        *"line source_id page name text date email status parent_id".split()
    }
