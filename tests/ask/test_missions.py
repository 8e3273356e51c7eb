"""Missions on the board: what expulsions and recalls make of embassies, and who stands for a state."""

# ruff: noqa: ANN003 (builders of tests pass on whatever fields they are given)

import msgspec

from dragoman.ask.board import Board
from dragoman.ask.dyad import Dyad
from dragoman.ask.missions import read_link, stand_for
from dragoman.model import Actor, When
from dragoman.model.sides import Scope
from tests.ask.builders import channel, event, on, view

DYAD = Dyad("NOR", "PER")


def expulsion(text, source, target, when=None, *, mode="expel", **fields):
    return event(text, source, target, when, type="SANCTION", quad=4, mode=mode, contexts=("diplomatic",), **fields)


def test_an_expulsion_restricts_the_embassy_of_those_who_must_leave():
    told = expulsion("Oslo expelled two diplomats of Peru.", ["NOR"], ["PER"], on(2024, 5, 2))
    (row,) = Board(dyad=DYAD).answer(view(told))
    assert (row.channel, [actor.side for actor in row.between], row.state, row.since) == ("embassy", ["PER", "NOR"], "restricted", told.when)
    assert [report.claim for report in row.reports] == [told.id]


def test_a_recall_lowers_the_own_embassy_and_an_expelled_ambassador_that_of_the_other():
    recall = expulsion("Lima called its ambassador in Oslo home.", ["PER"], ["NOR"], on(2024, 5, 3), mode="withdraw")
    (row,) = Board(dyad=DYAD).answer(view(recall))
    assert ([actor.side for actor in row.between], row.state) == (["PER", "NOR"], "downgraded")
    envoy = Actor(name="Ana Silva", type="person", country="PER", role="ambassador")
    link = read_link(msgspec.structs.replace(expulsion("Oslo told the ambassador to go.", ["NOR"], []), target=(envoy,)))
    assert link is not None
    assert link.state == "downgraded"


def test_an_expulsion_is_told_of_the_mission_whose_seat_is_known():
    seat = channel("Peru has an embassy in Oslo.", "open", ["PER", "NOR"], on(2023, 1, 1), channel="embassy", at="Oslo")
    told = expulsion("Oslo expelled two diplomats of Peru.", ["NOR"], ["PER"], on(2024, 5, 2), start=60)
    (row,) = Board(dyad=DYAD).answer(view(seat, told))
    assert (row.at, row.state, len(row.reports)) == ("Oslo", "restricted", 2)
    (before,) = Board(dyad=DYAD, on=on(2023, 6, 1).start).answer(view(seat, told))
    assert before.state == "open"


def test_a_planned_expulsion_is_on_the_table_and_other_sanctions_are_no_link():
    planned = expulsion("Oslo may expel the diplomats of Peru.", ["NOR"], ["PER"], modality="possible")
    (row,) = Board(dyad=DYAD).answer(view(planned))
    assert (row.state, [(found.state, found.modality) for found in row.on_the_table]) == (None, [("restricted", "possible")])
    assert read_link(event("Oslo left the fish market of Peru.", ["NOR"], ["PER"], type="SANCTION", mode="withdraw", contexts=("economic",))) is None


def test_the_board_asks_for_events_of_these_types_alone():
    scope = Scope(kinds=Board.kinds, events=Board.events)
    assert scope.holds(expulsion("Oslo expelled two diplomats of Peru.", ["NOR"], ["PER"]))
    assert not scope.holds(event("They met.", ["NOR", "PER"], []))


def test_one_state_aimed_at_is_one_item_as_firmly_as_it_is_told():
    planned = channel("They plan to fly again.", "resumed", ["NOR", "PER"], modality="planned")
    possible = channel("They might fly again, an expert said.", "resumed", ["NOR", "PER"], start=50, modality="possible")
    (row,) = Board(dyad=DYAD).answer(view(planned, possible))
    assert [(found.state, found.modality) for found in row.on_the_table] == [("resumed", "planned")]
    assert len(row.reports) == 2


def test_a_regime_that_both_agreed_on_is_no_row_beside_the_one_that_was_made():
    agreed = channel("They agreed on visa-free travel.", "established", ["NOR", "PER"], When.in_year(2013), channel="visa_free", modality="agreed")
    made = channel("Peru lets Norwegians in without visas.", "established", ["PER", "NOR"], When.in_year(2014), start=60, channel="visa_free")
    (row,) = Board(dyad=DYAD).answer(view(agreed, made))
    assert (row.state, row.since, [actor.side for actor in row.between]) == ("established", made.when, ["PER", "NOR"])


def test_bodies_and_people_stand_for_their_state_and_firms_do_not():
    ministry = Actor(name="Foreign Ministry", type="agency", country="PER")
    assert (stand_for(ministry).type, stand_for(ministry).side) == ("state", "PER")
    firm = Actor(name="Fjord AS", type="firm", country="NOR")
    assert stand_for(firm) == firm
