"""What the record holds near a question: sentences and lines, each with how much of the question it covers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.ask.asking import Wanted, has_beginning, load_topics, take_sides
from dragoman.ask.likeness import Words, find_alike, read_words
from dragoman.ask.posted import is_posted_elsewhere
from dragoman.ask.view import View
from dragoman.know.history import load_history
from dragoman.know.stems import WORD, cut_stem, fold_word, name_term
from dragoman.model import Channel, Claim, Document, Entry, Event, Figure, Instrument, Post, Span
from dragoman.model.passage import Passage, find_passages
from dragoman.model.sides import find_actors, find_sides

MOST = 400
"""Places that the index proposes."""
NEARBY = 0.6
"""What a word counts that stands in the same paragraph before the sentence, or in the heading."""
FIELD = 0.5
"""What a field of the claim that says so adds to a word."""


@dataclass(frozen=True, slots=True)
class Score:
    """`share` is how much of the question is covered, 0 to 1; `weight` orders what covers the same."""

    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document with its words, and those of what stands before it."""

    document: Document
    span: Span
    words: Words
    before: Words


@dataclass(slots=True)
class Finder:
    """Finds and scores for one question; documents and sentences are read once."""

    wanted: Wanted
    view: View
    seat: str | None = None
    _sentences: dict[str, list[Sentence]] = field(default_factory=dict)

    def find(self) -> tuple[list[Entry], list[Sentence]]:
        """The lines and sentences that the index proposes."""
        hits = self.view.search(write_terms(self.wanted), MOST)
        claims = {hit.claim for hit in hits if hit.claim is not None}
        places = [(hit.document, hit.span) for hit in hits if hit.claim is None and hit.document in self.view.documents]
        sentences = [sentence for name, span in places for sentence in self.sentences(name) if sentence.span == span]
        near: dict[str, list[Span]] = {}
        for sentence in sentences:
            near.setdefault(sentence.document.id, []).append(sentence.span)
        entries = [entry for entry in self.view.entries if any(self._is_near(name, claims, near) for name in (*entry.support, *entry.against))]
        return entries, sentences

    def _is_near(self, name: str, claims: set[str], near: dict[str, list[Span]]) -> bool:
        claim = self.view.claims[name]
        return name in claims or any(span.overlaps(claim.span) for span in near.get(claim.document, ()))

    def sentences(self, id: str) -> list[Sentence]:
        """The sentences of a document, in text order."""
        if id not in self._sentences:
            document = self.view.load(id)
            self._sentences[id] = [] if document is None else list(_read_sentences(document))
        return self._sentences[id]

    def around(self, claim: Claim) -> Iterator[Sentence]:
        """The sentences in which a claim stands."""
        return (sentence for sentence in self.sentences(claim.document) if sentence.span.overlaps(claim.span))

    def score_entry(self, entry: Entry) -> Score | None:
        """How well the line answers; `None` where it does not."""
        wanted, claims = self.wanted, [self.view.claims[name] for name in (*entry.support, *entry.against)]
        sides = {side for claim in claims for side in (*find_sides(claim), *(actor.side for actor in claim.said_by)) if side}
        if not wanted.sides <= sides.union(find_former(entry.claim, sides)) or is_posted_elsewhere(entry.claim, self.seat, wanted.sides):
            return None
        if not wanted.times.fits(entry.claim.when) or not _is_of_kind(entry.claim, wanted):
            return None
        people = tuple({word for claim in claims for actor in find_actors(claim) if actor.type == "person" for word in WORD.findall(fold_word(actor.name))})
        own = read_words(" ".join(_say(claim) for claim in claims), people)
        around = [sentence for claim in claims for sentence in self.around(claim)]
        nearby = read_words(" ".join(part for sentence in around for part in (sentence.words.text, sentence.before.text)))
        score = cover(wanted, own, nearby, {(group, term) for group, term in wanted.topics if term in _find_terms(entry.claim, group)})
        bonus = 0.25 if "when" in wanted.ask and entry.claim.when is not None and entry.claim.when.text else 0
        doers = read_words(" ".join(actor.name for actor in find_actors(entry.claim)))
        bonus += FIELD * sum(doers.holds_name(name) for name in wanted.names)
        return None if score is None else Score(score.share, score.weight + bonus)

    def score_sentence(self, sentence: Sentence) -> Score | None:
        """How well the sentence answers by itself; `None` where it does not."""
        wanted = self.wanted
        if "who" in wanted.ask and any(group == "office" for group, _ in wanted.topics) and not (wanted.words or wanted.names):
            return None
        score = cover(wanted, sentence.words, sentence.before, frozenset())
        if score is None or not self._names_sides(sentence) or not self._is_in_time(sentence):
            return None
        return score

    def _names_sides(self, sentence: Sentence) -> bool:
        own = take_sides(sentence.document.quote(sentence.span))[0]
        left = self.wanted.sides - own
        return not left or left <= take_sides(sentence.before.text.title())[0] | _find_head_sides(sentence.document)

    def _is_in_time(self, sentence: Sentence) -> bool:
        document, text = sentence.document, sentence.document.quote(sentence.span)
        return self.wanted.times.is_named(text, document.language_at(sentence.span.start), document.published)


