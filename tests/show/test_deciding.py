"""Judgements on the command line: kept with a name and a reason, seen in the views, taken back to the byte."""

import pytest

from dragoman.model import BadInput
from dragoman.show.cli.judging import parse_fields
from tests.show.test_cli import dragoman, folder, objects  # noqa: F401 (a fixture)


def chronology(folder):  # noqa: F811 (the fixture's value)
    return dragoman("chronology", "NOR-PER", "--json", folder=folder).stdout


def test_a_rejected_claim_is_out_of_the_views_until_the_judgement_is_taken_back(folder):  # noqa: F811
    before = chronology(folder)
    claim = objects(dragoman("chronology", "NOR-PER", "kind:channel", "--json", folder=folder))[0]["id"]
    done = dragoman("judge", "reject", claim[:12], "--why", "a joke", "--by", "Ana Ruiz", folder=folder)
    assert done.returncode == 0
    judgement = done.stdout.strip()
    assert "by Ana Ruiz" in done.stderr
    assert claim not in chronology(folder)
    assert dragoman("verify", folder=folder).returncode == 0
    assert dragoman("undo", judgement[:8], "--why", "it was no joke", folder=folder, DRAGOMAN_BY="Bo Ek").returncode == 0
    assert chronology(folder) == before
    told = dragoman("judgements", folder=folder).stdout.splitlines()
    assert len(told) == 2
    assert told[0].endswith(f"reject {claim} by Ana Ruiz on {told[0].split(' on ')[1][:10]}: a joke [taken back]")
    assert f"withdraw {judgement} by Bo Ek" in told[1]


def test_a_correction_names_its_field(folder):  # noqa: F811
    claim = objects(dragoman("chronology", "NOR-PER", "kind:channel", "--json", folder=folder))[0]["id"]
    assert dragoman("judge", "correct", claim, "--set", "state=ended", "--why", "for good", folder=folder).returncode == 0
    (line,) = [found for found in objects(dragoman("chronology", "NOR-PER", "--json", folder=folder)) if found["id"] == claim]
    assert (line["state"], line["status"]) == ("ended", "undisputed")


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        (["judge", "like", "c1", "--why", "x"], 2, "a verdict is one of same, different"),
        (["judge", "accept", "c0000000", "--why", "x"], 3, "no claim of this record"),
        (["judge", "accept", "c0000000", "--why", " "], 3, "no claim of this record"),
        (["resolve", "k1", "somehow", "--why", "x"], 2, "a conflict ends as one of"),
        (["resolve", "k1", "wrong", "--why", "x"], 2, "say which claim with --wrong"),
        (["resolve", "k1", "both true", "--why", "x"], 3, "no conflict of this record"),
        (["undo", "j1", "--why", "x"], 3, "no judgement of this record"),
        (["judgements"], 3, "no judgements yet"),
    ],
)
def test_what_cannot_be_decided_is_one_line_with_a_reason(folder, words, status, reason):  # noqa: F811
    done = dragoman(*words, folder=folder)
    assert (done.returncode, done.stdout) == (status, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_fields_are_json_or_words():
    assert parse_fields(["letter=B", "digit=2", 'when={"from": null}', "why=a=b"]) == {"letter": "B", "digit": 2, "when": {"from": None}, "why": "a=b"}
    with pytest.raises(BadInput):
        parse_fields(["letter"])
