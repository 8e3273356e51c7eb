"""Three clocks, never mixed: when it was so, when it was said, when we learned it; and they combine."""

from datetime import date

import pytest

from dragoman.desk import Desk
from tests.show.fakes import make_parts


def at(day, store, number="1.0"):
    """The desk as it is used on a day of January 2025."""
    return Desk(store, make_parts(number, day))


def states(rows):
    return [row.state for row in rows]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "new.txt").write_text("PER resumed flights to NOR.\n")
    (tmp_path / "old.txt").write_text("NOR stopped flights to PER.\n")
    return tmp_path


def test_a_late_report_of_an_old_event(store, folder):
    at(1, store).add(folder / "new.txt", date=date(2023, 3, 1))
    desk = at(10, store)
    desk.add(folder / "old.txt", date=date(2020, 3, 1))
    assert states(desk.board("NOR", "PER")) == ["resumed"]
    assert states(desk.board("NOR", "PER", on=date(2021, 1, 1))) == ["suspended"]
    assert desk.board("NOR", "PER", on=date(2021, 1, 1), known=date(2025, 1, 5)) == ()
    assert states(desk.board("NOR", "PER", on=date(2021, 1, 1), said_by=date(2020, 12, 31))) == ["suspended"]
    assert desk.board("NOR", "PER", said_by=date(2020, 12, 31), known=date(2025, 1, 5)) == ()
    assert states(desk.board("NOR", "PER", filter="on:2021 known:2025-01-10")) == ["suspended"]


def test_a_back_dated_correction(store, folder):
    at(1, store).add(folder / "old.txt", date=date(2020, 3, 1))
    (claim,) = [claim for claim in at(1, store).claims() if claim.kind == "channel"]
    earlier = {"when": {"from": "2019-06-01", "to": "2019-06-01", "precision": "day"}}
    judgement = at(10, store).judge("correct", [claim.id], by="Ana Ruiz", why="the decree is of June 2019", fields=earlier)
    desk = at(12, store)
    assert desk.board("NOR", "PER", on=date(2019, 12, 31))[0].since.start == date(2019, 6, 1)
    assert desk.board("NOR", "PER", on=date(2019, 12, 31), known=date(2025, 1, 5)) == ()
    assert desk.board("NOR", "PER", known=date(2025, 1, 5))[0].since.start == date(2020, 3, 1)
    assert next(found for found in desk.claims() if found.id == claim.id) == claim
    at(14, store).undo(judgement.id, by="Ana Ruiz", why="it was another decree")
    late = at(20, store)
    assert late.board("NOR", "PER", on=date(2019, 12, 31)) == ()
    assert states(late.board("NOR", "PER", on=date(2019, 12, 31), known=date(2025, 1, 12))) == ["suspended"]


def test_changes_tell_what_was_learned_since(store, folder):
    at(1, store).add(folder / "old.txt", date=date(2020, 3, 1))
    desk = at(10, store)
    desk.add(folder / "new.txt", date=date(2023, 3, 1))
    board, *lines = desk.changes(date(2025, 1, 5), filter="dyad:NOR-PER")
    assert (board.what, board.before, board.after) == ("board", "suspended", "resumed")
    assert {change.what for change in lines} == {"new"}
    assert desk.changes(date(2025, 1, 11), filter="dyad:NOR-PER") == ()


def test_a_view_is_made_anew_as_soon_as_something_is_added_or_judged(store, folder):
    desk = at(1, store)
    assert desk.board("NOR", "PER") == ()
    desk.add(folder / "old.txt", date=date(2020, 3, 1))
    assert desk.board("NOR", "PER") is desk.board("NOR", "PER")
    (row,) = desk.board("NOR", "PER")
    desk.judge("reject", [row.reports[0].claim], by="Ana Ruiz", why="a joke")
    assert desk.board("NOR", "PER") == ()
