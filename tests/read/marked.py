"""Marked text that an analyst can write: `[Ankara|state:TUR] recalled [its envoy|office:ambassador]`."""

import re

from dragoman.model import Actor, Document, Mention, Span
from dragoman.read.page import Paragraph
from dragoman.read.syntax import find_sentences
from dragoman.read.words import Sentence

MARK = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<kind>[a-z]+)(?::(?P<code>[A-Z]{2,5}))?\]")
TYPES = {"demonym": "state", "office": "person"}


def parse_marked(marked: str, language: str = "en") -> tuple[Document, tuple[Mention, ...]]:
    """The document without the marks, and the mentions that they make."""
    text, mentions, here = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[here : match.start()]
        kind, code, words = match["kind"], match["code"], match["words"]
        actor = Actor(name=words, id=code if kind in ("state", "demonym") else None, type=TYPES.get(kind, kind), country=code)
        mentions.append(Mention(kind=kind, span=Span(len(text), len(text) + len(words)), text=words, actor=actor))
        text += words
        here = match.end()
    text += marked[here:]
    return Document(id="0" * 64 + ".text-1", text=text, file="case", language=language), tuple(mentions)


def read_marked(marked: str, language: str = "en") -> tuple[Sentence, ...]:
    """The parsed sentences of a marked text."""
    document, mentions = parse_marked(marked, language)
    sentences, troubles = find_sentences(document, [Paragraph(0, Span(0, len(document.text)), "body", language)], mentions)
    assert not troubles
    return sentences
