"""What must hold for the whole path, whatever the store."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from dragoman.desk import Added, Desk, is_since
from dragoman.model import BadInput, DragomanError, NothingFound, Trouble
from dragoman.model.ports import Clocks
from dragoman.show.contract import export_object
from tests.show.fakes import make_desk, make_parts, write_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "docs").mkdir()
    return write_files(tmp_path / "docs")


def views(desk):
    answers = [desk.board("NOR", "PER"), desk.chronology("NOR", "PER"), desk.who()]
    return msgspec.json.encode([[export_object(found) for found in answer] for answer in answers])


def statuses(outcomes):
    return [outcome.status if isinstance(outcome, Added) else outcome.stage for outcome in outcomes]


def test_the_same_file_twice_adds_nothing(store, folder):
    desk = make_desk(store)
    assert statuses(desk.add(folder)) == ["new", "new"]
    before = views(desk)
    assert statuses(desk.add([folder, folder / "one.txt"])) == ["known", "known", "known"]
    assert views(desk) == before


def test_the_same_bytes_under_two_names_are_one_document(store, folder):
    (folder / "copy.txt").write_bytes((folder / "one.txt").read_bytes())
    assert sorted(statuses(make_desk(store).add(folder))) == ["known", "new", "new"]


def test_reading_again_with_the_same_version_changes_no_byte(store, folder):
    desk = make_desk(store)
    desk.add(folder)
    before = views(desk)
    assert desk.reread() == ()
    assert views(Desk(store, make_parts(day=9))) == before


def test_a_newer_reader_reads_again_with_the_options_of_then(store, folder):
    make_desk(store).add(folder, date=date(2020, 3, 1))
    newer = make_desk(store, "1.1", day=5)
    assert statuses(newer.reread()) == ["reread", "reread"]
    assert {kept.version for kept in newer.documents()} == {"1.1+fake date=2020-03-01"}
    assert {claim.when.start for claim in newer.claims()} == {date(2020, 3, 1)}
    assert {kept.version for kept in newer.documents(Clocks(known=datetime(2025, 1, 2, tzinfo=UTC)))} == {"1.0+fake date=2020-03-01"}


def test_reread_leaves_out_what_a_version_has_read(store, folder):
    make_desk(store).add(folder)
    assert make_desk(store, "1.1").reread(since="1.0") == ()
    assert len(make_desk(store, "1.1").reread(since="1.0.1")) == 2
    assert is_since("0.10.0+a", "0.9")
    assert not is_since("0.1.0+a", "0.1.0+b")
    with pytest.raises(DragomanError):
        is_since("0.1", "latest")


def test_one_bad_document_becomes_a_trouble_and_the_batch_goes_on(store, folder):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "explode.txt").write_text("explode")
    desk = make_desk(store)
    outcomes = desk.add(folder)
    assert sorted(statuses(outcomes)) == ["archive", "new", "new", "read"]
    assert {trouble.stage for trouble in desk.troubles()} == {"archive", "read"}
    assert all("bad.txt" in found.why or "explode.txt" in found.why for found in outcomes if isinstance(found, Trouble))


def test_a_date_given_later_reads_again(store, folder):
    desk = make_desk(store)
    desk.add(folder)
    assert statuses(desk.add(folder, date=date(2021, 1, 1))) == ["reread", "reread"]
    assert statuses(desk.add(folder)) == ["known", "known"]
    assert {kept.said for kept in desk.documents()} == {date(2021, 1, 1)}


def test_the_board_answers_with_the_words(store, folder):
    desk = make_desk(store)
    desk.add(folder / "one.txt", date=date(2020, 3, 1))
    desk.add(folder / "two.txt", date=date(2023, 3, 1))
    (row,) = desk.board("NOR", "PER")
    assert (row.state, row.since.start, row.reports[0].text) == ("resumed", date(2023, 3, 1), "PER resumed flights to NOR.")
    assert desk.board("NOR", "PER", said_by=date(2021, 1, 1))[0].state == "suspended"
    assert desk.board("NOR", "PER", known=date(2024, 1, 1)) == ()


def test_a_claim_is_found_by_how_its_id_begins(store, folder):
    desk = make_desk(store)
    desk.add(folder)
    claim = next(desk.claims())
    assert desk.claim(claim.id[:12]) == claim
    with pytest.raises(BadInput):
        desk.claim("c")
    with pytest.raises(NothingFound):
        desk.claim("nothing")


def test_verify_sees_a_claim_that_does_not_quote_its_text(store, folder):
    desk = make_desk(store)
    desk.add(folder)
    found = desk.verify()
    assert (found.n_files, found.n_documents, found.misses) == (2, 2, ())
    assert found.n_spans == 6
    kept = desk.documents()[0]
    reading = store.load_reading(kept.id, kept.version)
    forged = msgspec.structs.replace(reading, version="2.0", claims=(msgspec.structs.replace(reading.claims[0], text="It never rained."),))
    store.keep_reading(forged, kept.options, datetime(2025, 1, 2, tzinfo=UTC))
    store.activate([(forged.document, "2.0")], datetime(2025, 1, 2, tzinfo=UTC))
    assert [miss.document for miss in desk.verify().misses] == [kept.id]
