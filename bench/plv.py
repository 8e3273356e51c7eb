"""Scores PLOVER types with source and target given: `python bench/plv.py FILE.tsv [--errors]`, columns `sentence source target root penta`.

Macro-F1 over the types that the file knows. CONCEDE and RETREAT count as YIELD. A type found means one quad: AGREE, CONSULT and SUPPORT 1;
COOPERATE, AID and YIELD 2; ACCUSE, REJECT, REQUEST and THREATEN 3; the others 4. The quad wanted is the file's `penta` (1 to 4);
binary is 1 and 2 against 3 and 4. `--half A` or `--half B` takes the rows whose hash of the id is even or odd.
"""

import argparse
import csv
import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.know.plover import load_plover
from dragoman.read.classify import Classified, classify_sentence

YIELD = ("CONCEDE", "RETREAT")
Row = dict[str, str]


def main() -> int:
    """Print the three scores, and with `--errors` what was taken for what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=("A", "B"))
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    rows = read_rows(asked.file, asked.half)
    start = time.perf_counter()
    found = [classify_sentence(row["sentence"], row["source"], row["target"]) for row in rows]
    seconds = time.perf_counter() - start
    roots = [(row["root"], name_root(classified)) for row, classified in zip(rows, found, strict=True)]
    quads = [(row["penta"], quad_of(root)) for row, (_, root) in zip(rows, roots, strict=True)]
    binary = [(side_of(wanted), side_of(made)) for wanted, made in quads]
    scores = f"root {macro_f1(roots):.3f}, quad {macro_f1(quads):.3f}, binary {macro_f1(binary):.3f}"
    print(f"{len(rows)} sentences, macro-F1: {scores}; {1000 * seconds / max(1, len(rows)):.1f} ms each")
    if asked.errors:
        print_errors(rows, found, roots)
    return 0


def read_rows(path: Path, half: str | None) -> list[Row]:
    """The rows of a file, or of one half of it."""
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    return [row for row in rows if half is None or half == "AB"[hashlib.sha256(row["id"].encode()).digest()[0] % 2]]


def name_root(classified: Classified) -> str:
    """The type as the file names it."""
    return "YIELD" if classified.root in YIELD else classified.root


def quad_of(root: str) -> str:
    """The quad of a type; YIELD is material cooperation."""
    quads: dict[str, int] = {code: kind.quad for code, kind in load_plover().types.items()}
    return str({**quads, "YIELD": 2}[root])


def side_of(quad: str) -> str:
    """Cooperation or conflict."""
    return "cooperation" if quad in ("1", "2") else "conflict"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of the classes wanted."""
    scores = list(f1_by_class(pairs).values())
    return sum(scores) / max(1, len(scores))


def f1_by_class(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each class wanted."""
    right = Counter(wanted for wanted, made in pairs if wanted == made)
    wanted_of, made_of = Counter(wanted for wanted, _ in pairs), Counter(made for _, made in pairs)
    return {name: 2 * right[name] / (count + made_of[name]) for name, count in sorted(wanted_of.items())}


def print_errors(rows: Sequence[Row], found: Sequence[Classified], roots: Sequence[tuple[str, str]]) -> None:
    """What was taken for what, the commonest first, and each sentence with the words that misled."""
    for name, score in f1_by_class(roots).items():
        print(f"{name}\t{score:.3f}")
    for (wanted, made), count in Counter(pair for pair in roots if pair[0] != pair[1]).most_common():
        print(f"{count}\t{wanted} taken for {made}")
    for row, classified, (wanted, made) in sorted(zip(rows, found, roots, strict=True), key=lambda row: row[2]):
        if wanted != made:
            words = " ".join(row["sentence"][span.start : span.stop] for span in classified.words)
            print(f"{wanted} > {made}\t{classified.rule}: {words}\t{row['sentence']}")


if __name__ == "__main__":
    raise SystemExit(main())
