"""The table on the screen and the same as JSON."""

import json
import platform
from datetime import UTC, datetime
from pathlib import Path

import django
import wagtail
from django.db import connection

from bench.measuring import Measured

RESULTS = Path(__file__).parent / "results"
SMALL = 1000


def table(small: list[Measured], large: list[Measured]) -> str:
    """Markdown. Growth compares the ratios at N and at 1,000; "read" is what the hungriest
    statement reads: buffers on PostgreSQL, virtual machine steps on SQLite."""
    lines = [
        "| row | p50 ms | p95 ms | queries | × floor | growth | read | read growth | |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for before, after in zip(small, large, strict=True):
        lines.append(
            f"| {after.row.name} | {after.p50:.1f} | {after.p95:.1f} | {after.work.queries} "
            f"| {after.ratio:.2f} | {after.ratio / before.ratio:.2f} | {after.work.most:,} "
            f"| {after.work.most / max(1, before.work.most):.2f} | {verdict(before, after)} |"
        )
    return "\n".join(lines)


def verdict(before: Measured, after: Measured) -> str:
    """What misses its target, or "ok"; empty for a row without one."""
    target = after.row.target
    limits = [
        ("ratio", after.ratio, target.ratio),
        ("queries", after.work.queries, target.queries),
        ("growth", after.ratio / before.ratio, target.growth),
    ]
    set_ones = [(name, found, limit) for name, found, limit in limits if limit is not None]
    missed = [f"{name} > {limit}" for name, found, limit in set_ones if found > limit]
    return ", ".join(missed) or ("ok" if set_ones else "")


def save(count: int, small: list[Measured], large: list[Measured], rate: float) -> Path:
    """One file per run, with what it ran on."""
    RESULTS.mkdir(exist_ok=True)
    now = datetime.now(UTC)
    data = {
        "at": now.isoformat(timespec="seconds"),
        "database": connection.vendor,
        "python": platform.python_version(),
        "django": django.__version__,
        "wagtail": wagtail.__version__,
        "news": count,
        "bulk_load_per_second": round(rate),
        "rows": [
            {
                "name": after.row.name,
                "p50_ms": round(after.p50, 2),
                "p95_ms": round(after.p95, 2),
                "queries": after.work.queries,
                "ratio": round(after.ratio, 3),
                "growth": round(after.ratio / before.ratio, 3),
                "most_read": after.work.most,
                "hungriest": after.work.statement[:500],
                "verdict": verdict(before, after),
            }
            for before, after in zip(small, large, strict=True)
        ],
    }
    path = RESULTS / f"{now:%Y%m%d-%H%M%S}-{connection.vendor}-{count}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1))
    return path
