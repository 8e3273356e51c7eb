"""Times of a large desk: adding one document to it, its board and other questions, on notes of our own making.

usage: python bench/desk.py [--documents N] [--record postgresql://…]
"""

import argparse
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
    before = time.perf_counter()
    for number, text in enumerate(make_texts(n, seed=1)):
        made = make_document(text, f"{number:05}.txt")
        desk.store.keep(made, read_note(made.document, ReadOptions()), ReadOptions(), read_clock())
    return time.perf_counter() - before


def time_add(desk: Desk, folder: Path, n: int, seed: int = 2) -> list[float]:
    """Seconds to add each of `n` further documents, one call of `add` for each."""
    seconds = []
    for number, text in enumerate(make_texts(n, seed=seed)):
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
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


def main() -> int:
    """Print one line per measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--record", help="an empty database; by default a file")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = asked.record or folder / "bench.desk"
        with create_desk(address, PARTS) as desk:
            seconds = fill(desk, asked.documents)
            print(f"filled with {asked.documents:,} documents in {seconds:.0f} s ({1000 * seconds / asked.documents:.1f} ms each)")
            seconds = _time(desk.refresh)
            print(f"all blocks computed and kept in {seconds:.1f} s: {describe_blocks(desk)}")
        with open_desk(address, PARTS) as desk:
            added = time_add(desk, folder, 20)
            print(f"add one document: median {1000 * statistics.median(added):.0f} ms, worst {1000 * max(added):.0f} ms of {len(added)}")
            for title, question in QUESTIONS.items():
                with open_desk(address, PARTS) as opened:
                    first = _time(lambda question=question, opened=opened: opened.answer(question))  # type: ignore[misc]
                desk.answer(question)
                again = [_time(lambda question=question: desk.answer(question)) for _ in range(5)]  # type: ignore[misc]
                n = len(desk.answer(question))
                print(f"{title}: first {1000 * first:.0f} ms, again {1000 * statistics.median(again):.0f} ms, {n:,} objects")
            more = folder / "more"
            more.mkdir()
            seconds = time_add(desk, more, 8, seed=4)[-1]
            after = _time(lambda: desk.answer(QUESTIONS["board"]))
            print(f"after further documents (the last in {1000 * seconds:.0f} ms) the board: {1000 * after:.0f} ms", flush=True)
            print(f"rebuilt in {_time(lambda: print(desk.rebuild())):.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
