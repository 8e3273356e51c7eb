"""Bodies by the abbreviation that the text gives them in brackets: "the Ministry of External Affairs (MEA)", then "the MEA"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from dragoman.model import Document, Mention, Span

GIVEN = re.compile(r" \((?:the |[“\"‘])?(?P<short>[A-Z][A-Z&]{1,7})[”\"’]?\)")
"""An abbreviation in brackets right behind a name."""
KINDS = ("agency", "organisation")
RULE = "body by the abbreviation given to it"


def find_abbreviations(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Each later naming by its abbreviation of a body that is named once in full; an abbreviation of two bodies means neither."""
    given: dict[str, list[Mention]] = {}
    for mention in mentions:
        behind = GIVEN.match(document.text, mention.span.stop) if mention.kind in KINDS and document.language_at(mention.span.start) == "en" else None
        if behind is not None and mention.actor is not None and mention.actor.side is not None:
            given.setdefault(behind["short"], []).append(mention)
    for short, named in given.items():
        if len({mention.actor.side for mention in named if mention.actor is not None}) != 1:
            continue
        full = named[0]
        for match in re.finditer(rf"(?<![\w(-]){re.escape(short)}(?![\w-])", document.text[full.span.stop :]):
            span = Span(full.span.stop + match.start(), full.span.stop + match.end())
            yield structs.replace(full, span=span, text=short, rule=RULE, chain=(full.span,))
