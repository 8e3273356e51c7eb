"""Lines kept block by block: whatever came in which order, was taken back or was killed, they are what a full computation gives."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dragoman.desk import Desk
from dragoman.desk.blocks import find_due, refresh
from dragoman.desk.corrections import Corrections
from dragoman.model import Document, Reading, claim_id
from dragoman.model.ports import Clocks
from dragoman.model.sides import find_sides
from dragoman.reconcile.entries import reconcile
from dragoman.reconcile.judged import apply_judged, judge_entries
from dragoman.reconcile.known import make_known
from dragoman.record.memory import MemoryStore
from tests.laws.strategies import NO_OPTIONS, FakeArchived, documents_with_claims
from tests.show.fakes import make_desk, make_parts, write_files

DAWN = datetime(2025, 1, 1, 6, tzinfo=UTC)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
batches = st.lists(documents_with_claims(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].document.id)


def keep(store, pair):
    store.keep(*pair, NO_OPTIONS, DAWN)


def look(desk):
    """What the desk answers, and the bytes that it keeps."""
    view = desk.view()
    desk.refresh()
    kept = {block.name: block.body for block in desk.store.blocks.find() if block.body and b'"claim":' in block.body}
    return msgspec.json.encode([view.entries, view.disputes, sorted(view.claims)]), kept


def compute(desk):
    """What the claims give, computed at once and without anything that was kept."""
    judged = desk.judged()
    claims = list(apply_judged([*desk.claims(), *(found.added for found in judged if found.added)], judged))
    made = reconcile(claims, make_known({kept.id: kept for kept in desk.documents()}, judged))
    return msgspec.json.encode([judge_entries(made.entries, judged, {claim.id: claim for claim in claims}), made.disputes, sorted({c.id for c in claims})])


def draw_judgement(desk, data):
    claim = data.draw(st.sampled_from(list(desk.claims())))
    verdict, fields = data.draw(st.sampled_from([("reject", {}), ("accept", {}), ("correct", {"modality": "denied"}), ("correct", {"when": None})]))
    disputes = desk.view().disputes
    if disputes and data.draw(st.booleans()):
        dispute = data.draw(st.sampled_from(disputes))
        return desk.judge("resolve", dispute.rivals[0].claims[:1], by="Ana", why="so", fields={"conflict": dispute.id, "as": "settled"})
    return desk.judge(verdict, [claim.id], by="Ana", why="so", fields=fields)


@FEW
@given(batch=batches, data=st.data())
def test_any_order_of_adds_and_judgements_and_undoing_them_gives_what_a_full_computation_gives(open_store, batch, data):
    with open_store() as store:
        desk = Desk(store, make_parts())
        for pair in data.draw(st.permutations(batch)):
            keep(store, pair)
            assert look(desk)[0] == compute(desk)
        if not list(desk.claims()):
            return
        before = look(desk)
        judgement = draw_judgement(desk, data)
        assert look(desk)[0] == compute(desk)
        desk.undo(judgement.id, by="Ana", why="no")
        assert look(desk) == before
        assert desk.rebuild().misses == ()
        assert look(desk) == before


@FEW
@given(batch=batches, data=st.data())
def test_the_order_of_documents_does_not_change_a_byte_that_is_kept(open_store, batch, data):
    with open_store() as one, open_store() as other:
        for pair in batch:
            keep(one, pair)
            look(Desk(one, make_parts()))
        for pair in data.draw(st.permutations(batch)):
            keep(other, pair)
        assert look(Desk(one, make_parts())) == look(Desk(other, make_parts()))


@FEW
@given(batch=batches, newer=documents_with_claims("reader-2.0"))
def test_another_reading_changes_its_blocks_and_going_back_restores_every_byte(open_store, batch, newer):
    document, reading = batch[0][0].document, batch[0][1]
    claims = tuple(msgspec.structs.replace(claim, document=document.id) for claim in newer[1].claims)
    with open_store() as store:
        desk = Desk(store, make_parts())
        for pair in batch:
            keep(store, pair)
        before = look(desk)
        store.keep_reading(Reading(document=document.id, version="reader-2.0", claims=claims), NO_OPTIONS, DAWN)
        assert look(desk) == before
        store.activate([(document.id, "reader-2.0")], DAWN + timedelta(days=1))
        assert look(desk)[0] == compute(desk)
        past = desk.view(Clocks(known=DAWN))
        assert msgspec.json.encode([past.entries, past.disputes, sorted(past.claims)]) == before[0]
        store.activate([(document.id, reading.version)], DAWN + timedelta(days=2))
        assert look(desk) == before


@FEW
@given(batch=batches)
def test_a_view_of_some_sides_has_the_lines_of_the_whole_that_name_them(open_store, batch):
    with open_store() as store:
        desk = Desk(store, make_parts())
        for pair in batch:
            keep(store, pair)
        whole = desk.view()
        for code in ("NOR", "SUN"):
            wanted = [entry for entry in whole.entries if any(code in find_sides(whole.claims[name]) for name in (*entry.support, *entry.against))]
            assert desk.entries(sides=[code]) == wanted


def test_an_add_that_was_killed_before_its_lines_were_computed_is_made_good_by_the_next_question(store, tmp_path):
    desk = make_desk(store)
    folder = write_files(tmp_path)
    added = desk.add_each([folder / "one.txt"], NO_OPTIONS)
    next(added)
    added.close()
    assert find_due(store, Corrections(store, []))
    assert [row.state for row in desk.board("NOR", "PER")] == ["suspended"]
    desk.refresh()
    assert find_due(store, Corrections(store, [])) == []


def test_an_add_computes_only_the_blocks_that_it_touches(store, tmp_path):
    desk = make_desk(store)
    folder = write_files(tmp_path)
    (folder / "three.txt").write_text("CHL stopped flights to SWE.\n")
    desk.add([folder / "one.txt", folder / "two.txt"])
    before = {block.name: block for block in store.blocks.find()}
    (archived,) = desk.parts.load(folder / "three.txt")
    store.keep(archived, desk.parts.read(archived.document, NO_OPTIONS), NO_OPTIONS, DAWN)
    due = find_due(store, Corrections(store, []))
    assert len(due) == 2
    assert not {block.name for block in due} & before.keys()


def test_rebuilding_names_a_kept_block_that_is_not_what_its_claims_give(store, tmp_path):
    desk = make_desk(store)
    desk.add(write_files(tmp_path))
    assert desk.rebuild().misses == ()
    blocks = store.blocks.find()
    spoilt = next(block for block in blocks if block.body and b"suspended" in block.body)
    store.blocks.keep([replace(spoilt, body=spoilt.body.replace(b"suspended", b"ended"))])
    found = desk.rebuild()
    assert [miss.document for miss in found.misses] == [spoilt.name]
    assert desk.rebuild().misses == ()


def test_what_another_writer_changes_while_a_block_is_computed_is_not_kept_under_the_former_digest(store, tmp_path, monkeypatch):
    desk = make_desk(store)
    desk.add(write_files(tmp_path))
    (first, *_) = desk.documents()
    store.keep_reading(Reading(document=first.id, version="reader-2.0"), NO_OPTIONS, DAWN)
    store.blocks.clear()
    corrections = Corrections(store, [])
    due = find_due(store, corrections)
    store.activate([(first.id, "reader-2.0")], DAWN)
    assert len(list(refresh(store, corrections, due))) == len(due)
    store.activate([(first.id, first.version)], DAWN + timedelta(days=1))
    view = desk.view()
    assert {claim.document for claim in view.claims.values()} == {kept.id for kept in desk.documents()}
    assert desk.rebuild().misses == ()


def test_a_claim_that_a_person_added_is_dated_anew_with_its_document(store, tmp_path):
    desk = make_desk(store)
    desk.add(write_files(tmp_path))
    (first, *_) = [claim for claim in desk.claims() if claim.kind == "channel"]
    added = msgspec.structs.replace(first, channel="visa_regime")
    added = msgspec.structs.replace(added, id=claim_id(added))
    desk.add_claim(added, by="Ana", why="it says so")
    assert desk.view().said_on(added) is None
    desk.add(tmp_path, date=date(2020, 2, 2))
    assert desk.view().said_on(added) == date(2020, 2, 2)
    assert desk.rebuild().misses == ()


HASHED = "from tests.laws.test_blocks import hash_kept; hash_kept()"
many = st.lists(documents_with_claims(), min_size=15, max_size=20, unique_by=lambda pair: pair[0].document.id)


def hash_kept():
    """Write all blocks, in a few digits, that a desk keeps of the documents and readings on standard input."""
    rows = msgspec.json.decode(sys.stdin.buffer.read(), type=list[tuple[Document, bytes, Reading]])
    desk = Desk(MemoryStore(), make_parts())
    for document, raw, reading in rows:
        keep(desk.store, (FakeArchived(document, raw), reading))
    desk.refresh()
    sys.stdout.write(hashlib.sha256(b"".join(block.body or b"" for block in desk.store.blocks.find())).hexdigest())


@settings(FEW, max_examples=3, phases=[Phase.generate])
@given(batch=many)
def test_the_bytes_that_are_kept_do_not_depend_on_the_seed_of_hashes(batch):
    told = msgspec.json.encode([(archived.document, archived.raw, reading) for archived, reading in batch])
    found = set()
    for seed in ("1", "2", "3"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", HASHED], input=told, env=environment, capture_output=True, check=True)  # noqa: S603 (ourselves)
        found.add(done.stdout)
    assert len(found) == 1
