"""Names in English treebanks: those of UNER beside EWT, those among GUM's mentions, and those that grammar shows.

Kinds are PER, ORG, LOC, EVT (events), LAW (laws and agreements) and NORP (nationalities and creeds: adjectives whose lemma keeps its capital).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from training.treebank import Name, Row, Sentence

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVT"}
LAWS = frozenset(
    {
        "accord",
        "accords",
        "act",
        "agreement",
        "agreements",
        "amendment",
        "armistice",
        "charter",
        "communique",
        "communiqué",
        "compact",
        "constitution",
        "convention",
        "covenant",
        "declaration",
        "law",
        "memorandum",
        "pact",
        "protocol",
        "resolution",
        "statute",
        "treaty",
    },
)
LINKS = frozenset({"compound", "flat", "amod", "nummod", "fixed", "goeswith", "det"})
OPENING = re.compile(r"\((\d+)-([a-z]+)-")
CREED = re.compile(r"[A-Z][a-z']+(?:an|ese|ish|[^aeiou]i|ai|ite|ic|ist)|French|Dutch|Czech|Greek|Swiss|Arab|Tamil|Sikh|Pashtun|Kurd|Slav|Turk")
PART = re.compile(r"\(\d+-[^()]*\)?|\d+\)|\)")


def load_uner(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Words and tags in IOB2 by the number of the sentence."""
    found: dict[str, list[tuple[str, str]]] = {}
    number = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            number = line.removeprefix("# sent_id = ")
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            found.setdefault(number, []).append((columns[1], columns[2]))
    return found


def place_words(forms: Iterable[str]) -> tuple[dict[int, int], dict[int, int]]:
    """Which word begins and which ends at each character that is no white space."""
    starts: dict[int, int] = {}
    stops: dict[int, int] = {}
    at = 0
    for index, form in enumerate(forms):
        starts[at] = index
        at += len("".join(form.split()))
        stops[at] = index + 1
    return starts, stops


