"""Scores answers to questions: `python bench/ask.py FOLDER QUESTIONS.toml [--misses]`, on a record made of the documents in FOLDER.

QUESTIONS holds `[[question]]` tables as tests/examples/questions.toml does: `words`, `quotes` of which one must be among the first
three lines (none: the record must not answer), and the day `on`.
"""

import argparse
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from dragoman.ask.answer import Answer, Found
from dragoman.desk import Desk, create_desk
from dragoman.model import BadInput

FIRST = 3


def main() -> int:
    """Print how many were answered with the words, how many unanswerable ones were left, and how long a question took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    asked = tomllib.loads(options.questions.read_text(encoding="utf-8"))["question"]
    with tempfile.TemporaryDirectory() as folder, create_desk(Path(folder) / "ask.desk") as desk:
        desk.add(options.folder)
        desk.view()
        start = time.perf_counter()
        right = [is_right(desk, found, misses=options.misses) for found in asked]
        seconds = time.perf_counter() - start
    for name, wanted in (("with an answer", True), ("without an answer", False)):
        kinds = [done for found, done in zip(asked, right, strict=True) if bool(found["quotes"]) is wanted]
        print(f"{name}: {sum(kinds)} of {len(kinds)}")
    print(f"{1000 * seconds / max(1, len(asked)):.0f} ms a question")
    return 0


def is_right(desk: Desk, found: dict[str, object], *, misses: bool) -> bool:
    """Whether the answer cites one of the quotes, or is none where there must be none."""
    quotes = [str(quote) for quote in found["quotes"]]  # type: ignore[attr-defined]
    try:
        lines = desk.answer(Answer(words=str(found["words"]), on=found.get("on")))  # type: ignore[arg-type]
    except BadInput:
        lines = ()
    texts = [text for line in lines[:FIRST] for text in ([line.text] if isinstance(line, Found) else [report.text for report in line.reports])]
    cited = [" ".join(text.split()) for text in texts]
    right = any(quote in text for text in cited for quote in quotes) if quotes else not lines
    if misses and not right:
        print(f"{found['words']}\t{cited}")
    return right


if __name__ == "__main__":
    sys.exit(main())
