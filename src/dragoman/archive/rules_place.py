"""Zone rules that look at a line's place on the page; the last one always has an opinion."""

import re
from collections.abc import Callable

from dragoman.archive.dates import is_date_line
from dragoman.archive.layout import Layout
from dragoman.archive.lexicon import bare_words, load_lexicon
from dragoman.archive.lines import STOPPED, Line
from dragoman.model import ZoneKind

PlaceRule = Callable[[Line, Layout], ZoneKind | None]

DIGITS = re.compile(r"^[\d\s:./,%()–-]+$")


def picture_caption(line: Line, layout: Layout) -> ZoneKind | None:
    """Right above a credit."""
    return "caption" if line.index in layout.captions else None


def related_tail(line: Line, layout: Layout) -> ZoneKind | None:
    """Below the heading of a closing list of other articles."""
    return "related" if layout.related_from is not None and line.index > layout.related_from else None


def page_headline(line: Line, layout: Layout) -> ZoneKind | None:
    """The line above the prose that the prose takes up."""
    return "headline" if line.index == layout.headline and "headline" not in layout.kinds else None


def appeal_company(line: Line, layout: Layout) -> ZoneKind | None:
    """A turn of such requests, or a short line, next to one that names itself, outside the body."""
    if "appeal" not in {layout.kind_at(line.index - 1), layout.kind_at(line.index + 1)} or any(mark in line.text for mark in '“«"'):
        return None
    low = line.text.casefold()
    weak = any(phrase in low for phrase in load_lexicon("appeal").weak)
    return "appeal" if weak or (line.words <= 8 and not layout.in_body(line)) else None


def foreign_script(line: Line, layout: Layout) -> ZoneKind | None:
    """A short line in another script: a caption within the body, a button outside."""
    if line.script in {layout.script, "none", "other"} or line.prose or line.words > 14 or STOPPED.search(line.text) or layout.markup == "wikitext":
        return None
    if not layout.in_body(line):
        return "navigation"
    return "caption" if layout.script == "latin" else None


def date_alone(line: Line, layout: Layout) -> ZoneKind | None:
    """A date outside the body; within it a date heads what follows."""
    if line.words > 12 or not is_date_line(line.text, ()):
        return None
    near_top = layout.headline is not None and line.index <= layout.headline + 3
    return "dateline" if not layout.in_body(line) or near_top else None


def list_after_related(line: Line, layout: Layout) -> ZoneKind | None:
    """A short line right below `Read more` and its like."""
    above = layout.kind_at(line.index - 1)
    return "related" if above == "related" and not line.prose and line.words <= 25 and not STOPPED.search(line.text) else None


def section_name(line: Line, layout: Layout) -> ZoneKind | None:
    """The name of a section of a paper, outside the body."""
    named = bare_words(line.text) in load_lexicon("navigation").sections
    return "navigation" if named and (not layout.in_body(line) or not line.gap_before) else None


def repeated_line(line: Line, layout: Layout) -> ZoneKind | None:
    """A short line that the page has more than once."""
    return "navigation" if not line.prose and line.words <= 12 and line.text.casefold() in layout.repeats and not line.ends else None


def number_line(line: Line, layout: Layout) -> ZoneKind | None:
    """A counter or a clock, not a year that heads a part."""
    if not DIGITS.match(line.text) or (layout.in_body(line) and re.fullmatch(r"\d{4}", line.text)):
        return None
    return "navigation" if layout.has_prose else None


def before_prose(line: Line, layout: Layout) -> ZoneKind | None:
    """Unpunctuated lines above the prose: below the headline they are its second line, else menus."""
    if not layout.has_prose or line.index >= layout.first or STOPPED.search(line.text):
        return None
    if layout.headline is not None and layout.headline < line.index <= layout.headline + 2 and line.words >= 5:
        return "subhead"
    return "navigation" if line.words <= 30 and (not line.bullet or line.words <= 6) else None


def after_prose(line: Line, layout: Layout) -> ZoneKind | None:
    """Unpunctuated lines below the prose: titles of other articles, or menus; a list that the prose opens stays."""
    if not layout.has_prose or line.index <= layout.last or STOPPED.search(line.text):
        return None
    opened = layout.lines[layout.last].text.endswith(":") and line.index - layout.last <= 40
    if opened or line.text.endswith((":", ";", ",")):
        return None
    return "related" if line.words >= 5 else "navigation"


def inner_heading(line: Line, layout: Layout) -> ZoneKind | None:
    """A short unpunctuated line by itself among the prose."""
    if not layout.in_body(line) or line.prose or line.bullet or line.words > 18 or STOPPED.search(line.text):
        return None
    if line.text.endswith((",", ";")) or line.text[0] in '—–"“«':
        return None
    alone = line.gap_before or layout.lines[line.index - 1].prose
    return "subhead" if alone and line.index < layout.last and not line.text[0].islower() else None


def plain_body(_line: Line, _layout: Layout) -> ZoneKind | None:
    """Whatever nobody else claims is the article."""
    return "body"


PLACE_RULES: tuple[PlaceRule, ...] = (
    page_headline,
    picture_caption,
    related_tail,
    appeal_company,
    foreign_script,
    date_alone,
    list_after_related,
    section_name,
    number_line,
    repeated_line,
    before_prose,
    after_prose,
    inner_heading,
    plain_body,
)
