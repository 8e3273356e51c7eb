"""Files of a folder in the order of their names, without hidden ones and without following links to folders."""

import os
from collections.abc import Iterator
from pathlib import Path

MAX_DEPTH = 40
"""Levels of folders below the one given."""


def find_files(folder: Path) -> Iterator[Path]:
    """Regular files below `folder`, sorted by name level by level; links are left out where they lead to folders."""
    yield from _find_below(folder, 0)


def _find_below(folder: Path, depth: int) -> Iterator[Path]:
    """Files here, then those of the folders here."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH:
                yield from _find_below(Path(entry.path), depth + 1)
        elif not entry.is_symlink() or entry.is_file():
            yield Path(entry.path)