def write_terms(wanted: Wanted) -> list[str]:
    """What the index is asked for: any word of the question, or one alike; only sides where it has no other."""
    terms = [term for word in (*wanted.names, *wanted.words) for stem in find_alike(word) for term in cut_stem(stem)]
    for group, term in sorted(wanted.topics):
        terms.append(name_term(group, term))
        for beginning in load_topics()[group][term]:
            terms.extend(f"{term}*" for word in _tell(beginning) for term in cut_stem(fold_word(word)))
    return terms or [name_term("side", code) for code in sorted(wanted.sides)]


def _tell(beginning: str) -> list[str]:
    """The words of a phrase by which it can be looked for: those that are in every text are left out where another stands beside them."""
    words: list[str] = WORD.findall(beginning)
    told = [word for word in words if not has_beginning(f" {word} ", load_topics()["skip"]["words"])]
    return told or words


def cover(wanted: Wanted, own: Words, nearby: Words, fields: set[tuple[str, str]] | frozenset[tuple[str, str]]) -> Score | None:
    """How much of the question the words cover; `None` where a name or a term of it is missing, or too many words."""
    marks = [1 + FIELD if topic in fields else 1.0 if own.holds_topic(*topic) else NEARBY * nearby.holds_topic(*topic) for topic in wanted.topics]
    marks += [1.0 if own.holds_name(name) else NEARBY * nearby.holds_name(name) for name in wanted.names]
    if not all(marks):
        return None
    words = [1.0 if own.holds(word) else NEARBY * nearby.holds(word) for word in wanted.words]
    if 2 * sum(map(bool, words)) < len(words):
        return None
    weight = sum(marks) + sum(words)
    if not marks and not words:
        return Score(1, 0)
    return Score(sum(min(mark, 1.0) for mark in (*marks, *words)) / (len(marks) + len(words)), weight)


def _read_sentences(document: Document) -> Iterator[Sentence]:
    head = document.title or ""
    before: list[Passage] = []
    for passage in find_passages(document):
        before = [former for former in before if former.paragraph == passage.paragraph][-2:]
        told = " ".join([head, *(document.quote(former.span) for former in before)])
        yield Sentence(document, passage.span, read_words(document.quote(passage.span)), read_words(told))
        before.append(passage)


def find_former(claim: Claim, sides: set[str]) -> Iterator[str]:
    """The states that one of these goes on, at the time of a line before it came: the Soviet Union where a text of 1990 says Russia."""
    start = claim.when.start if claim.when is not None else None
    rows = [row for row in load_history().successions if row.before != row.after]
    if start is None:
        return
    for past in rows:
        if past.manner == "continuation" and past.after in sides and start < past.on and all(row.on <= start for row in rows if row.after == past.before):
            yield past.before


def _find_head_sides(document: Document) -> frozenset[str]:
    """The sides that the heading names: whom "the two countries" are."""
    first = next(find_passages(document), None)
    return take_sides(f"{document.title or ''} . {document.quote(first.span) if first else ''}")[0]


def _say(claim: Claim) -> str:
    """The words of a claim, of whoever is in it and of its evidence, and what became of a link or an agreement in the word of the vocabulary."""
    people = " ".join(f"{actor.name} {actor.role or ''}" for actor in find_actors(claim))
    state = claim.state.replace("_", " ") if isinstance(claim, Channel | Instrument) else ""
    return f"{claim.text} {people} {state} {' '.join(found.text for found in claim.evidence)}"


def _is_of_kind(claim: Claim, wanted: Wanted) -> bool:
    """Whether a question for an amount meets a figure, and one for a person in an office a holder of it."""
    if "amount" in wanted.ask and not isinstance(claim, Figure):
        return False
    return not ("who" in wanted.ask and any(group == "office" for group, _ in wanted.topics)) or isinstance(claim, Post)


def _find_terms(claim: Claim, group: str) -> Iterator[str]:
    match claim, group:
        case Channel(), "channel":
            yield claim.channel
        case Event(), "plover":
            yield claim.type
        case Figure(), "measure":
            yield claim.measure
        case Instrument(), "state":
            yield claim.state
        case Post(), "office":
            yield claim.office.title
        case _:
            return
