"""Korean times and the words that they date: not the act behind "X에 따르면" or "-ᆫ 지 5년 만에", but the verb of the topic right before them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from dragoman.model import When
from dragoman.read.page import TimeMention
from dragoman.read.words import Sentence, Token

SINCE = ("이후", "이래", "직후")
NOUNS = 4
"""Nouns behind a time among which "이후" stands, where the time is that of the event before it."""
TITLE_MARKS = frozenset("「『《〈<“‘\"'")
"""Marks that open the title of a paper."""
YEARS = re.compile(r"\d{4}년?\s?[-~∼〜–]\s?\d{4}")
TOPIC = ("은", "는")
ADNOMINAL = ("ᆫ", "은", "는", "ᆯ", "을", "던")
BETWEEN = frozenset({"현지", "시각", "시간", "현지시간", "현지시각", "또한", "또"})
"""Words that may stand between a topic and the time behind it."""
REPORTED = ("ccomp", "acl", "acl:relcl")
"""Relations of a verb whose time is not that of the topic's verb."""


def own_times(sentence: Sentence, token: Token, times: Sequence[TimeMention]) -> list[TimeMention]:
    """The times without those of another deed: of a report ("20일 A통신에 따르면 …"), or of what lies some years back ("2020년 충돌한 지 5년 만에 …")."""
    if sentence.language != "ko":
        return list(times)
    credit = next((word for word in sentence.tokens if word.lemma == "따르" and word.index < token.index), None)
    past = next((word for word in reversed(sentence.tokens[: token.index]) if _counts_from(sentence, word)), None)
    return [
        time
        for time in times
        if not (credit is not None and _belongs_to_report(sentence, time, credit))
        and not (past is not None and time.span.stop <= past.span.start)
        and not _dates_next_word(sentence, time, token)
        and not _is_of_name_or_event(sentence, time, token)
    ]


def _is_of_name_or_event(sentence: Sentence, time: TimeMention, token: Token) -> bool:
    """Whether a time belongs to the nouns behind it.

    It is that of years within a title ("2023~2024년 협력 각서"), or of an event since which something is ("2020년 충돌 이후").
    """
    words = sentence.within(time.span)
    if not words or time.when is None or time.when.bound != "at" or (words[-1].particles and not words[-1].text[-1:].isdigit()):
        return False
    behind = list(takewhile(lambda word: word.pos in ("NOUN", "PROPN"), sentence.tokens[words[-1].index + 1 : words[-1].index + 1 + NOUNS]))
    since = next((word for word in behind if word.lemma in SINCE), None)
    if since is not None and token.index < since.index:
        return False
    bare = all(not word.particles for word in behind[: behind.index(since)]) if since is not None else False
    opened = words[0].index > 0 and sentence.tokens[words[0].index - 1].text in TITLE_MARKS
    return bare or (YEARS.search(time.text) is not None and bool(behind) and (opened or not behind[0].particles))


def _dates_next_word(sentence: Sentence, time: TimeMention, token: Token) -> bool:
    """Whether a time stands right before another verb that describes a noun: "2016년 체결한 협정"."""
    words = sentence.within(time.span)
    after = sentence.tokens[words[-1].index + 1 : words[-1].index + 2] if words and not words[-1].particles else ()
    return any(word.pos == "VERB" and word.index < token.index and _ends_with(word, ADNOMINAL) for word in after)


def _ends_with(word: Token, endings: tuple[str, ...]) -> bool:
    """Whether the last particle of a word is one of these."""
    return bool(word.particles) and word.particles[-1] in endings


def _belongs_to_report(sentence: Sentence, time: TimeMention, credit: Token) -> bool:
    """Whether a time opens the sentence before "X에 따르면", with no verb and no topic between."""
    between = [word for word in sentence.tokens[: credit.index] if word.span.start >= time.span.stop]
    return time.span.stop <= credit.span.start and not any(word.pos == "VERB" or _ends_with(word, TOPIC) for word in between)


def _counts_from(sentence: Sentence, word: Token) -> bool:
    """Whether a word is the "지" of "빚은 지 5년 만에", which counts from the deed before it."""
    before = sentence.tokens[word.index - 1] if word.index else None
    after = sentence.tokens[word.index + 1] if word.index + 1 < len(sentence.tokens) else None
    return word.text == "지" and before is not None and before.particles[-1:] in (("ᆫ",), ("은",)) and after is not None and after.text[:1].isdigit()


def time_behind_topic(sentence: Sentence, token: Token, times: Sequence[TimeMention]) -> When | None:
    """The time right behind the topic of a verb, or at the opening of its sentence, unless an adnominal clause follows: "A는 지난 13일 …다고 비난했다"."""
    if sentence.language != "ko" or token.pos != "VERB":
        return None
    for time in times:
        words = sentence.within(time.span)
        if not words or words[-1].index >= token.index or time.when is None or time.when.bound != "at":
            continue
        before = list(takewhile(lambda word: word.text in BETWEEN, reversed(sentence.tokens[: words[0].index])))
        first = words[0].index - len(before)
        topic = sentence.tokens[first - 1] if first else None
        if topic is not None and (not _ends_with(topic, TOPIC) or topic.head != token.index):
            continue
        following = next((word for word in sentence.tokens[words[-1].index + 1 :] if word.pos in ("VERB", "ADJ")), None)
        if following is None or (following.index != token.index and _ends_with(following, ADNOMINAL)):
            continue
        if topic is None and (token.relation != "root" or following.base_relation in REPORTED):
            continue
        return time.when
    return None
