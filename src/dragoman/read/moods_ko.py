"""Korean moods: what the endings of a predicate say of it."""

from dragoman.read.moods import Mood, load_moods
from dragoman.read.roles import load_roles
from dragoman.read.words import Sentence, Token

PRESENT = (("ᆫ다",), ("는다",), ("ᆫ다고",), ("는다고",), ("ᆸ니다",))
"""Korean endings of the plain present, its own and reported."""
YET = (("ᆯ",), ("을",))
"""Endings of what is still to come."""
WITH = (("의", "과"), ("의", "와"))
"""Particles of those with whom talks are: "장관과의 회담"."""


def korean_mood(sentence: Sentence, token: Token) -> Mood | None:
    """What Korean endings say: "-기로 하다" is agreed where two do it and else planned, "-ᆯ 것" is yet to come."""
    words = (token, *sentence.children(token, "aux"))
    resolved = next((word for word in words if word.particles[-2:] == ("기", "로")), None)
    if resolved is not None and len(words) > 1:
        subjects = [subject for subject in sentence.children(token, "nsubj") if subject.others or sentence.child(subject, "conj") is not None]
        return Mood("agreed" if subjects or has_companion(sentence, token) else "planned", resolved)
    if (denial := denied_behind(sentence, token)) is not None:
        return Mood("negated", denial)
    if is_news_of_plan(sentence, token) or any("겠" in word.particles for word in words):
        return Mood("planned", token)
    above = sentence.head(token)
    thing = next((word for word in (*words[1:], *((above,) if above is not None else ())) if word.lemma == "것"), None)
    last = words[-1] if thing not in words else words[max(0, words.index(thing) - 1)]
    return Mood("planned", thing) if thing is not None and last.particles[-1:] in (("ᆯ",), ("을",)) else None


def is_settled_korean(sentence: Sentence, below: Token, above: Token) -> bool:
    """Whether what is told is so whatever stands above it.

    What describes the subject ("페루를 방문 중인 장관은 …") is; talks with somebody at which something is agreed are held.
    """
    holder = sentence.head(above)
    if below.base_relation == "acl" and above.base_relation in ("nsubj", "compound"):
        yet = (below, *sentence.children(below, "aux"))[-1].particles[-1:] in YET
        return not yet and below.has("VerbForm=Part") and load_roles("ko").kind_of(above.lemma) == "person"
    companion = any(child.particles[-2:] in WITH for child in sentence.children(below, "nmod"))
    agreed = above.base_relation == "xcomp" and holder is not None and load_moods("ko").governors.get(holder.lemma) == "agreed"
    meant = above.lemma in load_moods("ko").governors or above.lemma in load_moods("ko").ahead
    return below.base_relation == "obl" and below.particles[-1:] == ("에서",) and companion and agreed and not meant


def is_news_of_plan(sentence: Sentence, token: Token) -> bool:
    """Whether a Korean visit or meeting is told in the plain present ("방문한다", "만난다고 밝혔다"): it is yet to come."""
    ahead = sentence.language == "ko" and token.lemma in load_moods("ko").ahead
    return ahead and token.particles[-1:] in PRESENT and sentence.child(token, "aux") is None


def has_companion(sentence: Sentence, token: Token) -> bool:
    """Whether a verb has somebody named with whom its subject does it ("페루와 국경을 열기로 했다")."""
    return any(child.particles[-1:] in (("와",), ("과",)) and child.mention is not None for child in sentence.children(token, "obl"))


def denied_behind(sentence: Sentence, token: Token) -> Token | None:
    """The "아니" behind a deed that is only mentioned to be denied ("관계를 단절하는 것은 아니라고")."""
    above = sentence.head(token)
    thing = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return above if above is not None and above.lemma == "아니" and thing is not None and thing.lemma == "것" else None
