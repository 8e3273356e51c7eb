"""Zones of a text: each line with the part that it plays on the page, none cut.

Two ordered lists of rules decide: first what the words of a line say (`rules_words`), then what its place on
the page says (`rules_place`). The name of the rule that decided stands in `Zone.rule`.
"""

import re

from dragoman.archive.layout import Layout, lay_out
from dragoman.archive.lexicon import bare_words, load_lexicon
from dragoman.archive.lines import Line, find_lines
from dragoman.archive.rules_place import PLACE_RULES
from dragoman.archive.rules_words import WIKI_HEADING, WORD_RULES
from dragoman.model import Zone, ZoneKind

INFOBOX = re.compile(r"^infobox\b", re.IGNORECASE)
PAIR = re.compile(r"^[-*•]\s*[^:]{1,80}:(?:\s|$)")
ITEM = re.compile(r"^[-*•]\s*\S")

DOUBTFUL = frozenset({"caption_scene", "caption_credit"})
"""Rules that give way where they leave the page without a sentence: a captioned picture is then the article."""
LONGEST = 3000
"""Characters of a line above which no rule is asked: nothing but prose, or damage, is so long."""

Found = tuple[ZoneKind, str]
MARKED: Found = ("body", "marked_article")


def find_zones(text: str, markup: str = "plain", known: dict[int, Found] | None = None, article: frozenset[int] = frozenset()) -> tuple[Zone, ...]:
    """One zone per non-blank line (wrapped paragraphs are one), in order, covering every letter of the text.

    `markup` is `plain`, `wikitext` or `markdown`. `known` gives kind and rule of lines, by their offsets, that the
    source's own marks decide; `article` the offsets of lines that are the article unless their words say otherwise.
    """
    lines = find_lines(text)
    blocks, known = _find_blocks(lines), known or {}
    found: list[Found | None] = [known.get(line.span.start) or blocks.get(line.index) or _ask_words(line, markup) for line in lines]
    if not any(line.prose and not found[line.index] for line in lines):
        found = [None if line.words > 7 and hit and hit[1] in DOUBTFUL else hit for line, hit in zip(lines, found, strict=True)]
    layout = lay_out(lines, tuple(hit[0] if hit else None for hit in found), markup)
    zones = []
    for line in lines:
        kind, rule = found[line.index] or (MARKED if line.span.start in article else _ask_place(line, layout))
        zones.append(Zone(kind, line.span, rule))
    return tuple(zones)


def _ask_words(line: Line, markup: str) -> Found | None:
    """The first opinion on the words of a line that is not too long for furniture."""
    for rule in WORD_RULES if len(line.text) <= LONGEST else ():
        kind = rule(line, markup)
        if kind is not None:
            return kind, rule.__name__
    return None


def _ask_place(line: Line, layout: Layout) -> Found:
    """The first opinion on the place of a line; a very long one is the article."""
    for rule in PLACE_RULES if len(line.text) <= LONGEST else ():
        kind = rule(line, layout)
        if kind is not None:
            return kind, rule.__name__
    return "body", "plain_body"


def _find_blocks(lines: tuple[Line, ...]) -> dict[int, Found]:
    """Lines of infoboxes and of the lists under `See also` and its like, by index."""
    found: dict[int, Found] = {}
    state: ZoneKind | None = None
    for line in lines:
        heading = WIKI_HEADING.match(line.text)
        if heading:
            title = bare_words(line.text.strip("= "))
            state = "related" if title in load_lexicon("related").whole else None
        elif INFOBOX.match(line.text) and line.words <= 6 and not line.ends:
            state = "infobox"
            found[line.index] = ("infobox", "infobox_heading")
        elif state == "infobox" and PAIR.match(line.text) and not (line.gap_before and line.index - 1 in found and PAIR.match(lines[line.index - 1].text)):
            found[line.index] = ("infobox", "infobox_pair")
        elif state == "infobox":
            state = None
        elif state == "related" and (ITEM.match(line.text) or not line.prose):
            found[line.index] = ("related", "related_list")
    return found
