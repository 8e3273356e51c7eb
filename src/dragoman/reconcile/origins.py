"""Origins: how many sources stand behind a line, however many papers printed it.

Copies and reprints share their words; what several papers took from one voice shares that voice; an outlet is one source in all its
languages; a page that says that it is a translation goes back to what the language of its original tells of the same with the same numbers.
None is a second witness. Words are compared within one language only, so a translation that says nothing of itself is known by its outlet
or the voice that it credits, else not at all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model import Claim, Origin, Tie
from dragoman.reconcile.copies import Wordings, is_copy
from dragoman.reconcile.known import Known
from dragoman.reconcile.people import same_name

NUMBER = re.compile(r"\d+")
NEAR = 3
"""Days within which an outlet, or a voice, says one thing and not a second one."""


FEW = 8
"""Claims that are each compared with each other sooner than shelved."""
ANY = -1
"""The slot of days that stands for all."""
Trace = tuple[tuple[str, str | None], int | None]


def count_origins(claims: Sequence[Claim], known: Known) -> int:
    """In how many groups of independent sources the claims fall."""
    return len(find_origins(claims, known))


def find_origins(claims: Sequence[Claim], known: Known) -> tuple[Origin, ...]:
    """The independent sources behind the claims, in the order of their first claims."""
    heads = list(range(len(claims)))
    ties: dict[int, set[Tie]] = defaultdict(set)
    for place, other in _find_pairs(claims, known):
        mine, theirs = _find_head(heads, place), _find_head(heads, other)
        tie = find_tie(claims[place], claims[other], known) if mine != theirs else None
        if tie is not None:
            first, last = sorted((mine, theirs))
            heads[last] = first
            ties[first] |= {tie, *ties.pop(last, set())}
    groups: dict[int, list[Claim]] = {}
    for place, claim in enumerate(claims):
        groups.setdefault(_find_head(heads, place), []).append(claim)
    return tuple(_make_origin(members, ties.get(head, set())) for head, members in groups.items())


def _find_pairs(claims: Sequence[Claim], known: Known) -> Iterator[tuple[int, int]]:
    """The places of all claims that may be of one source, each with those before it: of a few claims all, of many those that share a trace."""
    if len(claims) <= FEW:
        yield from ((place, other) for place in range(len(claims)) for other in range(place))
        return
    wordings = Wordings(claim.text for claim in claims)
    traces: dict[Trace, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        near = {other for trace in _look_for(claim, known) for other in traces.get(trace, ())}
        yield from ((place, other) for other in sorted(near | wordings.near(claim.text)))
        wordings.put(claim.text, place)
        for trace in _leave(claim, known):
            traces[trace].append(place)


def _find_head(heads: list[int], place: int) -> int:
    while heads[place] != place:
        heads[place] = heads[heads[place]]
        place = heads[place]
    return place


def _make_origin(claims: Sequence[Claim], ties: Iterable[Tie]) -> Origin:
    documents = dict.fromkeys(claim.document for claim in claims)
    return Origin(claims=tuple(claim.id for claim in claims), documents=tuple(documents), ties=tuple(sorted(ties)))


def _leave(claim: Claim, known: Known) -> Iterator[Trace]:
    """What another claim of the same source would look for: the document, and outlet and voice with the days near them."""
    slot = _slot_of(claim, known)
    for trace in _traces_of(claim, known):
        yield from ((trace, slot), (trace, ANY))
    yield (("document", _digest(claim)), ANY)


def _look_for(claim: Claim, known: Known) -> Iterator[Trace]:
    slot = _slot_of(claim, known)
    slots = (ANY,) if slot is None else (slot - 1, slot, slot + 1, None)
    yield from ((trace, each) for trace in _traces_of(claim, known) for each in slots)
    yield (("document", _digest(claim)), ANY)


def _traces_of(claim: Claim, known: Known) -> Iterator[tuple[str, str | None]]:
    document = known.documents.get(claim.document)
    if document is not None and document.outlet:
        yield ("outlet", document.outlet.casefold())
    if claim.said_by:
        yield ("voice", claim.said_by[0].side)
    if document is not None:
        yield ("original", document.translated_from or document.language)


def _slot_of(claim: Claim, known: Known) -> int | None:
    """The few days in which it was published; `None` where nobody knows."""
    said = known.said(claim)
    return said.toordinal() // (NEAR + 1) if said is not None else None


def share_origin(one: Claim, other: Claim, known: Known) -> bool:
    """Whether two reports go back to one source."""
    return find_tie(one, other, known) is not None


def find_tie(one: Claim, other: Claim, known: Known) -> Tie | None:
    """By what two reports go back to one source: one document, one outlet in a few days, one voice, one wording."""
    if one.document == other.document or _digest(one) == _digest(other):
        return "document"
    if _same_outlet(one, other, known):
        return "outlet"
    if _same_voice(one, other, known):
        return "voice"
    if _is_translation(one, other, known):
        return "translation"
    return "wording" if one.language == other.language and is_copy(one.text, other.text) else None


def _same_outlet(one: Claim, other: Claim, known: Known) -> bool:
    """Whether one outlet printed both within a few days: its editions in several languages, or its second report."""
    mine, theirs = known.documents.get(one.document), known.documents.get(other.document)
    if mine is None or theirs is None or not mine.outlet or not theirs.outlet:
        return False
    return mine.outlet.casefold() == theirs.outlet.casefold() and _said_near(one, other, known)


def _is_translation(one: Claim, other: Claim, known: Known) -> bool:
    """Whether a page that says that it is a translation tells, within days, what its original may say: in that language, with the same numbers."""
    mine, theirs = known.documents.get(one.document), known.documents.get(other.document)
    if mine is None or theirs is None or one.language == other.language or not _said_near(one, other, known):
        return False
    languages = {(mine.translated_from, one.language), (theirs.translated_from, other.language)}
    original = mine.translated_from or theirs.translated_from
    is_of_one = all(source == original or (source is None and spoken == original) for source, spoken in languages)
    return original is not None and is_of_one and sorted(NUMBER.findall(one.text)) == sorted(NUMBER.findall(other.text))


def _said_near(one: Claim, other: Claim, known: Known) -> bool:
    days = [day for day in (known.said(one), known.said(other)) if day is not None]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= NEAR


def _digest(claim: Claim) -> str:
    return claim.document.partition(".")[0]


def _same_voice(one: Claim, other: Claim, known: Known) -> bool:
    """Whether both credit the same outermost voice, said within the same few days."""
    if "statement" in (one.kind, other.kind) or not one.said_by or not other.said_by:
        return False
    mine, theirs = one.said_by[0], other.said_by[0]
    return _said_near(one, other, known) and mine.side == theirs.side and same_name(mine.name, theirs.name)
