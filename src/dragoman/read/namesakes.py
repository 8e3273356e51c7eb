"""Namesakes: the namings of one person under full names, family names and first names become one actor."""

from collections.abc import Sequence

from msgspec import structs

from dragoman.model import Actor, Span
from dragoman.read.english_titles import FAMILY_FIRST, INITIALS, YOUNGER
from dragoman.read.people import Person


def family_name(name: str) -> str:
    """The part of a name by which later mentions call the person."""
    parts = INITIALS.sub("", name).split(" ")
    if len(parts) > 2 and parts[-1].rstrip(".") in YOUNGER:  # noqa: PLR2004, RUF100
        parts.pop()
    if len(parts) == 1:
        return parts[0]
    given_last = parts[0] in FAMILY_FIRST and (
        (len(parts) == 2 and ("-" in parts[1] or "—" in parts[1] or parts[0] in ("Xi", "Wang", "Li", "Cho", "Qin"))) or len(parts) == 3
    )  # noqa: PLR2004, RUF100
    if given_last:
        return parts[0]
    lower = next((index for index, part in enumerate(parts[1:], 1) if part[0].islower()), None)
    return " ".join(parts[lower:]) if lower is not None else parts[-1]


def merge_people(people: Sequence[Person]) -> dict[str, Actor]:
    """One actor for each name of the document, its country from wherever the text tells it."""
    actors: dict[str, Actor] = {}
    for person in people:
        name = person.actor.name.replace("—", "-")
        known = actors.get(name)
        if known is None or (known.country is None and person.actor.country is not None):
            actors[name] = replace_name(person.actor, name)
    full = [name for name in actors if " " in name]
    for name in full:
        longer = next((other for other in full if _is_fuller(other, name) and actors[other].country is not None), None)
        if longer is not None and actors[name].country is None:
            actors[name] = structs.replace(actors[name], country=actors[longer].country)
    for name in list(actors):
        owner = next((longer for longer in full if family_name(longer) == name), None) or _by_first_name(name, full)
        if " " not in name and owner is not None:
            if actors[owner].country is None and actors[name].country is not None:
                actors[owner] = replace_name(actors[name], owner)
            actors[name] = actors[owner]
    return actors


def _is_fuller(one: str, other: str) -> bool:
    """Whether one full name is the other with more before it, or the same but for the names in the middle."""
    ends = one.split(" ", maxsplit=1)[0], one.rsplit(" ", maxsplit=1)[-1]
    return one.endswith(f" {other}") or (one != other and ends == (other.split(" ", maxsplit=1)[0], other.rsplit(" ", maxsplit=1)[-1]))


def _by_first_name(name: str, full: Sequence[str]) -> str | None:
    """The only person whose name begins or ends so: "Prime Minister Anwar" is Anwar Ibrahim, "Deputy Prime Minister Minh" Pham Binh Minh."""
    called = [longer for longer in full if name in (longer.split(" ")[0], longer.split(" ")[-1])]
    return called[0] if len(called) == 1 else None


def owners_of(people: Sequence[Person]) -> dict[tuple[str, str], Span]:
    """For each person and country the first words that tell it: `(name, country)` to the span."""
    found: dict[tuple[str, str], Span] = {}
    for person in people:
        if person.owner is not None and person.actor.country is not None:
            for name in (person.actor.name.replace("—", "-"), family_name(person.actor.name)):
                found.setdefault((name, person.actor.country), person.owner)
    return found


def owner_of(actor: Actor, owners: dict[tuple[str, str], Span]) -> Span | None:
    """The words that tell a person's country, where some do."""
    spans = (owners.get((name, actor.country or "")) for name in (actor.name, family_name(actor.name)))
    return next((span for span in spans if span is not None), None)


def replace_name(actor: Actor, name: str) -> Actor:
    """The actor under another spelling of his name."""
    return structs.replace(actor, name=name)
