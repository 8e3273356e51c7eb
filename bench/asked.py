"""Size of the index of words, and seconds of questions in plain words, over made-up entries: `python -m bench.asked [--entries 5000]`.

Seconds are wall-clock, each question asked for the first time on an open desk; asked again, it is answered from memory.
"""

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from dragoman.ask.answer import Answer
from dragoman.ask.profile import About
from dragoman.desk import open_desk
from dragoman.model.ports import fill_port
from dragoman.record.sqlite import create_desk
from dragoman.record.sqlite import open_desk as open_store

PER_ENTRY = 1.4
"""Claims that make an entry of the made-up ones, about."""
QUESTIONS: tuple[Answer | About, ...] = (
    Answer(words="What did Norway and Peru say about fisheries in 2004?"),
    Answer(words="Что обсуждали Норвегия и Перу о рыболовстве?"),
    Answer(words="노르웨이와 페루의 항공편은?"),
    Answer(words="Did Chile bomb Laos?"),
    About(name="Norway"),
    About(name="Person 7"),
)


def main() -> None:
    """Make the desk, measure it, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "many.desk"
        with closing(create_desk(file)) as store:
            fill_port("tests.show.many:make_many")(store, int(given.entries * PER_ENTRY))
        with closing(open_desk(file)) as desk:
            desk.view()
        print_index(file)
        with closing(open_desk(file)) as desk:
            print(f"{len(desk.view().entries)} entries\n\n| question | seconds |\n|---|---:|")
            for question in QUESTIONS:
                began = time.perf_counter()
                desk.answer(question)
                seconds = time.perf_counter() - began
                print(f"| {getattr(question, 'words', None) or getattr(question, 'name', '')} | {seconds:.2f} |")


def print_index(file: Path) -> None:
    """Bytes of the index beside those of the record, and the seconds that making it anew takes."""
    with closing(sqlite3.connect(file)) as found:
        sizes = dict(found.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall())
        found.execute("UPDATE meta SET value = 'none' WHERE key = (SELECT key FROM meta WHERE key LIKE '%words%' OR key LIKE '%stems%' LIMIT 1)")
        found.commit()
    began = time.perf_counter()
    open_store(file).close()
    index = sum(size for name, size in sizes.items() if name.startswith(("terms", "places")))
    print(f"index {index / 1e6:.1f} of {sum(sizes.values()) / 1e6:.1f} MB, made anew in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
