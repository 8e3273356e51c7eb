"""The two sides that "두 장관" or "양국" means in Korean: those of the nearest sentence before that tells of just two."""

from dragoman.model import Mention
from dragoman.read.page import Page, Paragraph

BACK = 2
"""Paragraphs before its own in which they are looked for."""
OFFICIALS = ("장관", "정상", "사람", "총리", "대통령", "외교수장")
"""Ends of words for two people, and not two states."""
KINDS = (("person",), ("state", "demonym", "agency", "person"))
"""Kinds of mentions that tell two sides, the surest first."""
SIDES = 2


def find_pair_before(page: Page, paragraph: Paragraph, stop: int) -> list[Mention] | None:
    """One mention for each of the two: of two officials who are named together, else of two states; `None` where no sentence near tells of just two."""
    start = page.paragraphs[max(0, paragraph.index - BACK)].span.start
    near = [s for s in page.sentences if start <= s.span.start and s.span.stop <= stop and s.language == "ko"]
    for sentence in reversed(near):
        here = [m for m in page.mentions if sentence.span.start <= m.span.start < sentence.span.stop and m.actor is not None and m.actor.country]
        for kinds in KINDS:
            found: dict[str, Mention] = {}
            for mention in here:
                if mention.kind in kinds and mention.actor is not None and mention.actor.country:
                    found.setdefault(mention.actor.country, mention)
            if len(found) == SIDES:
                return list(found.values())
    return None
