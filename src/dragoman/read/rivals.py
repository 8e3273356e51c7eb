"""The side of office holders without a state, by who else holds the office and by what the story opens with; the page is about two states."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from dragoman.model import Mention
from dragoman.read.actors import find_actors
from dragoman.read.clauses import surface_subjects
from dragoman.read.doubts import SINGLE
from dragoman.read.page import Page
from dragoman.read.people import family_name
from dragoman.read.words import Sentence, Token

RIVAL = "holds an office whose other holder on the page is of the other side"
LED = "is named right after a sentence of which one state is the subject"
GONE = re.compile(r"(?i:then|former|late|previous|predecessor|ex|ousted|deposed)[\s,-]+(?:[\w.]+[\s-]+){0,3}$")
"""Words before a name that make its holder no rival of the present one."""
BEFORE = 48
"""Code points before a name in which its title may be told as past."""
ABROAD = ("foreign minister",)
"""Offices whose holders everybody in the country of the paper knows, whatever the story is about."""
Found = tuple[str, str, str]
"""A name, its side and the rule."""


def find_by_rivals(page: Page, pair: tuple[str, ...]) -> Iterator[Found]:
    """Who holds an office that only one holds, and that the page gives to somebody of the one state: he is of the other."""
    holders: dict[str, set[str]] = defaultdict(set)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in _holders(page):
        actor = mention.actor
        if actor is not None and actor.role is not None and actor.country in pair and actor.country:
            holders[actor.role].add(actor.country)
            named[actor.role, actor.country].add(family_name(actor.name))
    for mention in _holders(page):
        actor = mention.actor
        if actor is None or actor.role is None or actor.side is not None or _is_gone(page, mention):
            continue
        rivals = holders[actor.role]
        if len(rivals) == 1 and family_name(actor.name) not in named[actor.role, next(iter(rivals))]:
            yield actor.name, next(code for code in pair if code not in rivals), RIVAL


def find_by_story(page: Page, pair: tuple[str, ...]) -> Iterator[Found]:
    """Who first speaks or acts right after a sentence whose subject is one state of the two, and names no state before himself."""
    seen: set[str] = set()
    for mention in _holders(page):
        actor = mention.actor
        if actor is None or actor.name in seen:
            continue
        seen.add(actor.name)
        place = bisect_right(page.sentences, mention.span.start, key=lambda sentence: sentence.span.start) - 1
        if actor.role in ABROAD or actor.side is not None or place < 1 or page.sentences[place].language != "en" or _is_gone(page, mention):
            continue
        here, before = page.sentences[place], page.sentences[place - 1]
        named = (m for t in here.tokens for m in (t.mention, *t.others) if m is not None and m.span.start < mention.span.start)
        beside = {m.actor.side for m in named if m.actor is not None}
        led = {side for root in before.roots() for subject, _ in surface_subjects(before, root) for side in _sides(before, subject)}
        if len(led) == 1 and led <= set(pair) and not beside - led - {None}:
            yield actor.name, next(iter(led)), LED


def _sides(sentence: Sentence, subject: Token) -> set[str]:
    """The states that a subject stands for."""
    return {actor.side for actor in find_actors(sentence, subject) if actor.side}


def _holders(page: Page) -> Iterator[Mention]:
    """The namings of people with an office that one person holds at a time."""
    return (m for m in page.mentions if m.kind == "person" and m.actor is not None and m.actor.role in SINGLE)


def _is_gone(page: Page, mention: Mention) -> bool:
    """Whether the words before a name tell the office as past."""
    return GONE.search(page.document.text, max(0, mention.span.start - BEFORE), mention.span.start) is not None
