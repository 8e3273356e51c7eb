"""The state of hosts whom a Korean text names without one: "페루를 방문한 장관은 [NAME] 총리를 만났다" has a prime minister of Peru."""

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from dragoman.model import Document, Mention
from dragoman.read.page import Paragraph
from dragoman.read.people import Person

VISITED = re.compile(r"(?:을|를) (?:[가-힣]{2,4} ){0,2}?(?:방문|순방|찾은|찾아)")
"""What stands behind a state that somebody visits."""
MET = re.compile(r"(?:와|과|를|을)(?:의)? ?(?:[가-힣]+ ){0,4}?(?:만나|만났|만난|회담|면담|회동|예방|접견|통화)")
"""What stands behind the title of somebody who is met."""
ENDED = re.compile(r"[다요]\. ")
REACH = 40
"""Characters behind a title within which the meeting is told."""


def tell_host(document: Document, paragraph: Paragraph, person: Person, names: Sequence[Mention]) -> Person:
    """The person; who has no state and is met in a sentence that tells of one visit is of the state visited."""
    if person.actor.country is not None or person.office is None:
        return person
    text = document.text
    start = max([paragraph.span.start, *(found.end() for found in ENDED.finditer(text, paragraph.span.start, person.name.start))])
    if MET.match(text, person.office.stop, min(person.office.stop + REACH, paragraph.span.stop)) is None:
        return person
    visited = {
        mention.actor.country: mention
        for mention in names
        if start <= mention.span.start < person.name.start
        and mention.kind == "state"
        and mention.actor is not None
        and mention.actor.country
        and VISITED.match(text, mention.span.stop)
    }
    if len(visited) != 1:
        return person
    code, mention = next(iter(visited.items()))
    return replace(person, actor=structs.replace(person.actor, country=code), owner=mention.span)
