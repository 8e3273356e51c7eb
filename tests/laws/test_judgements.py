"""What people decide changes views and no claim, survives another reading, and can be undone to the byte."""

from contextlib import closing
from datetime import UTC, date, datetime

import msgspec
import pytest

from dragoman.model import BadInput, Channel, NothingFound, Span, claim_id
from dragoman.record.memory import MemoryStore
from dragoman.record.sqlite import create_desk
from dragoman.show.contract import export_object
from tests.ask.builders import state
from tests.show.fakes import make_desk, write_files


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    with closing(create_desk(tmp_path / "rk.desk")) as opened:
        yield opened


@pytest.fixture
def desk(store, tmp_path):
    (tmp_path / "docs").mkdir()
    desk = make_desk(store, day=2)
    desk.add(write_files(tmp_path / "docs"), date=date(2024, 5, 1))
    return desk


def views(desk):
    answers = [desk.board("NOR", "PER"), desk.chronology("NOR", "PER"), desk.who()]
    return msgspec.json.encode([[export_object(found) for found in answer] for answer in answers])


def find_channel(desk):
    return next(claim for claim in desk.claims() if claim.kind == "channel" and claim.state == "suspended")


DECISIONS = (("accept", {}), ("reject", {}), ("correct", {"state": "ended"}), ("grade", {"digit": "2"}), ("resolve", {"conflict": "x", "as": "wrong"}))


@pytest.mark.parametrize(("verdict", "fields"), DECISIONS)
def test_undoing_restores_every_byte_and_redoing_brings_it_back(desk, verdict, fields):
    before, claims = views(desk), list(desk.claims())
    judgement = desk.judge(verdict, [find_channel(desk).id], by="Ana", why="as the minutes say", fields=fields)
    after = views(desk)
    assert (after != before) is (verdict in {"accept", "reject", "correct"})
    undone = desk.undo(judgement.id, by="Ana", why="read again")
    assert views(desk) == before
    desk.undo(undone.id, by="Ana", why="it was right")
    assert views(desk) == after
    assert list(desk.claims()) == claims


def test_a_rejected_claim_is_in_no_line_and_kept(desk):
    claim = find_channel(desk)
    desk.judge("reject", [claim.id], by="Ana", why="not said there")
    assert claim.id not in {name for entry in desk.entries() for name in entry.support}
    assert desk.claim(claim.id) == claim


def test_a_corrected_claim_is_found_under_its_new_sides(desk):
    claim = find_channel(desk)
    between = [msgspec.to_builtins(state(code)) for code in ("CHL", "PER")]
    desk.judge("correct", [claim.id], by="Ana", why="it was Chile", fields={"between": between})
    assert [row.reports[0].claim for row in desk.board("CHL", "PER")] == [claim.id]
    assert claim.id not in {report.claim for row in desk.board("NOR", "PER") for report in row.reports}


@pytest.mark.parametrize("fields", [{}, {"state": "no such state"}, {"colour": "red"}, {"text": "other words"}, {"id": "c0"}])
def test_a_correction_that_fits_no_claim_is_refused(desk, fields):
    with pytest.raises(BadInput):
        desk.judge("correct", [find_channel(desk).id], by="Ana", why="so", fields=fields)


@pytest.mark.parametrize(("by", "why"), [("", "so"), ("Ana", " ")])
def test_a_judgement_has_a_name_and_a_reason(desk, by, why):
    with pytest.raises(BadInput):
        desk.judge("accept", [find_channel(desk).id], by=by, why=why)


def test_only_what_stands_can_be_taken_back(desk):
    judgement = desk.judge("accept", [find_channel(desk).id], by="Ana", why="so")
    desk.undo(judgement.id, by="Ana", why="no")
    with pytest.raises(BadInput):
        desk.undo(judgement.id, by="Ana", why="no")
    with pytest.raises(NothingFound):
        desk.undo("j0", by="Ana", why="no")


def test_an_added_claim_counts_and_must_quote_its_document(desk):
    document = desk.document(desk.documents()[0].id)
    start = document.text.index("Rain fell.")
    made = Channel(
        document=document.id,
        span=Span(start, start + 10),
        text="Rain fell.",
        language="en",
        channel="sea_link",
        between=(state("NOR"), state("PER")),
        state="open",
    )
    made = msgspec.structs.replace(made, id=claim_id(made))
    judgement = desk.add_claim(made, by="Ana", why="the reader missed it")
    assert "sea_link" in {row.channel for row in desk.board("NOR", "PER")}
    assert desk.claim(made.id) == made
    assert [entry.status for entry in desk.entries() if entry.id == made.id] == ["undisputed"]
    desk.undo(judgement.id, by="Ana", why="no")
    assert "sea_link" not in {row.channel for row in desk.board("NOR", "PER")}
    with pytest.raises(BadInput):
        desk.add_claim(msgspec.structs.replace(made, text="Snow fell."), by="Ana", why="so")


def test_a_judgement_survives_another_reading_and_is_not_known_before(desk, store):
    claim = find_channel(desk)
    desk.judge("reject", [claim.id], by="Ana", why="not said there")
    newer = make_desk(store, "1.1", day=9)
    newer.reread()
    assert claim.id not in {name for entry in newer.entries() for name in entry.support}
    assert [found.claims for found in newer.judged()] == [(claim.id,)]
    early = desk.board("NOR", "PER", known=date(2025, 1, 1))
    assert early == ()
    assert newer.parts.clock() == datetime(2025, 1, 9, tzinfo=UTC)


def test_a_judgement_that_fits_nothing_any_more_is_a_trouble(desk, store):
    claim = find_channel(desk)
    desk.judge("reject", [claim.id], by="Ana", why="not said there")
    kept = next(kept for kept in desk.documents() if kept.id == claim.document)
    reading = store.load_reading(kept.id, kept.version)
    emptied = msgspec.structs.replace(reading, version="3.0", claims=())
    store.keep_reading(emptied, kept.options, datetime(2025, 1, 5, tzinfo=UTC))
    store.activate([(kept.id, "3.0")], datetime(2025, 1, 5, tzinfo=UTC))
    assert desk.judged() == []
    assert [trouble.stage for trouble in desk.troubles()] == ["judgement"]


def find_pair(desk, kind="channel"):
    return [claim.id for claim in desk.claims() if claim.kind == kind]


def test_lines_that_are_said_to_be_the_same_are_one_and_can_be_parted(desk):
    before, pair = views(desk), find_pair(desk)
    joined = desk.judge("same", pair, by="Ana", why="the same flights")
    (entry,) = [entry for entry in desk.entries() if entry.claim.kind == "channel"]
    assert (entry.id, entry.support, entry.n_reports, entry.n_origins) == (min(pair), tuple(sorted(pair)), 2, 2)
    parted = desk.judge("different", pair, by="Ana", why="two airlines")
    assert sorted(entry.support for entry in desk.entries() if entry.claim.kind == "channel") == sorted((name,) for name in pair)
    assert all(entry.claim.id in entry.support for entry in desk.entries())
    assert views(desk) == before
    for judgement in (parted, joined):
        desk.undo(judgement.id, by="Ana", why="no")
    assert views(desk) == before


def test_lines_of_different_kinds_are_never_joined(desk):
    before = [(entry.id, entry.support) for entry in desk.entries()]
    desk.judge("same", [find_pair(desk)[0], find_pair(desk, "event")[0]], by="Ana", why="so")
    assert [(entry.id, entry.support) for entry in desk.entries()] == before
