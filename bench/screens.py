"""Prints, for each screen of the desk over made-up entries, the bytes of the page, those with all that goes with it, and the seconds it took.

    python -m bench.screens [--entries 5000]

Seconds are wall-clock: of the first request, and the median of five; a desk keeps answers in memory as long as its record stands.
"""

import argparse
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.desk import Desk, Parts
from dragoman.model.ports import fill_port
from dragoman.record.sqlite import create_desk
from dragoman.show.web.app import make_app
from dragoman.show.web.catalogue import PLAIN, SCREENS
from dragoman.show.web.door import Door
from dragoman.show.web.pages import load_static


def main() -> None:
    """Make the desk, ask for every screen, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=5000)
    given = parser.parse_args()
    beside = sum(len(found.body) for name, found in load_static().items() if not name.endswith("LICENSE"))
    with tempfile.TemporaryDirectory() as folder, closing(create_desk(Path(folder) / "many.desk")) as store:
        fill_port("tests.show.many:make_many")(store, given.entries)
        client = TestClient(make_app(Desk(store, Parts()), Door(frozenset({"desk.test"}), b"secret")), base_url="http://desk.test")
        print("| screen | page, kB | with styles and scripts, kB | first, s | median, s |\n|---|---:|---:|---:|---:|")
        for name in ("", *(screen.name for screen in SCREENS), *(screen.name for screen in PLAIN)):
            seconds = []
            for _ in range(5):
                began = time.perf_counter()
                page = client.get(f"/{name}?dyad=NOR-PER&actor=NOR&id=many/0004.txt")
                seconds.append(time.perf_counter() - began)
            size = len(page.content)
            print(f"| {name or 'home'} | {size / 1000:.0f} | {(size + beside) / 1000:.0f} | {seconds[0]:.2f} | {statistics.median(seconds):.2f} |")


if __name__ == "__main__":
    main()
