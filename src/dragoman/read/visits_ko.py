"""The state that a Korean word of one syllable each names as visited: 방중, 방한했다."""

from dragoman.know.ambiguous import load_ambiguous
from dragoman.model import Actor
from dragoman.read.words import Token

VISIT = "방"
LETTER = 1
"""Where the syllable of the state stands."""


def tells_visited(text: str, syllable: str, state: str) -> bool:
    """Whether a text tells of a visit to the state that a syllable stands for."""
    return load_ambiguous().syllables.get(syllable) == state and VISIT + syllable in text


def find_visited(token: Token) -> tuple[Actor, ...]:
    """The state within the word of the visit, where its second syllable stands for one."""
    syllable = token.lemma[LETTER : LETTER + 1] if token.lemma.startswith(VISIT) else ""
    code = load_ambiguous().syllables.get(syllable)
    return (Actor(name=syllable, id=code, type="state", country=code),) if code is not None else ()
