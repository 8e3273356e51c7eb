"""English treebanks with names as the two files that spaCy trains on.

usage: python -m training.corpus_en DATA TARGET

DATA holds the folders that the card of the weights names; TARGET gets train.spacy and dev.spacy. The same data give the same files.
News, lives, travel and interviews of GUM come twice; half of the documents get the quotation marks of print; some clauses get a date in front;
some verbs in "-ed" and some names of one word are exchanged for others.
"""

import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from lemminflect import getLemma
from lemminflect.core.Lemmatizer import Lemmatizer
from training.names import add_grammatical, find_creeds, find_titles, load_uner, load_wikigold, name_ewt, name_gum
from training.treebank import Name, Row, Sentence, group_sentences, load_treebank, write_texts

SEED = 7
TWICE = re.compile(r"GUM_(?:news|bio|voyage|interview)_")
WIKIGOLD = Path("ner-en-wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt")
N_DEV_TEXTS = 110
WORDS = {
    "preposition": ("ADP", "IN", ""),
    "name": ("PROPN", "NNP", "Number=Sing"),
    "number": ("NUM", "CD", "NumForm=Digit|NumType=Card"),
    "comma": ("PUNCT", ",", ""),
}
N_VARIANTS = 3
"""How often the treebanks come, each time with other dates, verbs, names and marks."""
SHARE_FRONTED = 0.04
SHARE_VERBS = 0.35
SHARE_NAMES = 0.35
STANDINS = {"PER": "Smith", "LOC": "Germany", "NORP": "German", "ORG": "Microsoft"}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PRINTED = {'"': "“”", "'": "‘’", "``": "““", "''": "””", "--": "——"}


def make_word(form: str, kind: str, head: int, relation: str, *, spaced: bool = True) -> Row:
    """A word that no treebank has; `kind` is one of `WORDS`."""
    pos, tag, features = WORDS[kind]
    return Row(form, form.lower() if kind == "preposition" else form, pos, tag, features, head, relation, spaced)


def make_date(chance: random.Random) -> list[Row]:
    """An adjunct of time and a comma; the head 0 stands for the clause's own verb."""
    on, day, month = make_word("On", "preposition", 2, "case"), chance.randint(1, 31), chance.choice(MONTHS)
    kind = chance.randrange(4)
    if kind == 0:
        rows = [on, make_word(chance.choice(DAYS), "name", 0, "obl", spaced=False)]
    elif kind == 1:
        rows = [on, make_word(month, "name", 0, "obl"), make_word(str(day), "number", 2, "nummod", spaced=False)]
    elif kind == 2:
        rows = [replace(on, head=3), make_word(str(day), "number", 3, "nummod"), make_word(month, "name", 0, "obl", spaced=False)]
    else:
        rows = [replace(on, form="In", lemma="in"), make_word(str(chance.randint(1945, 2029)), "number", 0, "obl", spaced=False)]
    return [*rows, make_word(",", "comma", 0, "punct")]


