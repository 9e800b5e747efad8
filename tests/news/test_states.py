from wagtail_prcouncil.news.states import OPEN_TO_EDITORS, TOLD, TONES, UpdateKind


def test_editors_choose_neither_the_first_publication_nor_a_withdrawal() -> None:
    open_ever = {kind for kinds in OPEN_TO_EDITORS.values() for kind in kinds}
    assert set(UpdateKind) - open_ever == {UpdateKind.FIRST, UpdateKind.WITHDRAWAL}


def test_a_retracted_item_comes_back_by_a_reinstatement_only() -> None:
    assert set(OPEN_TO_EDITORS[True]) & TOLD == {UpdateKind.REINSTATEMENT}
    assert UpdateKind.REINSTATEMENT not in OPEN_TO_EDITORS[False]


def test_only_what_is_told_looks_like_anything() -> None:
    assert set(TONES) <= TOLD
    assert UpdateKind.SILENT not in TOLD
