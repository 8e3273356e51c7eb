"""What the reader knows of each language. A language is one folder here and one line in `PIPELINES`."""

import importlib
from functools import cache

from dragoman.read.lang.ports import Name, Parse, Pipeline, Word

PIPELINES = {"en": "dragoman.read.lang.en.pipeline", "ru": "dragoman.read.lang.ru.pipeline", "ko": "dragoman.read.lang.ko.pipeline"}
"""Module of each pipeline; it is imported when the first text in its language comes, since weights take a second to load."""


@cache
def load_pipeline(language: str) -> Pipeline | None:
    """The pipeline of a language (ISO 639-1), loaded once; `None` where there is none."""
    if language not in PIPELINES:
        return None
    pipeline: Pipeline = importlib.import_module(PIPELINES[language]).load()
    return pipeline


__all__ = ["PIPELINES", "Name", "Parse", "Pipeline", "Word", "load_pipeline"]
