from wagtail_prcouncil.directory.states import SUCCESSORS_DUE, ClosingReason


def test_every_reason_says_how_many_successors_it_asks_for() -> None:
    assert set(SUCCESSORS_DUE) == set(ClosingReason.values)


def test_bounds_are_bounds() -> None:
    assert all(due.most is None or due.least <= due.most for due in SUCCESSORS_DUE.values())
