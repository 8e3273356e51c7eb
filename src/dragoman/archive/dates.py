"""Dates that are written out: the day of a line, and whether a line is nothing but a date."""

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
DOTTED_YEAR_FIRST = re.compile(r"\b(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?!\d)")
DOTTED_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})(?P<sign>[/-])(\d{1,2})(?P=sign)(\d{4})(?!\d)")
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AGENCY = re.compile(r"[^\W\d_][\w .-]{1,24}, (?=[^\W\d_]+\.? \d{1,2},? \d{4}$|\d{1,2} [^\W\d_]+,? \d{4}$)")
"""Who wrote it, before a date that fills the rest of a line: "Xinhua, 3 May 2016"."""
KOREAN = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일")
THREE_PARTS = re.compile(r"\d{1,4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,4}")
WORD = re.compile(r"[^\W_]+")
AROUND = re.compile(
    r"(?:\d+(?:st|nd|rd|th|am|pm|년|월|일|시|분|h)?|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|at|on|of|am|pm|a|p|m|gmt|utc|est|edt|et|kst|msk|bst|cet|z|t|"
    r"понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|г|год|года|в|мск|время|"
    r"오전|오후|월|화|수|목|금|토|일|월요일|화요일|수요일|목요일|금요일|토요일|일요일|년|시|분)",
    re.IGNORECASE,
)


def parse_day(words: str) -> date | None:
    """The first day that is written with its year; `None` where the order of day and month is anybody's guess."""
    found = [hit for hit in (_parse_figures(words), _parse_names(words)) if hit is not None]
    return min(found)[1] if found else None


def is_date_line(words: str, starts: tuple[str, ...]) -> bool:
    """Whether words are a date and nothing else, after an opening such as `Published` where `starts` has one."""
    low = AGENCY.sub("", words.casefold(), count=1) if AGENCY.match(words.casefold()) else words.casefold()
    opening = max((start for start in starts if low.startswith(start)), key=len, default="")
    rest = low[len(opening) :]
    tokens = [token for token in WORD.findall(rest) if not (starts and token in {"on", "by"})]
    strange = [token for token in tokens if not AROUND.fullmatch(token) and token not in _load_around() and not _month_pattern().fullmatch(token)]
    numbers = re.findall(r"\d+", rest)
    named = any(_month_pattern().fullmatch(token) for token in tokens)
    return len(strange) <= (3 if opening else 0) and (THREE_PARTS.search(rest) is not None or (named and bool(numbers)))


def _parse_figures(words: str) -> tuple[int, date] | None:
    """Offset and day of a date in figures."""
    for pattern, order in ((ISO, (1, 2, 3)), (KOREAN, (1, 2, 3)), (DOTTED_YEAR_FIRST, (1, 2, 3)), (DOTTED_DAY_FIRST, (3, 2, 1))):
        for match in pattern.finditer(words[:2000]):
            day = make_day(*(int(match[group]) for group in order))
            if day is not None:
                return match.start(), day
    return _parse_slashed(words[:2000])


def _parse_slashed(words: str) -> tuple[int, date] | None:
    """Offset and day of a date with slashes or hyphens, where only one order of day and month exists, or the weekday before it tells which it is."""
    for match in SLASHED.finditer(words):
        first, second, year = (int(part) for part in match.group(1, 3, 4))
        days = {day for day in (make_day(year, first, second), make_day(year, second, first)) if day is not None}
        told = WEEKDAY.search(words[max(0, match.start() - 12) : match.start()])
        if len(days) > 1 and told is not None:
            days = {day for day in days if WEEK[day.weekday()] == told[1].lower()}
        if len(days) == 1:
            return match.start(), days.pop()
    return None


def _parse_names(words: str) -> tuple[int, date] | None:
    """Offset and day of a date with the month's name: `5 January 2024`, `January 5, 2024`, `5 января 2024`."""
    name = _month_pattern().pattern
    before = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({name})\.?,?\s+(\d{{4}})", re.IGNORECASE)
    after = re.compile(rf"\b({name})\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
    for pattern, day, month in ((before, 1, 2), (after, 2, 1)):
        for match in pattern.finditer(words[:2000]):
            found = make_day(int(match[3]), _parse_month(match[month]), int(match[day]))
            if found is not None:
                return match.start(), found
    return None


def make_day(year: int, month: int, day: int) -> date | None:
    """A day that exists, from 1600 on."""
    try:
        return date(year, month, day) if 1600 <= year <= 2200 else None
    except ValueError:
        return None


def _parse_month(name: str) -> int:
    """1 to 12; 0 for no month."""
    for prefixes in _load_months().values():
        for number, prefix in enumerate(prefixes, 1):
            if re.match(prefix, name.casefold()):
                return number
    return 0


@cache
def _month_pattern() -> re.Pattern[str]:
    """A month's name in any of the languages."""
    prefixes = [prefix for row in _load_months().values() for prefix in row]
    return re.compile(rf"(?:{'|'.join(prefixes)})[^\W\d_]{{0,7}}", re.IGNORECASE)


@cache
def _load_months() -> dict[str, list[str]]:
    """Beginnings of the months' names per language."""
    table: dict[str, list[str]] = _load_table()["months"]
    return table


@cache
def _load_around() -> frozenset[str]:
    """Other words that a line with a date may hold, in languages beside English, Russian and Korean."""
    return frozenset(_load_table()["around"]["words"])


@cache
def _load_table() -> dict[str, Any]:
    """The table of `data/dates.toml`."""
    return tomllib.loads(resources.files("dragoman.archive").joinpath("data/dates.toml").read_text("utf-8"))
