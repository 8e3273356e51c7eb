"""Days and intervals in plain English, each in its own precision: `2 February 2024`, `March 2022`, `2022, month unknown`."""

from calendar import month_name
from datetime import date

from dragoman.ask.who import Tenure
from dragoman.model import When
from dragoman.show.text import UNDATED

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
            return f"by {say_day(when.end)}"
        case "after" if when.start:
            return f"after {say_day(date.fromordinal(when.start.toordinal() - 1))}"
        case "since" | "until":
            return f"{when.bound} {_say_interval(when)}"
        case _:
            return _say_interval(when)


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
            return say_day(first) if first == last else f"{say_day(first)} – {say_day(last)}"
        case "month" | "season" | "quarter" | "half":
            return _say_months(first, last)
        case "decade" if first.year % 10 == 0 and last.year - first.year == 9:
            return f"{first.year}s"
        case _:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _say_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{month_name[first.month]} {first.year}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{month_name[first.month]}{year} – {month_name[last.month]} {last.year}"


def say_tenure(tenure: Tenure) -> str:
    """`from … to …` where the sources give the tenure, else `observed …`."""
    if tenure.start or tenure.end:
        parts = [f"from {say_day(tenure.start)}" if tenure.start else "", f"to {say_day(tenure.end)}" if tenure.end else ""]
        return " ".join(part for part in parts if part)
    days = list(dict.fromkeys(say_day(day) for day in (tenure.observed_from, tenure.observed_to) if day))
    return f"observed {' – '.join(days)}" if days else "undated"
