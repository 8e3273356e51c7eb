"""Days that their verb puts ahead: "20일 방문한다" is the coming 20th, «откроет 1 июня» the coming June, "will meet on May 3" the coming May."""

from dataclasses import replace
from datetime import date

from dragoman.read.dates import with_tense
from dragoman.read.page import Page, TimeMention
from dragoman.read.timing import AHEAD, owners_of
from dragoman.read.words import Sentence, Token

PAST = frozenset({"었", "았", "였", "ㅆ", "ᆻ"})
FUTURE = (("ᆯ",), ("을",))
PRESENT = ("ᆫ다", "는다", "ᆫ다고", "는다고", "ᆸ니다", "습니다", "ᆫ다며", "는다며")
LONGEST = 31
"""Days of a range that a visit may last."""
WILL = ("will", "shall", "'ll", "would")
ADDED = ("오는", "지난", "이달", "내달", "현지시간", "이날인", "прошл", "следующ", "этого", "нынешн")
"""Words within an expression that tell its side of the page already."""

DATED_BEFORE = ("from the time before", "in the year of the story")
"""Ends of rules that dated a time by another one already."""
HOUR = "시"
"""The Korean word for an hour: from an hour on something begins, it does not go on since then."""


def turn_coming_days(page: Page) -> Page:
    """The page with the bare days and months that a verb yet to come dates, read as coming ones."""
    return replace(page, times=tuple(_turned(page, time) for time in page.times))


def _turned(page: Page, time: TimeMention) -> TimeMention:
    step = time.step
    if (
        step is None
        or (step.day is None and step.month is None)
        or time.when is None
        or time.when.bound not in ("at", "since")
        or time.anchor == "event"
        or time.rule.endswith(DATED_BEFORE)
        or page.today is None
        or any(word in time.text for word in ADDED)
    ):
        return time
    if str(time.when.start and time.when.start.year) in time.text:
        return time
    sentence = next((s for s in page.sentences if s.language in ("en", "ko", "ru") and s.span.covers(time.span)), None)
    if sentence is not None and sentence.language in ("en", "ko") and time.when.bound != "at" and HOUR not in time.text:
        return time
    if sentence is not None and sentence.language == "en" and not _is_one_past(time, page.today):
        return time
    verb = next((token for token in owners_of(sentence, time) if token.pos == "VERB"), None) if sentence is not None else None
    return with_tense(time, page.today, future=True) if sentence is not None and verb is not None and lies_ahead(sentence, verb) else time


def _is_one_past(time: TimeMention, today: date) -> bool:
    """Whether a time is one day or month that was read as past, or a row of days no longer than that."""
    when, step = time.when, time.step
    if when is None or step is None or when.start is None or when.end is None or when.end >= today:
        return False
    return (when.end - when.start).days < LONGEST if step.day is not None else when.precision == "month"


def lies_ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what is yet to come: in a future form, in Korean also as a plan or as news in the plain present."""
    if sentence.language == "en":
        return any(mark.lemma.lower() in WILL for mark in sentence.children(verb, "aux"))
    if sentence.language == "ru":
        return verb.has("Tense=Fut") or any(mark.has("Tense=Fut") for mark in sentence.children(verb, "aux", "aux:pass", "cop"))
    marks = (verb, *sentence.children(verb, "aux"))
    if any(PAST & set(mark.particles) for mark in marks):
        return False
    if any(mark.lemma in AHEAD or "겠" in mark.particles or mark.particles[-1:] in FUTURE for mark in marks):
        return True
    return len(marks) == 1 and verb.particles[-1:] != () and verb.particles[-1] in PRESENT
