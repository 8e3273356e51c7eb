"""The command line as its users meet it: another process, its output, its exit status."""

# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

import contextlib
import json
import os
import pty
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from dragoman.record.sqlite import create_desk
from tests.show.fakes import make_desk, write_files

ROOT = Path(__file__).parents[2]


def dragoman(*words, folder, **environment):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_") and name != "COLUMNS"}
    settings = inherited | {"PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "dragoman.show.cli.app", *map(str, words)]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)  # noqa: S603 (our own program)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "docs").mkdir()
    write_files(tmp_path / "docs")
    with closing(create_desk(tmp_path / "np.desk")) as store:
        make_desk(store).add(tmp_path / "docs" / "one.txt", date=date(2020, 3, 1))
        make_desk(store).add(tmp_path / "docs" / "two.txt", date=date(2023, 3, 1))
    return tmp_path


def objects(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_help_answers_at_once(tmp_path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = dragoman("--help", folder=tmp_path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.5  # a third of that on a quiet machine
    assert done.returncode == 0
    assert all(verb in done.stdout for verb in ("read", "add", "board", "verify", "source"))


def test_a_board_is_one_object_per_line_with_its_quotes(folder):
    done = dragoman("board", "nor-per", "--json", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = objects(done)
    assert list(row) == ["channel", "between", "at", "state", "since", "on_the_table", "last_evidence", "conflicts", "reports"]
    assert row["state"] == "resumed"
    assert row["reports"][0]["text"] == "PER resumed flights to NOR."
    assert list(row["reports"][0]) == ["claim", "document", "file", "span", "text", "language"]
    assert objects(dragoman("board", "NOR-PER", "--on", "2021-01-01", "--json", folder=folder))[0]["state"] == "suspended"


def test_a_chronology_has_the_fields_of_each_kind(folder):
    lines = objects(dragoman("chronology", "NOR-PER", "--json", folder=folder))
    assert [line["kind"] for line in lines] == ["channel", "event", "channel", "event"]
    assert {"id", "n_reports", "n_origins", "status", "conflicts", "reports", "when", "modality"} <= set(lines[0])
    assert "rule" not in lines[0]


def test_show_and_source_lead_from_a_line_to_its_words(folder):
    claim = objects(dragoman("chronology", "NOR-PER", "--json", folder=folder))[0]["id"]
    shown = dragoman("show", claim[:12], folder=folder)
    assert "NOR stopped flights to PER." in shown.stdout
    assert "fake_stopped" in shown.stdout
    (told,) = objects(dragoman("show", claim[:12], "--json", folder=folder))
    assert told["entry"]["n_reports"] == sum(len(origin["claims"]) for origin in told["entry"]["origins"])
    (source,) = objects(dragoman("source", claim, "--json", folder=folder))
    assert (source["before"], source["text"], source["zone"]) == ("", "NOR stopped flights to PER.", "body")
    assert source["after"].startswith("\nRain")
    seen = dragoman("source", claim, folder=folder)
    assert "Rain fell." in seen.stdout
    assert "published 2020-03-01" in seen.stdout


def test_show_and_source_stand_under_the_three_clocks(folder):
    claim = objects(dragoman("chronology", "NOR-PER", "--json", folder=folder))[0]["id"]
    for clocks in (["--on", "2019-01-01"], ["--said-by", "2019-01-01"], ["--known", "2019-01-01"]):
        for verb in ("show", "source"):
            done = dragoman(verb, claim, *clocks, folder=folder)
            assert (done.returncode, "had been so, said and known by then" in done.stderr) == (3, True)
            assert dragoman(verb, claim, clocks[0], "2026-01-01", folder=folder).returncode == 0
    assert "1 report of 1 source" in dragoman("show", claim, folder=folder).stdout


def test_verify_says_so_when_all_holds_and_fails_when_a_byte_is_gone(folder):
    assert dragoman("verify", folder=folder).returncode == 0
    early = dragoman("verify", "--known", "1990-01-01", folder=folder)
    assert (early.returncode, early.stdout) == (0, "0 files hashed, 0 texts, 0 spans read again: all hold\n")
    with closing(sqlite3.connect(folder / "np.desk")) as file:
        file.execute("UPDATE blobs SET raw = x'00' WHERE rowid = (SELECT min(rowid) FROM blobs)")
        file.commit()
    done = dragoman("verify", folder=folder)
    assert done.returncode == 1
    assert "no longer have their digest" in done.stderr


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        (["read", "nothing.txt"], 2, "nothing.txt: there is no such file"),
        (["read", "docs"], 2, "docs: is a folder"),
        (["add", "nothing"], 2, "nothing: there is no such file or folder"),
        (["board", "NORPER"], 2, "NORPER: is no pair"),
        (["board", "NOR-PRE"], 2, "NOR-PRE: is no pair of states"),
        (["board", "NOR-PER", "--on", "May"], 2, "May: is no date"),
        (["board", "NOR-PER", "kind:meeting"], 2, "meeting: kind is one of event"),
        (["board", "CHL-PER"], 3, "nothing in this record"),
        (["show", "c0000000"], 3, "no claim of this record"),
        (["verify", "--desk", "other.desk"], 2, "other.desk: there is no such desk"),
        (["init", "np.desk"], 1, "exists already"),
    ],
)
def test_errors_are_one_line_with_a_reason(folder, words, status, reason):
    done = dragoman(*words, folder=folder)
    assert (done.returncode, done.stdout) == (status, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_which_desk_is_meant(folder, tmp_path_factory):
    empty = tmp_path_factory.mktemp("empty")
    assert "dragoman init" in dragoman("verify", folder=empty).stderr
    assert dragoman("verify", folder=empty, DRAGOMAN_DESK=str(folder / "np.desk")).returncode == 0
    dragoman("init", "second", folder=folder)
    assert "several desks here (np.desk, second.desk)" in dragoman("verify", folder=folder).stderr


def test_the_schema_in_the_documentation_is_current(tmp_path):
    printed = dragoman("schema", folder=tmp_path)
    assert json.loads(printed.stdout)["$schema"].startswith("https://json-schema.org")
    assert (ROOT / "docs" / "claim.schema.json").read_text() == printed.stdout


@pytest.mark.parametrize("width", ["100", "160"])
def test_tables_keep_to_the_width_and_show_every_quote(folder, width):
    for verb in (["board", "NOR-PER"], ["chronology", "NOR-PER"], ["documents"]):
        done = dragoman(*verb, folder=folder, COLUMNS=width)
        assert done.returncode == 0
        assert max(map(len, done.stdout.splitlines())) <= int(width)
    assert "stopped flights" in dragoman("chronology", "NOR-PER", folder=folder, COLUMNS=width).stdout


def test_a_filter_is_typed_after_the_pair_or_in_its_place(folder):
    found = objects(dragoman("chronology", "dyad:NOR-PER", "kind:channel", "from:2021", "--json", folder=folder))
    assert [(line["kind"], line["state"]) for line in found] == [("channel", "resumed")]
    quoted = objects(dragoman("chronology", "NOR-PER", "stopped flights", "kind:event", "--json", folder=folder))
    assert [line["when"]["from"] for line in quoted] == ["2020-03-01"]
    assert dragoman("who", "kind:post", folder=folder).returncode == 3


def test_a_bar_is_drawn_for_whoever_watches_and_the_second_run_has_nothing_to_do(tmp_path):
    """The bar goes to a terminal only; here a real one, of a pseudo-terminal."""
    (tmp_path / "docs").mkdir()
    for number in range(3):
        (tmp_path / "docs" / f"{number}.txt").write_text(f"Norway and Peru talked, {number}.")
    dragoman("init", "bar", folder=tmp_path)
    command = [sys.executable, "-m", "dragoman.show.cli.app", "add", "docs"]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"}
    ours, theirs = pty.openpty()
    seen = b""
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as process:  # noqa: S603 (our own program)
        os.close(theirs)
        with contextlib.suppress(OSError):
            while chunk := os.read(ours, 65536):
                seen += chunk
    os.close(ours)
    assert process.returncode == 0
    assert b"3/3" in seen
    assert b"3 added" in seen
    again = dragoman("add", "docs", folder=tmp_path)
    assert (again.returncode, again.stderr) == (0, "3 known already\n")


def test_every_answer_is_also_a_table_for_a_spreadsheet(folder):
    done = dragoman("chronology", "NOR-PER", "kind:channel", "--csv", folder=folder)
    header, *rows = done.stdout.removeprefix("\ufeff").splitlines()
    assert done.returncode == 0
    assert {"id", "kind", "when.from", "state", "reports"} <= set(header.split(","))
    assert [("2020-03-01" in row, "2023-03-01" in row) for row in rows] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "words", [("nor-per", "-status:disputed", "--json"), ("-kind:event", "nor-per", "--json"), ("nor-per", "--json", "--", "-status:disputed")]
)
def test_a_condition_with_a_minus_stands_anywhere(folder, words):
    done = dragoman("chronology", *words, folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert objects(done)
    unlike = objects(dragoman("chronology", "nor-per", "-kind:channel", "--json", folder=folder))
    assert unlike
    assert all(line["kind"] != "channel" for line in unlike)


def test_a_flag_that_there_is_none_of_is_still_refused(folder):
    assert dragoman("chronology", "nor-per", "-statu:disputed", folder=folder).returncode == 2
