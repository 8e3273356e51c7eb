"""Numbers that cannot both be right, and numbers that only look so because they count something else."""

import math
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model import Claim, Dispute, Entry, Figure
from dragoman.reconcile.disputes import are_rivals, gather_rivals, is_internal, lay_sides, make_dispute, sort_by_key
from dragoman.reconcile.joining import CLOSE, bounds_of, share_words
from dragoman.reconcile.known import Known
from dragoman.reconcile.wording import say_number

LOOSE = frozenset({"count", "price"})
"""Measures that say nothing of what is counted: two numbers of one are no contradiction."""
COUNTED_PEOPLE = frozenset({"travellers", "students"})
"""Measures whose scope is told in so many ways that two numbers are laid beside each other whatever the words."""


def find_values(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two numbers for the same measure of the same thing in the same time that cannot both be right."""
    del claims
    for rows in sort_by_key(entries, _question_of):
        for group in gather_rivals(rows, lambda one, other: _exclude(one.claim, other.claim, known)):
            within = is_internal(group)
            why = "one document gives two numbers" if within else "two numbers"
            sides = lay_sides(group, _say)
            yield make_dispute("internal" if within else "value", f"{why} for one measure of one time that cannot both be right", 0.6, sides)


def find_scopes(entries: Sequence[Entry], claims: Mapping[str, Claim], known: Known) -> Iterator[Dispute]:
    """Two numbers of one measure and time count different things: no contradiction, but easily taken for one."""
    del claims
    for rows in sort_by_key(entries, _question_of):
        for group in gather_rivals(rows, lambda one, other: _count_else(one.claim, other.claim, known)):
            sides = lay_sides(group, lambda claim: f"{_say(claim)}: {claim.of}" if isinstance(claim, Figure) else "")
            yield make_dispute("scope", "the numbers count different things and do not contradict each other", 0.2, sides)


def _question_of(claim: Claim) -> tuple[object, ...] | None:
    """Unit and time of a figure that has both a value and a time."""
    if not isinstance(claim, Figure) or claim.modality != "actual" or claim.measure in LOOSE or bounds_of(claim) is None or claim.when is None:
        return None
    return (claim.unit, claim.when.start, claim.when.end)


def _say(claim: Claim) -> str:
    return say_number(claim) if isinstance(claim, Figure) else ""


def _exclude(one: Claim, other: Claim, known: Known) -> bool:
    """Whether one can be right only if the other is not; two numbers in one sentence count two things."""
    if not (isinstance(one, Figure) and isinstance(other, Figure)) or may_be_one(one, other) or not _same_scope(one, other):
        return False
    return _stand_apart(one, other) and are_rivals(one, other, known)


def _stand_apart(one: Figure, other: Figure) -> bool:
    return one.document != other.document or one.span != other.span


def _count_else(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two numbers of the same people or goods differ because one side counts more of them."""
    if not (isinstance(one, Figure) and isinstance(other, Figure)) or may_be_one(one, other) or _same_scope(one, other) or _sides(one) != _sides(other):
        return False
    if None not in (owners := {_owner_counted(one), _owner_counted(other)}) and len(owners) > 1:
        return False
    alike = one.measure in COUNTED_PEOPLE or (one.language == other.language and share_words(one.of, other.of) > 0)
    return alike and _stand_apart(one, other) and are_rivals(one, other, known)


def _owner_counted(claim: Figure) -> str | None:
    """The side whose people or goods are counted, where the words of the count name it: those of the one are no part of those of the other."""
    owner = claim.about[0] if claim.about else None
    return owner.side if owner is not None and owner.name in claim.of else None


def _sides(claim: Figure) -> set[str | None]:
    return {actor.side for actor in claim.about}


def _same_scope(one: Figure, other: Figure) -> bool:
    """Whether what is counted is the same: other words mean another scope, which is no contradiction."""
    order = [actor.side for actor in one.about][:1] == [actor.side for actor in other.about][:1] or one.measure == "trade_turnover"
    return _sides(one) == _sides(other) and order and (one.language != other.language or share_words(one.of, other.of) >= 0.5)


def may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two numbers may be one, rounded: "almost 30" and 29.2, 11 and 11.3."""
    mine, theirs = bounds_of(one), bounds_of(other)
    if mine is None or theirs is None:
        return True
    if mine[0] <= theirs[1] * (1 + CLOSE) and theirs[0] <= mine[1] * (1 + CLOSE):
        return True
    values = ((one.value, one.approximate, theirs), (other.value, other.approximate, mine))
    return any(_covers(value, bounds, approximate=rough) for value, rough, bounds in values if value is not None)


def _covers(value: float, bounds: tuple[float, float], *, approximate: bool) -> bool:
    """Whether a round number stands for some number within the bounds; two figures count as told, one where it is only about."""
    half = find_step(value, 1 if approximate else 2) / 2
    return value - half <= bounds[1] and bounds[0] <= value + half


def find_step(value: float, least: int) -> float:
    """The place to which a number is told, by its digits without the noughts at the end, at least so many: 10 of 11,230 ÷ 10."""
    if not value or not math.isfinite(value):
        return 0.0
    digits = f"{abs(value):.12e}"
    told = max(least, len(digits.partition("e")[0].replace(".", "").rstrip("0")))
    exponent = int(digits.partition("e")[2])
    return float(10.0 ** (exponent - told + 1))
