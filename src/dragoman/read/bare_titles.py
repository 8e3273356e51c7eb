"""Whom a title means that stands alone: the last speaker who holds such an office."""

from collections.abc import Sequence

from dragoman.model import Actor
from dragoman.read.people_ru import russian_title
from dragoman.read.roles import load_roles
from dragoman.read.words import Sentence, Token

HEADS = {
    "head of state": ("president", "king", "emir", "sultan"),
    "head of government": ("prime minister", "chancellor"),
    "minister": ("foreign minister", "defence minister", "interior minister", "trade minister", "energy minister"),
    "leader": ("president", "prime minister", "supreme leader"),
    "политик": ("president", "prime minister", "foreign minister", "chancellor", "minister"),
    "дипломат": ("foreign minister", "ambassador", "spokesperson of the foreign ministry", "deputy foreign minister", "special envoy"),
}
"""Titles that a text uses alone for somebody, and the offices of whom they mean."""
NEAR = 2
"""Paragraphs as far back as a title alone may mean somebody who spoke before."""
CLAUSES = frozenset({"acl", "acl:relcl", "parataxis", "advcl", "obl"})


def by_bare_title(sentence: Sentence, subject: Token, before: Sequence[tuple[int, tuple[Actor, ...]]]) -> tuple[int, Actor] | None:
    """Russian: the last speaker whom a title alone means («отметил глава государства»): one whose office it names, else nobody.

    `before` are the paragraphs and speakers of the sayings so far; what comes back is the place of one of them, and who speaks.
    """
    if sentence.language != "ru" or load_roles("ru").kind_of(subject.lemma.lower()) != "person":
        return None
    title = russian_title(" ".join(word.text for word in sentence.subtree(subject, without=CLAUSES))) or subject.lemma.lower()
    for place, (paragraph, speaker) in reversed(list(enumerate(before))):
        if sentence.paragraph - paragraph > NEAR:
            break
        for actor in speaker:
            if actor.type == "person" and actor.side is not None and (actor.role == title or actor.role in HEADS.get(title, ())):
                return place, actor
    return None
