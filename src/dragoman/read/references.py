"""Later mentions: "the minister", "he", "the embassy", "both sides", led back to those whom they mean."""

import re
from collections.abc import Iterator, Sequence

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Mention, Span
from dragoman.read.page import Page, Paragraph

PAIR = "countries|sides|nations|states|governments|leaders|presidents|ministers|neighbours|neighbors|parties|capitals|delegations"
ENGLISH_SIDES = re.compile(
    rf"\b(?:[Tt]he (?:two|both) (?:{PAIR})|[Bb]oth (?:{PAIR})|[Tt]he (?:parties|sides)|[Ll]eaders(?= signed| agreed| met)|the two)(?=\b)"
)
RUSSIAN_SIDES = re.compile(
    r"(?<!\w)(?:(?:[Дд]в(?:е|ух|ум|умя)|[Оо]бе(?:их?|им|ими)?)\s(?:стран|сторон|государств|держав|правительств)[а-яё]*|Стороны"
    r"|(?<=между\s)(?:странами|сторонами|государствами))(?!\w)"
)
KOREAN_SIDES = re.compile(r"(?<![가-힣])(?:양국|양측|두 나라|두 국가|쌍방|양 정상|두 정상|양 장관|두 장관)")
SIDES = {"en": ENGLISH_SIDES, "ru": RUSSIAN_SIDES, "ko": KOREAN_SIDES}
"""How a language says "both sides"."""
TITLES = "minister|diplomat|president|ambassador|envoy|premier|prime minister|spokesman|spokeswoman|spokesperson|expert|official|professor|politician|leader"
PERSON = re.compile(rf"\b(?:[Tt]he (?:{TITLES})|[Hh]e|[Ss]he)\b")
BODY = re.compile(r"\b[Tt]he (?:embassy|Embassy|ministry|Ministry|diplomatic mission|statement|foreign ministry)\b")
EXPERT = ("expert", "professor", "researcher", "analyst")
OFFICES = {
    "minister": ("minister",),
    "diplomat": ("minister", "ambassador", "envoy", "diplomat", "spokes", "consul"),
    "ambassador": ("ambassador",),
    "envoy": ("envoy", "ambassador"),
}
"""Which offices a later noun may mean; other nouns mean the office that they name."""


def find_references(page: Page) -> tuple[Mention, ...]:
    """The later mentions of all paragraphs; one per side for "the two countries". People and bodies in English only."""
    found: list[Mention] = []
    for paragraph in page.paragraphs:
        if paragraph.language in SIDES:
            found.extend(_sides(page, paragraph))
        if paragraph.language == "en":
            found.extend(_people(page, paragraph))
            found.extend(_bodies(page, paragraph))
    taken = [mention.span for mention in page.mentions]
    free = [mention for mention in found if not any(span.overlaps(mention.span) for span in taken)]
    return tuple(sorted(free, key=lambda mention: mention.span))


def _states_before(page: Page, paragraph: Paragraph, stop: int) -> list[Mention]:
    """Mentions of states before a place of a paragraph, nearest first, as far back as the paragraph before."""
    start = page.paragraphs[max(0, paragraph.index - 1)].span.start
    near = [m for m in page.mentions if start <= m.span.start < stop and m.kind in ("state", "demonym", "place", "agency", "person") and m.actor is not None]
    return [m for m in reversed(near) if m.actor is not None and m.actor.country]


def _document_pair(page: Page) -> list[Mention]:
    """First mentions of the two states that the document names most."""
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for mention in page.mentions:
        if mention.kind in ("state", "demonym") and mention.actor is not None and mention.actor.country:
            counts[mention.actor.country] = counts.get(mention.actor.country, 0) + 1
            first.setdefault(mention.actor.country, mention)
    return [first[code] for code in sorted(counts, key=lambda code: -counts[code])[:2]]


def _pair_of_sentence(page: Page, start: int) -> list[Mention]:
    """The two states that the sentence itself names before a place, where they are just two."""
    sentence = next((s for s in page.sentences if s.span.start <= start < s.span.stop), None)
    if sentence is None:
        return []
    first: dict[str, Mention] = {}
    for mention in page.mentions:
        if sentence.span.start <= mention.span.start < start and mention.actor is not None and mention.actor.country and mention.kind != "person":
            first.setdefault(mention.actor.country, mention)
    return list(first.values()) if len(first) == 2 else []


def _sides(page: Page, paragraph: Paragraph) -> Iterator[Mention]:
    """For "the two countries" the document's pair, each in the form that this paragraph names last ("the Soviet Union")."""
    usual = _document_pair(page)
    codes = [mention.actor.country for mention in usual if mention.actor is not None and mention.actor.country]
    allowed = {*codes, *(code for known in codes for code in load_ledger().predecessors(known))}
    for match in SIDES[paragraph.language].finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        pair: dict[str, Mention] = {}
        for mention in _states_before(page, paragraph, match.start()):
            country = mention.actor.country if mention.actor is not None else None
            if country in allowed and len(pair) < 2 and mention.span.start >= paragraph.span.start:
                pair.setdefault(country, mention)
        chosen = _pair_of_sentence(page, match.start()) or (list(pair.values()) if len(pair) == 2 else usual)
        if len(chosen) != 2:  # noqa: PLR2004, RUF100
            continue
        span = Span(match.start(), match.end())
        for mention in chosen:
            country = mention.actor.country if mention.actor is not None else None
            literal = mention.actor.literal if mention.actor is not None else None
            actor = Actor(name=mention.actor.name if mention.actor else match.group(), id=country, type="state", country=country, literal=literal)
            yield Mention(kind="state", span=span, text=match.group(), actor=actor, rule="two sides", chain=(mention.span,))


def _people(page: Page, paragraph: Paragraph) -> Iterator[Mention]:
    """A pronoun or title: the person named last before it whose office fits."""
    for match in PERSON.finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        noun = match.group().split(" ")[-1].lower()
        start = page.paragraphs[max(0, paragraph.index - 2)].span.start
        before = [m for m in page.mentions if m.kind == "person" and m.actor is not None and start <= m.span.start < match.start()]
        who = _fitting(noun, before)
        if who is not None:
            yield Mention(
                kind="person", span=Span(match.start(), match.end()), text=match.group(), actor=who.actor, rule="person named before", chain=(who.span,)
            )


def _fitting(noun: str, before: Sequence[Mention]) -> Mention | None:
    """The first person of the last sentence that fits: subjects come first, so they are meant first."""
    wanted = EXPERT if noun in EXPERT else OFFICES.get(noun, (noun,))
    fits = [
        m
        for m in before
        if noun in ("he", "she", "official", "politician") or any(word in (m.actor.role if m.actor and m.actor.role else "") for word in wanted)
    ]
    if not fits:
        return before[-1] if before and noun in ("expert", "diplomat") else None
    last = fits[-1].span.start
    return next(m for m in fits if last - m.span.start < 160) if noun in ("he", "she", "minister") else fits[-1]  # noqa: PLR2004, RUF100


def _bodies(page: Page, paragraph: Paragraph) -> Iterator[Mention]:
    """For "the ministry" and "the statement" the body of a state named last before it."""
    for match in BODY.finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        start = page.paragraphs[max(0, paragraph.index - 2)].span.start
        before = [m for m in page.mentions if m.kind == "agency" and start <= m.span.start < match.start()]
        if before:
            last = before[-1]
            yield Mention(
                kind="agency", span=Span(match.start(), match.end()), text=match.group(), actor=last.actor, rule="body named before", chain=(last.span,)
            )
