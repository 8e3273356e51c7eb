"""Firms and news outlets in a text: those of the list, and English names that end as firms do."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.know.outlets import load_firms, load_outlets
from dragoman.know.states import load_ledger
from dragoman.model import Actor, Mention, Span

FORMS = r"Co\.|Corp\.|Corporation|Inc\.|Ltd\.?|LLC|PLC|plc|AG|GmbH|Airlines|Airways|Motors|Electronics|Heavy Industries|Shipbuilding|Petroleum"
BY_FORM = re.compile(rf"(?<![\w-])[A-Z][\w&'-]+(?: [A-Z&][\w&'-]*){{0,3}},? (?:{FORMS})(?!\w)")
PAPERS = (
    r"Today|Times|Post|Herald|Daily(?: \w+)?|Tribune|Observer|Standard|Gazette|Independent|Chronicle|Guardian|Telegraph|Mirror|Monitor"
    r"|News(?:paper| Agency| Service| Network)?|Press Agency|TV|Television"
)
NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
STATIONS = "Radio|Sputnik|Voice of|BBC|CNN|TV|Business|Forbes|Euronews"
OUTLET = re.compile(rf"(?<![\w-])(?:(?P<name>{NAME}) (?:{PAPERS})|(?:Free )?(?:{STATIONS}) (?P<place>{NAME}))(?![\w-]|['’]s )")
"""A paper or station with a state or city in its name: "[State] Today", "Radio [State]"."""


@cache
def _listed() -> re.Pattern[str]:
    words = sorted([*load_firms(), *load_outlets()], key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in words if not re.search("[가-힣]", word))
    hangul = "|".join(re.escape(word) for word in words if re.search("[가-힣]", word))
    return re.compile(rf"(?<![\w-])(?:{latin})(?![\w])|(?<![가-힣])(?:{hangul})")


def find_companies(text: str, language: str, offset: int) -> Iterator[Mention]:
    """Each firm and outlet of one paragraph; `offset` is where the text begins. An outlet is a voice, no side, so it carries no state."""
    for match in _listed().finditer(text):
        word, span = match.group(), Span(offset + match.start(), offset + match.end())
        if word in load_firms():
            yield Mention(kind="firm", span=span, text=word, actor=Actor(name=word, type="firm", country=load_firms()[word]), rule="firm of the list")
        else:
            yield Mention(kind="organisation", span=span, text=word, actor=Actor(name=word, type="organisation"), rule="news outlet")
    if language == "en":
        yield from _find_outlets(text, offset)
        for match in BY_FORM.finditer(text):
            name = match.group()
            span = Span(offset + match.start(), offset + match.end())
            yield Mention(kind="firm", span=span, text=name, actor=Actor(name=name, type="firm"), rule="name that ends as a firm's")


def _find_outlets(text: str, offset: int) -> Iterator[Mention]:
    """Papers and stations that are not on the list and have a state or city in their name, which they are not."""
    names = load_ledger().names
    for match in OUTLET.finditer(text):
        part = "name" if match["name"] else "place"
        words = match[part].split()
        whole = match[part] in names
        if whole or words[-1] in names:
            start = match.start() if whole or part == "place" else match.end(part) - len(words[-1])
            name, span = text[start : match.end()], Span(offset + start, offset + match.end())
            yield Mention(kind="organisation", span=span, text=name, actor=Actor(name=name, type="organisation"), rule="news outlet by its name")
