"""Disagreements as they are made: the answers to one question that exclude each other become one, with a side for each value."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import structs

from dragoman.model import Claim, ConflictType, Dispute, Entry, Rival
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import find_tie

Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)


def make_dispute(kind: ConflictType, why: str, severity: float, sides: Mapping[str, Iterable[str]], key: str = "") -> Dispute:
    """A conflict whose id comes from its type and what disagrees: the claims, or `key` where it is found in several blocks."""
    ordered = tuple(Rival(value=value, claims=tuple(sorted(set(ids)))) for value, ids in sorted(sides.items()))
    named = key or "|".join(",".join(side.claims) for side in ordered)
    return Dispute(id="k" + hashlib.sha256(f"{kind}|{named}".encode()).hexdigest()[:16], type=kind, why=why, severity=severity, rivals=ordered)


def join_conflicts(conflicts: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """The same disagreement found twice is one, with the claims of both."""
    by_id: dict[str, Dispute] = {}
    for conflict in conflicts:
        twin = by_id.get(conflict.id)
        if twin is None:
            by_id[conflict.id] = conflict
            continue
        claims = {side.value: set(side.claims) for side in twin.rivals}
        for side in conflict.rivals:
            claims.setdefault(side.value, set()).update(side.claims)
        sides = tuple(Rival(value=value, claims=tuple(sorted(ids))) for value, ids in sorted(claims.items()))
        by_id[conflict.id] = structs.replace(twin, rivals=sides)
    return tuple(by_id[name] for name in sorted(by_id))


def gather_rivals(answers: Sequence[Answer], exclude: Callable[[Answer, Answer], bool]) -> list[list[Answer]]:
    """The answers that exclude some other one, those together that are tied by it; in the order of the answers.

    Each answer is compared until the first that it excludes, so that many of them cost no more than few.
    """
    groups: list[list[Answer]] = []
    for answer in answers:
        meeting = [group for group in groups if any(exclude(answer, other) for other in group)]
        joined = [member for group in meeting for member in group]
        groups = [group for group in groups if not any(group is other for other in meeting)]
        groups.append([*joined, answer])
    return [group for group in groups if len(group) > 1]


def lay_sides(entries: Iterable[Entry], say: Callable[[Claim], str]) -> dict[str, list[str]]:
    """The claims of the entries by the value that each stands for, in words."""
    sides: dict[str, list[str]] = {}
    for entry in entries:
        sides.setdefault(say(entry.claim), []).extend(entry.support)
    return sides


def sort_by_key(entries: Iterable[Entry], key: Callable[[Claim], Key | None]) -> list[list[Entry]]:
    """The entries by their key, those without one left out."""
    rows: dict[Key, list[Entry]] = {}
    for entry in entries:
        found = key(entry.claim)
        if found is not None:
            rows.setdefault(found, []).append(entry)
    return list(rows.values())


def is_internal(entries: Sequence[Entry]) -> bool:
    """Whether one document stands against itself."""
    return len({entry.claim.document for entry in entries}) == 1


def are_rivals(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two claims can disagree: a copy of another paper, or what two papers took from one voice, is no rival."""
    return find_tie(one, other, known) not in ("voice", "wording")
