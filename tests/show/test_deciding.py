"""Judgements on the command line: kept with a name and a reason, seen in the views, taken back to the byte."""

import hashlib
from contextlib import closing
from datetime import UTC, datetime

import msgspec
import pytest

from dragoman.model import BadInput, Document, Reading, ReadOptions, When
from dragoman.record.sqlite import create_desk
from dragoman.show.cli.judging import parse_fields
from tests.ask.builders import channel, on, seal
from tests.laws.strategies import FakeArchived
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


def test_a_conflict_is_resolved_stays_visible_and_is_opened_again(tmp_path):
    claims = [
        channel("Relations began on 3 May 1990.", "established", ["NOR", "PER"], on(1990, 5, 3), channel="diplomatic_relations"),
        channel("Relations began in 1991.", "established", ["NOR", "PER"], When.in_year(1991), channel="diplomatic_relations"),
    ]
    with closing(create_desk(tmp_path / "np.desk")) as store:
        for claim in claims:
            raw = claim.text.encode()
            document = Document(id=f"{hashlib.sha256(raw).hexdigest()}.t1", text=claim.text, file=f"{claim.when.start.year}.txt", language="en")
            placed = seal(msgspec.structs.replace(claim, document=document.id, id=""))
            reading = Reading(document=document.id, version="1.0", claims=(placed,))
            store.keep(FakeArchived(document, raw), reading, ReadOptions(), datetime(2025, 1, 1, tzinfo=UTC))
    (conflict,) = objects(dragoman("conflicts", "dyad:NOR-PER", "--json", folder=tmp_path))
    assert (conflict["type"], conflict["status"], [len(side["reports"]) for side in conflict["sides"]]) == ("date", "open", [1, 1])
    assert "1991" in dragoman("conflicts", folder=tmp_path).stdout
    loser = conflict["sides"][1]["reports"][0]["claim"]
    done = dragoman("resolve", conflict["id"], "wrong", "--wrong", loser, "--why", "the treaty says 1990", folder=tmp_path)
    assert done.returncode == 0
    (settled,) = objects(dragoman("conflicts", "--status", "resolved", "--json", folder=tmp_path))
    assert (settled["id"], settled["verdict"], len(settled["sides"])) == (conflict["id"], "wrong", 2)
    assert dragoman("undo", done.stdout.strip(), "--why", "not sure", folder=tmp_path).returncode == 0
    assert objects(dragoman("conflicts", "--json", folder=tmp_path)) == [conflict]
