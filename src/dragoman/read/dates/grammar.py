"""The grammar of dates of one language, as its `dates.toml` tells it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from dragoman.model import Bound, Precision
from dragoman.read.dates.needs import find_needs

LISTS = ("months", "weekdays", "seasons", "ordinals", "centuries")
TABLES = ("units", "parts", "toward")
FALLBACK = "en"
OPENING = 14
"""Characters at most before a year that opens its sentence, where a grammar says nothing else: "In 2013", "By the end of 2013"."""
"""Whose grammar reads a language that has none: dates in digits and English words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time. `pattern` may mark the words that count as `core`; the rest is only context.

    `kind`: `calendar` (parts of a date), `now` (counted from today), `step` (from another time), `duration`, or
    `none` for what looks like a date and is none. `weight` decides between rules where length does not. A text in small letters that
    holds none of `needs` need not be searched.
    """

    name: str
    kind: str
    pattern: re.Pattern[str]
    unit: Precision = "day"
    by: int | None = 0
    bound: Bound = "at"
    anchor: str | None = None
    part: str | None = None
    toward: str | None = None
    stretch: str | None = None
    weight: int = 0
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of our own, the rule that must read it, and what it gives."""

    rule: str
    text: str
    gives: str


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """Words, rules and connectives of one language; `words` turns a form into its value, table by table.

    `opening`: characters at most before a year that opens its sentence ("In 2013", "By the end of 2013") and dates the days of later ones.
    """

    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    range_link: re.Pattern[str]
    range_open: re.Pattern[str]
    range_close: re.Pattern[str]
    list_link: re.Pattern[str]
    base: re.Pattern[str]
    base_after: re.Pattern[str]
    future_before: re.Pattern[str]
    future_after: re.Pattern[str]
    said_before: re.Pattern[str]
    bounds_before: tuple[tuple[Bound, re.Pattern[str]], ...]
    bounds_after: tuple[tuple[Bound, re.Pattern[str]], ...]
    opening: int

    def value(self, table: str, form: str) -> str | None:
        """What `form` stands for in a table of words."""
        return self.words[table].get(form.lower().rstrip("."))


@cache
def load_grammar(language: str) -> DateGrammar:
    """The grammar of dates of a language (ISO 639-1), read once; English where we have none."""
    path = files("dragoman.read.lang").joinpath(language, "dates.toml")
    if not path.is_file():
        return load_grammar(FALLBACK)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    words = _load_words(table["words"])
    slots = _load_slots(table, words)
    links = table["links"]
    return DateGrammar(
        words=words,
        rules=tuple(_load_rule(row, slots, words) for row in table["rule"]),
        examples=tuple(Example(row["name"], text, gives) for row in table["rule"] for text, gives in row.get("examples", {}).items()),
        range_link=re.compile(links["range"], re.IGNORECASE),
        range_open=re.compile(rf"(?:{links['open']})$", re.IGNORECASE),
        range_close=re.compile(links.get("close", r"(?!)"), re.IGNORECASE),
        list_link=re.compile(links["list"], re.IGNORECASE),
        base=re.compile(rf"(?<!\w)(?:{links['base']})$", re.IGNORECASE),
        base_after=re.compile(links.get("base_after", r"(?!)"), re.IGNORECASE),
        future_before=re.compile(links.get("future_before", r"(?!)"), re.IGNORECASE),
        future_after=re.compile(links.get("future_after", r"(?!)"), re.IGNORECASE),
        said_before=re.compile(links.get("said_before", r"(?!)"), re.IGNORECASE),
        bounds_before=tuple((cast("Bound", bound), re.compile(rf"(?<!\w)(?:{pattern})$", re.IGNORECASE)) for bound, pattern in table.get("before", {}).items()),
        opening=links.get("opening", OPENING),
        bounds_after=tuple((cast("Bound", bound), re.compile(pattern, re.IGNORECASE)) for bound, pattern in table.get("after", {}).items()),
    )


def _load_words(table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Form to value: the place in the list, from 1, or the key of the table."""
    words: dict[str, dict[str, str]] = {}
    for name in LISTS:
        words[name] = {form.lower(): str(place) for place, forms in enumerate(table.get(name, []), 1) for form in forms.split("|")}
    for name in (*TABLES, "counts"):
        words[name] = {form.lower(): value for value, forms in table.get(name, {}).items() for form in forms.split("|")}
    return words


def _load_slots(table: Mapping[str, Any], words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The regular expression of each `{slot}` that patterns use."""
    slots = {name.removesuffix("s"): _either(forms) for name, forms in words.items() if name not in ("months", "centuries")}
    slots["toward"], slots["century"] = _either(words["toward"]), _either(words["centuries"])
    slots["month"] = _month_slot(table["words"])
    slots["count"] = _either(words["counts"]) + r"|\d{1,3}"
    slots.update(table["slots"])
    return slots


def _month_slot(table: Mapping[str, Any]) -> str:
    """The names of months, capitalised where the language asks for it, and their abbreviations with or without a stop."""
    forms: dict[str, str] = {}
    for row in table["months"]:
        full, *others = row.split("|")
        for form in (full, *others):
            stop = r"(?:\.(?=,?\s*[\da-zа-я]))?" if form in others and len(form) <= 5 else ""
            for spelled in {form if table.get("months_any_case") else form.capitalize(), form.upper()}:
                forms[spelled] = re.escape(spelled) + stop
    return "(?-i:" + "|".join(forms[form] for form in sorted(forms, key=lambda form: (-len(form), form))) + ")"


def _either(forms: Mapping[str, str]) -> str:
    """An alternation, longest form first; a form that nothing has matches nothing."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) or r"(?!)"


def _load_rule(row: Mapping[str, Any], slots: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> Rule:
    """A rule with its pattern compiled; `{month}` captures, `{month2}` the second of its kind, `{:month}` does not capture."""

    def expand(match: re.Match[str]) -> str:
        slot, number = match["slot"], match["number"]
        return f"(?:{slots[slot]})" if match["plain"] else f"(?P<{slot}{number}>{slots[slot]})"

    names = "|".join(sorted(slots, key=len, reverse=True))
    pattern = re.sub(rf"\{{(?P<plain>:)?(?P<slot>{names})(?P<number>2?)\}}", expand, row["pattern"])
    fields = {key: value for key, value in row.items() if key not in ("name", "kind", "pattern", "examples")}
    if fields.get("by") == "some":
        fields["by"] = None
    return Rule(name=row["name"], kind=row["kind"], pattern=re.compile(pattern, re.IGNORECASE), needs=find_needs(row["pattern"], words), **fields)
