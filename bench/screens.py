"""Prints, for each screen of the desk over made-up entries, the bytes of the page, those with all that goes with it, and the seconds it took.

    python -m bench.screens [--entries 5000]

The desk is a file, its lines computed as `add` computes them. The first request of each screen is made in a process of its own, which has just
started: wall-clock and processor time of that request. The median of five that follow is wall-clock; a desk keeps answers as long as its record stands.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import msgspec
from starlette.testclient import TestClient

from dragoman.desk import Desk, Parts, open_desk
from dragoman.model.ports import fill_port
from dragoman.record.sqlite import create_desk
from dragoman.show.web.app import make_app
from dragoman.show.web.catalogue import PLAIN, SCREENS
from dragoman.show.web.door import Door
from dragoman.show.web.pages import load_static

ASKED = "dyad=NOR-PER&actor=NOR&name=NOR&id=many/0004.txt&words=Which+agreements+of+Norway+and+Peru+are+in+force"
NEXT = 5


class Taken(msgspec.Struct):
    """What one screen took: bytes, seconds and processor seconds of the first request, and the median of those after it."""

    size: int
    first: float
    processor: float
    median: float


def main() -> None:
    """Make the desk, ask for every screen, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=5000)
    parser.add_argument("--screen", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.screen:
        sys.stdout.write(msgspec.json.encode(ask_for_screen(*given.screen)).decode())
        return
    beside = sum(len(found.body) for name, found in load_static().items() if not name.endswith("LICENSE"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.desk"
        with closing(create_desk(path)) as store:
            fill_port("tests.show.many:make_many")(store, given.entries)
            desk = Desk(store, Parts())
            desk.refresh()
            print(f"{len(desk.entries())} entries, {len(desk.documents())} documents\n")
        print("| screen | page, kB | with styles and scripts, kB | first, s | of which processor, s | median, s |\n|---|---:|---:|---:|---:|---:|")
        for name in ("", *(screen.name for screen in SCREENS), *(screen.name for screen in PLAIN)):
            command = [sys.executable, "-m", "bench.screens", "--screen", str(path), name]
            taken = msgspec.json.decode(subprocess.run(command, check=True, capture_output=True).stdout, type=Taken)
            sizes = f"{taken.size / 1000:.0f} | {(taken.size + beside) / 1000:.0f}"
            print(f"| {name or 'home'} | {sizes} | {taken.first:.2f} | {taken.processor:.2f} | {taken.median:.2f} |", flush=True)


def ask_for_screen(path: str, name: str) -> Taken:
    """One screen of the desk at `path`, in this process."""
    desk = open_desk(path)
    client = TestClient(make_app(desk, Door(frozenset({"desk.test"}), b"secret")), base_url="http://desk.test")
    seconds, processor, page = [], time.process_time(), b""
    for number in range(NEXT + 1):
        began = time.perf_counter()
        page = client.get(f"/{name}?{ASKED}").content
        seconds.append(time.perf_counter() - began)
        processor = time.process_time() - processor if number == 0 else processor
    return Taken(len(page), seconds[0], processor, statistics.median(seconds[1:]))


if __name__ == "__main__":
    main()
