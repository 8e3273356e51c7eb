"""The best weights of a run as they are shipped: without the parts that only helped to learn, and without the words of the treebanks.

usage: python -m training.ship LANGUAGE OUT/best

They go to `src/dragoman/read/lang/LANGUAGE/weights`, beside their card and notice, which people write.
"""

import json
import shutil
import sys
from importlib import import_module
from pathlib import Path

import spacy

HOME = Path("src/dragoman/read/lang")
KEPT = ("CARD.md", "NOTICE", "lemmas.json")
HELPERS = ("tagger", "trainable_lemmatizer")


def clear(folder: Path) -> None:
    """Removes the weights that were there; what people wrote stays."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in KEPT:
            path.unlink()


def main() -> int:
    """Write the folder and its size."""
    language, best = sys.argv[1], Path(sys.argv[2])
    import_module(f"dragoman.read.lang.{language}.pipeline")  # puts its tokenizer where the settings look for it
    nlp = spacy.load(best, exclude=HELPERS)
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
