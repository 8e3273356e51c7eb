"""The table of English dictionary forms that no rule gives, from the treebanks.

usage: python -m training.lemmas DATA TARGET.json
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from lemminflect import getAllLemmas
from training.treebank import Row, load_treebank

from dragoman.read.lang.en.lemmas import derive_lemma

OFTEN, MANY, NEARLY = 3, 15, 0.9
AS_MARKED = ("Typo=Yes", "Abbr=Yes", "Style=")
TREEBANKS = ("ud-en-ewt/en_ewt-ud-train.conllu", "ud-en-gum-open/en_gum_open-train.conllu")


def build_table(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """For each class with features, and for each class alone where they all agree: the forms whose usual dictionary form is not the derived one.

    Adjectives that nearly always are part of a name ("United") keep their capital.
    """
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    capital: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.pos == "ADJ" and row.form[:1].isupper() and row.form[1:].islower():
            capital[row.form][row.lemma] += 1
        if row.lemma != "_" and not (row.pos == "ADJ" and row.lemma[:1].isupper()):
            seen[row.pos, row.features, row.form if row.pos == "PROPN" else row.form.lower()][row.lemma] += 1
    table: dict[str, dict[str, str]] = defaultdict(dict)
    usual: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (pos, features, form), lemmas in seen.items():
        lemma = lemmas.most_common(1)[0][0]
        if is_invented(form, lemma, pos, features):
            continue
        if "Typo=Yes" not in features:
            usual[pos, form][lemma] += lemmas.total()
        if lemma != derive_lemma(form, pos, features):
            table[f"{pos} {features}"][form] = lemma
    for (pos, form), found in usual.items():
        lemma = next(iter(found))
        if len(found) == 1 and (lemma != form or (pos == "NOUN" and found.total() >= OFTEN and is_plural_alone(form))):
            table[pos][form] = lemma
    table["ADJ"] |= {form: form for form, found in capital.items() if found.total() >= MANY and found[form] >= NEARLY * found.total()}
    return {key: dict(sorted(words.items())) for key, words in sorted(table.items())}


def is_plural_alone(form: str) -> bool:
    """Whether a noun that is its own dictionary form looks like the plural of another ("thanks")."""
    return form.isalpha() and form.endswith("s") and derive_lemma(form, "NOUN", "Number=Plur") != form


def is_invented(form: str, lemma: str, pos: str, features: str) -> bool:
    """Whether the treebank errs: the lexicon knows the form and not the lemma ("freed" of "fre"), or the form as another verb's ("lent" of "loan").

    So it does where a verb is written with a capital. What is marked as misspelt, shortened or spoken stays as the treebank has it.
    """
    if pos == "VERB" and not any(mark in features for mark in AS_MARKED) and lemma not in (known := getAllLemmas(form, pos).get(pos, (lemma,))):
        return bool(known)
    if pos not in ("NOUN", "VERB", "ADJ") or lemma == form:
        return False
    return (pos == "VERB" and lemma[:1].isupper()) or (bool(getAllLemmas(form, pos)) and not getAllLemmas(lemma.lower(), pos))


def main() -> int:
    """Write the table."""
    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    table = build_table(row for name in TREEBANKS for sentence in load_treebank(data / name) for row in sentence.rows)
    target.write_text(json.dumps(table, ensure_ascii=False, indent=0, separators=(",", ":")), encoding="utf-8")
    print(f"{target}: {sum(map(len, table.values())):,} forms, {target.stat().st_size / 1024:,.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
