"""Sectors of actors after PLOVER: whom a phrase or an actor belongs to – government, military, rebels, business and so on."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model import Actor

TABLE = Path(__file__).parent / "data" / "sectors.toml"
OF_STATES = {"organisation": "IGO", "firm": "BUS", "people": "CVL"}
"""Sectors of actors whose words tell none, by their type; a union of states is an organisation of governments."""


@dataclass(frozen=True, slots=True)
class SectorReading:
    """The sector of a phrase, another that it is about, the words that told it, and the code of a body known by its name."""

    sector: str | None
    second: str | None = None
    words: str = ""
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Sectors:
    """The vocabulary: patterns by language and sector in order of precedence, and bodies by name."""

    words: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    offices: dict[str, re.Pattern[str]]
    second: tuple[tuple[str, re.Pattern[str]], ...]
    former: dict[str, re.Pattern[str]]
    governed: frozenset[str]
    named: dict[str, tuple[str, str]]
    names: re.Pattern[str]

    def read(self, phrase: str, language: str = "en") -> SectorReading:
        """The sector of a phrase ("Norwegian fishermen" is AGR); `None` where no word of it tells one.

        A body known by its name goes first, an office of government next, then the sectors in their order. Whoever
        no longer holds an office is ELI.
        """
        named = self._read_name(phrase)
        found = named if named.sector is not None else self._read_words(phrase, language)
        former = self.former.get(language)
        if found.sector in self.governed and former is not None and former.search(phrase):
            return SectorReading("ELI", None, found.words, found.code)
        return found

    def _read_name(self, phrase: str) -> SectorReading:
        match = self.names.search(phrase)
        if match is None:
            return SectorReading(None)
        sector, code = self.named[match.group()]
        return SectorReading(sector, None, match.group(), code or None)

    def _read_words(self, phrase: str, language: str) -> SectorReading:
        hits = [(sector, match) for sector, pattern in self.words.get(language, ()) if (match := pattern.search(phrase)) is not None]
        office = self.offices[language].search(phrase) if language in self.offices else None
        body = next((hit for hit in hits if hit[0] in BODIES and _owns(phrase, office, hit[1])), None)
        if office is not None and body is None:
            return SectorReading("GOV", self._read_second(phrase, "GOV"), office.group())
        sector, match = body or (hits[0] if hits else (None, None))
        return SectorReading(sector, self._read_second(phrase, sector), match.group() if match else "")

    def _read_second(self, phrase: str, sector: str | None) -> str | None:
        rows = (code for code, pattern in self.second if code != sector and pattern.search(phrase))
        return next(rows, None) if sector is not None else None


BODIES = ("LEG", "JUD", "BUS", "EDU", "SOC", "NGO", "JRN", "PTY", "MED", "SPY", "COP", "REB", "LAB")
"""Sectors whose presidents and spokesmen are theirs and not the government's."""


def _owns(phrase: str, office: re.Match[str] | None, body: re.Match[str]) -> bool:
    """Whether a body has the office that is named: "president of the university", "the bank's president"."""
    if office is None or office.start() <= body.start() < office.end() or body.start() <= office.start() < body.end():
        return False
    between = phrase[office.end() : body.start()] if office.end() <= body.start() else phrase[body.end() : office.start()]
    link = re.search(r"\b(?:of|for|at)\b|['’]s?\s|^\s*$", between.lower() if body.start() > office.start() else f"{between}") is not None
    return link and office.group().lower().split()[-1] in ("president", "secretary", "chairman", "spokesman", "spokesperson", "chancellor", "governor")


def sector_of(actor: Actor, language: str = "en") -> str | None:
    """The PLOVER sector of an actor: by its name and role, else by its type; `None` for a whole state or a place."""
    if actor.type in ("state", "place"):
        return None
    found = load_sectors().read(actor.name, language).sector
    if found is None and actor.role is not None:
        found = load_sectors().read(actor.role, "en").sector
    if found is None and actor.type == "agency":
        return "GOV"
    return found or OF_STATES.get(actor.type)


@cache
def load_sectors() -> Sectors:
    """The vocabulary of `data/sectors.toml`."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    words = {language: tuple(_compile_rows(table, rows, language)) for language, rows in table["words"].items()}
    offices = {language: _compile(rows, language) for language, rows in table["offices"].items()}
    second = tuple((code, re.compile("|".join(map(re.escape, rows)), re.IGNORECASE)) for code, rows in table["second"].items())
    also = table["also"]
    former = {"en": _compile(also["former"], "en"), "ru": _compile(also["former_ru"], "ru"), "ko": _compile(also["former_ko"], "ko")}
    named = {name: (sector, code) for sector, rows in table["named"].items() for name, code in rows}
    names = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(named, key=len, reverse=True))) + r")(?!\w)")
    return Sectors(words, offices, second, former, frozenset(also["governed"]), named, names)


def _compile_rows(table: dict[str, Any], rows: dict[str, list[str]], language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Patterns of one language in the order of precedence."""
    return [(sector, _compile(rows[sector], language)) for sector in table["order"]["sectors"] if sector in rows]


def _compile(words: list[str], language: str) -> re.Pattern[str]:
    """English words with plurals; beginnings of Russian words; Korean words as they stand, at the end of a word where short."""
    ordered = sorted(words, key=len, reverse=True)
    if language == "en":
        forms = (rf"{re.escape(word[:-1])}(?:y|ies)" if word.endswith("y") and len(word) > 3 else rf"{re.escape(word)}(?:es|s|'s)?" for word in ordered)  # noqa: PLR2004, RUF100
        return re.compile(r"(?<![\w])(?:" + "|".join(forms) + r")(?!\w)", re.IGNORECASE)
    if language == "ru":
        return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + ")", re.IGNORECASE)
    return re.compile("|".join(re.escape(word) + (r"(?=[은는이가을를의과와도]?(?:\s|$))" if len(word) == 1 else "") for word in ordered))
