"""Scores the reading of actor phrases – country and sector – on a file of cases that lies beside the project.

usage: python bench/actors.py FILE.json [--misses]

FILE holds a list of cases `{calls: [[name, [phrase, …], …]], expect: [[field, relation, value]]}`. A case counts where it gives
a phrase and wants a country (`country`, `cc`) or a sector (`code_1`). Cases whose phrase is nothing but a personal name, or whose
answer depends on who held an office on a day, need an encyclopaedia, which the reader does not have: they are counted apart.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.know.sectors import load_sectors
from dragoman.know.states import load_ledger
from dragoman.read.names import find_names

CALLS = ("search_nat", "short_text_to_agent", "agent_to_code", "trf_agent_match")
UNITED_NATIONS = ("UN", "WHO", "ICJ", "ILO", "IMO", "ICAO")
NAME = re.compile(r"(?:(?:The|the) )?(?:[A-ZÀ-Þ][\w’'.-]*)(?: (?:(?:al|el|bin|de|le|van|von|ul|W\.?) ?-?)?[A-ZÀ-Þ][\w’'.-]*)*")


@dataclass(frozen=True)
class Case:
    """A phrase with the country and sector that are wanted; an empty string asks for none, `None` does not ask."""

    phrase: str
    country: frozenset[str] | None
    sector: frozenset[str] | None

    @property
    def is_name(self) -> bool:
        """Whether the phrase is a proper name alone, in which no word of the vocabulary and no state is known."""
        known = load_sectors().read(self.phrase).sector or any(find_names(self.phrase, "en", 0))
        return NAME.fullmatch(self.phrase.strip()) is not None and not known


def load_cases(path: Path) -> Iterator[Case]:
    """The cases of a file that give a phrase and want a country or a sector."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        call, arguments, _ = row["calls"][-1]
        if call not in CALLS or not arguments or arguments[0].startswith("<"):
            continue
        country = sector = None
        for field, relation, value in row["expect"]:
            if field in ("country", "cc") and relation == "Eq":
                country = frozenset({value or ""})
            elif field == "code_1" and relation in ("Eq", "In"):
                sector = frozenset(value if isinstance(value, list) else {value or ""})
            elif field == "code" and relation == "Is":
                country, sector = frozenset({""}), frozenset({"", "UNK"})
        if country is not None or sector is not None:
            yield Case(arguments[0], country, sector)


def read_phrase(phrase: str) -> tuple[str, str]:
    """Country and sector of a phrase, both empty where none is told."""
    ledger = load_ledger()
    known = load_sectors().read(phrase).sector or any(find_names(phrase, "en", 0))
    text = phrase.title() if phrase.isupper() and not known else phrase
    found = load_sectors().read(text)
    mentions = [mention for mention in find_names(text, "en", 0) if mention.actor is not None]
    first = mentions[0] if mentions else None
    country = (found.code or "") if found.code else ""
    if not country and first is not None and first.actor is not None:
        union = first.actor.id if first.kind == "organisation" else None
        country = first.actor.country or ("UNO" if union in UNITED_NATIONS else "EUR" if union == "EU" else "IGO" if union else "")
    sector = found.sector or ""
    if not sector and first is not None:
        whole = first.text == re.sub(r"^(?:the|The) ", "", text)
        name = ledger.names.get(first.text)
        if whole and name is not None:
            sector = {"capital": "GOV", "agency": "GOV", "city": "CVL"}.get(name.kind, "")
        elif first.kind == "agency":
            sector = "GOV"
    return country, sector


def main() -> int:
    """Print the shares right, for all cases and without proper names alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each case that is wrong")
    options = parser.parse_args()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for case in load_cases(options.file):
        country, sector = read_phrase(case.phrase)
        checks: dict[str, Any] = {"country": (case.country, country), "sector": (case.sector, sector)}
        right = {field: got in want for field, (want, got) in checks.items() if want is not None}
        group = "names" if case.is_name else "phrases"
        for field, is_right in [*right.items(), ("both", all(right.values()))]:
            counts[group, field, is_right] += 1
        if options.misses and not all(right.values()):
            wanted = ", ".join(f"{field} {'/'.join(sorted(want))!r}" for field, (want, _) in checks.items() if want is not None)
            print(f"{group:8} {case.phrase!r}: want {wanted}; got {country!r} {sector!r}")
    for group in ("phrases", "names"):
        for field in ("country", "sector", "both"):
            right_ones, wrong = counts[group, field, True], counts[group, field, False]
            share = right_ones / (right_ones + wrong) if right_ones + wrong else 0.0
            print(f"{group:8} {field:8} {right_ones}/{right_ones + wrong} = {share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
