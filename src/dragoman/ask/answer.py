"""The answer to a question in plain words: lines of the record, the closest first, with the words they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ask.asking import ENDING, Wanted, agree, has_beginning, load_topics, read_question, spread
from dragoman.ask.chronology import Line
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import BadInput, Channel, Claim, Entry, Event, Figure, Post
from dragoman.model.sides import find_actors, find_sides

MOST = 10
"""Lines of an answer, without the lines that disagree with them."""


@dataclass(frozen=True, slots=True)
class Answer(Asked):
    """What the record says to a question in plain words, in English, Russian or Korean; nothing where it is not in the record."""

    words: str = ask_for("the question in plain words, between quotation marks", argument=True)

    def answer(self, view: View) -> tuple[Line, ...]:
        """The closest lines first, then lines that disagree with one of them."""
        wanted = read_question(self.words)
        if not (wanted.sides or wanted.topics or wanted.names or wanted.words):
            raise BadInput(f"{self.words}: names no state, link, office, person or thing to look for")
        entries = list(self.find_entries(view))
        scored = [(_score(entry, wanted, view), entry) for entry in entries]
        found = [entry for score, entry in sorted(scored, key=lambda pair: (-pair[0], pair[1].id)) if score > 0][:MOST]
        disputes = {name for entry in found for name in entry.conflicts}
        rivals = [entry for entry in entries if entry not in found and disputes.intersection(entry.conflicts)]
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in (*found, *rivals))


def _score(entry: Entry, wanted: Wanted, view: View) -> float:
    """How close the entry is to what is wanted; 0 where it does not answer."""
    claims = [view.claims[name] for name in (*entry.support, *entry.against)]
    sides = {side for claim in claims for side in (*find_sides(claim), *(actor.side for actor in claim.said_by))}
    if not wanted.sides <= sides or not _is_in_years(entry, wanted):
        return 0
    if ("amount" in wanted.ask and not isinstance(entry.claim, Figure)) or not _holds_person(entry, wanted):
        return 0
    text = spread(" ".join([*(claim.text for claim in claims), *(f"{actor.name} {actor.role or ''}" for claim in claims for actor in find_actors(claim))]))
    tokens = text.split()
    topics = [_score_topic(entry.claim, group, term, text) for group, term in wanted.topics]
    names = [any(_is_named(word, token) for token in tokens) for word in wanted.names]
    words = sum(any(agree(word, token) for token in tokens) for word in wanted.words)
    if not all(topics) or not all(names):
        return 0
    if not topics and not names and wanted.words and 2 * words < len(wanted.words):
        return 0
    return 1 + sum(topics) + sum(names) + words


def _is_in_years(entry: Entry, wanted: Wanted) -> bool:
    when = entry.claim.when
    if not wanted.years:
        return True
    first, last = (when.start or when.end, when.end or when.start) if when else (None, None)
    return first is not None and last is not None and any(first.year <= year <= last.year for year in wanted.years)


def _holds_person(entry: Entry, wanted: Wanted) -> bool:
    """Whether a question for a person in an office meets a holder of it."""
    asked = "who" in wanted.ask and any(group == "office" for group, _ in wanted.topics)
    return not asked or isinstance(entry.claim, Post)


def _is_named(word: str, token: str) -> bool:
    return word == token or (len(word) >= ENDING and agree(word, token))


def _score_topic(claim: Claim, group: str, term: str, text: str) -> int:
    """2 where a field says so, 1 where the words do."""
    if term in _find_terms(claim, group):
        return 2
    return int(has_beginning(text, load_topics()[group][term]))


def _find_terms(claim: Claim, group: str) -> Iterator[str]:
    match claim, group:
        case Channel(), "channel":
            yield claim.channel
        case Event(), "plover":
            yield claim.type
        case Figure(), "measure":
            yield claim.measure
        case Post(), "office":
            yield claim.office.title
        case _:
            return
