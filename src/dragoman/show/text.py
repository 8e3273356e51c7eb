"""Claims in words short enough for one cell: when, who, what."""

from calendar import month_abbr
from collections.abc import Iterable
from typing import assert_never

from dragoman.model import Actor, Assessment, Channel, Claim, Event, Figure, Instrument, Office, Post, Statement, Topic, When

UNDATED = "–"
MARKS = frozenset('“”„«"‘「『')
BOUNDS = {"at": "", "since": "since ", "until": "until ", "before": "before ", "after": "after "}


def render_when(when: When | None) -> str:
    """The time in its own precision: `2024-02-02`, `Mar 2022`, `2022`, `1990s`, `since 2022`, `2013–2015`."""
    if when is None or (when.start is None and when.end is None):
        return UNDATED
    match when.bound:
        case "before" if when.end:
            return f"by {when.end.isoformat()}" if when.precision == "day" else f"before {_point_after(when)}"
        case "after" if when.start:
            return f"from {when.start.isoformat()}"
        case _:
            return BOUNDS[when.bound] + _interval(when)


def _point_after(when: When) -> str:
    last = when.end
    if last is None:
        return UNDATED
    return str(last.year + 1) if (last.month, last.day) == (12, 31) else last.isoformat()


def _interval(when: When) -> str:
    day = when.start or when.end
    if day is None:
        return UNDATED
    last = when.end or day
    match when.precision:
        case "day":
            return day.isoformat() if last == day else f"{day.isoformat()}–{last.isoformat()}"
        case "month" | "week" | "season":
            first, second = f"{month_abbr[day.month]} {day.year}", f"{month_abbr[last.month]} {last.year}"
            return first if first == second else f"{first}–{second}"
        case "quarter":
            return f"Q{(day.month + 2) // 3} {day.year}"
        case "half":
            return f"H{1 if day.month < 7 else 2} {day.year}"
        case "decade":
            return f"{day.year}–{last.year}" if day.year % 10 or last.year - day.year != 9 else f"{day.year}s"
        case "year" | "century":
            return str(day.year) if last.year == day.year else f"{day.year}–{last.year}"
        case _:
            assert_never(when.precision)


def render_actor(actor: Actor) -> str:
    """A state by its code; anyone else by name and role, with the code of the state behind."""
    if actor.type == "state" and actor.country:
        return actor.country
    name = f"{actor.name}, {actor.role}" if actor.role and actor.role != actor.name else actor.name
    return f"{name} ({actor.side})" if actor.side and actor.side != actor.name else name


def render_actors(actors: Iterable[Actor]) -> str:
    """All of them, in their order."""
    return ", ".join(render_actor(actor) for actor in actors)


def render_office(office: Office) -> str:
    """The title, whose it is, and where it is accredited."""
    return office.title + (f" of {office.of}" if office.of else "") + (f" to {office.to}" if office.to else "")


def render_who(claim: Claim) -> str:
    """Who does it, to whom: `RUS → KOR`, `RUS ↔ KOR`."""
    match claim:
        case Event():
            if claim.symmetric or not claim.target:
                return " ↔ ".join(render_actor(actor) for actor in claim.source)
            return f"{render_actors(claim.source)} → {render_actors(claim.target)}"
        case Channel() | Assessment():
            return " – ".join(render_actor(actor) for actor in claim.between)
        case Post():
            return render_actor(claim.person) if claim.person else "nobody"
        case Figure():
            return " – ".join(render_actor(actor) for actor in claim.about)
        case Statement():
            speaker = render_actors(claim.speaker)
            return f"{speaker} → {render_actors(claim.addressee)}" if claim.addressee else speaker
        case Instrument():
            return " – ".join(render_actor(actor) for actor in claim.parties)
        case _:
            assert_never(claim)


def render_what(claim: Claim) -> str:
    """What it is, in the words of the vocabulary."""
    match claim:
        case Event():
            detail = f" {claim.mode}" if claim.mode else ""
            contexts = f" · {', '.join(claim.contexts)}" if claim.contexts else ""
            return f"{claim.type}{detail}{contexts}"
        case Channel():
            return f"{_words(claim.channel)} {claim.state}" + (f" · {claim.at}" if claim.at else "")
        case Post():
            return f"{render_office(claim.office)} · {claim.state}"
        case Figure():
            return render_figure(claim)
        case Statement():
            topics = ", ".join(dict.fromkeys(_say_topic(topic) for topic in claim.about))
            return f"says ({claim.mode})" + (f" · on {topics}" if topics else "") + (f" · via {claim.medium}" if claim.medium else "")
        case Assessment():
            return f"“{claim.value}” ({claim.polarity:+.1f})"
        case Instrument():
            return f"{claim.title} · {claim.type} {_words(claim.state)}"
        case _:
            assert_never(claim)


def render_figure(claim: Figure) -> str:
    """Measure, number with its unit, and the movement."""
    number = " to ".join(render_number(value) for value in (claim.low, claim.high) if value is not None) if claim.value is None else render_number(claim.value)
    unit = "" if claim.unit == "1" else claim.unit if claim.unit == "%" else f" {claim.unit}"
    amount = f"{'≈ ' if claim.approximate else ''}{number}{unit}" if number else ""
    change = ""
    if claim.change is not None:
        size = (
            f" {100 * claim.change.ratio:.4g} %"
            if claim.change.ratio is not None
            else f" {render_number(claim.change.amount)}"
            if claim.change.amount is not None
            else ""
        )
        change = {"up": "↑", "down": "↓", "flat": "→"}[claim.change.direction] + size
    parts = [_words(claim.measure), amount, change, claim.of if claim.of != _words(claim.measure) else ""]
    return " · ".join(part for part in parts if part)


def render_number(value: float) -> str:
    """A number with its thousands apart, whole where it is whole: `24,800,000,000`, `3.25`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def render_voices(claim: Claim) -> str:
    """The voices that the text credits, outermost first; empty where the publication speaks itself."""
    return " › ".join(render_actor(actor) for actor in claim.said_by)


def render_quote(text: str) -> str:
    """The words on one line, between marks unless they begin with some."""
    words = " ".join(text.split())
    return words if words[:1] in MARKS else f"“{words}”"


def _say_topic(topic: Topic) -> str:
    """A state by its code, whatever it is called; anything else by its name."""
    return render_actor(topic.actor) if topic.actor is not None and topic.actor.type == "state" else topic.name


def _words(term: str) -> str:
    return term.replace("_", " ")
