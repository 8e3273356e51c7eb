"""The ledger of states: names, adjectives, capitals, seats of power, unions, and who came before whom."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from dragoman.know.history import History, load_history
from dragoman.know.places import load_places
from dragoman.model.succession import Succession

DATA = Path(__file__).parent / "data"
NameKind = Literal["state", "form", "demonym", "people", "capital", "city", "agency", "body", "organisation"]


@dataclass(frozen=True, slots=True)
class Name:
    """What a word of the ledger stands for: the kind of name and the code of its state or union."""

    kind: NameKind
    code: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """States, unions and places by all their names. `stems` are beginnings of Russian adjectives ("турецк"); `guarded` places are common words as well."""

    names: dict[str, Name]
    stems: dict[str, str]
    history: History
    guarded: frozenset[str] = frozenset()

    def predecessors(self, code: str) -> tuple[str, ...]:
        """Codes of the ended states in whose place `code` stands, without itself."""
        return self.history.predecessors(code)

    def successions(self, code: str) -> tuple[Succession, ...]:
        """The successions at which links of `code` may end, in order of time, each with the fate of every channel."""
        return self.history.successions_of(code)

    def resolve(self, code: str, day: date | None) -> str:
        """The state for which a metonym of `code` stood on a day."""
        return self.history.code_at(code, day)


def _load(file: str) -> dict[str, Any]:
    with (DATA / file).open("rb") as opened:
        return tomllib.load(opened)


@cache
def load_ledger() -> Ledger:
    """The ledger from `data/states.toml`, `places.toml`, and the files of `history.py` and `places.py`."""
    names: dict[str, Name] = {}
    stems: dict[str, str] = {}
    for state in _load("states.toml")["state"]:
        _name_state(names, state)
        stems.update(dict.fromkeys(state["ru_stems"], state["code"]))
    places = _load("places.toml")
    for code, words in places["forms"].items():
        names.update({word: Name("form", code) for word in words})
    gazetteer = load_places()
    for word, place in gazetteer.places.items():
        names.setdefault(word, Name("city", place.country or ""))
    for code, words in places["regions"].items():
        for word in words:
            names.setdefault(word, Name("city", code))
    kinds: tuple[tuple[str, NameKind], ...] = (("seats", "agency"), ("bodies", "body"), ("unions", "organisation"))
    for table, kind in kinds:
        for code, words in places[table].items():
            names.update({word: Name(kind, code) for word in words})
    for state in load_history().rows:
        _name_state(names, {"adjectives": [], **state, "capitals": {"en": [], "ru": [], "ko": []}})
        stems.update({stem: state["code"] for stem in state.get("ru_stems", ()) if stem not in stems})
    return Ledger(names, stems, load_history(), gazetteer.guarded)


@cache
def load_state_names() -> dict[str, str]:
    """The first English name of each state and union, by code."""
    names: dict[str, str] = {}
    for word, name in load_ledger().names.items():
        if name.kind in ("state", "organisation") and word.isascii():
            names.setdefault(name.code, word)
    return names


def _name_state(names: dict[str, Name], state: dict[str, Any]) -> None:
    """Adds the names of one state; a name that is there already keeps its first meaning."""
    code = state["code"]
    for language in ("en", "ru", "ko"):
        for word in state[language]:
            names.setdefault(word, Name("state", code))
        for word in state["capitals"][language]:
            names.setdefault(word, Name("capital", code))
    for word in state["adjectives"]:
        names.setdefault(word, Name("demonym", code))
        names.setdefault(word + "s", Name("people", code))
