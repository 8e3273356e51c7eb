"""What lasts since an event: the year of the event is where an open time begins."""

from dataclasses import replace

from dragoman.read.page import TimeMention
from dragoman.read.untimed import COARSE
from dragoman.read.words import Sentence, Token

SINCE = 4
"""Words before a year within which "since" opens the event of that year: "since [the] independence in"."""


def since_event(sentence: Sentence, token: Token, time: TimeMention) -> TimeMention:
    """English: the year of an event since which something else lasts, as a time that is open: "good relations since independence in [1963]"."""
    words = sentence.within(time.span) if sentence.language == "en" else ()
    before = sentence.tokens[max(0, words[0].index - SINCE) : words[0].index] if words else ()
    if len(before) < SINCE - 1 or time.when is None or time.when.bound != "at" or time.when.precision not in COARSE:
        return time
    event, link = before[-2], before[-1]
    since = next((word for word in before[:-2] if word.text.lower() == "since"), None)
    open_ended = link.text.lower() == "in" and event.pos == "NOUN" and since is not None and token.index < since.index
    return replace(time, when=time.when.since()) if open_ended else time
