from tests.printing.making import KEY, Leaf
from wagtail_prcouncil.printing.printables import find, fingerprint


def test_found_by_the_name_in_the_key(leaf: Leaf) -> None:
    found = find(KEY)
    assert found is not None
    assert found.about == "1"
    assert leaf.words is not None
    assert leaf.words in (found.html("fa") or "")


def test_of_other_keys_nothing_is_known(leaf: Leaf) -> None:
    for key in ("leafy:1", "", "1", ":leaf"):
        assert find(key) is None


def test_a_fingerprint_is_of_the_words() -> None:
    assert fingerprint("a") == fingerprint("a")
    assert fingerprint("a") != fingerprint("b")
