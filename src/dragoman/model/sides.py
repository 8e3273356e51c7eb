"""The states that a claim is about, whatever its kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from dragoman.model.actor import Actor
from dragoman.model.claim import Assessment, Channel, Claim, Event, Figure, Instrument, Post, Statement


def find_actors(claim: Claim) -> Iterator[Actor]:
    """The actors in the claim's own fields, in the order of the fields; credited voices are left out."""
    match claim:
        case Event():
            yield from (*claim.source, *claim.target)
        case Channel() | Assessment():
            yield from claim.between
        case Post():
            if claim.person is not None:
                yield claim.person
        case Figure():
            yield from claim.about
        case Statement():
            yield from (*claim.speaker, *claim.addressee)
            yield from (topic.actor for topic in claim.about if topic.actor is not None)
        case Instrument():
            yield from claim.parties
        case _:
            assert_never(claim)


def find_sides(claim: Claim) -> tuple[str, ...]:
    """Codes of the states and unions that the claim is about, each once, in the order of the fields.

    The offices of a post count by the state they belong to and the one they are accredited to.
    """
    codes = [actor.side for actor in find_actors(claim)]
    if isinstance(claim, Post):
        codes = [*codes, claim.office.of, claim.office.to]
    return tuple(dict.fromkeys(code for code in codes if code))


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims matter: those that name one of `one` and one of `other`, and are of one of `kinds`; an empty set asks for nothing.

    Of the kinds in `loose` it is enough to name either side: such claims share a line with others that name only one.
    `events` are types of PLOVER that matter beside the kinds, as expulsions do to a board of links.
    """

    one: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()

    def holds(self, claim: Claim) -> bool:
        """Whether the claim matters."""
        kind = f"event|{claim.type}" if isinstance(claim, Event) else claim.kind
        return self.may_hold(kind, find_sides(claim) if self.one or self.other else ())

    def may_hold(self, kind: str, codes: Iterable[str]) -> bool:
        """Whether claims of this kind (of events with their type, `event|SANCTION`, and whatever else a block is named by) matter that name all these codes."""
        kind, _, rest = kind.partition("|")
        if self.kinds and kind not in self.kinds and not (kind == "event" and rest.partition("|")[0] in self.events):
            return False
        named = [not wanted.isdisjoint(codes) for wanted in (self.one, self.other) if wanted]
        return all(named) or (kind in self.loose and any(named))


ALL = Scope()
