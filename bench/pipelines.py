"""Speed and memory of each language's pipeline, words and names together, beside spaCy's blank tokenizer and natasha's models alone.

usage: python bench/pipelines.py [--rounds N]

Each row is a process of its own on one core. The texts are the examples of this project, N times over with a number behind every paragraph, so that
nothing is read twice in the same words; words are those between white space. Loading is the time from a started Python to the first parse; a first
round that meets every kind of word is not counted, as in speed.py.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ROWS = ("en", "ru", "ko", "blank", "natasha", "all")
NAMES = {
    "en": "English",
    "ru": "Russian",
    "ko": "Korean",
    "blank": "spaCy's blank English tokenizer",
    "natasha": "natasha's morphology, syntax and names alone",
    "all": "all three languages",
}

Parser = Callable[[list[str]], Iterable[object]]


def load_texts(language: str, rounds: int) -> list[str]:
    """Paragraphs of the examples in a language, each with another number at its end in each round."""
    paths = [path for path in sorted(EXAMPLES.glob("*.txt")) if (path.suffixes[:-1] or [".en"])[-1] == f".{language}"]
    paragraphs = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [f"{line} {number}." for number in range(rounds) for line in paragraphs]


def load_ours(language: str) -> Parser:
    """Our pipeline of a language."""
    pipeline = import_module(f"dragoman.read.lang.{language}.pipeline").load()
    return lambda texts: list(pipeline.parse(texts))


def load_blank() -> Parser:
    """SpaCy's tokenizer for English and nothing else."""
    nlp = import_module("spacy").blank("en")
    return lambda texts: list(nlp.pipe(texts))


def load_natasha() -> Parser:
    """The three models of slovnet in natasha's wheel, by sentences, without lemmas and offsets."""
    slovnet, navec, razdel = import_module("slovnet"), import_module("navec"), import_module("razdel")
    origin = find_spec("natasha")
    home = Path(str(origin.origin if origin else "")).parent / "data"
    vectors = navec.Navec.load(home / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    models = [getattr(slovnet, name).load(home / "model" / f"slovnet_{name.lower()}_news_v1.tar", batch_size=8) for name in ("Morph", "Syntax", "NER")]
    for model in models:
        model.navec(vectors)

    def parse(texts: list[str]) -> list[object]:
        sentences = [sentence.text for text in texts for sentence in razdel.sentenize(text)]
        words = [[token.text for token in razdel.tokenize(sentence)] for sentence in sentences]
        return [list(models[0].map(words)), list(models[1].map(words)), list(models[2].map(sentences))]

    return parse


def measure(row: str, rounds: int) -> dict[str, float]:
    """Seconds to load, words per second and peak MiB of one row, in this process."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    languages = ("en", "ru", "ko") if row == "all" else (row,)
    before = time.process_time()
    loaders: dict[str, Callable[[], Parser]] = {"blank": load_blank, "natasha": load_natasha}
    parsers = {language: loaders[language]() if language in loaders else load_ours(language) for language in languages}
    texts = {language: load_texts({"blank": "en", "natasha": "ru"}.get(language, language), rounds) for language in languages}
    for language, parse in parsers.items():
        parse(texts[language][:1])
    loading = time.process_time() - before
    for language, parse in parsers.items():
        parse(texts[language][: len(texts[language]) // rounds])
    before = time.process_time()
    for language, parse in parsers.items():
        parse(texts[language])
    seconds = time.process_time() - before
    n_words = sum(len(text.split()) for group in texts.values() for text in group)
    return {"load": loading, "speed": n_words / seconds, "words": n_words, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> int:
    """Print the table; each row comes from a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--row", choices=ROWS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.row:
        print(json.dumps(measure(asked.row, asked.rounds)))
        return 0
    print("| pipeline | loading, CPU s | words/s, warm, one core | peak, MiB |\n|---|---|---|---|")
    for row in ROWS:
        command = [sys.executable, __file__, "--row", row, "--rounds", str(asked.rounds)]
        found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        print(f"| {NAMES[row]} | {found['load']:.1f} | {found['speed']:,.0f} | {found['peak']:.0f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
