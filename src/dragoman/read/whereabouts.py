"""The place that English words mean without its name: "here" where the page is told from, "the country" to which somebody comes from another one."""

import re
from collections.abc import Iterator

from dragoman.know.places import load_places
from dragoman.model import Actor, Mention, Span
from dragoman.read.actors import find_actors, find_owners
from dragoman.read.clauses import case_of
from dragoman.read.page import Page
from dragoman.read.pair import find_pair
from dragoman.read.subjects import antecedent_of, surface_subjects
from dragoman.read.words import Sentence, Token

FIRST = re.compile(r"\s*(?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})")
"""The place with which a dateline begins."""
OPENING = 6
"""Paragraphs among which the one with the dateline is."""
OFTEN = 2
"""Namings that the second state of a page needs."""
NEIGHBOURING = frozenset({"neighbouring", "neighboring", "host", "sister", "brotherly", "fraternal", "landlocked", "african", "asian", "european"})
"""Adjectives that may stand between "the" and "country", when that is still the state of the story."""
COMING = frozenset({"arrive", "come", "be", "land", "touch", "fly", "travel", "jet", "stay", "visit", "tour", "return", "reach", "enter", "welcome", "receive"})
"""Verbs of who comes to a country, and is or is received there."""
STAYS = frozenset({"visit", "trip", "stay", "arrival", "tour"})
"""Nouns of the same."""
GUESTS = frozenset({"guest", "dignitary", "visitor"})
"""Nouns for who has come from another state."""
GUEST = "who came from another state than that of the host"
TOLD_FROM = "place from which the page is told"
OTHER = "other state of the story than that of who comes"


def find_whereabouts(page: Page) -> Iterator[Mention]:
    """The places that "here" and "the country" mean in English sentences."""
    home = find_dateline_place(page)
    pair = find_pair(page.mentions, least=OFTEN)
    for sentence in page.sentences:
        for token in sentence.tokens if sentence.language == "en" else ():
            if token.mention is not None:
                continue
            if token.text.lower() == "here" and home is not None:
                yield Mention(kind="place", span=token.span, text=token.text, actor=home.actor, rule=TOLD_FROM, chain=(home.span,))
            elif token.lemma.lower() == "country" and (home is not None or pair):
                yield from _country(page, sentence, token, home, pair)
            elif token.lemma.lower() in GUESTS and not token.has("Number=Plur"):
                yield from _guest(page, sentence, token)


def find_dateline_place(page: Page) -> Mention | None:
    """The place of the dateline that stands before the first sentence of a paragraph."""
    text = page.document.text
    for paragraph in page.paragraphs[:OPENING]:
        begin = text.rfind("\n", 0, paragraph.span.start) + 1
        named = FIRST.match(text, begin, paragraph.span.start)
        name = "" if named is None else named["place"].title() if named["place"].isupper() else named["place"]
        place = load_places().find(name)
        if named is not None and place is not None:
            span = Span(named.start("place"), named.end("place"))
            return Mention(kind="place", span=span, text=page.text_at(span), actor=Actor(name=name, type="place", country=place.country), rule=TOLD_FROM)
    return None


def _country(page: Page, sentence: Sentence, token: Token, home: Mention | None, pair: dict[str, Mention]) -> Iterator[Mention]:
    """For "the country" to which somebody comes the state from which the page is told, else the other one of its two."""
    words = [child for child in sentence.children(token) if child.index < token.index and child.base_relation in ("det", "amod", "compound", "nmod", "nummod")]
    article = next((word for word in words if word.text.lower() in ("the", "this")), None)
    if article is None or any(word is not article and word.lemma.lower() not in NEIGHBOURING for word in words) or token.has("Number=Plur"):
        return
    visitors = _visitors(sentence, token)
    states = {code: mention for code, mention in pair.items() if code not in visitors}
    here = home.actor.country if home is not None and home.actor is not None else None
    if here is not None and visitors and here not in visitors:
        states = {here: home} if home is not None else {}
    if not visitors or len(states) != 1:
        return
    code, naming = next(iter(states.items()))
    named = next((m for m in page.mentions if m.kind == "state" and m.actor is not None and m.actor.country == code and not m.chain), naming)
    actor = Actor(name=named.actor.name if named.actor is not None else named.text, id=code, type="state", country=code)
    span, chain = Span(article.span.start, token.span.stop), tuple(dict.fromkeys((naming.span, named.span)))
    yield Mention(kind="state", span=span, text=page.text_at(span), actor=actor, rule=OTHER if here != code else TOLD_FROM, chain=chain)


def _guest(page: Page, sentence: Sentence, token: Token) -> Iterator[Mention]:
    """For "the guest" whom somebody receives the official named last before him who is of another state than the host."""
    words = sentence.children(token, "det", "nmod:poss", "amod", "compound", "nmod")
    verb = sentence.head(token)
    hosts = {actor.country for subject, _ in surface_subjects(sentence, verb) for actor in find_actors(sentence, subject)} if verb is not None else set()
    plain = any(word.text.lower() in ("the", "his", "her") for word in words) and not any(word.mention is not None for word in words)
    if token.base_relation not in ("obj", "obl") or not plain or len(hosts) != 1 or None in hosts:
        return
    before = [
        m for m in page.mentions if m.kind == "person" and m.span.stop <= sentence.span.start and m.actor is not None and m.actor.country and m.actor.role
    ]
    near = [m for m in before if m.span.start >= page.paragraphs[max(0, sentence.paragraph - 2)].span.start]
    guest = next((m for m in reversed(near) if m.actor is not None and m.actor.country not in hosts), None)
    if guest is not None:
        yield Mention(kind="person", span=token.span, text=token.text, actor=guest.actor, rule=GUEST, chain=(guest.span, *guest.chain[:1]))


def _visitors(sentence: Sentence, token: Token) -> set[str]:
    """The states of those who come to a country, are there or go on a visit to it; nothing where nobody does."""
    above = token if sentence.child(token, "cop") is not None else sentence.head(token)
    if above is None:
        return set()
    if above is token:
        subject = sentence.child(token, "nsubj")
        come = [antecedent_of(sentence, token, subject)] if subject is not None and case_of(sentence, token) == "in" else []
    elif above.lemma.lower() in STAYS:
        return _sides_of(sentence, above) or _sides_above(sentence, above)
    elif above.pos == "VERB" and above.lemma.lower() in COMING and (token.base_relation == "obj" or case_of(sentence, token) in ("in", "to", "into")):
        come = [subject for subject, _ in surface_subjects(sentence, above)]
    else:
        come = []
    return {actor.country for word in come for actor in find_actors(sentence, word) if actor.country}


def _sides_of(sentence: Sentence, noun: Token) -> set[str]:
    """The states of those whose visit is told: "[Name]'s visit", "the visit by [Name]"."""
    owners = {actor.country for actor in find_owners(sentence, noun) if actor.country}
    by = [child for child in sentence.children(noun, "nmod", "obl") if case_of(sentence, child) in ("by", "of")]
    return owners | {actor.country for child in by for actor in find_actors(sentence, child) if actor.country}


def _sides_above(sentence: Sentence, noun: Token) -> set[str]:
    """The states of the subject of the nearest verb above a visit."""
    verb = next((above for above in sentence.ancestors(noun) if above.pos == "VERB"), None)
    subjects = surface_subjects(sentence, verb) if verb is not None else []
    return {actor.country for subject, _ in subjects for actor in find_actors(sentence, subject) if actor.country}
