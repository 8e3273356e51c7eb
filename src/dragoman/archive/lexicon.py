"""Words that give furniture away, read once from data/furniture.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

OUTER = re.compile(r"^[^\w#+©ⓒ]+|[^\w+©ⓒ]+$")
COUNT = re.compile(r"[\s(\[]*\d+[\s)\]]*$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists of one part of the page, all in lower case."""

    whole: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    sections: frozenset[str] = frozenset()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    agencies: frozenset[str] = frozenset()
    caption_starts: tuple[str, ...] = ()
    languages: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def is_whole(self, words: str) -> bool:
        """Whether the line is nothing but one of the words."""
        bare = bare_words(words)
        return bare in self.whole or COUNT.sub("", bare) in self.whole

    def has_start(self, words: str) -> bool:
        """Whether the line begins so."""
        return words.casefold().replace("\u0307", "").startswith(self.starts) if self.starts else False

    def has_any(self, words: str) -> bool:
        """Whether the line holds one of the words."""
        low = words.casefold()
        return any(phrase in low for phrase in self.contains)


def bare_words(words: str) -> str:
    """Lower case without marks around it."""
    return OUTER.sub("", words.casefold().replace("\u0307", ""))  # the dot that İ leaves behind


@cache
def load_lexicon(part: str) -> Lexicon:
    """The lists of one part: `navigation appeal related translator credit byline dateline`."""
    table = tomllib.loads(resources.files("dragoman.archive").joinpath("data/furniture.toml").read_text("utf-8"))[part]
    return Lexicon(
        whole=frozenset(table.get("whole", ())),
        starts=tuple(table.get("starts", ())),
        contains=tuple(table.get("contains", ())),
        sections=frozenset(table.get("sections", ())),
        strong=tuple(table.get("strong", ())),
        weak=tuple(table.get("weak", ())),
        ends=tuple(table.get("ends", ())),
        agencies=frozenset(table.get("agencies", ())),
        caption_starts=tuple(table.get("caption_starts", ())),
        languages=tuple((language, tuple(words)) for language, words in table.get("languages", {}).items()),
    )
