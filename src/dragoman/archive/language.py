"""Language of each run of text: the script decides where it can, frequent words next, a statistical model last."""

import re
from collections import Counter
from importlib import import_module

from dragoman.archive.lexicon import load_lexicon
from dragoman.archive.lines import script_of
from dragoman.model import LanguageRun, Span, Zone

GUESSER = "dragoman.archive.guess"
"""Module of the statistical model; loaded only for a text whose script leaves the language open."""
WORD = re.compile(r"[^\W\d_]+")
BY_SCRIPT = {"hangul": "ko", "kana": "ja", "han": "zh"}
ENGLISH = frozenset(
    {
        *("the", "of", "and", "to", "in", "a", "is", "was", "that", "for", "on", "with", "as", "by", "at", "from", "has"),
        *("have", "had", "are", "were", "be", "it", "its", "his", "her", "not", "this", "which", "but", "an", "will"),
        *("who", "their", "or", "he", "she", "they"),
    }
)
CYRILLIC_OF_OTHERS = frozenset("іїєґўјљњћђџѓќѕқғңүұһәө")
RUSSIAN = frozenset("ыэё")
ENOUGH = 40
"""Letters below which a line takes the language that its script has on this page."""

HARD_SIGN_OF_OTHERS = re.compile(r"ъ(?![еёюя])")
"""The hard sign where Russian has none, as Bulgarian writes it for a vowel."""
SHORT = 160
"""Letters below which Cyrillic without a letter of its own language is Russian: the model guesses Bulgarian for many a headline."""


def find_language(text: str) -> str:
    """ISO 639-1 code of most of a text; `und` where it has no letters."""
    script = script_of(text)
    if script == "none":
        return "und"
    return BY_SCRIPT.get(script) or _find_by_words(text[:20_000], script)


def find_runs(text: str, zones: tuple[Zone, ...], language: str) -> tuple[LanguageRun, ...]:
    """Runs of one language each, in order, from first to last zone; lines without letters join the run before them."""
    main = script_of(text)
    runs: list[LanguageRun] = []
    for zone in zones:
        words = text[zone.span.start : zone.span.stop]
        found = _find_line_language(words, main, language) or (runs[-1].language if runs else language)
        if runs and runs[-1].language == found:
            runs[-1] = LanguageRun(found, Span(runs[-1].span.start, zone.span.stop))
        else:
            runs.append(LanguageRun(found, zone.span))
    return tuple(runs)


def _find_line_language(words: str, main: str, language: str) -> str | None:
    """Language of one line; `None` without letters."""
    script = script_of(words)
    if script == "none":
        return None
    letters = sum(character.isalpha() for character in words[:2000])
    if script == main:
        if letters < 3 * ENOUGH or script in BY_SCRIPT:
            return language
        return _find_by_words(words[:5000], script, language)
    if script in BY_SCRIPT:
        return BY_SCRIPT[script]
    default = {"cyrillic": "ru", "latin": "en"}.get(script, language)
    return default if letters < ENOUGH else _find_by_words(words[:5000], script, default)


def _find_by_words(text: str, script: str, default: str | None = None) -> str:
    """Language of a Latin or Cyrillic text by its frequent words or own letters, else by the model."""
    low = text.casefold()
    if script == "cyrillic":
        letters = Counter(low)
        others = sum(letters[letter] for letter in CYRILLIC_OF_OTHERS)
        russian = sum(letters[letter] for letter in RUSSIAN)
        bare = others == 0 and HARD_SIGN_OF_OTHERS.search(low) is None
        if russian > 4 * others or (others == 0 and len(text) < ENOUGH) or (bare and len(text) < SHORT):
            return "ru"
    if script == "latin":
        words = WORD.findall(low)
        if sum(word in ENGLISH for word in words) >= (0.06 if default == "en" else 0.12) * len(words) or len(words) < 6:
            return "en" if len(words) >= 6 else default or "en"
    return str(import_module(GUESSER).guess_language(text, script)) or default or "und"


def find_source_language(notice: str) -> str | None:
    """Language that a translator's notice names as the source; `None` where it names none."""
    low = notice.casefold()
    languages = load_lexicon("translator").languages
    return next((language for language, phrases in languages if any(phrase in low for phrase in phrases)), None)
