"""Scores the reader against hand-made readings that lie beside the project, and writes the table into docs/quality.md.

usage: python bench/quality.py --gold FOLDER --seeds FOLDER [--page docs/quality.md]

FOLDER of --gold holds score.py and its *.yaml; neither is part of the project. Where they are missing, nothing changes.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dragoman

BEGIN, END = "<!-- scores: written by make quality -->", "<!-- end of scores -->"
READER = "{python} -m dragoman.show.cli.app read --json {{date}} {{file}}"
COLUMNS = ("must", "found", "recall", "recall_full", "made", "precision", "f1", "when_hard", "modality_hard", "voice_hard")


def score_reader(golds: list[Path], seeds: Path) -> dict[str, Any]:
    """What score.py says about these readings."""
    reader = READER.format(python=sys.executable)
    scorer = golds[0].parent / "score.py"
    ran = subprocess.run([sys.executable, str(scorer), *map(str, golds), "--texts", str(seeds), "--reader", reader, "--json"], capture_output=True, check=False)
    if ran.returncode:
        raise SystemExit(ran.stderr.decode()[-2000:])
    scores: dict[str, Any] = json.loads(ran.stdout)
    return scores


def render_row(name: str, row: Mapping[str, Any]) -> str:
    """One line of the table."""
    return f"| {name} | " + " | ".join("–" if row.get(column) is None else str(row[column]) for column in COLUMNS) + " |"


def render_scores(by_document: Mapping[str, dict[str, Any]], whole: dict[str, Any]) -> str:
    """The two tables and the faults."""
    head = "| " + " | ".join(("", *COLUMNS)) + " |\n|" + "---|" * (len(COLUMNS) + 1)
    kinds = [render_row(kind, row) for kind, row in whole["kinds"].items()]
    documents = [render_row(name, scores["kinds"]["all"]) for name, scores in by_document.items()]
    faults = ", ".join(f"{why} {count}" for why, count in whole["faults"].items()) or "none"
    lines = [f"Reader {dragoman.__version__}.", "", head, *kinds, "", "By document:", "", head, *documents, "", f"Faults: {faults}."]
    return "\n".join(lines)


def write_between(page: Path, text: str) -> None:
    """Put `text` between the markers of a page."""
    pattern = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    page.write_text(pattern.sub(lambda _: f"{BEGIN}\n{text}\n{END}", page.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> int:
    """Score each reading alone, then all together; print the table and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--seeds", type=Path, required=True)
    parser.add_argument("--page", type=Path)
    asked = parser.parse_args()
    golds = sorted(asked.gold.glob("*.yaml"))
    if not golds or not asked.seeds.is_dir():
        print(f"no readings in {asked.gold} or no texts in {asked.seeds}: nothing to measure; name them with make quality GOLD=… SEEDS=…")
        return 0
    by_document = {}
    for path in golds:
        print(f"reading {path.stem} …", file=sys.stderr, flush=True)
        by_document[path.stem] = score_reader([path], asked.seeds)
    text = render_scores(by_document, score_reader(golds, asked.seeds))
    print(text)
    if asked.page:
        write_between(asked.page, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
