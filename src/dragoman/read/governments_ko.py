"""Korean governments that are named by who leads them ("바이든 행정부", "김철수 정부"), or by nothing: "정부는" is that of the text's own country."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.know.leaders import find_state_led
from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.page import Paragraph
from dragoman.read.people_ko import HOME, NO_NAME, find_home

BEHIND = r"(?=(?:은|는|이|가|을|를|과|와|의|도|에|에서|에게|측|때|시절)?(?![가-힣]))"
LED = re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{2,6}}) (?:정부|행정부|내각){BEHIND}")
OWN = re.compile(r"(?:(?<=[.다요”]\. )|(?<=\n)|(?<=^)|(?<=한편 )|(?<=앞서 )|(?<=이에 )|(?<=다만 ))정부(?=는 |가 |도 )")
KOREAN_NAME = 3
"""Syllables of a Korean name before "정부"."""
FOREMOST = 2
"""States of which a text names its own most often, or nearly, where "정부" alone is that of its own."""


def find_governments(document: Document, paragraphs: Sequence[Paragraph], names: Sequence[Mention]) -> Iterator[Mention]:
    """A mention of each; `names` are the states and bodies already found."""
    first: dict[str, Mention] = {}
    counted: Counter[str] = Counter()
    for mention in names:
        code = mention.actor.country if mention.actor is not None else None
        if code is not None:
            first.setdefault(code, mention)
            counted[code] += 1
    at_home = HOME in [code for code, _ in counted.most_common(FOREMOST)]
    for paragraph in (p for p in paragraphs if p.language == "ko"):
        start, stop = paragraph.span.start, paragraph.span.stop
        for match in LED.finditer(document.text, start, stop):
            name = match["name"]
            code = find_state_led(name, first) or (find_home(name) if len(name) == KOREAN_NAME and name not in NO_NAME else None)
            span = Span(match.start(), match.end())
            if code is None or any(mention.span.overlaps(span) for mention in names):
                continue
            chain = (first[code].span,) if code in first and code != HOME else ()
            actor = Actor(name=match.group(), type="agency", country=code)
            yield Mention(kind="agency", span=span, text=match.group(), actor=actor, rule="government of a known leader", chain=chain)
        for match in OWN.finditer(document.text, start, stop) if at_home else ():
            span = Span(match.start(), match.end())
            if not any(mention.span.overlaps(span) for mention in names):
                actor = Actor(name=match.group(), type="agency", country=HOME)
                yield Mention(kind="agency", span=span, text=match.group(), actor=actor, rule="body of the text's own country or named before")
