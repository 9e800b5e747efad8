import pytest

from wagtail_prcouncil.clock.attempts import Attempt


def test_what_is_raised_is_kept() -> None:
    with Attempt() as attempt:
        raise ValueError("x")
    assert isinstance(attempt.raised, ValueError)
    with Attempt() as attempt:
        pass
    assert attempt.raised is None


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_an_exit_ends_the_run(end: type[BaseException]) -> None:
    with pytest.raises(end), Attempt():
        raise end
