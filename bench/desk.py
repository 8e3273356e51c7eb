"""Processor times of a large desk: adding one document to it, its board and other questions, on notes of our own making.

usage: python -m bench.desk [--documents N] [--record postgresql://…]
"""

import argparse
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.synthetic import load_notes, make_document, make_texts, name_version, read_note
from dragoman.ask.agreements import Agreements
from dragoman.ask.board import Board
from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.ask.question import Question
from dragoman.ask.visits import Visits
from dragoman.ask.who import Who
from dragoman.desk import Desk, Parts, create_desk, open_desk, read_clock
from dragoman.model import ReadOptions
from dragoman.reconcile.blocks import find_block

PARTS = Parts(load=load_notes, read=read_note, version=name_version)
PAIR = Dyad("NOR", "PER")
QUESTIONS: dict[str, Question] = {
    "board": Board(dyad=PAIR),
    "board, on 2010-01-01": Board(dyad=PAIR, on=read_clock().date().replace(2010, 1, 1)),
    "chronology": Chronology(dyad=PAIR),
    "visits": Visits(dyad=PAIR),
    "agreements": Agreements(dyad=PAIR),
    "who ambassador NOR": Who(title="ambassador", state="NOR"),
}


def fill(desk: Desk, n: int) -> float:
    """Seconds to keep `n` documents, each in a transaction of its own."""
    before = time.process_time()
    for number, text in enumerate(make_texts(n, seed=1)):
        made = make_document(text, f"{number:05}.txt")
        desk.store.keep(made, read_note(made.document, ReadOptions()), ReadOptions(), read_clock())
    return time.process_time() - before


def time_add(desk: Desk, folder: Path, n: int, *, is_pair: bool) -> list[float]:
    """Seconds to add each of `n` further documents that are about the pair, or about others; one call of `add` for each."""
    seconds = []
    fitting = (text for text in make_texts(20 * n, seed=2) if (f" {PAIR.a} {PAIR.b} " in text) == is_pair)
    folder.mkdir()
    for number, text in enumerate(itertools.islice(fitting, n)):
        one = folder / f"one{number}"
        one.mkdir()
        (one / f"{number}.txt").write_text(text, encoding="utf-8")
        seconds.append(_time(lambda path=one: desk.add(path)))  # type: ignore[misc]
    return seconds


def describe_blocks(desk: Desk) -> str:
    """How many blocks the claims make, and how large they are."""
    sizes = sorted(Counter(map(find_block, desk.claims())).values())
    return f"{len(sizes):,} blocks of {sum(sizes):,} claims, the 99th percentile {sizes[len(sizes) * 99 // 100]:,}, the largest {sizes[-1]:,}"


def _time(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


def main() -> int:
    """Print one line per measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--record", help="an empty database; by default a file")
    asked = parser.parse_args()
    print(f"load average at the start {os.getloadavg()[0]:.1f}, seconds of the processor:")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = asked.record or folder / "bench.desk"
        with create_desk(address, PARTS) as desk:
            seconds = fill(desk, asked.documents)
            print(f"filled with {asked.documents:,} documents in {seconds:.0f} s ({1000 * seconds / asked.documents:.1f} ms each)")
            seconds = _time(desk.refresh)
            print(f"all blocks computed and kept in {seconds:.1f} s: {describe_blocks(desk)}")
        with open_desk(address, PARTS) as desk:
            for is_pair, about in ((True, "the pair"), (False, "others")):
                added = time_add(desk, folder / about, 8, is_pair=is_pair)
                print(f"add one document about {about}: median {1000 * statistics.median(added):.0f} ms, worst {1000 * max(added):.0f} ms of {len(added)}")
            for title, question in QUESTIONS.items():
                with open_desk(address, PARTS) as opened:
                    first = _time(lambda question=question, opened=opened: opened.answer(question))  # type: ignore[misc]
                desk.answer(question)
                again = [_time(lambda question=question: desk.answer(question)) for _ in range(5)]  # type: ignore[misc]
                n = len(desk.answer(question))
                print(f"{title}: first {1000 * first:.0f} ms, again {1000 * statistics.median(again):.0f} ms, {n:,} objects")
            print(f"rebuilt in {_time(lambda: print(desk.rebuild())):.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
