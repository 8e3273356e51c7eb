"""The pages are true: the map, the decisions, the verbs of the command line."""

import re
import subprocess

import pytest
import typer

from dragoman.show.cli.app import app
from tests.house.tree import ROOT, SOURCE, data_files, name_file, python_files

MAP = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w+|\bThe CEO\b|\bpypi-more\b")
VERBS = typer.main.get_command(app)


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()  # noqa: S607 (git, wherever it is)
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_map_points_at_real_files():
    named = re.findall(r"`((?:src|tests|docs|examples|bench|\.ci)/[\w./-]+|Makefile|pyproject\.toml)`", MAP)
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert len(named) > 10


@pytest.mark.parametrize("room", sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"))
def test_the_map_names_every_room(room):
    assert f"`src/dragoman/{room}/" in MAP


@pytest.mark.parametrize("path", [path for path in python_files() if path.name != "__init__.py"], ids=name_file)
def test_the_map_says_what_every_file_is_for(path):
    section = MAP.partition(f"### `{name_file(path.parent)}/`")[2].partition("\n### ")[0]
    assert re.search(rf"^\| `{re.escape(path.name)}` \| \S+", section, re.MULTILINE), "run: make docs"


@pytest.mark.parametrize("path", data_files(), ids=name_file)
def test_the_map_finds_every_data_file(path):
    assert f"`{path.name}`" in MAP or f"`{path.parent.name}/`" in MAP or f"{path.parent.parent.name}/{path.parent.name}/" in MAP


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=name_file)
def test_a_decision_is_one_screen_with_context_decision_and_price(path):
    text = path.read_text(encoding="utf-8")
    assert [title for title in ("## Context", "## Decision", "## Price") if f"\n{title}\n" not in text] == []
    assert len(text.splitlines()) <= 40
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", path.stem)


@pytest.mark.parametrize("verb", sorted(VERBS.commands))
def test_every_verb_is_in_the_readme_and_explains_itself(verb):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"dragoman {verb}" in readme
    assert VERBS.commands[verb].help


def test_no_file_knows_the_machine_it_was_written_on():
    texts = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".txt", ".html", ".jsonl", ".lock", ""} and "weights" not in path.parts]
    found = [
        name_file(path) for path in texts if path != ROOT / "tests/house/test_pages.py" and MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_the_changelog_has_the_version_of_the_package():
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## [{version[1]}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'__version__ = "{version[1]}"' in (SOURCE / "__init__.py").read_text(encoding="utf-8")
