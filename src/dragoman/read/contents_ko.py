"""Korean contents: the quotation or clause right before the verb that reports it."""

from collections.abc import Sequence

from dragoman.model import Span
from dragoman.read.lang.ko.particles import TOLD
from dragoman.read.speech import load_speech
from dragoman.read.words import CLOSING, OPENING, Sentence, Token

OPENED = 2
NEAR = 9
"""Words behind the subject among which the day and the paper or occasion stand."""
DAYS = ("일", "오늘", "어제", "내일", "이날", "전날", "오전", "오후")
"""Ends of Korean words for the day on which somebody spoke."""
CARRYING = ("내", "통하", "열", "갖", "가지", "올리", "발표하")
"""Korean verbs by which words are put into a paper or occasion: "성명을 내고", "인터뷰를 통해"."""
QUOTING = ("고", "라고", "이라고", "며", "이라며", "라며", "라면서", "이라면서", "면서")
"""Korean words behind a closing mark that only lead to the verb."""
STANCES = ("입장", "뜻", "취지", "의견", "주장", "의사", "견해", "점", "방침", "생각", "우려", "의지", "메시지", "기대", "희망", "의향", "유감")
STANDING = ("는", "은", "라는", "이라는", "다는")
"""What ties a Korean quotation to a noun of stance."""
REPORTING = ("다고", "라고", "자고", "냐고")
"""Endings of a clause that a Korean "했다" reports."""
STANCE = 6
"""Words before the verb among which that noun stands."""


def is_quoted_before(sentence: Sentence, verb: Token) -> bool:
    """Whether a Korean verb stands right behind a quotation."""
    return _quoted_before(sentence, verb, verb) is not None


def closes_report(sentence: Sentence, token: Token) -> bool:
    """Whether a Korean "했다" closes a quotation ("…”고 했다") or a reported clause ("…다고 했다")."""
    if sentence.language != "ko" or token.lemma != "하" or token.pos != "VERB":
        return False
    told = (child for child in sentence.children(token, "ccomp") if child.index == token.index - 1)
    return is_quoted_before(sentence, token) or any(c.particles and c.particles[-1].endswith(REPORTING) for c in told)


def _quoted_before(sentence: Sentence, verb: Token, subject: Token) -> Span | None:
    """Korean: from the first mark that opens behind the subject to the one that closes right before the verb.

    `None` where words without marks are reported too.
    """
    words = sentence.tokens
    if subject.index == verb.index:
        subject = words[0]
    last = next((word for word in reversed(words[max(0, verb.index - 3) : verb.index]) if word.text[-1:] in CLOSING), None) or _before_stance(words, verb)
    behind = subject.index if subject.index or subject.text[:1] not in OPENING else -1
    first = next((word for word in words[: verb.index] if word.text[:1] in OPENING and word.index > behind), None)
    if last is None or first is None or first.index >= last.index or subject.index > verb.index:
        return None
    between = words[last.index + 1 : verb.index]
    if not (between and between[0].text in STANDING) and any(word.pos in ("VERB", "NOUN") and word.text not in QUOTING for word in between):
        return None
    return Span(first.span.stop, last.span.start)


def _before_stance(words: Sequence[Token], verb: Token) -> Token | None:
    """Korean: the mark that closes what is called a stance: "…”는 입장을 다시 설명했다"."""
    for stance in reversed(words[max(0, verb.index - STANCE) : verb.index]):
        if stance.lemma in STANCES and stance.index > 1 and words[stance.index - 1].text in STANDING and words[stance.index - 2].text[-1:] in CLOSING:
            return words[stance.index - 2]
    return None


def _behind_particle(sentence: Sentence, word: Token, verb: Token) -> int:
    """Korean: where the words behind a word and its particle begin, which the span of a name leaves out."""
    following = next((later for later in sentence.tokens[word.index + 1 : verb.index] if later.pos != "PUNCT"), None)
    return following.span.start if following is not None else word.span.stop


def _behind_medium(sentence: Sentence, subject: Token, verb: Token) -> int:
    """Korean: where the reported words begin behind a subject, past the day and the paper or occasion in which they were said."""
    media = load_speech("ko").media
    start = _behind_particle(sentence, subject, verb)
    for word in sentence.tokens[subject.index + 1 : min(subject.index + NEAR, verb.index)]:
        if word.span.start == start and word.base_relation == "obl" and word.head == verb.index and word.lemma.endswith(DAYS):
            start = _behind_particle(sentence, word, verb)
        in_medium = word.lemma.endswith(media) and word.particles[-1:] == ("에서",)
        if in_medium or (word.lemma in CARRYING and sentence.tokens[word.index - 1].lemma.endswith(media)):
            start = word.span.stop
    return start


def stance_of(sentence: Sentence, verb: Token) -> Token | None:
    """Korean: the last word of the clause that tells the stance which is the object of a verb: "[협력하겠다는] 뜻을 전달했다"."""
    stance = sentence.child(verb, "obj")
    if sentence.language != "ko" or stance is None or not stance.lemma.endswith(STANCES):
        return None
    clauses = (child for child in sentence.children(stance, "acl") if child.index < stance.index)
    ends = (word for child in clauses for word in (child, *sentence.children(child, "aux")))
    return next((word for word in ends if word.particles and word.particles[-1].endswith(TOLD)), None)


def _behind_deeds(sentence: Sentence, verb: Token) -> int:
    """Korean: where the object of a verb of saying begins behind the deeds that are linked to it: "찾아 지원을 약속했다"."""
    thing = sentence.child(verb, "obj")
    before = [word for word in sentence.children(verb, "conj") if word.index < verb.index and (thing is None or word.index < thing.index)]
    return max((word.span.stop for word in before), default=sentence.span.start)


def reported_before(sentence: Sentence, verb: Token, subject: Token) -> Span:
    """Korean: the quotation right before the verb, else the clause that hangs on it, up to the verb or its subject.

    Of "X에 따르면" it is what follows.
    """
    if verb.lemma == "따르" and verb.span.stop < sentence.span.stop:
        return Span(verb.span.stop, sentence.span.stop)
    quoted = _quoted_before(sentence, verb, subject)
    if quoted is not None:
        return quoted
    clause = next(iter(sentence.children(verb, "ccomp")), None)
    if clause is not None and subject.index < clause.index < verb.index:
        last = max((clause, *sentence.children(clause, "aux")), key=lambda word: word.index)
        return Span(_behind_medium(sentence, subject, verb), max(last.span.stop, clause.span.stop) if last.index < verb.index else verb.span.start)
    if clause is None:
        stance = stance_of(sentence, verb)
        if stance is not None and subject.index < stance.index:
            start = max(_behind_medium(sentence, subject, verb), _behind_deeds(sentence, verb))
            return Span(min(start, stance.span.start), stance.span.stop)
        start = max(_behind_medium(sentence, subject, verb), _behind_deeds(sentence, verb))
        return Span(min(start, verb.span.start), verb.span.start)
    start = sentence.span_of(clause).start
    if subject.span.stop <= start and start - subject.span.stop < OPENED:
        start = subject.span.stop
    if clause.index < subject.index and verb.index - subject.index <= OPENED:
        start = sentence.span.start  # "…고 X가 전했다": all that stands before X
    first = min((word.span.start for word in sentence.subtree(subject, without=frozenset({"acl"})) if word.index <= subject.index), default=subject.span.start)
    return Span(start, first if clause.index < subject.index and first > start else verb.span.start)
