"""English sentences as HTML, with the language of words that stand in them in another script."""

import re
from html import escape

FOREIGN = re.compile(r"(?P<ko>[\uac00-\ud7a3\u3131-\u318e]+(?:[ ·,]+[\uac00-\ud7a3\u3131-\u318e]+)*)|[\u0400-\u04ff]+(?:[ ,-]+[\u0400-\u04ff]+)*")
"""Words in Hangul, and words in Cyrillic, which the documents that are read write in Russian."""


def speak(text: str) -> str:
    """The text, escaped; a screen reader changes its voice, and a browser its font, where the language changes."""
    return FOREIGN.sub(lambda found: f'<span lang="{"ko" if found["ko"] else "ru"}">{found[0]}</span>', escape(text))
