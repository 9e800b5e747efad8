from wagtail_prcouncil.printing.states import PrintState


def test_three_words() -> None:
    assert set(PrintState.values) == {"waiting", "done", "failed"}
