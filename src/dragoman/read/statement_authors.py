"""Whose "the statement" is in English: who is told before to have issued one, else the body or state that spoke last."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model import Mention, Span
from dragoman.read.evidence import mentions_in
from dragoman.read.page import Page
from dragoman.read.pair import rank_states
from dragoman.read.speech import load_speech
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

PAPERS = r"(?:statement|communiqu[ée]|press release|release|readout)"
MEANT = re.compile(rf"\b[Tt]he {PAPERS}\b(?! (?:by|from|of|issued|released|published|on|to)\b)")
"""A paper that was named before."""
ISSUED = re.compile(rf"\b{PAPERS} (?:(?:issued|released|published|made|signed|posted|given|shared|carried)(?: [a-z]+)? )?(?:by|from|of) (?P<who>[^.;]{{0,60}})")
"""A paper with whoever issued it behind it."""
PAPER = re.compile(rf"\b(?:[Aa]|[Aa]n|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Jj]oint|[Oo]fficial|[Ww]ritten|[Pp]ress|[Bb]rief|[Ss]eparate)(?: [a-z]+)? {PAPERS}\b")
JOINT = re.compile(rf"\b[Jj]oint (?:[a-z]+ )?{PAPERS}\b")
NOUNS = ("statement", "communique", "communiqué", "release", "readout")
FAR = 8
"""Sentences as far back as somebody may have spoken whose statement is meant."""
KINDS = ("agency", "person", "state", "organisation")
RULE = "who issued the statement named before"


def find_statement_authors(page: Page, references: Sequence[Mention]) -> Iterator[Mention]:
    """A mention of the issuer for each such paper; `references` are the later mentions that are found already ("the ministry")."""
    named = tuple(sorted((*page.mentions, *references), key=lambda mention: mention.span))
    pair = [mention for mention, _ in rank_states(page.mentions)[:2]]
    for place, sentence in enumerate(page.sentences):
        for match in MEANT.finditer(page.document.text, sentence.span.start, sentence.span.stop) if sentence.language == "en" else ():
            if match.end() > sentence.span.stop:
                continue
            for author in _authors(page, page.sentences[max(0, place - FAR) : place], named, pair):
                span = Span(match.start(), match.end())
                yield Mention(kind=author.kind, span=span, text=match.group(), actor=author.actor, rule=RULE, chain=(author.span, *author.chain))


def _authors(page: Page, before: Sequence[Sentence], named: Sequence[Mention], pair: Sequence[Mention]) -> Sequence[Mention]:
    """The issuer that the nearest sentence before tells; both states of the page for a joint paper."""
    for sentence in reversed(before):
        text = page.text_at(sentence.span)
        if JOINT.search(text):
            return pair if len(pair) == 2 else ()  # noqa: PLR2004, RUF100
        author = _issuer(page, sentence, text, named) or _speaker(sentence, named)
        if author is not None:
            return (author,)
    return ()


def _issuer(page: Page, sentence: Sentence, text: str, named: Sequence[Mention]) -> Mention | None:
    """Whose paper a sentence tells: behind it, or the subject that says something in it or gives it."""
    behind = ISSUED.search(text)
    if behind is not None:
        start = sentence.span.start + behind.start("who")
        found = [m for m in mentions_in(named, Span(start, start + len(behind["who"]))) if _is_author(m)]
        if found:
            return next((m for m in found if m.kind in ("agency", "person")), found[0])
    if PAPER.search(text) is None:
        return None
    paper = next((token for token in sentence.tokens if token.lemma.lower() in NOUNS), None)
    verb = next((token for token in sentence.ancestors(paper) if token.pos == "VERB"), None) if paper is not None else None
    return _subject_of(sentence, verb, named) if verb is not None else None


def _speaker(sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
    """The body or state that says something in a sentence."""
    verbs = load_speech("en").verbs
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma.lower() in verbs and token.base_relation in ("root", "parataxis", "conj"):
            subject = _subject_of(sentence, token, named)
            if subject is not None and subject.kind in ("agency", "state"):
                return subject
    return None


def _subject_of(sentence: Sentence, verb: Token, named: Sequence[Mention]) -> Mention | None:
    """Whoever is the subject of a verb, with a side."""
    for token, _ in surface_subjects(sentence, verb):
        near = [m for m in named if m.span.start <= token.span.start < m.span.stop and _is_author(m)]
        if near:
            return near[0]
        below = [m for word in sentence.subtree(token, without=frozenset({"acl", "acl:relcl", "appos"})) for m in (word.mention,) if m is not None]
        owners = [m for m in below if _is_author(m)]
        if owners:
            return owners[0]
    return None


def _is_author(mention: Mention) -> bool:
    """Whether a mention names somebody of a side who can issue a paper."""
    return mention.kind in KINDS and mention.actor is not None and mention.actor.side is not None
