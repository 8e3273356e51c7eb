"""Times of one paragraph: rules propose, the longest reading wins, neighbours join into ranges, and bounds apply last."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import msgspec

from dragoman.model import Bound, Precision, Span, When
from dragoman.read.dates.grammar import DateGrammar, Rule, load_grammar
from dragoman.read.dates.intervals import Parts, add_days, around, build_when, complete, nearest
from dragoman.read.page import Step, TimeMention

REACH = 40
"""How many code points before an expression a bound may begin."""
SOME = "some"


@dataclass(frozen=True, slots=True)
class Atom:
    """One match of a rule; `last` is the other end where one expression holds a range."""

    start: int
    stop: int
    rule: Rule
    first: Parts
    last: Parts | None = None
    toward: str | None = None
    unit: Precision = "day"
    by: int | None = 0


def find_dates(text: str, language: str, today: date | None, offset: int = 0) -> Iterator[TimeMention]:
    """The expressions of time in one paragraph, in text order.

    `today` is what relative ones count from: without it their `when` is `None`, never the day of reading.
    """
    grammar = load_grammar(language)
    atoms = [atom for atom in choose(match_rules(text, grammar)) if atom.rule.kind != "none"]
    for group in join_ranges(text, atoms, grammar):
        mention = _mention(text, group, grammar, today)
        if mention is not None:
            yield replace(mention, span=Span(mention.span.start + offset, mention.span.stop + offset))


def match_rules(text: str, grammar: DateGrammar) -> Iterator[Atom]:
    """All that any rule could read, overlapping or not."""
    low = text.lower()
    held: dict[frozenset[str], bool] = {frozenset(): True}
    for rule in grammar.rules:
        if rule.needs not in held:
            held[rule.needs] = any(word in low for word in rule.needs)
        if not held[rule.needs]:
            continue
        for match in rule.pattern.finditer(text):
            atom = read_match(match, rule, grammar)
            if atom is not None and atom.start < atom.stop:
                yield atom


def choose(atoms: Iterator[Atom]) -> list[Atom]:
    """The readings that stand: heavier rules first, then longer words; no two overlap."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: (-a.rule.weight, a.start - a.stop, a.start)):
        place = bisect_left(kept, atom.start, key=lambda a: a.start)
        free_before = place == 0 or kept[place - 1].stop <= atom.start
        if free_before and (place == len(kept) or atom.stop <= kept[place].start):
            kept.insert(place, atom)
    return kept


def read_match(match: re.Match[str], rule: Rule, grammar: DateGrammar) -> Atom | None:
    """What a match of a rule says; `None` where its words have no value."""
    groups = match.groupdict()
    start, stop = match.span("core") if groups.get("core") is not None else match.span()
    first = _parts(groups, rule, grammar, "")
    last = _parts(groups, rule, grammar, "2") if any(groups.get(f"{name}2") for name in ("year", "month", "day", "century", "yy", "monthnum")) else None
    if rule.stretch == "months":
        first, last = replace(first, month=1), replace(first, month=_count(groups["count"] or "", grammar))
    if last is not None:
        first, last = complete(first, last), complete(last, first)
    unit = grammar.value("units", groups["unit"]) if groups.get("unit") else rule.unit
    toward = grammar.value("toward", groups["toward"]) if groups.get("toward") else rule.toward
    by = rule.by
    if groups.get("count") and rule.stretch != "months":
        number = _count(groups["count"], grammar)
        by = None if number is None else number * (rule.by if rule.by is not None else 1)
    elif groups.get("toward") and rule.kind == "now":
        by = {"past": -1, "this": 0, "future": 1}[toward or "this"]
    if unit == "fortnight":
        unit, by = "week", by if by is None else 2 * by
    return Atom(start, stop, rule, first, last, toward, cast("Precision", unit or "day"), by)


def _count(form: str, grammar: DateGrammar) -> int | None:
    """The number; `None` for "a few"."""
    value = form if form.isdigit() else grammar.value("counts", form)
    return None if value is None or value == SOME else int(value)


def _parts(groups: dict[str, str | None], rule: Rule, grammar: DateGrammar, number: str) -> Parts:
    """The parts of a date that a match holds."""

    def place(table: str, slot: str) -> int | None:
        form = groups.get(slot + number)
        value = grammar.value(table, form) if form else None
        return int(value) if value is not None else None

    def digits(slot: str) -> int | None:
        form = groups.get(slot + number)
        return int(form) if form and form.isdigit() else None

    year, decade = digits("year"), digits("decade") or digits("decade_short")
    if groups.get("yy" + number) and groups.get("year"):
        year = int(cast("str", groups["year"])) // 100 * 100 + int(cast("str", groups["yy" + number]))
    if decade is not None and decade < 100:
        decade += 1900
    part_form = groups.get("part" + number)
    part = grammar.value("parts", part_form) if part_form else rule.part
    ordinal, half, quarter = place("ordinals", "ordinal"), None, None
    if ordinal is not None and rule.stretch == "half" and (decade or groups.get("century" + number)):
        part = "first_half" if ordinal == 1 else "second_half"
    elif ordinal is not None and rule.stretch == "half":
        half = ordinal if ordinal <= 2 else None
    elif ordinal is not None and rule.stretch == "quarter":
        quarter = ordinal if ordinal <= 4 else None
    weekday = place("weekdays", "weekday")
    return Parts(
        year=year,
        month=digits("monthnum") or place("months", "month"),
        day=digits("day"),
        weekday=weekday - 1 if weekday is not None else None,
        season=place("seasons", "season"),
        quarter=quarter,
        half=half,
        decade=decade,
        century=digits("century") or place("centuries", "century"),
        part=part,
    )


