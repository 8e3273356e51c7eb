"""English dictionary forms: a table from treebanks first, then the lexicon of lemminflect; a form that neither knows stays as it is written."""

import json
import re
from functools import cache
from pathlib import Path

from lemminflect import getAllLemmas, getLemma

TABLE = Path(__file__).parent / "weights" / "lemmas.json"
INFLECTED = {"NOUN": ("Number=Plur",), "VERB": ("VerbForm", "Tense", "Person"), "AUX": ("VerbForm", "Tense", "Person"), "ADJ": ("Degree=Cmp", "Degree=Sup")}
"""Features of which one shows that a word of this class stands in another form than its dictionary form."""
PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "--": "-"}
"""Dictionary forms of marks that print has its own signs for."""
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
SHORTEST = 5
"""Letters from which a name in "-ies" is the plural of one in "-y": "Ministries"."""
PREFIXES = ("counter", "under", "over", "inter", "out", "pre", "mis", "de", "re", "un", "co")


@cache
def load_table() -> dict[str, dict[str, str]]:
    """Dictionary forms that no rule gives: from part of speech and features, then written form."""
    table: dict[str, dict[str, str]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


@cache
def find_lemma(form: str, pos: str, features: str) -> str:
    """The dictionary form of a word; `features` are those of UD as one text (`Number=Plur`)."""
    spellings = (form,) if pos == "PROPN" else (form, form.lower())
    tables = [load_table().get(key, {}) for key in (f"{pos} {features}", pos)]
    known = next((table[written] for written in spellings for table in tables if written in table), None)
    return known or derive_lemma(form, pos, features)


def derive_lemma(form: str, pos: str, features: str) -> str:
    """The dictionary form without the table: what the lexicon says, and the word itself where it is silent."""
    if pos == "PROPN" and "Number=Plur" in features and form.endswith("ies") and len(form) > SHORTEST:
        return form.removesuffix("ies") + "y"
    if pos == "PROPN":
        return form[:-1] if "Number=Plur" in features and form.endswith("s") and not form.endswith("ss") else form
    if pos == "PUNCT":
        return PLAIN.get(form, form)
    if pos in {"NUM", "SYM", "X"} and any(map(str.isdigit, form)):
        return form.replace(",", "") if THOUSANDS.fullmatch(form) else form
    if pos in {"NOUN", "ADJ"} and form.isupper() and len(form) > 1 and not getAllLemmas(form.lower(), pos):
        return form
    if pos == "ADJ" and form[:1].isupper() and form[1:].islower() and form.lower() not in getAllLemmas(form.lower(), "ADJ").get("ADJ", ()):
        return form
    lower = form.lower().replace("’", "'")
    inflected = any(feature in features for feature in INFLECTED.get(pos, ()))
    odd = pos == "VERB" and lower not in getAllLemmas(lower, "VERB").get("VERB", (lower,))  # a form without its features
    return look_up(lower, "VERB" if pos == "AUX" else pos) if inflected or odd else lower


@cache
def is_plural_noun(form: str) -> bool:
    """Whether the lexicon knows a capitalised word, written small, as the plural of a common noun: it opens a sentence and is no name."""
    lower = form.lower()
    return lower.endswith("s") and any(lemma != lower for lemma in getAllLemmas(lower, "NOUN").get("NOUN", ())) and not getAllLemmas(form, "PROPN")


def look_up(form: str, pos: str) -> str:
    """What lemminflect knows of a form, of its rest behind a prefix, or guesses of an unknown one."""
    if not getAllLemmas(form, pos):
        for prefix in PREFIXES:
            rest = getAllLemmas(form.removeprefix(prefix), pos).get(pos) if form.startswith(prefix) else None
            if rest:
                return prefix + str(rest[0])
    found = getLemma(form, pos)
    return str(found[0]) if found else form
