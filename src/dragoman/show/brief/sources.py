"""What a note says of its sources and of itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import dragoman
from dragoman.ask.dyad import Dyad
from dragoman.know.languages import name_language
from dragoman.show.brief.model import Citation, Sentence
from dragoman.show.moments import say_day


def say_sources(cited: Sequence[Citation]) -> Iterator[Sentence]:
    """How many documents the note rests on, in which languages, from when."""
    if not cited:
        return
    files = {citation.file: citation for citation in cited}
    languages = Counter(citation.language for citation in files.values())
    listed = ", ".join(f"{name_language(code)} {count}" for code, count in languages.most_common())
    noun = "document" if len(files) == 1 else "documents"
    yield Sentence(f"This note rests on {len(files)} {noun} ({listed}).", basis="record")
    days = sorted(citation.said for citation in files.values() if citation.said)
    if days:
        yield Sentence(f"Those that are dated were published from {say_day(days[0])} to {say_day(days[-1])}.", basis="record")
    undated = sum(citation.said is None for citation in files.values())
    if undated:
        yield Sentence(f"The day of publication is not known of {undated}.", basis="record")
    yield Sentence("A sentence that one origin tells names its teller; copies of one text count as one origin.", basis="record")


def say_making(dyad: Dyad, made: date) -> Iterator[Sentence]:
    """What made the note and what it does not do."""
    yield Sentence(
        f"Dragoman {dragoman.__version__} made this note on {dyad} on {say_day(made)} from its record, by rules, without a language model.", basis="record"
    )
    yield Sentence("Every sentence on the relation carries the numbers of the words that it rests on, which follow in their own language.", basis="record")
    yield Sentence("It draws no conclusion and puts no probability on anything; what a source holds to be possible is told as such.", basis="record")
