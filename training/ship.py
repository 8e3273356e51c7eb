"""The best weights of a run as they are shipped.

usage: python -m training.ship LANGUAGE OUT/graph.npz [--names OUT/best]

The LSTM in whole numbers of eight bits (`encoder.onnx`), the rest in half precision with the words that the network knows (`graph.npz`), and what they
are (`meta.json`). They go to `src/dragoman/read/lang/LANGUAGE/weights`, beside their card and notice, which people write; a finder of names, without the
parts that only helped it to learn and without the words of the treebanks, goes to `names` there.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

import spacy
from training.encoder import WAYS, write_small_encoder

from dragoman.read.lang.graph import load_weights, save_weights

HOME = Path("src/dragoman/read/lang")
HELPERS = ("tagger",)


def ship_names(best: Path, target: Path) -> None:
    """Write the finder of names."""
    nlp = spacy.load(best, exclude=HELPERS)
    shutil.rmtree(target, ignore_errors=True)
    nlp.meta.update(name="dragoman_names_sm", author="Dragoman", license="CC BY-SA 4.0")
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(target)
    labels = sorted({label for names in nlp.pipe_labels.values() for label in names} | {"ROOT", "dep"})
    (target / "vocab" / "strings.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")


def main() -> int:
    """Write the files and tell their size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("language", choices=["en", "ko"])
    parser.add_argument("best", type=Path)
    parser.add_argument("--names", type=Path)
    asked = parser.parse_args()
    settings, weights = load_weights(asked.best)
    target = HOME / asked.language / "weights"
    write_small_encoder(settings, weights, target / "encoder.onnx")
    save_weights(settings, {name: value for name, value in weights.items() if not name.startswith(WAYS)}, target / "graph.npz")
    meta = {"name": "dragoman_ud", "lang": asked.language, "license": "CC BY-SA 4.0", "author": "Dragoman", "names": list(settings.names)}
    (target / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    if asked.names:
        ship_names(asked.names, target / "names")
    n_weights = sum(value.size for value in weights.values())
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{target}: {len(settings.words):,} words, {n_weights:,} weights, {size / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
