"""Timing rows and floor in turn, so that a slow moment of the machine hits both."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

from bench.rows import FLOOR, Row, get
from bench.work import Work, work_of

WARM_UP = 5
Clock = Callable[[], float]  # seconds


@dataclass(frozen=True)
class Measured:
    """A row at one N: medians in milliseconds, and what its statements did."""

    row: Row
    p50: float
    p95: float
    ratio: float
    work: Work


CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "processor": time.process_time}
"""What is counted: time as readers wait, or what this process had of a processor. The latter says
nothing of PostgreSQL's own work, but is right on a machine that is busy with other things."""


def measure(
    rows: list[Row], *, samples: int, clock: Clock = time.perf_counter
) -> tuple[float, list[Measured]]:
    """The floor's median in milliseconds, and each row beside it."""
    floor = get(FLOOR)
    for call in [floor, *(row.call for row in rows if not row.changes)]:
        for _ in range(WARM_UP):
            call()
    bare: list[float] = []
    spent: dict[str, list[float]] = {row.name: [] for row in rows}
    gc.collect()
    gc.disable()
    try:
        for turn in range(samples):
            bare.append(timed(floor, clock))
            for row in rows:
                if not row.changes or turn < samples // 5:
                    spent[row.name].append(timed(row.call, clock))
            if turn % 10 == 0:
                gc.collect()
    finally:
        gc.enable()
    base = median(bare)
    return base, [
        Measured(
            row=row,
            p50=median(spent[row.name]),
            p95=quantiles(spent[row.name], n=20)[-1],
            ratio=median(spent[row.name]) / base,
            work=work_of(row.call),
        )
        for row in rows
    ]


def timed(call: Callable[[], object], clock: Clock) -> float:
    """Milliseconds of one call."""
    began = clock()
    call()
    return (clock() - began) * 1000
