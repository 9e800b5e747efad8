"""`python -m bench --news 10000 --database sqlite`: build, measure at 1,000 and at N, report."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import django


def main(count: int, samples: int, clock_name: str, only: list[str]) -> None:
    # Models can be imported only after `django.setup()`, which needs the database's address.
    from bench import building, comments, measuring, reporting, rows  # noqa: PLC0415

    clock = measuring.CLOCKS[clock_name]
    tree = building.build()
    building.grow(tree, reporting.SMALL, seed=1)
    comments.grow(tree, reporting.SMALL)
    say(f"measuring at {reporting.SMALL:,} …")
    chosen = rows.named(rows.rows(tree), only)
    _floor, small = measuring.measure(chosen, samples=samples, clock=clock)
    rate = building.grow(tree, max(1, count - reporting.SMALL), seed=2)
    comments.grow(tree, count)
    say(f"measuring at {count:,} …")
    chosen = rows.named(rows.rows(tree), only)
    floor, large = measuring.measure(chosen, samples=samples, clock=clock)
    say(f"\nFloor {floor:.2f} ms. Bulk load {rate:,.0f} pages a second.")
    say("Warm: each row was asked for before, and caches hold what they would under load.\n")
    say(reporting.table(small, large))
    say(f"\n{reporting.save(count, small, large, rate)}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def database_url(engine: str) -> str:
    """An empty database: a file that goes with the run, or one made anew on the server found."""
    if engine == "sqlite":
        return f"sqlite:///{Path(tempfile.mkdtemp(prefix='prcouncil-bench-')) / 'bench.sqlite3'}"
    import psycopg  # noqa: PLC0415  (only where PostgreSQL is measured)

    from tests.needs import NEEDS  # noqa: PLC0415  (knows where PostgreSQL is looked for)

    url = NEEDS["postgres"].find()
    if url is None:
        sys.exit(NEEDS["postgres"].advice)
    name = "prcouncil_bench"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
    return f"{url.rpartition('/')[0]}/{name}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--news", type=int, default=10_000, metavar="N")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--clock", choices=["wall", "processor"], default="wall")
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD", help="of a row's name")
    chosen = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parents[1] / "example_site"))
    os.environ["DATABASE_URL"] = database_url(chosen.database)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    django.setup()
    main(chosen.news, chosen.samples, chosen.clock, chosen.only)
