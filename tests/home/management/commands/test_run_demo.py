import threading
import time
from collections.abc import Callable

import pytest
from home.management.commands.run_demo import wind

from wagtail_prcouncil.clock.models import Tick


def _within(seconds: float, holds: Callable[[], object]) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(holds())


@pytest.mark.django_db(transaction=True)
def test_the_demo_has_a_clock_of_its_own() -> None:
    over = threading.Event()
    clock = threading.Thread(target=wind, args=[over, 0.05])
    clock.start()
    try:
        assert _within(20, Tick.last)
        first = Tick.last()
        assert _within(20, lambda: Tick.last() != first)
    finally:
        over.set()
        clock.join()
