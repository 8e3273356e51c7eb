"""Deeds told by another one: "so did Chile in 1978", "Togo did the same", "Bahrain followed suit" repeat the deed before them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from dragoman.model import Actor, Channel, Claim, Event, Evidence, Mention, Span, When
from dragoman.read.frames import Match
from dragoman.read.page import Page
from dragoman.read.words import Sentence

ACTORS = ("state", "person", "agency", "organisation")
BEFORE = re.compile(
    r"(?P<who>[^;.!?]{2,160}?),? (?:(?:has|have|had|also|then|soon|later|thereafter|[a-z]+ly) ){0,3}"
    r"(?:(?:did|done) (?:the same|likewise|so(?! because| in order| by| with))|followed suit|doing (?:the same|so)|following suit)(?!\w)"
)
BEHIND = re.compile(r"(?:^|[,;] | and )(?:and )?so (?:did|has|have|had) (?P<who>[^;.!?]{2,120})")
LINKED = re.compile(r"(?:,? and (?:the )?|, (?:the )?|the |both | as well as )?")
JOINED = re.compile(r" and (?:the )?|, (?:the )?| as well as (?:the )?")
BEGUN = re.compile(r"(?:^|[,;:–—] (?:and |but |while )?|\b(?:and|but|while|before|after|until) )(?:both )?(?:the )?$")
"""What stands before a name that opens a clause."""
WITH = re.compile(r"[,;] with (?:both )?(?:the )?$")
HINT = re.compile(r"the same|likewise|suit\b|\bso\b", re.IGNORECASE)
"""Without one of these words no sentence repeats a deed."""
FAR = 30
"""Characters within which a time stands before or behind such words."""


CLOSE = 3
"""Characters between a time that opens a clause and whoever follows."""


def find_likewise(page: Page, sentence: Sentence, before: Sequence[tuple[Match, Claim]]) -> Iterator[Claim]:
    """The events and links of a sentence that say only that somebody did as was told before; `before` are the last deeds, in text order."""
    if sentence.language != "en":
        return
    text = page.text_at(sentence.span)
    if HINT.search(text) is None:
        return
    for found in (*BEFORE.finditer(text), *BEHIND.finditer(text)):
        inner = Span(sentence.span.start + found.start("who"), sentence.span.start + found.end("who"))
        row = _row_behind(page, inner) if found.re is BEHIND else _row_before(page, sentence.span, inner.stop, gerund=" doing " in found.group())
        model = [(match, claim) for match, claim in before if row and match.clause.head.span.stop <= row[0].span.start]
        if model:
            words = Span(row[0].span.start, min(sentence.span.stop, sentence.span.start + found.end()))
            yield from _repeated(page, sentence, words, row, model)


def _named(page: Page, span: Span) -> list[Mention]:
    """Who is named in a stretch and counts for a side."""
    return [m for m in page.mentions if span.covers(m.span) and m.kind in ACTORS and m.actor is not None and m.actor.side is not None]


def _row_behind(page: Page, span: Span) -> tuple[Mention, ...]:
    """Who is named in a row from the beginning of a stretch on."""
    found: list[Mention] = []
    here = span.start
    for mention in _named(page, span):
        if not LINKED.fullmatch(page.document.text[here : mention.span.start]):
            break
        found.append(mention)
        here = mention.span.stop
    return tuple(found)


def _row_before(page: Page, sentence: Span, stop: int, *, gerund: bool) -> tuple[Mention, ...]:
    """Who is named in a row right before a place, back to where the clause begins; nobody where no clause begins there."""
    text = page.document.text
    found: list[Mention] = []
    for mention in reversed(_named(page, Span(sentence.start, stop))):
        gap = text[mention.span.stop : found[0].span.start if found else stop]
        if not (JOINED.fullmatch(gap) if found else not gap.strip(" ,")):
            break
        if found and not _begins(text[sentence.start : mention.span.start], gerund=gerund):
            break
        found.insert(0, mention)
    return tuple(found) if found and _begins(text[sentence.start : found[0].span.start], gerund=gerund) else ()


def _begins(before: str, *, gerund: bool) -> bool:
    """Whether a clause begins behind these words."""
    return (WITH if gerund else BEGUN).search(before) is not None


def _repeated(page: Page, sentence: Sentence, words: Span, row: Sequence[Mention], model: Sequence[tuple[Match, Claim]]) -> Iterator[Claim]:
    """The claims of the last deed with the row in the place of its doers, at its own time."""
    doers = tuple(mention.actor for mention in row if mention.actor is not None)
    last = model[-1][0].clause
    when = _time_of(page, sentence, words)
    for match, claim in model:
        if match.clause.head is not last.head and match.clause.head.span != last.head.span:
            continue
        replaced = {actor.side for token in (a.token for a in match.clause.at("subject")) for actor in _at(match, token)}
        told = Evidence(field="type", span=claim.span, text=claim.text, rule="the deed before")
        span = sentence.span
        shared = {"span": span, "text": page.text_at(span), "when": when, "evidence": (told,), "id": "", "modality": claim.modality, "where": None}
        match claim:
            case Event():
                source = _with(claim.source, doers, replaced)
                if source and not {a.side for a in claim.target} & {a.side for a in doers} and not (claim.symmetric and len({a.side for a in source}) < 2):
                    yield structs.replace(claim, **shared, source=source)
            case Channel():
                between = _with(claim.between, doers, replaced)
                if len({a.side for a in between}) > 1:
                    yield structs.replace(claim, **shared, between=between)
            case _:
                continue


def _at(match: Match, token: object) -> Iterator[Actor]:
    """The actors whom a subject of the deed stands for, as far as a role holds it."""
    if any(held is token for held in match.roles.get("source", ())):
        yield from match.actors("source")[:1]


def _with(actors: tuple[Actor, ...], doers: tuple[Actor, ...], replaced: set[str | None]) -> tuple[Actor, ...]:
    """The sides of a deed with new doers for those whom they replace; the first where none is known."""
    gone = replaced & {actor.side for actor in actors} or {actors[0].side}
    return (*doers, *(actor for actor in actors if actor.side not in gone and actor.side not in {doer.side for doer in doers}))


def _time_of(page: Page, sentence: Sentence, words: Span) -> When | None:
    """The time in or right beside the words."""
    near = [time for time in page.times if sentence.span.covers(time.span) and time.when is not None and not time.duration]
    inside = [time for time in near if words.start <= time.span.start <= words.stop + FAR]
    leading = [time for time in near if time.span.stop <= words.start and words.start - time.span.stop < CLOSE]
    return next((time.when for time in (*inside, *leading)), None)