def join_ranges(text: str, atoms: Sequence[Atom], grammar: DateGrammar) -> Iterator[tuple[Atom, ...]]:
    """Single expressions, and pairs that make one range: "from May 3 to May 9, 1987", "2009 and 2010"."""
    index = 0
    while index < len(atoms):
        here, following = atoms[index], atoms[index + 1] if index + 1 < len(atoms) else None
        if following is not None and is_range(text, here, following, grammar):
            yield here, following
            index += 2
        else:
            yield (here,)
            index += 1


def is_range(text: str, here: Atom, following: Atom, grammar: DateGrammar) -> bool:
    """Whether two neighbours are the ends of one interval."""
    if here.rule.kind != "calendar" or following.rule.kind != "calendar" or here.last is not None or following.last is not None:
        return False
    start, end = build_when(complete(here.first, following.first)), build_when(complete(following.first, here.first))
    if start is not None and end is not None and (start.start is None or end.end is None or start.start > end.end):
        return False
    gap = text[here.stop : following.start]
    if grammar.range_link.fullmatch(gap):
        return True
    if not grammar.list_link.fullmatch(gap):
        return False
    opened = grammar.range_open.search(text[max(0, here.start - REACH) : here.start])
    if opened or _is_next_day(here.first, following.first):
        return True
    return start is not None and end is not None and start.end is not None and end.start == add_days(start.end, 1)


def _is_next_day(here: Parts, following: Parts) -> bool:
    """Whether two days without month and year follow each other: "7일과 8일"."""
    alone = here == Parts(day=here.day) and following == Parts(day=following.day)
    return alone and here.day is not None and following.day == here.day + 1


def _mention(text: str, group: tuple[Atom, ...], grammar: DateGrammar, today: date | None) -> TimeMention | None:
    """The time mention that one expression, or the two ends of a range, makes."""
    here = group[0]
    start, stop, bound = here.start, group[-1].stop, here.rule.bound
    if len(group) == 2:
        opened = grammar.range_open.search(text[max(0, start - REACH) : start])
        closed = grammar.range_close.match(text, stop)
        start = start - len(opened.group()) if opened else start
        stop = closed.end() if closed else stop
        first, last = complete(here.first, group[1].first), complete(group[1].first, here.first)
        here = replace(here, start=start, stop=stop, first=first, last=last)
    elif here.rule.kind in ("calendar", "now", "step") and bound == "at":
        start, stop, bound = apply_bounds(text, here, grammar)
        if bound == "since" and here.last is not None and grammar.range_open.search(text[max(0, here.start - REACH) : here.start]):
            bound = "at"  # ", from 8 to 9 May": the range is closed
    if here.toward is None and not here.first.has_year and is_future(text, group[0].start, stop, grammar):
        here = replace(here, toward="future")
    mention = settle(replace(here, start=start, stop=stop), bound, text[start:stop], today)
    begins = start if len(group) == 2 else group[0].start  # "cooled down from 2010 to 2020" compares nothing
    compared = grammar.base.search(text[max(0, begins - REACH) : begins]) or grammar.base_after.match(text, stop)
    if mention is not None and not mention.duration and compared:
        return replace(mention, when=None, anchor="base")
    return mention


def is_future(text: str, start: int, stop: int, grammar: DateGrammar) -> bool:
    """Whether the clause around an expression speaks of what is to come."""
    before, after = text[max(0, start - 2 * REACH) : start], text[stop : stop + 2 * REACH]
    if grammar.said_before.search(before):
        return False
    return bool(grammar.future_before.search(before) or grammar.future_after.match(after))


def apply_bounds(text: str, atom: Atom, grammar: DateGrammar) -> tuple[int, int, Bound]:
    """The expression with the word that bounds it: "since", "until", "by", "before", "after"."""
    left = text[max(0, atom.start - REACH) : atom.start]
    for bound, pattern in grammar.bounds_before:
        match = pattern.search(left)
        if match and not (atom.rule.name == "year_in_name" and bound in ("before", "after")):
            return atom.start - (len(left) - match.start()), atom.stop, bound
    for bound, pattern in grammar.bounds_after:
        match = pattern.match(text, atom.stop)
        if match:
            return atom.start, match.end(), bound
    return atom.start, atom.stop, "at"


