"""The side of people whose state a page leaves out, where it is about two states and they act towards one of them.

"The talks come after Prime Minister X met the Ethiopian leader": on a page about Sudan and Ethiopia X is Sudan's. One act towards both states, or a
third state beside the name, and nothing is inferred.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.model import Claim, Flag, Mention
from dragoman.read.actors import find_actors
from dragoman.read.clauses import Clause, find_clauses
from dragoman.read.counterparts import COUNTERPART, is_gone
from dragoman.read.doubts import SINGLE
from dragoman.read.evidence import actors_of
from dragoman.read.frames import POSITIONS, Frame, load_frames
from dragoman.read.known_leaders import KNOWN
from dragoman.read.own_states import COLLEAGUE, COMPANY, DELEGATION, HEADLINE, HOST, MEETING, MINISTRY, SENDER, WORDS, Told, find_own_states
from dragoman.read.page import Page
from dragoman.read.pair import find_pair, present_state
from dragoman.read.references import EXPERT
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

LED = "is named right after a sentence of which one state is the subject"
RULE = "acts towards the other side of the page"
WHY = {
    RULE: "who acts towards one of the two that the page is about",
    KNOWN: "who is a leader of that state, known by name",
    COUNTERPART: "whose like on the page is of the other of its two states",
    LED: "who is named right after a sentence whose subject is that state",
    **{rule: rule for rule in (HEADLINE, MINISTRY, SENDER, WORDS, COMPANY, COLLEAGUE, HOST, MEETING)},
}
FIRST = (DELEGATION, HEADLINE, MINISTRY, SENDER, COMPANY)
"""Rules that go before what somebody does towards a state."""
LEAST = 3
"""Namings that each of the two states of a page needs at least."""
STANDING_OUT = 2
"""How many times more often the second state must be named than a third one."""
LANGUAGES = ("en", "ru", "ko")
ENDS = (".", "!", "?", '"', "”", "»")
"""Last characters of a whole sentence."""
ABROAD = ("foreign minister",)
"""Offices whose holders everybody in the country of the paper knows, whatever the story is about."""
Pair = dict[str, Mention]
"""The two states of a page, with their first namings."""
ELSEWHERE = frozenset({"advcl", "parataxis", "conj", "acl", "xcomp", "ccomp"})
"""Relations below a verb that lead into another clause, or to a second act."""


def infer_sides(page: Page) -> Page:
    """The page with a state for each such person, in its mentions and on the words of its sentences."""
    told = _all_told(page, find_pair(page.mentions, least=LEAST, standing_out=STANDING_OUT, unions=True))
    if not told:
        return page

    def know(mention: Mention) -> Mention:
        actor = mention.actor
        found = told.get(actor.name) if actor is not None and actor.type == "person" and actor.side is None else None
        if found is None or actor is None:
            return mention
        return structs.replace(mention, actor=structs.replace(actor, country=found.code), rule=found.rule, chain=(*mention.chain[:1], found.span))

    sentences = tuple(_known(sentence, know) for sentence in page.sentences)
    return replace(page, mentions=tuple(know(mention) for mention in page.mentions), sentences=sentences)


def flag_inferred(page: Page, claim: Claim) -> Claim:
    """The claim with a flag for each of its people whose state was inferred."""
    inferred = {(m.actor.name, m.actor.country): WHY[m.rule] for m in page.mentions if m.rule in WHY and m.actor is not None}
    named = sorted({(actor.name, actor.country or "") for _, actor in actors_of(claim) if (actor.name, actor.country) in inferred})
    names = [name for name, _ in named]
    flags = (Flag(flag="inferred-side", why=f"no state is told for {name}, {inferred[name, code]}") for name, code in named)
    return structs.replace(claim, flags=(*claim.flags, *flags)) if names else claim


def _all_told(page: Page, pair: Pair) -> dict[str, Told]:
    """For each name without a state its side and the rule that found it; nothing for who acts towards both."""
    facing = _sides_told(page, pair) if pair else {}
    own = find_own_states(page)
    told = {name: found for name, found in own.items() if found.rule in FIRST}
    for name, code in facing.items():
        if code:
            told.setdefault(name, Told(code, RULE, pair[code].span))
    for name, found in own.items():
        if facing.get(name) in (None, "", found.code) and found.rule == WORDS:
            told.setdefault(name, found)
    for name, code in _by_story(page, pair) if pair else ():
        if facing.get(name, code) == code:
            told.setdefault(name, Told(code, LED, pair[code].span))
    for name, found in own.items():
        if facing.get(name, found.code) == found.code:
            told.setdefault(name, found)
    return told


def _by_story(page: Page, pair: Pair) -> Iterator[tuple[str, str]]:
    """Who first speaks or acts right after a sentence whose subject is one state of the two, and names no state before himself."""
    seen: set[str] = set()
    for mention in page.mentions:
        actor = mention.actor
        if mention.kind != "person" or actor is None or actor.role not in SINGLE or actor.name in seen:
            continue
        seen.add(actor.name)
        place = bisect_right(page.sentences, mention.span.start, key=lambda sentence: sentence.span.start) - 1
        if actor.role in ABROAD or actor.side is not None or place < 1 or page.sentences[place].language != "en" or is_gone(page.document, mention):
            continue
        here, before = page.sentences[place], page.sentences[place - 1]
        if not page.text_at(before.span).rstrip().endswith(ENDS):
            continue  # a line that the sentence runs over
        named = (m for t in here.tokens for m in (t.mention, *t.others) if m is not None and m.span.start < mention.span.start)
        beside = {m.actor.side for m in named if m.actor is not None}
        led = {side for root in before.roots() for subject, _ in surface_subjects(before, root) for side in _sides_for(before, subject)}
        if len(led) == 1 and led <= set(pair) and not beside - led - {None}:
            yield actor.name, next(iter(led))


def _sides_for(sentence: Sentence, subject: Token) -> set[str]:
    """The states that a subject stands for."""
    return {actor.side for actor in find_actors(sentence, subject) if actor.side}


def _sides_told(page: Page, pair: Pair) -> dict[str, str]:
    """For each name without a state that acts towards states the side that all its acts tell, empty where they tell none."""
    acts: dict[str, list[set[str]]] = defaultdict(list)
    for sentence in page.sentences:
        if sentence.language in LANGUAGES:
            for name, faced in _acts(sentence):
                acts[name].append(faced)
    found: dict[str, str] = {}
    for name, seen in acts.items():
        faced = {present_state(code, pair) for one in seen for code in one}
        if faced:
            found[name] = next(code for code in pair if code not in faced) if len(faced) == 1 and faced <= set(pair) else ""
    return found


def _acts(sentence: Sentence) -> Iterator[tuple[str, set[str]]]:
    """Who without a state acts in a sentence, and towards which states."""
    if all(_stateless(token) is None for token in sentence.tokens):
        return
    frames = load_frames(sentence.language)
    for clause in find_clauses(sentence):
        told = frames.get(("verb", clause.lemma)) or frames.get(("verb", clause.head.lemma.lower()), ())
        known = told if clause.head.pos == "VERB" else ()
        for argument in clause.arguments if known else ():
            name = _stateless(argument.token)
            if argument.role == "subject" and name is not None:
                beside = set(_sides_below(clause, argument.token))
                yield name, set(_towards(clause, known)) | (beside if len(beside) > 1 else set())


def _stateless(token: Token) -> str | None:
    """The name of somebody without a state whom a word names; experts act for none."""
    actor = token.mention.actor if token.mention is not None else None
    if actor is None or token.mention is None or token.mention.kind != "person" or actor.side is not None:
        return None
    return None if any(word in (actor.role or "") for word in EXPERT) else actor.name


def _towards(clause: Clause, frames: Sequence[Frame]) -> Iterator[str]:
    """The states named where a frame of the verb has its target: who heads a delegation of a state does nothing to it."""
    positions = {pattern.lstrip("?").partition(":")[0] for frame in frames for pattern in frame.target}
    for argument in clause.arguments:
        if argument.role != "subject" and (argument.role if argument.role in POSITIONS else argument.marker) in positions:
            yield from _sides_of(clause.sentence.subtree(argument.token, without=ELSEWHERE - {"conj"}))


def _sides_below(clause: Clause, subject: Token) -> Iterator[str]:
    """All states named below a verb, but for its subject; two of them, and who acts may stand between them."""
    own = {token.index for token in clause.sentence.subtree(subject)}
    yield from _sides_of(token for token in clause.sentence.subtree(clause.head, without=ELSEWHERE) if token.index not in own)


def _sides_of(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        yield from (m.actor.side for m in (token.mention, *token.others) if m is not None and m.actor is not None and m.actor.side)


def _known(sentence: Sentence, know: Callable[[Mention], Mention]) -> Sentence:
    """The sentence with what is now known of its people."""
    tokens = tuple(replace(t, mention=know(t.mention)) if t.mention is not None and t.mention.kind == "person" else t for t in sentence.tokens)
    return Sentence(sentence.span, sentence.language, tokens, sentence.paragraph) if tokens != sentence.tokens else sentence
