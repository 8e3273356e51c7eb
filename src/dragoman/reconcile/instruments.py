"""Instruments with what became of them: signed, ratified, in force, replaced."""

import re
import unicodedata
from collections.abc import Iterable

from dragoman.model import Entry, Instrument, InstrumentState, When
from dragoman.model.sides import find_sides
from dragoman.reconcile.times import length_of

ORDER: tuple[InstrumentState, ...] = ("proposed", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated", "replaced")
"""The life of an agreement; the furthest state that is told holds."""
SETTLED = frozenset({"actual", "agreed"})
"""Modalities under which a state of an agreement is reached; under the others it is only proposed."""


def group_instruments(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries about one instrument together: the same title and parties, and days of signing that do not exclude each other."""
    named: dict[tuple[object, ...], list[list[Entry]]] = {}
    for entry in sorted(entries, key=lambda entry: (_signing(entry) is None, entry.id)):
        groups = named.setdefault(_key(entry), [])
        fitting = [group for group in groups if all(_agree(_signing(entry), _signing(other)) for other in group)]
        if len(fitting) == 1 or (fitting and _signing(entry) is not None):
            fitting[0].append(entry)
        else:
            groups.append([entry])
    return [group for groups in named.values() for group in groups]


def _key(entry: Entry) -> tuple[object, ...]:
    claim = entry.claim
    title = claim.title if isinstance(claim, Instrument) else ""
    return (" ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", title).casefold())), frozenset(find_sides(claim)))


def _signing(entry: Entry) -> When | None:
    claim = entry.claim
    return claim.when if isinstance(claim, Instrument) and claim.state == "signed" else None


def _agree(one: When | None, other: When | None) -> bool:
    return one is None or other is None or one.overlaps(other)


def find_reached(claims: Iterable[Instrument]) -> list[Instrument]:
    """The claims whose state was reached, and not only talked of."""
    return [claim for claim in claims if claim.modality in SETTLED]


def find_state(claims: Iterable[Instrument]) -> InstrumentState:
    """The furthest state that was reached."""
    return max((claim.state for claim in find_reached(claims)), key=ORDER.index, default="proposed")


def find_signing(claims: Iterable[Instrument]) -> When | None:
    """The finest time of the signing."""
    return find_finest(claim.when for claim in find_reached(claims) if claim.state == "signed")


def find_entry_into_force(claims: Iterable[Instrument]) -> When | None:
    """The finest time since when it is in force; a day on which it was in force only where no source tells more."""
    told = [claim.when for claim in find_reached(claims) if claim.state == "in_force" and claim.when is not None]
    return find_finest(when for when in told if when.bound != "at") or find_finest(when for when in told if when.text)


def find_finest(whens: Iterable[When | None]) -> When | None:
    """The narrowest of several times."""
    known = [when for when in whens if when is not None and (when.start or when.end)]
    return min(known, key=lambda when: (length_of(when), when.start or when.end), default=None)
