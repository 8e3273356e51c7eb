"""How English text is cut into words: spaCy's rules, and what the treebanks of UD and news from Asia want besides."""

import re

from spacy.attrs import ORTH
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

WHOLE = ("anti", "co", "counter", "cross", "e", "ex", "inter", "mid", "multi", "non", "over", "post", "pre", "pro", "re", "semi", "sub")
"""Words that stay one word with what follows their hyphen ("co-operation", "non-European"), as UD has them."""
SHORTENED = tuple("Amb. Brig. Capt. Col. Dept. Hon. Lt. Maj. Mt. Pres. Sgt. al. approx. cf. ed. eds. est. etc. vol.".split())  # noqa: SIM905 -- words
"""Short forms that keep their full stop."""
ONSET = "b|ch|d|f|g|h|hs|hw|hy|j|jw|k|ky|kw|l|m|my|n|p|q|r|ry|s|sh|sz|t|ts|tz|w|x|y|z|zh"
SYLLABLE = rf"(?:{ONSET})?(?:yeo|yae|eui|iao|uai|[aeiou]{{1,3}}|y[aeiou]{{1,2}})(?:ng|n|m|k|p|t|l|r|h|i)?"
GIVEN = re.compile(rf"(?=[A-Z]){SYLLABLE}-{SYLLABLE}", re.IGNORECASE)
"""A given name of two syllables, as Korean and Chinese names are written in Latin letters: "Min-ho", "Xiao-Ling"."""
ORDINARY = frozenset("air day el hour la law long low man men pay run see sea so tax ten the to top up way year".split())  # noqa: SIM905 -- words
"""English words that look like such a syllable; a name has none of them in either half."""
HYPHEN = "(?:-|–|—|--|---|——|~)"

KEPT = re.compile(r"(?:\d{3}[-/]){1,2}\d{3}-\d{4}|\d{3}-\d{4}|\d{5}-\d{4}|\d{1,2}-[A-Z][a-z]{2}-\d{2,4}|['’]\d\d|(?:\d\d){1,2}['’]s")
"""Numbers that stay one word: of telephones, days in figures and letters, years and decades in short."""
RUNS = r"[*]{2,}|[_]{2,}|[=]{2,}"


def is_given_name(word: str) -> bool:
    """Whether a word with one hyphen is written as a Korean or Chinese given name: capital first, neither half an English or Arabic word."""
    first, _, last = word.lower().partition("-")
    return word[:1].isupper() and bool(GIVEN.fullmatch(word)) and not {first, last} & ORDINARY and first not in {"al", "an", "a", "i", "u", "e", "o"}


def find_infixes(pattern: re.Pattern[str], word: str) -> list[re.Match[str]]:
    """Where a word without spaces is cut within; nowhere in a given name of two syllables."""
    return [] if is_given_name(word) else list(pattern.finditer(word))


def make_tokenizer(vocab: Vocab) -> Tokenizer:
    """The cutter of words."""
    behind = "".join(rf"(?<!\b{word})(?<!\b{word.capitalize()})" for word in WHOLE)
    infixes = [rf"{behind}{rule}" if HYPHEN in rule else rule for rule in English.Defaults.infixes]
    infixes += [r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=[A-Za-z])-(?=[0-9])", r"(?<=[0-9])[–—](?=[0-9])"]
    infixes += [r"(?<=[a-z])[!?]+(?=[A-Za-z])", r"(?<=[a-z])[.,;](?=\[\d)", r"(?<=[a-z.,;])\[(?=\d)"]
    prefixes = [RUNS, r"[!?]{2,}", r"-(?=[A-Za-z“\"$€£])", *English.Defaults.prefixes]  # type: ignore[misc]
    suffixes = [RUNS, r"[!?]{2,}", *English.Defaults.suffixes]  # type: ignore[misc]
    rules = {word: parts for word, parts in English.Defaults.tokenizer_exceptions.items() if word != "and/or"}
    rules |= {word: [{ORTH: word}] for word in SHORTENED}
    cut = compile_infix_regex(infixes)
    return Tokenizer(
        vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=lambda word: iter(find_infixes(cut, word)),
        token_match=KEPT.fullmatch,
        url_match=English.Defaults.url_match,
    )
