"""Sheets of claims to be judged by a person, and what the judged ones say: confidence by rule family, Brier score, calibration.

usage: python bench/judge.py sheet FOLDER SHEET.jsonl     read every document of a folder, one line per claim, with an empty verdict
       python bench/judge.py show SHEET.jsonl             the claims that have no verdict yet, numbered, in words
       python bench/judge.py fill SHEET.jsonl NUMBERS     the numbered claims are wrong ("3,7:actor,9"), all others that were shown right
       python bench/judge.py count SHEET.jsonl… [--table src/dragoman/read/confidence.toml]

A claim is right where an analyst could rely on every field: who, what, direction, time, modality, voice. The documents stay outside of the project;
only counts per rule family come in. Brier score and calibration are measured across documents: each claim is rated by the claims of all others.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.archive.documents import load_documents
from dragoman.model import Claim, ReadOptions, Trouble
from dragoman.read.confidence import families_of, wilson_lower
from dragoman.read.reader import read_document
from dragoman.show.contract import export_claim

FEWEST = 15
"""Judged claims from which a narrower family counts; smaller ones count with the wider."""
BINS = 5
ROUNDS = 1000
LEFT_OUT = ("id", "reading", "document", "span", "text", "evidence", "confidence", "language", "flags")
Judged = tuple[str, tuple[str, ...], bool]


def write_sheet(folder: Path, sheet: Path) -> int:
    """The claims of all documents, and how many there are."""
    rows: list[dict[str, Any]] = []
    for loaded in load_documents(folder):
        if isinstance(loaded, Trouble):
            print(loaded.why)
            continue
        rows.extend(make_row(loaded.document.file, claim) for claim in read_document(loaded.document, ReadOptions()).claims)
    sheet.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def make_row(file: str, claim: Claim) -> dict[str, Any]:
    """One line of a sheet."""
    fields = {name: value for name, value in export_claim(claim).items() if name not in LEFT_OUT and value not in (None, [], "", False)}
    return {
        "file": Path(file).name,
        "id": claim.id,
        "kind": claim.kind,
        "family": f"{claim.kind}/{claim.rule}",
        "families": families_of(claim),
        "language": claim.language,
        "claim": fields,
        "flags": [flag.flag for flag in claim.flags],
        "quote": claim.text,
        "verdict": "",
    }


def render_row(number: int, row: dict[str, Any]) -> str:
    """One claim in a line or two."""
    fields = {
        name: shorten(value)
        for name, value in row["claim"].items()
        if name not in ("kind", "quad", "intensity", "contexts", "of" if row["kind"] != "figure" else "")
    }
    if fields.get("content"):
        fields["content"] = str(fields["content"])[:60] + "…"
    told = " ".join(f"{name}={value}" for name, value in fields.items() if name != "rule")
    return f"{number} {row['family']} {told} {row['flags'] or ''}"


def shorten(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Actors by name and state, times by their ends."""
    if isinstance(value, list):
        return [shorten(one) for one in value]
    if isinstance(value, dict) and "type" in value and "name" in value:
        return f"{value['name']}({value.get('country') or value.get('id') or '?'})"
    if isinstance(value, dict) and "precision" in value:
        return f"{value['from']}..{value['to']}{'' if value['bound'] == 'at' else value['bound']}"
    if isinstance(value, dict):
        return {name: shorten(one) for name, one in value.items() if one is not None}
    return value


def load_sheet(path: Path) -> list[dict[str, Any]]:
    """The lines of a sheet."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def show_sheet(path: Path) -> None:
    """Print what has no verdict, with its quote once."""
    quote = ""
    for number, row in enumerate(load_sheet(path)):
        if row["verdict"] == "":
            if row["quote"] != quote:
                quote = row["quote"]
                print(f"--- {row['file']}: {quote[:420]}")
            print(render_row(number, row))


def fill_sheet(path: Path, numbers: str) -> None:
    """Write the verdicts: the named ones wrong (with the reason), all others right."""
    wrong = {one.partition(":")[0]: one.partition(":")[2] or "wrong" for one in numbers.split(",") if one}
    rows = load_sheet(path)
    for number, row in enumerate(rows):
        if row["verdict"] == "":
            row["verdict"] = f"wrong:{wrong[str(number)]}" if str(number) in wrong else "right"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read_verdicts(paths: Sequence[Path]) -> Iterator[Judged]:
    """File, families (the widest first) and verdict of every judged claim."""
    for path in paths:
        for row in load_sheet(path):
            if row["verdict"]:
                yield f"{path.stem}/{row['file']}", tuple(row["families"]), row["verdict"] == "right"


def count_families(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Right and judged by kind, and by narrower families where there are enough."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for _, families, is_right in judged:
        for name in families:
            total[name] += 1
            right[name] += is_right
    return {name: (right[name], total[name]) for name in sorted(total) if "/" not in name or total[name] >= FEWEST}


def rate_held_out(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each claim's confidence from the claims of all other documents, with whether it was right."""
    by_file: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_file[one[0]].append(one)
    rated: list[tuple[float, bool]] = []
    for file, own in by_file.items():
        families = count_families([one for one in judged if one[0] != file])
        for _, names, is_right in own:
            known = next((families[name] for name in reversed(names) if name in families), (0, 0))
            rated.append((wilson_lower(*known), is_right))
    return rated


def brier(rated: Sequence[tuple[float, bool]]) -> float:
    """Mean square of confidence less outcome."""
    return sum((confidence - is_right) ** 2 for confidence, is_right in rated) / len(rated)


def calibration_error(rated: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over bins of equal size."""
    ordered = sorted(rated)
    size = max(1, len(ordered) // BINS)
    bins = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    return sum(abs(sum(c for c, _ in part) - sum(r for _, r in part)) for part in bins) / len(ordered)


def main() -> int:
    """Do what the first argument says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0], formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("sheet", "show", "fill", "count"))
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--table", type=Path)
    asked = parser.parse_args()
    match asked.verb:
        case "sheet":
            print(write_sheet(Path(asked.paths[0]), Path(asked.paths[1])), "claims")
        case "show":
            show_sheet(Path(asked.paths[0]))
        case "fill":
            fill_sheet(Path(asked.paths[0]), asked.paths[1])
        case _:
            report([Path(path) for path in asked.paths], asked.table)
    return 0


def report(paths: list[Path], table: Path | None) -> None:
    """Print the figures, and write the counts where a table is named."""
    judged = list(read_verdicts(paths))
    rated = rate_held_out(judged)
    base = sum(is_right for _, is_right in rated) / len(rated)
    dice = random.Random(1)  # noqa: S311 - a bootstrap, the same each time
    errors = sorted(calibration_error(dice.choices(rated, k=len(rated))) for _ in range(ROUNDS))
    families = count_families(judged)
    print(json.dumps({"judged": len(judged), "documents": len({one[0] for one in judged}), "right": round(base, 3)}))
    print(json.dumps({"brier": round(brier(rated), 4), "brier_of_base_rate": round(base * (1 - base), 4)}))
    print(json.dumps({"ece": round(calibration_error(rated), 4), "ece_95": [round(errors[25], 4), round(errors[974], 4)]}))
    for name, (right, total) in families.items():
        print(f"{name}: {right}/{total}")
    if table is not None:
        head = table.read_text(encoding="utf-8").partition("[family]")[0]
        lines = (f'"{name}" = {{ right = {right}, judged = {total} }}' for name, (right, total) in families.items())
        table.write_text(head + "[family]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
