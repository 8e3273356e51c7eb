"""The best weights of a run as they are shipped: without the parts that only helped to learn, and without the words of the treebanks.

usage: python -m training.ship LANGUAGE OUT/best [--graph OUT/graph.npz]

They go to `src/dragoman/read/lang/LANGUAGE/weights`, beside their card and notice, which people write.
"""

import argparse
import json
import shutil
import sys
from importlib import import_module
from pathlib import Path

import spacy

from dragoman.read.lang.graph import load_network
from dragoman.read.lang.graph_pipe import PART, GraphParser

HOME = Path("src/dragoman/read/lang")
KEPT = ("CARD.md", "NOTICE", "lemmas.json")
HELPERS = ("tagger",)


def clear(folder: Path) -> None:
    """Removes the weights that were there; what people wrote stays."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in KEPT:
            path.unlink()


def main() -> int:
    """Write the folder and its size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language")
    parser.add_argument("best", type=Path)
    parser.add_argument("--graph", type=Path)
    asked = parser.parse_args()
    language, best = asked.language, asked.best
    import_module(f"dragoman.read.lang.{language}.pipeline")  # puts its tokenizer where the settings look for it
    nlp = spacy.load(best, exclude=HELPERS)
    if asked.graph:
        part = nlp.add_pipe(PART, first=True)
        assert isinstance(part, GraphParser)  # noqa: S101 -- tells the types
        part.network = load_network(asked.graph)
    target = HOME / language / "weights"
    clear(target)
    nlp.meta.update(name="dragoman_ud_sm", author="Dragoman", license="CC BY-SA 4.0")
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(target)
    labels = sorted({label for names in nlp.pipe_labels.values() for label in names} | {"ROOT", "dep"})
    (target / "vocab" / "strings.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{target}: {', '.join(nlp.pipe_names)}; {size / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
