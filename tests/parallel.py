"""Calls that meet, for tests of what happens when two do the same at once."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, connections


def in_threads(calls: Sequence[Callable[[], object]]) -> None:
    """Run the calls at once, each on a connection of its own; raises what the first raised."""
    start = threading.Barrier(len(calls))

    def run(call: Callable[[], object]) -> None:
        start.wait()
        try:
            call()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        for done in [pool.submit(run, call) for call in calls]:
            done.result()


def as_often_as(times: int, call: Callable[[], object]) -> None:
    """At once where the database takes several that write, else one after the other."""
    if connection.vendor == "postgresql":
        in_threads([call] * times)
    else:
        for _time in range(times):
            call()