def settle(atom: Atom, bound: Bound, words: str, today: date | None) -> TimeMention | None:
    """The atom as a mention, dated as far as its own words and today go; `None` where the calendar refuses it."""
    mention = TimeMention(Span(atom.start, atom.stop), words, None, atom.rule.name)
    if atom.rule.kind == "duration":
        return replace(mention, duration=True)
    if atom.rule.kind == "step":
        step = Step(atom.unit, atom.by, bound, month=atom.first.month, day=atom.first.day)
        days = {"day": 1, "week": 7}.get(atom.unit, 0)
        return replace(mention, anchor=atom.rule.anchor or "previous", shift=(atom.by or 0) * days, step=step)
    if atom.rule.kind == "now":
        return replace(mention, when=count_from(today, atom, bound, words))
    return _settle_calendar(atom, bound, mention, today)


def _settle_calendar(atom: Atom, bound: Bound, mention: TimeMention, today: date | None) -> TimeMention | None:
    """A date in calendar words; one without its year takes it from today, else waits for the time before."""
    first, last = atom.first, atom.last
    if first.has_year:
        when = build_when(first, mention.text) if last is None else _span_of(first, last, mention.text)
        return None if when is None else replace(mention, when=bounded(when, bound))
    first_named = replace(first, year=2000, month=first.month or (1 if first.day else None))
    if first.weekday is None and build_when(first_named) is None:
        return None
    anchor = "previous" if atom.toward is None and (first.month is not None or first.day is not None) else None
    step = Step("day" if first.day or first.weekday is not None else "month", 0, bound, first.month, first.day, first.weekday, _count_more(first, last))
    waiting = replace(mention, anchor=anchor, step=step)
    if today is None:
        return waiting
    toward = atom.toward or ("future" if bound == "until" else "past")
    strict = atom.toward == "past" and first.weekday is not None
    dated = nearest(first, add_days(today, -1) if strict else today, toward)
    if dated is None:
        return waiting
    when = build_when(dated, mention.text) if last is None else _span_of(dated, complete(replace(last, year=None), dated), mention.text)
    return replace(waiting, when=bounded(when, bound) if when else None)


def _count_more(first: Parts, last: Parts | None) -> int:
    """The days behind the first one of a row of days in one month."""
    if last is None or first.day is None or last.day is None or last.month not in (None, first.month):
        return 0
    return max(0, last.day - first.day)


def _span_of(first: Parts, last: Parts, words: str) -> When | None:
    """From the beginning of the first to the end of the last."""
    start, end = build_when(first, words), build_when(last, words)
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return msgspec.structs.replace(start, end=end.end, precision=end.precision)


def bounded(when: When, bound: Bound) -> When:
    """The interval under its bound."""
    match bound:
        case "since":
            return when.since()
        case "until":
            return when.until()
        case "before":
            return when.before()
        case "after":
            return when.after()
        case _:
            return when


def count_from(today: date | None, atom: Atom, bound: Bound, words: str) -> When | None:
    """The stretch that lies so many units from today; from or up to today where the rule counts a length ("the past year")."""
    if today is None:
        return None
    stretch = atom.rule.stretch
    if atom.by is None:
        return When(start=None, end=add_days(today, -1), precision=atom.unit, bound="before", text=words) if stretch != "length" else None
    unit, by = ("year", 10 * atom.by) if stretch == "length" and atom.unit == "decade" else (atom.unit, atom.by)
    start, end = around(today, cast("Precision", unit), by)
    if stretch == "length":
        start, end = min(today, _same_day(today, start, unit)), max(today, _same_day(today, start, unit))
    elif stretch == "to_date" or atom.first.part == "to_date":
        start, end = min(start, today), max(start, min(end, today))
    elif stretch == "from_date":
        start = min(max(start, today), end)
    elif atom.last is not None:
        when = _span_of(replace(atom.first, year=start.year), replace(atom.last, year=start.year), words)
        return bounded(when, bound) if when else None
    elif _names_part(atom.first):
        month = start.month if atom.first.month is None and atom.unit == "month" else atom.first.month
        when = build_when(replace(atom.first, year=start.year, month=month), words)
        return bounded(when, bound) if when else None
    elif atom.first.day is not None or atom.first.weekday is not None:
        dated = _within(start, atom.first)
        return bounded(When.on(dated, words), bound) if dated else None
    return bounded(When(start=start, end=end, precision=atom.unit, text=words), bound)


def _names_part(parts: Parts) -> bool:
    """Whether an expression names a part of the stretch counted to: "November last year", "the end of this month"."""
    return any(part is not None for part in (parts.month, parts.quarter, parts.half, parts.season)) or (parts.part is not None and parts.part != "to_date")


def _same_day(today: date, start: date, unit: str) -> date:
    """Today's day in another month or year: the far end of a length counted from today."""
    if unit in ("day", "week"):
        return add_days(start, today.weekday() if unit == "week" else 0)
    month = start.month if unit != "year" else today.month
    return add_days(date(start.year, month, 1), min(today.day, 28) - 1)


def _within(start: date, parts: Parts) -> date | None:
    """The day of a month or week that begins at `start`."""
    if parts.weekday is not None:
        return add_days(start, parts.weekday)
    when = build_when(Parts(year=start.year, month=start.month, day=parts.day))
    return when.start if when else None
