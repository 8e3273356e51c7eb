"""The test corpus: ten stories, each told by five papers in three languages, become ten lines; the floors are in tests/floors.toml."""

import hashlib
import tomllib
from pathlib import Path

from bench.merging import STORIES, score_people, score_reports

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))["merging"]


def test_the_floors_are_those_of_this_corpus():
    assert hashlib.sha256(STORIES.read_bytes()).hexdigest().startswith(FLOORS["corpus"])


def test_reports_of_one_story_meet_and_of_several_do_not():
    (precision, recall, _), _ = score_reports()
    assert precision >= FLOORS["precision"]
    assert recall >= FLOORS["recall"]


def test_spellings_of_one_person_meet_and_of_several_do_not():
    precision, recall, _ = score_people()
    assert precision >= FLOORS["people_precision"]
    assert recall >= FLOORS["people_recall"]
