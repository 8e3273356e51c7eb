"""Every frame's own examples run, and the same acts are told in three languages by one matcher."""

import tomllib
from pathlib import Path

import pytest

from dragoman.know.acts import load_acts
from dragoman.read.clauses import find_clauses
from dragoman.read.frames import LANG, find_acts, load_frames
from dragoman.read.parties import parties_of
from tests.read.marked import MARK, read_marked

FILES = sorted(LANG.glob("*/frames/*.toml"))
EXAMPLES = [
    (path.parent.parent.name, frame["act"], example)
    for path in FILES
    for frame in tomllib.loads(Path(path).read_text(encoding="utf-8"))["frame"]
    for example in frame.get("examples", ())
]
PROVEN = ("summon", "sign", "suspend-link")


@pytest.mark.parametrize(("language", "act", "example"), EXAMPLES)
def test_an_example_tells_its_act_with_its_sides(language: str, act: str, example: str) -> None:
    matches = [match for sentence in read_marked(example, language) for match in find_acts(find_clauses(sentence)) if match.act.id == act]
    assert matches, f"no {act} found"
    wanted = {match["code"] for match in MARK.finditer(example)}
    assert wanted <= {actor.side for match in matches for actor in parties_of(match)}


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
def test_the_format_is_proven_in_three_languages(language: str) -> None:
    told = {act for tongue, act, _ in EXAMPLES if tongue == language}
    assert set(PROVEN) <= told


def test_every_frame_points_at_an_act() -> None:
    acts = load_acts()
    assert all(frame.act in acts for language in ("en", "ru", "ko") for frames in load_frames(language).values() for frame in frames)