def read_tags(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Runs of tagged words: first, behind the last, kind."""
    start, kind = 0, ""
    for index, (_, tag) in enumerate([*tagged, ("", "O")]):
        if kind and not (tag.startswith("I-") and tag[2:] == kind):
            yield start, index, kind
            kind = ""
        if tag[:2] == "B-" or (tag[:2] == "I-" and not kind):
            start, kind = index, tag[2:]


def name_ewt(sentence: Sentence, tagged: Mapping[str, Sequence[tuple[str, str]]]) -> Sentence:
    """The sentence with the names of UNER, found by characters; with none looked for, where the two texts differ."""
    words = tagged.get(sentence.number)
    if words is None or "".join("".join(word.split()) for word, _ in words) != "".join("".join(row.form.split()) for row in sentence.rows):
        return sentence
    starts, stops = place_words(row.form for row in sentence.rows)
    theirs = place_words(word for word, _ in words)
    begins = {index: at for at, index in theirs[0].items()}
    ends = {index: at for at, index in theirs[1].items()}
    names: list[Name] = []
    for first, behind, kind in read_tags(words):
        start, stop = starts.get(begins[first]), stops.get(ends[behind])
        if start is not None and stop is not None:
            names.append(Name(start, stop, kind if kind in KINDS.values() else None))
    return replace(sentence, names=tuple(names))


def find_titles(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Capitalised words that stand right before people and never within their names."""
    before: Counter[str] = Counter()
    within: Counter[str] = Counter()
    for sentence in sentences:
        for name in sentence.names or ():
            if name.kind == "PER":
                within.update(row.form for row in sentence.rows[name.start : name.stop])
                if name.start and sentence.rows[name.start - 1].pos == "PROPN":
                    before[sentence.rows[name.start - 1].form] += 1
    return frozenset(word for word, count in before.items() if count > within[word])


def read_mentions(rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """GUM's mentions: first word, behind the last, kind; those torn in pieces are left out."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, row in enumerate(rows):
        value = next((item.removeprefix("Entity=") for item in row.misc.split("|") if item.startswith("Entity=")), "")
        for part in PART.findall(value):
            opening = OPENING.match(part)
            if opening:
                if part.endswith(")"):
                    yield index, index + 1, opening[2]
                else:
                    opened.setdefault(opening[1], []).append((index, opening[2]))
            elif opened.get(part.rstrip(")")):
                start, kind = opened[part.rstrip(")")].pop()
                yield start, index + 1, kind


def find_name(rows: Sequence[Row], start: int, stop: int, *, joins: bool) -> tuple[int, int] | None:
    """The proper name at the head of a noun phrase, without article; with phrases in "of" where it `joins`."""
    outside = [index for index in range(start, stop) if not start < rows[index].head <= stop]
    if len(outside) != 1 or rows[outside[0]].pos != "PROPN":
        return None
    head = outside[0]
    kept = {head}
    grown = True
    while grown:
        grown = False
        for index in range(start, stop):
            row = rows[index]
            if index in kept or row.head - 1 not in kept or not belongs(rows, index, joins=joins):
                continue
            kept.add(index)
            grown = True
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < last and (rows[first].pos == "DET" or not rows[first].form[:1].isupper()):
        first += 1
    while last > first and not (rows[last].form[:1].isupper() or rows[last].form[:1].isdigit()):
        last -= 1
    return first, last + 1


def belongs(rows: Sequence[Row], index: int, *, joins: bool) -> bool:
    """Whether a word is part of the name it hangs from."""
    row = rows[index]
    relation = row.relation.partition(":")[0]
    if row.form == "-" or relation in LINKS:
        return row.form[:1].isupper() or row.form[:1].isdigit() or row.form in {"-", "the", "of", "de", "von", "van", "al", "bin"}
    if not joins:
        return False
    if relation == "nmod":
        cases = [other.form.lower() for other in rows if other.head == index + 1 and other.relation == "case"]
        return row.form[:1].isupper() and cases[:1] in (["of"], ["for"])
    return relation == "case" and row.form.lower() in {"of", "for"} and rows[row.head - 1].relation.startswith("nmod")


def name_gum(sentence: Sentence, titles: frozenset[str]) -> Sentence:
    """The sentence with the proper names among its mentions; of two that overlap the longer."""
    found: list[Name] = []
    for start, stop, mention in read_mentions(sentence.rows):
        kind = KINDS.get(mention)
        place = find_name(sentence.rows, start, stop, joins=kind != "PER") if kind else None
        if not place or not kind:
            continue
        first, behind = place
        while kind == "PER" and first < behind and sentence.rows[first].form in titles:
            first += 1
        if first < behind:
            found.append(Name(first, behind, kind))
    return replace(sentence, names=drop_overlaps(found))


def drop_overlaps(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names that don't overlap, in order; the longer goes before the shorter, the earlier listed before the later."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: name.start - name.stop):
        if all(name.stop <= other.start or other.stop <= name.start for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))


def add_grammatical(sentence: Sentence, creeds: frozenset[str]) -> Sentence:
    """The sentence with laws and agreements and with nationalities, which its grammar shows."""
    if sentence.names is None:
        return sentence
    rows = sentence.rows
    more: list[Name] = []
    for index, row in enumerate(rows):
        if row.pos == "PROPN" and row.lemma.lower() in LAWS and row.form[:1].isupper():
            place = find_name(rows, *find_phrase(rows, index), joins=True)
            if place and place[1] - place[0] > 1:
                more.append(Name(*place, "LAW"))
        elif row.form[:1].isupper() and row.lemma in creeds and row.pos in {"PROPN", "NOUN", "ADJ"}:
            more.append(Name(index, index + 1, "NORP"))
    laws = [name for name in more if name.kind == "LAW"]
    single = {name.start for name in more if name.kind == "NORP"}
    others = [name for name in sentence.names if not (name.kind == "PER" and name.stop - name.start == 1 and name.start in single)]
    return replace(sentence, names=drop_overlaps([*laws, *others, *more]))


def find_phrase(rows: Sequence[Row], index: int) -> tuple[int, int]:
    """The run of words around `index` that hang from it."""
    below = {index}
    for _ in range(4):
        below |= {other for other, row in enumerate(rows) if row.head - 1 in below and other not in below}
    first = last = index
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    return first, last + 1


def is_creed(row: Row) -> bool:
    """Whether an adjective may be a nationality or a creed: its lemma keeps its capital and ends as such words do."""
    return row.pos == "ADJ" and bool(CREED.fullmatch(row.lemma)) and row.form[1:].islower()


def find_creeds(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Lemmas of nationalities and creeds: adjectives that keep their capital and are never written without it."""
    small: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        for row in sentence.rows:
            small.add(row.lemma)
            if is_creed(row):
                capital.add(row.lemma)
    return frozenset(word for word in capital if word.lower() not in small)


def load_wikigold(path: Path, creeds: frozenset[str]) -> list[Sentence]:
    """Wikigold's sentences, eight at a time as one document: words and names, no syntax; what it calls MISC is a creed or unknown."""
    sentences: list[Sentence] = []
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        tagged = [(word, tag) for word, _, tag in (line.partition(" ") for line in block.splitlines()) if word and word != "-DOCSTART-"]
        if not tagged:
            continue
        rows = tuple(
            Row(word, "", "", "", "", 0, "", not (index + 1 < len(tagged) and tagged[index + 1][0] in {",", ".", "'s", ")", ";", ":"}) and word != "(")
            for index, (word, _) in enumerate(tagged)
        )
        names = []
        for start, stop, kind in read_tags(tagged):
            creed = stop - start == 1 and (rows[start].form in creeds or rows[start].form.rstrip("s") in creeds)
            names.append(Name(start, stop, kind if kind in KINDS.values() else "NORP" if creed else None))
        sentences.append(Sentence(f"wikigold-{number // 8}", str(number), rows, tuple(names)))
    return sentences
