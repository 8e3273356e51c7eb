"""Korean moods: what the endings of a predicate say of it."""

from dragoman.read.moods import Mood, load_moods
from dragoman.read.words import Sentence, Token

PRESENT = (("ᆫ다",), ("는다",), ("ᆫ다고",), ("는다고",), ("ᆸ니다",))
"""Korean endings of the plain present, its own and reported."""


def korean_mood(sentence: Sentence, token: Token) -> Mood | None:
    """What Korean endings say: "-기로 하다" is agreed where two do it and else planned, "-ᆯ 것" is yet to come."""
    words = (token, *sentence.children(token, "aux"))
    resolved = next((word for word in words if word.particles[-2:] == ("기", "로")), None)
    if resolved is not None and len(words) > 1:
        subjects = [subject for subject in sentence.children(token, "nsubj") if subject.others or sentence.child(subject, "conj") is not None]
        return Mood("agreed" if subjects else "planned", resolved)
    if is_news_of_plan(sentence, token) or any("겠" in word.particles for word in words):
        return Mood("planned", token)
    above = sentence.head(token)
    thing = next((word for word in (*words[1:], *((above,) if above is not None else ())) if word.lemma == "것"), None)
    last = words[-1] if thing not in words else words[max(0, words.index(thing) - 1)]
    return Mood("planned", thing) if thing is not None and last.particles[-1:] in (("ᆯ",), ("을",)) else None


def is_news_of_plan(sentence: Sentence, token: Token) -> bool:
    """Whether a Korean visit or meeting is told in the plain present ("방문한다", "만난다고 밝혔다"): it is yet to come."""
    ahead = sentence.language == "ko" and token.lemma in load_moods("ko").ahead
    return ahead and token.particles[-1:] in PRESENT and sentence.child(token, "aux") is None
