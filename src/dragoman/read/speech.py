"""Verbs of saying, voices without a name, and media, by language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model import Modality

LANG = Path(__file__).parent / "lang"


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of saying of one language.

    `verbs` gives the modality that a verb lends to its content; `needs_content` those that say nothing without one,
    `needs_clause` those that say nothing without a clause ("call the friendliest", not "call a leader"). `nouns` are
    sayings told by a noun ("the envoy's description of"), `credits` the nouns of "by the words of", `titles` ends of
    nouns of office before or after a name, `pronouns` those that may stand for the last speaker. `occasions`
    are meetings at which something is said, `earlier` adverbs of what is no news.
    `written` are verbs that tell what stands in one of the `papers`, whose owner speaks, `quoting` those that pass on somebody's words (Russian).
    `deeds` are what a speaker does first (Korean: "만나 …라고 말했다").
    `loaded` are verbs that alone tell what is meant of their object ("condemned the raid").
    `needs_topic` are verbs that say nothing without "about" or "against", `press` who is told in public, `networks` where posts are.
    """

    verbs: dict[str, Modality | None]
    people: frozenset[str]
    organisations: frozenset[str]
    media: tuple[str, ...]
    needs_content: frozenset[str]
    needs_clause: frozenset[str]
    nouns: frozenset[str]
    credits: frozenset[str]
    bodies: frozenset[str]
    titles: tuple[str, ...]
    pronouns: frozenset[str]
    occasions: frozenset[str]
    earlier: frozenset[str]
    needs_topic: frozenset[str]
    press: frozenset[str]
    networks: frozenset[str]
    written: frozenset[str]
    papers: frozenset[str]
    quoting: frozenset[str]
    deeds: frozenset[str]
    loaded: frozenset[str]


@cache
def load_speech(language: str) -> Speech:
    """The words of `lang/<language>/speech.toml`."""
    with (LANG / language / "speech.toml").open("rb") as file:
        table = tomllib.load(file)
    verbs: dict[str, Modality | None] = {verb: None if lent == "plain" else lent for lent, row in table["verbs"].items() for verb in row}
    words = table["words"]
    return Speech(
        verbs=verbs,
        people=frozenset(words["people"]),
        organisations=frozenset(words["organisation"]),
        media=tuple(words["medium"]),
        needs_content=frozenset(words["content_required"]),
        needs_clause=frozenset(words.get("clause_required", ())),
        nouns=frozenset(words.get("nouns", ())),
        credits=frozenset(words.get("credits", ())),
        bodies=frozenset(words["bodies"]),
        titles=tuple(words["titles"]),
        pronouns=frozenset(words["pronouns"]),
        occasions=frozenset(words.get("occasions", ())),
        earlier=frozenset(words.get("earlier", ())),
        needs_topic=frozenset(words.get("topic_required", ())),
        press=frozenset(words.get("press", ())),
        networks=frozenset(words.get("networks", ())),
        written=frozenset(words.get("written", ())),
        papers=frozenset(words.get("papers", ())),
        quoting=frozenset(words.get("quoting", ())),
        deeds=frozenset(words.get("deeds", ())),
        loaded=frozenset(words.get("loaded", ())),
    )
