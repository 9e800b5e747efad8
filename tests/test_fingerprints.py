import wagtail

from tests.fingerprints import fingerprint, versions


def test_what_decides_the_tables_of_others() -> None:
    """Tools that are installed beside them change nothing."""
    assert versions(["tests.alone", "wagtail.admin"]) == [f"wagtail=={wagtail.__version__}"]


def test_the_order_of_texts_does_not_matter() -> None:
    assert fingerprint(["a", "b"]) == fingerprint(["b", "a"]) != fingerprint(["ab"])
