"""Whether two claims of one block tell the same thing: one short rule for each kind.

Words never decide: the same event in three languages shares its sides, its type, its people and its day, and two events in
one sentence do not.
"""

import re
from functools import lru_cache
from typing import assert_never

from dragoman.know.name_keys import find_keys
from dragoman.model import Actor, Assessment, Channel, Claim, Event, Figure, Instrument, Modality, Post, Statement
from dragoman.reconcile.blocks import canonical_side
from dragoman.reconcile.people import differ, same_name
from dragoman.reconcile.times import contradict, is_fine, may_meet

TOLD: frozenset[Modality] = frozenset({"actual", "agreed", "alleged", "denied", "negated"})
"""What is told as so or as not so may be one line with claims for and against it; what is only talked of never joins it."""
CLOSE = 0.02
"""Two numbers this close are one number, rounded."""
ALIKE = 0.6
"""Share of the words of the shorter text that two tellings of one statement have in common."""
APART = frozenset({"phone", "multilateral", "third-party"})
"""Modes that a report without a mode does not mean: a meeting is no telephone call."""
TAKEN_UP = frozenset({"appointed", "elected"})
"""States of a post that happen on a day; the others last."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Types whose direction is a matter of wording: who met whom."""


def may_join(one: Claim, other: Claim) -> bool:
    """Whether two claims of one block may be reports of one thing."""
    if (one.modality in TOLD) != (other.modality in TOLD) or (one.modality not in TOLD and one.modality != other.modality):
        return False
    match one:
        case Event() if isinstance(other, Event):
            return _join_events(one, other)
        case Channel() if isinstance(other, Channel):
            return one.state == other.state and _same_seat(one.at, other.at) and may_meet(one.when, other.when)
        case Post() if isinstance(other, Post):
            return _join_posts(one, other)
        case Figure() if isinstance(other, Figure):
            return _join_figures(one, other)
        case Statement() if isinstance(other, Statement):
            return may_meet(one.when, other.when) and not differ(one.speaker, other.speaker) and share_words(one.content, other.content) >= ALIKE
        case Assessment() if isinstance(other, Assessment):
            return one.value.casefold() == other.value.casefold() and may_meet(one.when, other.when)
        case Instrument() if isinstance(other, Instrument):
            return one.state == other.state and may_meet(one.when, other.when) and same_title(one, other)
        case Event() | Channel() | Post() | Figure() | Statement() | Assessment() | Instrument():
            return False
        case _:
            assert_never(one)


def join_keys(claim: Claim) -> tuple[tuple[object, ...], ...]:
    """Keys of which two claims share one if they may join: what `may_join` wants alike, so that only such claims need be compared."""
    told = "told" if claim.modality in TOLD else claim.modality
    match claim:
        case Event() | Statement():
            return ((told,),)
        case Channel() | Instrument():
            return ((told, claim.state),)
        case Post(person=None):
            return ((told, claim.state),)
        case Post(person=person) if person is not None:
            return tuple((told, claim.state, key) for key in sorted(find_keys(person.name)))
        case Figure():
            time = (claim.when.start, claim.when.end) if claim.when is not None else None
            return ((told, claim.unit, time),)
        case Assessment():
            return ((told, claim.value.casefold()),)
        case _:
            return ((told,),)


def _join_events(one: Event, other: Event) -> bool:
    if one.mode != other.mode and not (None in (one.mode, other.mode) and not {one.mode, other.mode} & APART):
        return False
    if one.type not in MUTUAL and _sides(one.source) != _sides(other.source):
        return False
    if one.where is not None and other.where is not None and one.where.country and other.where.country and one.where.country != other.where.country:
        return False
    return may_meet(one.when, other.when) and not differ((*one.source, *one.target), (*other.source, *other.target))


def _join_posts(one: Post, other: Post) -> bool:
    if one.state != other.state:
        return False
    if one.person is None or other.person is None:
        return one.person is other.person and may_meet(one.when, other.when)
    if one.state in TAKEN_UP and not may_meet(one.when, other.when):
        return False
    return same_name(one.person.name, other.person.name)


def _join_figures(one: Figure, other: Figure) -> bool:
    """The same measure of the same time in the same unit, with the same number or the same movement."""
    if one.unit != other.unit or contradict(one.when, other.when) or (one.when is None) != (other.when is None):
        return False
    if one.when is not None and other.when is not None and (one.when.start, one.when.end) != (other.when.start, other.when.end):
        return False
    mine, theirs = bounds_of(one), bounds_of(other)
    if mine is not None and theirs is not None:
        return mine[0] <= theirs[1] * (1 + CLOSE) and theirs[0] <= mine[1] * (1 + CLOSE)
    return mine is theirs and one.change is not None and one.change == other.change


def bounds_of(figure: Figure) -> tuple[float, float] | None:
    """The least and the most that a figure says; `None` where it tells only a movement."""
    values = [value for value in (figure.value, figure.low, figure.high) if value is not None]
    return (min(values), max(values)) if values else None


def same_title(one: Instrument, other: Instrument) -> bool:
    """Whether two titles may name one instrument: shared words, or another language on the very same day."""
    if share_words(one.title, other.title) >= ALIKE:
        return True
    return one.language != other.language and is_fine(one.when) and is_fine(other.when)


def share_words(one: str, other: str) -> float:
    """Which share of the words of the shorter text the longer one has too, short words left out."""
    ones, others = _words_of(one), _words_of(other)
    smaller = min(len(ones), len(others))
    return len(ones & others) / smaller if smaller else float(one.casefold() == other.casefold())


@lru_cache(maxsize=10_000)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}|[가-힣]{2,}", text.casefold()))


def _sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(canonical_side(actor.side) for actor in actors if actor.side)


def _same_seat(one: str | None, other: str | None) -> bool:
    return one is None or other is None or same_name(one, other)
