"""Reads corrections of people as cases again: `python bench/cases.py FILES…`, files as `/case/JUDGEMENT.json` of the desk sends them.

Prints for each case whether the reader now makes of its words what the person did; exit status 1 where one of them it does not.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dragoman.model import Claim, Document, ReadOptions, Span, Zone
from dragoman.read.reader import read_document
from dragoman.record.anchors import find_content


class Case(msgspec.Struct, frozen=True):
    """`read` is what the reader once made of `quote`, `wanted` what it must make (`None`: nothing of the kind); `read` is `None` where it missed it."""

    id: str
    language: str
    published: date | None
    text: str
    quote: str
    kind: str
    read: dict[str, Any] | None
    wanted: dict[str, Any] | None
    why: str = ""


def main() -> int:
    """Print one line for each case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    failed = 0
    for file in parser.parse_args().files:
        case = load_case(file)
        faults = list(find_faults(case))
        failed += bool(faults)
        print(f"{file.name}: {'; '.join(faults) or 'holds'}" + (f" ({case.why})" if faults and case.why else ""))
    return 1 if failed else 0


def load_case(file: Path) -> Case:
    """The case in a file."""
    return msgspec.json.decode(file.read_bytes(), type=Case)


def find_faults(case: Case) -> Iterator[str]:
    """What is wrong with what the reader makes of the words now; nothing where the case holds."""
    start = case.text.find(case.quote)
    if start < 0:
        yield "the quote does not stand in the text"
        return
    found = [find_content(claim) for claim in _read(case) if claim.kind == case.kind and claim.span.overlaps(Span(start, start + len(case.quote)))]
    if case.wanted is None:
        if case.read in found:
            yield "read again as it was rejected"
    elif case.wanted not in found:
        yield f"no {case.kind} as wanted" + (": " + _compare(case.wanted, found) if found else "")


def _read(case: Case) -> tuple[Claim, ...]:
    digest = f"{hashlib.sha256(case.text.encode()).hexdigest()}.case"
    zones = (Zone("body", Span(0, len(case.text)), "case"),)
    document = Document(id=digest, text=case.text, file="case", language=case.language, published=case.published, zones=zones)
    return read_document(document, ReadOptions()).claims


def _compare(wanted: dict[str, Any], found: list[dict[str, Any]]) -> str:
    """The fields in which the closest claim differs."""
    closest = min(([name for name, value in wanted.items() if content.get(name) != value] for content in found), key=len)
    return f"the closest differs in {', '.join(closest)}"


if __name__ == "__main__":
    sys.exit(main())