def front_date(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with a date in front, if it is a clause that begins with its subject."""
    rows = sentence.rows
    root = next((index for index, row in enumerate(rows) if row.head == 0), 0)
    subject = next((index for index, row in enumerate(rows) if row.head == root + 1 and row.relation.startswith("nsubj")), None)
    if subject is None or subject > root or rows[root].pos != "VERB" or any(row.head == root + 1 for row in rows[:subject]):
        return sentence
    first = rows[0]
    if not first.form[:1].isupper() or first.form.isupper():
        return sentence
    date = make_date(chance)
    size = len(date)
    date = [replace(row, head=row.head or root + 1 + size) for row in date]
    if first.pos != "PROPN":
        first = replace(first, form=first.form[:1].lower() + first.form[1:])
    moved = [replace(row, head=row.head + size if row.head else 0) for row in (first, *rows[1:])]
    names = None if sentence.names is None else tuple(Name(name.start + size, name.stop + size, name.kind) for name in sentence.names)
    return replace(sentence, rows=tuple(date + moved), names=names)


def print_marks(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with the quotation marks and dashes of print."""
    opened: dict[str, bool] = {}
    printed = []
    for sentence in sentences:
        rows = []
        for row in sentence.rows:
            form = row.form.replace("'", "’") if len(row.form) > 1 and row.form != "''" else row.form
            pair = PRINTED.get(row.form)
            if pair and row.pos == "PUNCT":
                form = pair[opened.get(row.form, False)]
                opened[row.form] = not opened.get(row.form, False)
            rows.append(replace(row, form=form))
        printed.append(replace(sentence, rows=tuple(rows)))
    return printed


def load_english(data: Path, part: str) -> tuple[list[Sentence], list[Sentence]]:
    """EWT and GUM of one part with their names."""
    tagged = load_uner(next((data / "ner-en-uner-ewt").glob(f"en_ewt-ud-{part}*.iob2")))
    ewt = [name_ewt(sentence, tagged) for sentence in load_treebank(data / "ud-en-ewt" / f"en_ewt-ud-{part}.conllu")]
    titles = find_titles(ewt)
    gum = [name_gum(sentence, titles) for sentence in load_treebank(data / "ud-en-gum-open" / f"en_gum_open-{part}.conllu")]
    return ewt, gum


def load_verbs() -> tuple[str, ...]:
    """Past forms in "-ed" of the verbs that the lexicon knows and whose past and participle are one word."""
    getLemma("know", "VERB")  # the lexicon is read when it is first asked
    return tuple(form for form, lemmas in Lemmatizer().lemma_dict.items() if form.endswith("ed") and form.isalpha() and form.islower() and "VERB" in lemmas)


def swap_verbs(sentence: Sentence, verbs: Sequence[str], chance: random.Random) -> Sentence:
    """The sentence with some past forms in "-ed" exchanged for those of other verbs: what stands around a verb shall tell, not the verb."""
    rows = [
        replace(row, form=verb, lemma=verb)
        if row.pos == "VERB" and row.form.endswith("ed") and row.form.islower() and chance.random() < SHARE_VERBS and (verb := chance.choice(verbs))
        else row
        for row in sentence.rows
    ]
    return replace(sentence, rows=tuple(rows))


def swap_names(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence with some names of one word exchanged for those that the reader puts in the place of states, people and peoples."""
    rows = list(sentence.rows)
    for name in sentence.names or ():
        if name.kind in STANDINS and name.stop - name.start == 1 and rows[name.start].form[:1].isupper() and chance.random() < SHARE_NAMES:
            form = STANDINS[name.kind]
            if name.kind != "NORP" or rows[name.start].pos == "ADJ":
                rows[name.start] = replace(rows[name.start], form=form, lemma=form)
    return replace(sentence, rows=tuple(rows))


def vary(sentences: Iterable[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """Texts to train on, each with its own spelling."""
    verbs = load_verbs()
    for group in group_sentences(sentences):
        dated = [front_date(sentence, chance) if chance.random() < SHARE_FRONTED else sentence for sentence in group]
        varied = [swap_names(swap_verbs(sentence, verbs, chance), chance) for sentence in dated]
        yield print_marks(varied) if chance.random() < 0.5 else varied


def main() -> int:
    """Write both files."""
    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    ewt, gum = load_english(data, "train")
    creeds = find_creeds(chain(ewt, gum))
    named = [add_grammatical(sentence, creeds) for sentence in chain(ewt, gum)]
    again = [sentence for sentence in named if TWICE.match(sentence.document)]
    wiki = load_wikigold(data / WIKIGOLD, creeds)
    texts = (chain(vary(named, chance), vary(again, chance), group_sentences(wiki)) for _ in range(N_VARIANTS))
    write_texts(chain.from_iterable(texts), target / "train.spacy")
    tests = [add_grammatical(sentence, creeds) for sentence in chain(*load_english(data, "dev"))]
    groups = list(group_sentences(tests))
    write_texts(groups[:: max(1, len(groups) // N_DEV_TEXTS)], target / "dev.spacy")
    return 0


if __name__ == "__main__":
    sys.exit(main())
