"""Successions in power: who came into it, and after whose resignation, removal or death."""

from collections.abc import Iterator

import msgspec

from dragoman.model import Actor, Evidence, Flag, Office, Post, When
from dragoman.read.page import Page
from dragoman.read.timing import find_when
from dragoman.read.words import Sentence, Token

ENDS = frozenset(
    {"resignation", "removal", "ouster", "ousting", "overthrow", "impeachment", "departure", "death", "fall", "retirement", "dismissal", "toppling", "exit"}
)
"""Nouns of an end in office, with the holder behind "of"."""
LATER = frozenset({"after", "following"})
CAME = "the text tells that he came to power, not into which office"
WENT = "the text tells after whose going somebody else came to power; that he held the same office is inferred"
OPENING = 8
"""Characters of a sentence within which a time opens it."""


def find_successions(page: Page) -> Iterator[Post]:
    """Somebody who "came to power" or "took office", and whoever was in it before him."""
    for sentence in page.sentences:
        for token in sentence.tokens:
            subject = _find_subject(sentence, token)
            if subject is None:
                continue
            when = _find_time(page, sentence, token)
            office = Office(title=subject.role or "president", of=subject.country or _find_state(sentence, token))
            yield _make_post(page, sentence, token, (subject, office, when), came=True)
            gone = _find_gone(sentence)
            if gone is not None and gone.mention is not None and gone.mention.actor is not None and gone.mention.actor.name != subject.name:
                until = When(start=None, end=when.end, precision=when.precision, bound="until", text=when.text) if when is not None and when.end else None
                yield _make_post(page, sentence, gone, (gone.mention.actor, office, until), came=False)


def _find_subject(sentence: Sentence, token: Token) -> Actor | None:
    """Who came to power with this verb."""
    if token.lemma not in ("come", "take", "assume"):
        return None
    phrase = {child.lemma.lower() for child in sentence.children(token, "obl", "obj")}
    if not ((token.lemma == "come" and "power" in phrase) or (token.lemma in ("take", "assume") and phrase & {"office", "power"})):
        return None
    subject = next((s for s in sentence.children(token, "nsubj") if s.mention is not None and s.mention.kind == "person"), None)
    return subject.mention.actor if subject is not None and subject.mention is not None else None


def _find_state(sentence: Sentence, token: Token) -> str | None:
    """The state behind "came to power in"."""
    behind = (*sentence.children(token, "obl"), *(inner for obl in sentence.children(token, "obl", "obj") for inner in sentence.children(obl, "nmod")))
    for one in behind:
        is_placed = any(case.lemma.lower() in ("in", "of") for case in sentence.children(one, "case"))
        if is_placed and one.index > token.index and one.mention is not None and one.mention.kind == "state" and one.mention.actor is not None:
            return one.mention.actor.country
    return None


def _find_time(page: Page, sentence: Sentence, token: Token) -> When | None:
    """When it was: the time that opens the sentence goes before what a circumstance tells."""
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    opening = next((time.when for time in times if time.span.start - sentence.span.start <= OPENING and time.when is not None and not time.duration), None)
    return opening or find_when(sentence, token, times, None).when


def _find_gone(sentence: Sentence) -> Token | None:
    """The person behind "after the resignation of"."""
    for noun in sentence.tokens:
        if noun.lemma.lower() in ENDS and any(case.lemma.lower() in LATER for case in sentence.children(noun, "case", "mark")):
            holder = next((t for t in sentence.children(noun, "nmod") if t.mention is not None and t.mention.kind == "person"), None)
            if holder is not None:
                return holder
    return None


def _make_post(page: Page, sentence: Sentence, token: Token, told: tuple[Actor, Office, When | None], *, came: bool) -> Post:
    person, office, when = told
    person = msgspec.structs.replace(person, country=person.country or office.of)
    return Post(
        document=page.document.id,
        span=sentence.span,
        text=page.text_at(sentence.span),
        evidence=(Evidence(field="state", span=token.span, text=token.text, rule="came to power" if came else "went before"),),
        language=sentence.language,
        when=when,
        flags=(Flag(flag="inferred-office", why=CAME if came else WENT),),
        rule="came to power" if came else "went before",
        person=person,
        office=office,
        state="appointed" if came else "former",
    )
