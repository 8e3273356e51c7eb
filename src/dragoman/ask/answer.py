"""The answer to a question in plain words: lines of the record, else sentences that nobody has read a claim from, the closest first."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import msgspec

from dragoman.ask.asking import read_question
from dragoman.ask.chronology import Line
from dragoman.ask.finding import Finder, Score, Sentence
from dragoman.ask.foreign import find_foreign
from dragoman.ask.posted import find_seat
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import BadInput, Entry, Span

MOST = 10
"""Lines of an answer, without the lines that disagree with them."""
FEW = 3
"""Sentences of an answer."""
LEAST_ENTRY, LEAST_SENTENCE = 0.68, 0.7
"""How much of a question a line, and a sentence by itself, must cover."""
CLEAR = 0.1
"""By how much a sentence must cover more of the question than every line does to go before them."""
UNREAD = "found in the text, not read as a claim"
READ = "found in the text; what was read from it is no answer to all of the question"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that answers where no line of the record does; `said` as that of a document."""

    document: str
    file: str
    span: Span
    text: str
    language: str
    said: date
    said_is_bound: bool = False
    note: str = UNREAD


@dataclass(frozen=True, slots=True)
class Answer(Asked):
    """What the record says to a question in plain words, in English, Russian or Korean; nothing where it is not in the record."""

    words: str = ask_for("the question in plain words, between quotation marks", argument=True)

    def answer(self, view: View) -> tuple[Line | Found, ...]:
        """The closest lines first, then lines that disagree with one of them; sentences where they say more than every line."""
        foreign = find_foreign(self.words)
        if foreign is not None:
            raise BadInput(f"“{self.words}” seems to be {foreign}; a question is read in English, Russian or Korean, and answered from documents in all three")
        wanted = read_question(self.words, self.day or view.today)
        if not (wanted.sides or wanted.topics or wanted.names or wanted.words):
            raise BadInput(f"“{self.words}” names no state, link, office, person or thing to look for")
        finder = Finder(wanted, view, find_seat(self.words))
        near, sentences = finder.find()
        asked = {entry.id for entry in self.find_entries(view)}
        scored = [(score, entry) for entry in near if entry.id in asked and (score := finder.score_entry(entry)) and score.share >= LEAST_ENTRY]
        scored.sort(key=lambda pair: (-pair[0].weight, pair[1].id))
        best = max((score.share for score, _ in scored), default=0.0)
        found = self._find_sentences(finder, sentences, best) if self.filter is None else []
        if found:
            return tuple(_show(sentence, view) for sentence in found)
        entries = _spread(scored)[:MOST]
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against))) for entry in (*entries, *_find_rivals(entries, view)))

    def _find_sentences(self, finder: Finder, sentences: list[Sentence], best: float) -> list[Sentence]:
        """The sentences that clearly cover more than the best line, the closest first."""
        scored = [
            (score, sentence) for sentence in sentences if (score := finder.score_sentence(sentence)) and score.share >= max(LEAST_SENTENCE, best + CLEAR)
        ]
        scored.sort(key=lambda pair: (-pair[0].weight, pair[1].document.id, pair[1].span.start))
        return [sentence for _, sentence in scored[:FEW]]


def _spread(scored: list[tuple[Score, Entry]]) -> list[Entry]:
    """The lines in their order, but that of equally close ones the first of each sentence stands before its further ones."""
    told: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[float, int, Entry]] = []
    for score, entry in scored:
        words = (entry.claim.document, entry.claim.text)
        ranked.append((-score.weight, told[words], entry))
        told[words] += 1
    return [entry for _, _, entry in sorted(ranked, key=lambda row: row[:2])]


def _find_rivals(entries: list[Entry], view: View) -> list[Entry]:
    disputes = {name for entry in entries for name in entry.conflicts}
    return [entry for entry in view.entries if disputes and entry not in entries and disputes.intersection(entry.conflicts)]


def _show(sentence: Sentence, view: View) -> Found:
    document = sentence.document
    kept = view.documents[document.id]
    language = document.language_at(sentence.span.start)
    is_read = any(claim.document == document.id and claim.span.overlaps(sentence.span) for claim in view.claims.values())
    text, note = document.quote(sentence.span), READ if is_read else UNREAD
    said = (kept.said, kept.said_is_bound)
    return Found(document=document.id, file=document.file, span=sentence.span, text=text, language=language, said=said[0], said_is_bound=said[1], note=note)
