"""Days and intervals in plain English, each in its own precision: `2 February 2024`, `March 2022`, `2022, month unknown`."""

import re
from calendar import month_name
from datetime import date

from msgspec import structs

from dragoman.ask.who import Tenure
from dragoman.model import When
from dragoman.show.text import UNDATED

ISO = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])")
UNKNOWN = {"year": "month unknown", "month": "day unknown"}
YEAR = 365.25


def say_day(day: date | None) -> str:
    """`2 February 2024`; a dash where there is none."""
    return f"{day.day} {month_name[day.month]} {day.year}" if day else UNDATED


def say_when(when: When | None) -> str:
    """The time as it is known, and no finer; `undated` where nothing is known."""
    if when is None or (when.start is None and when.end is None):
        return "undated"
    match when.bound:
        case "before" if when.end:
            return _say_before(when, when.end)
        case "after" if when.start:
            return f"after {_say_point(date.fromordinal(when.start.toordinal() - 1), when)}"
        case "since" | "until":
            return f"{when.bound} {_say_interval(when)}"
        case _:
            return _say_interval(when)


def say_since(when: When | None) -> str:
    """The time behind the word `since`, which it does not say again."""
    return say_when(when).removeprefix("since ")


def at_once(when: When | None) -> When | None:
    """The interval itself, without what its bound says: the words around it say that."""
    return structs.replace(when, bound="at") if when else None


def _say_before(when: When, end: date) -> str:
    """`before 2022`, `before March 2022` where the source names no day, else `by 4 March 2022`."""
    after = date.fromordinal(end.toordinal() + 1) if end < date.max else end
    told = _say_point(after, when)
    return f"by {say_day(end)}" if told == say_day(after) else f"before {told}"


def _say_point(day: date, when: When) -> str:
    """The year or month that `day` begins or ends, where the time is known no finer; else the day."""
    begins, ends = day.day == 1, date.fromordinal(min(day.toordinal() + 1, date.max.toordinal())).day == 1
    if when.precision in ("year", "decade", "century") and ((begins and day.month == 1) or (ends and day.month == 12)):
        return str(day.year)
    return f"{month_name[day.month]} {day.year}" if when.precision == "month" and (begins or ends) else say_day(day)


def say_days_in(words: str) -> str:
    """A reason or value with its ISO days and months in words: `1990-09-30 against 1991` is `30 September 1990 against 1991`."""
    return ISO.sub(lambda found: _say_iso(*found.groups()), words)


def _say_iso(year: str, month: str, day: str | None) -> str:
    return f"{int(day)} {month_name[int(month)]} {year}" if day else f"{month_name[int(month)]} {year}"


def say_precision(when: When | None) -> str:
    """What is not known of an event's time: `month unknown`, `day unknown`, or nothing."""
    if when is None or when.bound != "at" or when.start is None or when.end is None:
        return ""
    whole_year = when.precision == "year" and when.start.year == when.end.year
    whole_month = when.precision == "month" and when.start.month == when.end.month
    return UNKNOWN["year"] if whole_year else UNKNOWN["month"] if whole_month else ""


def say_age(day: date | None, today: date) -> str:
    """How long before `today`: `3 days`, `5 months`, `12 years`; empty without a day."""
    if day is None:
        return ""
    days = (today - day).days
    if days <= 0:
        return "today"
    for size, word in ((YEAR, "year"), (YEAR / 12, "month"), (1, "day")):
        number = int(days / size)
        if number >= (2 if word == "month" else 1):
            return f"{number} {word}{'s' if number != 1 else ''} before"
    return ""


def _say_interval(when: When) -> str:
    first, last = when.start or when.end, when.end or when.start
    if first is None or last is None:
        return "undated"
    match when.precision:
        case "day" | "week":
            return _say_days(first, last)
        case "month" | "season" | "quarter" | "half":
            return _say_months(first, last)
        case "decade" if first.year % 10 == 0 and last.year - first.year == 9:
            return f"{first.year}s"
        case _:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _say_days(first: date, last: date) -> str:
    if first == last:
        return say_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    begin = f"{first.day} {month_name[first.month]}" if first.year == last.year else say_day(first)
    return f"{begin} – {say_day(last)}"


def _say_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{month_name[first.month]} {first.year}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{month_name[first.month]}{year} – {month_name[last.month]} {last.year}"


def say_tenure(tenure: Tenure) -> str:
    """`from … to …` where the sources give the tenure, else `observed …`, each as its source dates it."""
    if tenure.began_when or tenure.ended_when:
        parts = (_say_end("from", tenure.began_when), _say_end("to", tenure.ended_when))
        return " ".join(part for part in parts if part)
    seen = list(dict.fromkeys(_say_interval(when) for when in tenure.seen_whens))
    return f"observed {' – '.join(seen)}" if seen else "undated"


def _say_end(word: str, when: When | None) -> str:
    """One end of a tenure."""
    return f"{word} {say_when(at_once(when))}" if when else ""
