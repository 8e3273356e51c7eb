"""The visible blocks of an HTML tree in page order: paragraphs, headings, captions, cells."""

import re
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree
from lxml import html as lxml_html

Place = Literal["flow", "caption", "navigation", "related", "table"]

HIDDEN = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "option", "textarea"),
        *("canvas", "math", "audio", "video"),
    }
)
INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    }
)
NAVIGATION = frozenset({"nav", "footer", "menu", "button", "form", "dialog"})
HEADING = re.compile(r"^h([1-6])$")
FURNITURE_CLASS = re.compile(r"(?:^|[\s_-])(?:nav|navbar|menu|footer|breadcrumbs?|share|sharing|social|cookie|cookies|toolbar)(?:$|[\s_-])", re.IGNORECASE)
RELATED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|recommendations?|most-?(?:read|popular|viewed)|trending|read-?(?:more|next|also)|more-?(?:from|on|stories|news)|teasers?|promo|"
    r"outbrain|taboola|comments?|disqus|newsletter|paywall|see-?also)(?:$|[\s_-])",
    re.IGNORECASE,
)
CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|figcaption|image-?caption|photo-?caption|wp-caption-text|credit)(?:$|[\s_-])", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u200b]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph's words on one line; `heading` is the rank of a heading, 0 of none; `linked`: all of it is links."""

    text: str
    place: Place
    heading: int
    linked: bool = False


@dataclass(slots=True)
class Gathering:
    """Words of the paragraph that is being read, those outside of links apart, and the blocks that are done."""

    blocks: list[Block] = field(default_factory=list)
    stack: list[tuple[Place, int]] = field(default_factory=lambda: [("flow", 0)])
    words: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    links: int = 0

    def say(self, text: str | None) -> None:
        """Words of the present paragraph."""
        self.words.append(text or "")
        if not self.links:
            self.loose.append(text or "")

    def close(self) -> None:
        """The end of a paragraph."""
        text = SPACE.sub(" ", "".join(self.words)).strip(" |")
        linked = not "".join(self.loose).strip(" |·•-–—\r\n\t\u00a0")
        self.words.clear()
        self.loose.clear()
        if text:
            self.blocks.append(Block(text, *self.stack[-1], linked))


def find_blocks(tree: lxml_html.HtmlElement) -> tuple[Block, ...]:
    """Blocks of visible text, blanks made single; a table gives one block per row, its cells between bars."""
    page, skipped = Gathering(), 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            skipped += skipped > 0 or _is_hidden(element, tag)
            if not skipped:
                if tag not in INLINE and tag not in {"td", "th"}:
                    page.close()
                page.stack.append(_find_place(element, tag, page.stack[-1]))
                page.links += tag == "a"
                page.say(element.text)
            continue
        if skipped:
            skipped -= 1
        else:
            if tag not in INLINE:
                page.words.append(" | ") if tag in {"td", "th"} else page.close()
            page.stack.pop()
            page.links -= tag == "a"
        if not skipped:
            page.say(element.tail)
    page.close()
    return tuple(page.blocks)


def _is_hidden(element: lxml_html.HtmlElement, tag: str) -> bool:
    """Whether a reader of the page never sees it."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return tag in HIDDEN or "display:none" in style or element.get("hidden") is not None


def _find_place(element: lxml_html.HtmlElement, tag: str, above: tuple[Place, int]) -> tuple[Place, int]:
    """Place and rank of an element within those of the one above."""
    place, heading = above
    found = HEADING.match(tag)
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    if tag in NAVIGATION or (tag not in {"html", "body", "main", "article"} and FURNITURE_CLASS.search(names)):
        place = "navigation"
    elif tag not in {"html", "body", "main", "article"} and RELATED_CLASS.search(names) and place == "flow":
        place = "related"
    elif tag == "figcaption" or CAPTION_CLASS.search(names):
        place = "caption" if place != "navigation" else place
    elif tag == "tr" and place == "flow":
        place = "table" if len(element) > 1 else place
    return place, int(found[1]) if found else heading
