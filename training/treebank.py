"""Treebanks in CoNLL-U as rows, sentence by sentence, and as texts that spaCy trains on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

SENTENCES_PER_TEXT = 8
"""Several sentences in each text, so that the parser learns where one ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word; `head` counts within its sentence, from 1, and 0 is the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    relation: str
    spaced: bool
    misc: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name within a sentence: places of its first word and behind its last; no `kind` where nobody knows whether it is one."""

    start: int
    stop: int
    kind: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it is from, its words, and the names in it (`None`: nobody has looked for names)."""

    document: str
    number: str
    rows: tuple[Row, ...]
    names: tuple[Name, ...] | None = field(default=None)


def parse_rows(lines: Iterable[str]) -> tuple[Row, ...]:
    """The words of one sentence; those written together as one carry no space between them."""
    rows: list[Row] = []
    joined_until, spaced_after = 0, True
    for line in lines:
        columns = line.split("\t")
        number, spaced = columns[0], "SpaceAfter=No" not in columns[9]
        if "-" in number:
            joined_until, spaced_after = int(number.partition("-")[2]), spaced
        elif "." not in number:
            index = int(number)
            if index <= joined_until:
                spaced = spaced_after if index == joined_until else False
            form = columns[1].replace(" ", "\N{NO-BREAK SPACE}")
            features = columns[5].replace("_", "")
            rows.append(Row(form, columns[2], columns[3], columns[4], features, int(columns[6]), columns[7], spaced, columns[9]))
    return tuple(rows)


def load_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a treebank in CoNLL-U, in order, each with the name of its document (the first half of its number, where none is marked)."""
    document, marked = path.stem, False
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line]
        number = ""
        for line in lines:
            if line.startswith("# newdoc id = "):
                document, marked = line.removeprefix("# newdoc id = "), True
            elif line.startswith("# sent_id = "):
                number = line.removeprefix("# sent_id = ")
                if not marked and "-s" in number:
                    document = number.rpartition("-s")[0]
        rows = parse_rows(line for line in lines if not line.startswith("#"))
        if rows:
            yield Sentence(document, number, rows)


def group_sentences(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Runs of at most `SENTENCES_PER_TEXT` sentences of one document."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (len(group) == SENTENCES_PER_TEXT or sentence.document != group[-1].document):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def make_text(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Several sentences as one text of spaCy's, with its names where somebody has looked for them."""
    if not sentences[0].rows[0].relation:
        return make_bare_text(vocab, sentences)
    heads: list[int] = []
    for sentence in sentences:
        start = len(heads)
        heads += [start + (row.head - 1 if row.head else index) for index, row in enumerate(sentence.rows)]
    rows = [row for sentence in sentences for row in sentence.rows]
    doc = Doc(
        vocab,
        words=[row.form for row in rows],
        spaces=[row.spaced for row in rows],
        lemmas=[row.lemma for row in rows],
        pos=["" if row.pos == "_" else row.pos for row in rows],
        tags=[row.tag for row in rows],
        morphs=[row.features for row in rows],
        heads=heads,
        deps=["ROOT" if row.relation == "root" else row.relation for row in rows],
        sent_starts=[index == 0 for sentence in sentences for index in range(len(sentence.rows))],
    )
    put_names(doc, sentences)
    return doc


def make_bare_text(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Several sentences with their names, but without syntax."""
    rows = [row for sentence in sentences for row in sentence.rows]
    doc = Doc(vocab, words=[row.form for row in rows], spaces=[row.spaced for row in rows])
    put_names(doc, sentences)
    return doc


def put_names(doc: Doc, sentences: Sequence[Sentence]) -> None:
    """Mark the names of the sentences in `doc`; what nobody has looked at stays unknown."""
    names: list[Span] = []
    unknown: list[Span] = []
    at = 0
    for sentence in sentences:
        if sentence.names is None:
            unknown.append(doc[at : at + len(sentence.rows)])
        for name in sentence.names or ():
            span = Span(doc, at + name.start, at + name.stop, label=name.kind or "")
            (unknown if name.kind is None else names).append(span)
        at += len(sentence.rows)
    doc.set_ents(names, missing=unknown, default="outside")


def write_texts(texts: Iterable[Sequence[Sentence]], target: Path) -> None:
    """One file of texts, and a line that says how many words they have."""
    vocab, corpus, n_words = Vocab(), DocBin(store_user_data=False), 0
    for text in texts:
        corpus.add(make_text(vocab, text))
        n_words += sum(len(sentence.rows) for sentence in text)
    corpus.to_disk(target)
    print(f"{target}: {len(corpus):,} texts, {n_words:,} words", flush=True)
