"""The state of leaders whom a text names without one: known by their names, where the text names that state too."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from dragoman.know.leaders import find_state_led, load_leaders, plain_name
from dragoman.know.levels import find_level
from dragoman.model import Actor, Mention, Span
from dragoman.read.people import Person

KNOWN = "leader of that state, known by name"
DEPUTY = ("vice", "deputy", "assistant")
NO_STATE = ("spokes", "adviser", "advisor", "secretary-general", "expert", "professor", "analyst", "party", "counterpart", "colleague")
"""Words of titles that say nothing of a state that their holder led."""
DEALING = ("foreign minister", "defence minister", "defense minister", "minister", "secretary of state", "foreign secretary", "external affairs minister")
"""Titles by which a minister of the list is named without a first name."""
FIRST_WORD, GOES_ON = re.compile(r"(?<![\w-])\w[^\s]*(?= )"), re.compile(r"[\w-]")
KINDS = ("state", "demonym", "agency", "place")


def tell_known(persons: Sequence[Mention], names: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of persons; a leader of the list without a state gets his own, with the words that name it first."""
    first: dict[str, Mention] = {}
    for mention in sorted(names, key=lambda m: (m.kind not in ("state", "demonym"), m.span)):
        if mention.actor is not None and mention.actor.country and mention.kind in KINDS:
            first.setdefault(mention.actor.country, mention)
    for mention in persons:
        actor = mention.actor
        code = _known_state(actor, first) if actor is not None and actor.side is None and actor.type == "person" else None
        if code is None or actor is None:
            yield mention
        else:
            told = structs.replace(actor, country=code)
            yield structs.replace(mention, actor=told, rule=KNOWN, chain=(*mention.chain, first[code].span))


def _known_state(actor: Actor, states: dict[str, Mention]) -> str | None:
    """The state that somebody of this name led: by the full name, or by a family name behind the very office."""
    role = actor.role or ""
    if any(word in role for word in NO_STATE):
        return None
    head = find_level(role) == "leaders" and not any(word in role for word in DEPUTY)
    if " " in actor.name or "-" in actor.name:
        return find_state_led(actor.name, states, titled=head) or find_state_led(actor.name, states, section="ministers")
    if head:
        return find_state_led(actor.name, states)
    return find_state_led(actor.name, states, section="ministers") if role in DEALING else None


@cache
def _full_names() -> dict[str, tuple[str, ...]]:
    """The full names of all leaders of the list, also without their accents, by their first words; the longer ones first."""
    full = {name for section in ("heads", "ministers") for name, _ in load_leaders(section) if " " in name}
    found: dict[str, list[str]] = {}
    for name in sorted(full | {plain_name(name) for name in full}, key=len, reverse=True):
        found.setdefault(name.partition(" ")[0], []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def find_known_people(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each full name of a leader of the list that stands without an office, and covers no name of a state."""
    known, free = _full_names(), 0
    for match in FIRST_WORD.finditer(text):
        start = match.start()
        if match.group() not in known or start < free:
            continue
        name = next((name for name in known[match.group()] if text.startswith(name, start) and not GOES_ON.match(text, start + len(name))), None)
        if name is None:
            continue
        free = start + len(name)
        span = Span(offset + start, offset + free)
        if not any(mention.span.overlaps(span) for mention in names):
            yield Person(Actor(name=name, type="person"), span, None, "", None)
