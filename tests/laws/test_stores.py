"""One suite that every store obeys."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Anchor, DragomanError, Judgement, ReadOptions, Trouble
from dragoman.model.ports import Clocks
from dragoman.model.sides import Scope
from dragoman.reconcile.entries import find_entries
from tests.laws.strategies import NO_OPTIONS, documents_with_claims

DAWN = datetime(2025, 1, 1, 6, tzinfo=UTC)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
batches = st.lists(documents_with_claims(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].document.id)


def fill(store, batch, start=DAWN):
    for number, (archived, reading) in enumerate(batch):
        store.keep(archived, reading, NO_OPTIONS, start + timedelta(hours=number))


def look(store, clocks=Clocks()):  # noqa: B008 (frozen)
    return (
        [msgspec.json.encode(claim) for claim in store.claims(clocks)],
        [document.id for document in store.documents(clocks)],
        [msgspec.json.encode(entry) for entry in find_entries(store.claims(clocks))],
    )


@FEW
@given(batch=batches)
def test_what_was_kept_comes_back_unchanged(open_store, batch):
    with open_store() as store:
        fill(store, batch)
        for archived, reading in batch:
            assert store.load_document(archived.document.id) == archived.document
            assert store.load_raw(archived.document.sha256) == archived.raw
            assert store.load_reading(reading.document, reading.version) == reading
        assert list(store.claims()) == [claim for _, reading in batch for claim in reading.claims]


@FEW
@given(batch=batches)
def test_writing_twice_adds_nothing(open_store, batch):
    with open_store() as store:
        fill(store, batch)
        before = look(store)
        again = [store.keep(archived, reading, NO_OPTIONS, DAWN + timedelta(days=1)) for archived, reading in batch]
        assert not any(again)
        assert look(store) == before


@FEW
@given(batch=batches, data=st.data())
def test_the_order_of_documents_does_not_change_the_entries(open_store, batch, data):
    with open_store() as one, open_store() as other:
        fill(one, batch)
        fill(other, data.draw(st.permutations(batch)))
        assert find_entries(one.claims()) == find_entries(other.claims())


@FEW
@given(batch=batches, newer=documents_with_claims("reader-2.0"))
def test_a_new_reading_counts_only_once_it_is_active_and_the_past_stays_known(open_store, batch, newer):
    archived, reading = batch[0]
    second = msgspec.structs.replace(newer[1], document=archived.document.id, claims=())
    with open_store() as store:
        fill(store, batch)
        before = look(store)
        assert store.keep_reading(second, NO_OPTIONS, DAWN + timedelta(days=1))
        assert look(store) == before
        assert store.activate([(second.document, second.version)], DAWN + timedelta(days=2)) == 1
        assert store.activate([(second.document, second.version)], DAWN + timedelta(days=3)) == 0
        assert [claim for claim in store.claims() if claim.document == archived.document.id] == []
        assert look(store, Clocks(known=DAWN + timedelta(days=1))) == before
        assert store.load_reading(reading.document, reading.version) == reading
        store.activate([(reading.document, reading.version)], DAWN + timedelta(days=4))
        assert look(store) == before


@FEW
@given(batch=batches)
def test_a_switch_is_all_or_none(open_store, batch):
    archived, reading = batch[0]
    second = msgspec.structs.replace(reading, version="reader-2.0", claims=())
    with open_store() as store:
        fill(store, batch)
        store.keep_reading(second, NO_OPTIONS, DAWN)
        before = look(store)
        with pytest.raises(DragomanError):
            store.activate([(second.document, second.version), (archived.document.id, "reader-3.0")], DAWN)
        assert look(store) == before


@FEW
@given(batch=batches)
def test_the_record_as_it_was_known_before_a_document_came(open_store, batch):
    with open_store() as store, open_store() as part:
        fill(store, batch)
        fill(part, batch[:1])
        assert look(store, Clocks(known=DAWN)) == look(part)
        assert look(store, Clocks(known=DAWN - timedelta(seconds=1))) == ([], [], [])


@FEW
@given(batch=batches)
def test_only_what_had_been_published_by_then(open_store, batch):
    with open_store() as store:
        fill(store, batch)
        for archived, _ in batch:
            said = archived.document.published or DAWN.date()
            wanted = [one.document.id for one, _ in batch if (one.document.published or DAWN.date()) <= said]
            assert [document.id for document in store.documents(Clocks(said_by=said))] == wanted
            assert {claim.document for claim in store.claims(Clocks(said_by=said))} <= set(wanted)


@FEW
@given(batch=batches)
def test_claims_are_found_by_their_sides_and_by_how_their_id_begins(open_store, batch):
    with open_store() as store:
        fill(store, batch)
        every = [claim for _, reading in batch for claim in reading.claims]
        scopes = [Scope(frozenset({"NOR", "EU"})), Scope(frozenset({"NOR"}), frozenset({"PER", "SUN"})), Scope(kinds=frozenset({"event", "post"}))]
        scopes += [Scope(frozenset({"NOR"}), frozenset({"PER"}), loose=frozenset({"post", "statement"}))]
        scopes += [Scope(kinds=frozenset({"channel"}), events=frozenset({"CONSULT", "SANCTION"}))]
        for scope in scopes:
            assert list(store.claims(scope=scope)) == [claim for claim in every if scope.holds(claim)]
            wanted = [reading.document for _, reading in batch if any(map(scope.holds, reading.claims))]
            assert [kept.id for kept in store.documents(scope=scope)] == wanted
        named = [batch[-1][0].document.id, "nothing"]
        assert [kept.id for kept in store.documents(ids=named)] == named[:1]
        for claim in every:
            assert claim in store.find_claim(claim.id[:15])
        assert store.find_claim("c%") == []


@FEW
@given(pair=documents_with_claims())
def test_a_document_with_other_bytes_than_its_id_says_is_refused_whole(open_store, pair):
    archived, reading = pair
    forged = type(archived)(archived.document, archived.raw + b"!")
    with open_store() as store:
        with pytest.raises(DragomanError):
            store.keep(forged, reading, NO_OPTIONS, DAWN)
        assert store.documents() == []
        assert list(store.editions()) == []


def test_troubles_and_judgements_are_kept_once(open_store):
    trouble = Trouble(document="a.pdf", stage="archive", why="a.pdf: is encrypted")
    anchor = Anchor(sha256="0" * 64, quote="q", before="", after="", kind="event", fields={"type": "AGREE"})
    judgement = Judgement(id="j1", verdict="reject", anchors=(anchor,), by="an analyst", at=DAWN, why="not so")
    with open_store() as store:
        assert (store.keep_troubles([trouble, trouble], DAWN), store.keep_troubles([trouble], DAWN)) == (1, 0)
        assert (store.keep_judgement(judgement), store.keep_judgement(judgement)) == (True, False)
        assert store.troubles() == [trouble]
        assert store.judgements() == [judgement]


@FEW
@given(pair=documents_with_claims())
def test_a_new_edition_of_the_text_takes_the_place_of_the_old_one(open_store, pair):
    archived, reading = pair
    newer = msgspec.structs.replace(archived.document, id=f"{archived.document.sha256}.text-2", text=archived.document.text + " end")
    second = msgspec.structs.replace(reading, document=newer.id, claims=())
    with open_store() as store:
        store.keep(archived, reading, NO_OPTIONS, DAWN)
        store.keep(type(archived)(newer, archived.raw), second, ReadOptions(), DAWN)
        assert [document.id for document in store.documents()] == [newer.id]
        assert list(store.editions()) == [archived.document.id, newer.id]
