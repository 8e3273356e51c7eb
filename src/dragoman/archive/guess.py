"""The statistical guess at a language, with the model of py3langid; half a second to load, so only on demand."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

IN_USE = {
    "latin": ("en", "fr", "de", "es", "pt", "it", "nl", "pl", "cs", "sk", "tr", "id", "ms", "vi", "sv", "fi", "no", "da", "hu", "ro", "hr", "et", "lv", "lt"),
    "cyrillic": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"),
    "other": ("ar", "fa", "he", "hi", "th", "ka", "hy", "el", "ur", "bn", "ta"),
}
"""Languages that the guess chooses from, per script."""


def guess_language(text: str, script: str) -> str:
    """ISO 639-1 code of the likeliest language of those in use for the script."""
    language, _ = _load_identifier(script if script in IN_USE else "other").classify(text[:5000])
    return str(language)


@cache
def _load_identifier(script: str) -> LanguageIdentifier:
    """The model, restricted to the languages of one script."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(IN_USE[script]))
    return identifier
