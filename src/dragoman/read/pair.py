"""The two states that a document is about, told by how often it names which."""

from collections import Counter
from collections.abc import Iterable

from dragoman.know.states import load_ledger
from dragoman.model import Mention

STANDING_OUT = 1.5
"""How many times oftener than a third state the second one is named, where a document is about two."""


def rank_states(mentions: Iterable[Mention], *, unions: bool = False) -> list[tuple[Mention, int]]:
    """The first naming of each state (with `unions` of each union too) and how often it is named, the commonest first."""
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for mention in mentions:
        code = (mention.actor.side if unions else mention.actor.country) if mention.actor is not None else None
        if code and mention.kind in ("state", "demonym"):
            counts[code] += 1
            first.setdefault(code, mention)
    return [(first[code], times) for code, times in counts.most_common()]


def find_pair(mentions: Iterable[Mention], *, least: int = 1, standing_out: float = STANDING_OUT, unions: bool = False) -> dict[str, Mention]:
    """The two states that stand out, by code with their first namings; none where a third is named nearly as often, or the second fewer than `least` times.

    The namings of a state of the past count for the successor that is named too.
    """
    ranked = [(mention, mention.actor.side or "", times) for mention, times in rank_states(mentions, unions=unions) if mention.actor is not None]
    codes = [code for _, code, _ in ranked]
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for mention, code, times in ranked:
        today = present_state(code, codes)
        counts[today] += times
        if code == today:
            first[today] = mention
    two, (_, third) = counts.most_common(2), [*counts.most_common(3), ("", 0), ("", 0), ("", 0)][2]
    if len(two) < 2 or two[1][1] < max(least, standing_out * third):  # noqa: PLR2004, RUF100
        return {}
    return {code: first[code] for code, _ in two}


def present_state(code: str, named: Iterable[str]) -> str:
    """A state itself, or of one that is gone the successor among those named."""
    ledger = load_ledger()
    return next((other for other in named if code in ledger.predecessors(other)), code)
