"""Lines of the record: the order of claims makes no difference, and the blocks one by one give what the whole gives."""

import dataclasses
import itertools
from collections import defaultdict
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Actor, Event, LiteralReading, When
from dragoman.reconcile import shares, shelf
from dragoman.reconcile.blocks import find_block
from dragoman.reconcile.entries import join_blocks, reconcile, reconcile_block
from dragoman.reconcile.groups import find_groups
from dragoman.reconcile.joining import join_keys, may_join
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import find_origins, share_origin
from dragoman.reconcile.shares import find_shares
from tests.ask.builders import channel, document, event, seal
from tests.laws.strategies import documents_with_claims

DOCUMENTS = {f"d{number}": document(f"d{number}", date(2024, 3, 1) + timedelta(days=number)) for number in range(1, 6)}
KNOWN = Known(DOCUMENTS)
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""Whole documents take their time to be made up on a busy machine."""
DAYS = st.dates(date(2024, 2, 25), date(2024, 3, 10))
TIMES = st.one_of(st.none(), DAYS.map(When.on), st.sampled_from([When.in_month(2024, 3), When.in_year(2024)]))


@st.composite
def tellings(draw):
    """An event or a link told by one of five documents."""
    when, name, text = draw(TIMES), draw(st.sampled_from(sorted(DOCUMENTS))), draw(st.text("abc ", min_size=3, max_size=12)) + "."
    modality = draw(st.sampled_from(["actual", "alleged", "negated", "planned"]))
    sides = draw(st.sampled_from([["NOR", "PER"], ["NOR", "CHL"]]))
    if draw(st.booleans()):
        state = draw(st.sampled_from(["established", "ended", "open"]))
        return channel(text, state, sides, when, document=name, channel="diplomatic_relations", modality=modality)
    made = event(text, sides, [], when, mode=draw(st.sampled_from([None, "visit", "phone"])), modality=modality, symmetric=True)
    return seal(msgspec.structs.replace(made, document=name))


@given(st.lists(tellings(), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_claims_makes_no_difference(claims, random):
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert msgspec.json.encode(reconcile(claims, KNOWN).entries) == msgspec.json.encode(reconcile(shuffled, KNOWN).entries)
    assert reconcile(claims, KNOWN).disputes == reconcile(shuffled, KNOWN).disputes


@given(st.lists(tellings(), max_size=14))
def test_blocks_one_by_one_give_what_the_whole_gives(claims):
    blocks = defaultdict(dict)
    for claim in claims:
        blocks[find_block(claim)][claim.id] = claim
    assert join_blocks(reconcile_block(list(block.values()), KNOWN) for block in blocks.values()) == reconcile(claims, KNOWN)


@given(st.lists(tellings(), max_size=14))
def test_every_claim_is_in_just_one_line_and_every_pair_in_a_line_may_join(claims):
    by_id = {claim.id: claim for claim in claims}
    entries = reconcile(claims, KNOWN).entries
    told = [name for entry in entries for name in (*entry.support, *entry.against)]
    assert sorted(told) == sorted(by_id)
    for entry in entries:
        members = [by_id[name] for name in (*entry.support, *entry.against)]
        assert all(may_join(one, other) for one in members for other in members if one is not other)
        assert 1 <= entry.n_origins <= max(1, entry.n_reports)
        assert isinstance(entry.claim, Event) == all(isinstance(claim, Event) for claim in members)


@given(st.lists(tellings(), min_size=1, max_size=10))
def test_taking_back_the_last_claim_restores_every_byte(claims):
    before = msgspec.json.encode(reconcile(claims[:-1], KNOWN).entries)
    reconcile(claims, KNOWN)
    assert msgspec.json.encode(reconcile(claims[:-1], KNOWN).entries) == before


@SLOW
@given(st.lists(documents_with_claims(), min_size=2, max_size=3))
def test_claims_that_may_join_share_a_key(read):
    claims = [claim for _, reading in read for claim in reading.claims]
    for one in claims:
        for other in claims:
            if one is not other and find_block(one) == find_block(other) and may_join(one, other):
                assert set(join_keys(one)) & set(join_keys(other))


@given(st.lists(tellings(), max_size=14))
def test_looking_only_at_what_is_near_gives_what_looking_at_everything_gives(claims):
    near = find_groups(claims, KNOWN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf.Shelf, "near", lambda self, claim: sorted({place for places in self._all.values() for place in places if claim}))
        assert find_groups(claims, KNOWN) == near


@SLOW
@given(st.lists(documents_with_claims(), max_size=3, unique_by=lambda read: read[0].document.id), st.sampled_from([None, "Nord"]))
def test_origins_are_what_comparing_each_with_each_gives(read, outlet):
    claims = [claim for _, reading in read for claim in reading.claims]
    days = {claim.document: date(2024, 3, 1) + timedelta(days=2 * place) for place, claim in enumerate(claims)}
    known = Known({name: dataclasses.replace(document(name, day), outlet=outlet) for name, day in days.items()})
    groups = [{claim.id} for claim in claims]
    for one, other in itertools.combinations(claims, 2):
        assert share_origin(one, other, known) == share_origin(other, one, known)
        if share_origin(one, other, known):
            met = [group for group in groups if one.id in group or other.id in group]
            groups = [group for group in groups if group not in met] + [set().union(*met)]
    found = find_origins(claims, known)
    assert sorted(sorted(group) for group in groups) == sorted(sorted(origin.claims) for origin in found)
    assert all(bool(origin.ties) == (len(origin.claims) > 1) for origin in found)


FAR = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2024, 12, 31)).map(When.on), st.builds(When.in_month, st.integers(2020, 2023), st.integers(1, 12)))
NEAR = st.dates(date(2021, 2, 20), date(2021, 5, 1)).map(When.on)
TOLD = {f"d{number}": document(f"d{number}", date(2020, 3, 1) + timedelta(days=170 * number)) for number in range(1, 9)}
PEOPLE = [
    Actor(name=name, type="person", country=code, role=role)
    for name, code, role in [("Ola Dahl", "NOR", "foreign minister"), ("Kari Berg", "NOR", "foreign minister"), ("Luis Rojas", "PER", "president")]
]


@st.composite
def scattered(draw):
    """A meeting or a link of one pair, told by one of eight documents of some years, some of it damaged by a translation."""
    name, text = draw(st.sampled_from(sorted(TOLD))), draw(st.text("abc ", min_size=3, max_size=12)) + "."
    literal = draw(st.sampled_from([None, None, None, LiteralReading(country="CHL", id=None)]))
    people = [msgspec.structs.replace(person, literal=literal) for person in draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))]
    modality = draw(st.sampled_from(["actual", "actual", "alleged", "negated"]))
    if draw(st.integers(0, 2)) == 0:
        state, at = draw(st.sampled_from(["suspended", "open", "resumed"])), draw(st.sampled_from([None, "Oslo"]))
        kind = draw(st.sampled_from(["embassy", "diplomatic_relations"]))
        return channel(text, state, ["NOR", "PER"], draw(FAR | NEAR), document=name, channel=kind, at=at, modality=modality)
    made = event(text, ["NOR", "PER"], [], draw(FAR | NEAR), mode=draw(st.sampled_from([None, "visit"])), modality=modality, symmetric=True)
    return seal(msgspec.structs.replace(made, document=name, source=(*made.source, *people)))


@SLOW
@given(st.lists(scattered(), min_size=4, max_size=40))
def test_shares_one_by_one_give_what_the_whole_block_gives(claims):
    known = Known(TOLD)
    blocks = defaultdict(dict)
    for claim in claims:
        blocks[find_block(claim)][claim.id] = claim
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shares, "SMALL", 1)
        for block in blocks.values():
            parted = find_shares(list(block.values()), known)
            assert sorted(claim.id for share in parted for claim in share) == sorted(block)
            assert join_blocks(reconcile_block(share, known) for share in parted) == reconcile_block(list(block.values()), known)


def test_claims_far_apart_are_shares_and_an_undated_one_ties_its_document():
    known = Known(TOLD)
    days = [date(2020, 1, 5), date(2021, 6, 1), date(2023, 9, 9)]
    claims = [event(f"{day}.", ["NOR", "PER"], [], When.on(day), mode="visit", symmetric=True) for day in days]
    claims = [seal(msgspec.structs.replace(claim, document="d1")) for claim in claims]
    undated = seal(msgspec.structs.replace(event("They met.", ["NOR", "PER"], [], None, mode="visit", symmetric=True), document="d1"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shares, "SMALL", 1)
        assert [len(share) for share in find_shares(claims, known)] == [1, 1, 1]
        assert [len(share) for share in find_shares([*claims, undated], known)] == [4]
