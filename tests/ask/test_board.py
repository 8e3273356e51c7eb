# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

import dataclasses
from datetime import date

from dragoman.ask.board import Board
from dragoman.ask.dyad import Dyad
from dragoman.know.states import load_ledger
from dragoman.model import When
from tests.ask.builders import channel, on, state, view

DYAD = Dyad("NOR", "PER")


def rows(*claims, said=None, **options):
    return Board(dyad=DYAD, **options).answer(view(*claims, said=said))


def test_the_last_dated_change_decides():
    opened = channel("Oslo and Lima opened a route in 2010.", "established", ["NOR", "PER"], When.in_year(2010))
    stopped = channel("Flights stopped in March 2020.", "suspended", ["PER", "NOR"], When.in_month(2020, 3), start=50)
    (row,) = rows(stopped, opened)
    assert (row.state, row.since) == ("suspended", stopped.when)
    assert [report.text for report in row.reports] == [stopped.text]


def test_the_board_is_rewound_to_a_day():
    opened = channel("Oslo and Lima opened a route in 2010.", "established", ["NOR", "PER"], When.in_year(2010))
    stopped = channel("Flights stopped in March 2020.", "suspended", ["PER", "NOR"], When.in_month(2020, 3), start=50)
    (row,) = rows(stopped, opened, on=date(2015, 1, 1))
    assert row.state == "established"
    assert row.last_evidence <= date(2015, 1, 1)
    assert rows(stopped, opened, on=date(2009, 1, 1)) == ()


def test_what_has_no_time_is_known_from_its_publication_on():
    undated = channel("Norway has put sanctions on Peru.", "established", ["NOR", "PER"], channel="sanctions")
    assert rows(undated, on=date(2000, 1, 1)) == ()
    (row,) = rows(undated, on=date(2025, 5, 1))
    assert row.state == "established"


def test_a_change_told_again_keeps_its_first_date_in_its_finest_form():
    rough = channel("The embassy opened in 1990.", "established", ["NOR", "PER"], When.in_year(1990), channel="embassy")
    fine = channel("The embassy opened on 30 September 1990.", "established", ["NOR", "PER"], on(1990, 9, 30), start=40, channel="embassy")
    later = channel("The embassy opened in 1991.", "established", ["NOR", "PER"], When.in_year(1991), start=90, channel="embassy")
    (row,) = rows(rough, fine, later)
    assert row.since == fine.when
    assert len(row.reports) == 3


def test_an_observation_does_not_undo_a_change_but_is_reported():
    stopped = channel("Flights stopped in March 2020.", "suspended", ["NOR", "PER"], When.in_month(2020, 3))
    seen = channel("Planes fly between the two.", "open", ["NOR", "PER"], on(2025, 5, 1), start=50)
    (row,) = rows(stopped, seen)
    assert row.state == "suspended"
    assert row.last_evidence == date(2025, 5, 1)
    assert seen.id in {report.claim for report in row.reports}


def test_a_denial_changes_nothing():
    denied = channel("Lima denied that flights had resumed.", "resumed", ["NOR", "PER"], on(2025, 4, 1), modality="denied")
    assert rows(denied) == ()


def test_what_is_only_talked_of_is_on_the_table():
    stopped = channel("Flights stopped in March 2020.", "suspended", ["NOR", "PER"], When.in_month(2020, 3))
    talked = channel("They discuss the resumption of flights.", "resumed", ["NOR", "PER"], on(2025, 5, 1), start=50, modality="discussed")
    (row,) = rows(stopped, talked)
    assert row.state == "suspended"
    assert [(found.state, found.modality, found.since) for found in row.on_the_table] == [("resumed", "discussed", date(2025, 5, 1))]


def test_talk_that_was_overtaken_is_off_the_table():
    talked = channel("They discuss closing the route.", "suspended", ["NOR", "PER"], on(2019, 5, 1), modality="discussed", document="old")
    stopped = channel("Flights stopped in March 2020.", "suspended", ["NOR", "PER"], When.in_month(2020, 3), start=50)
    (row,) = rows(stopped, talked, said={"old": date(2019, 5, 1)})
    assert row.on_the_table == ()


def test_owners_and_seats_make_rows_of_their_own():
    embassy = {"channel": "embassy"}
    theirs = channel("Norway keeps an embassy in Lima.", "open", ["NOR", "PER"], at="Lima", **embassy)
    ours = channel("Peru keeps an embassy in Oslo.", "open", ["PER", "NOR"], at="Oslo", start=40, **embassy)
    flights = [channel("Planes fly.", "open", pair, start=number) for number, pair in enumerate((["NOR", "PER"], ["PER", "NOR"]), 90)]
    found = rows(theirs, ours, *flights)
    assert [(row.channel, row.at) for row in found] == [("air_link", None), ("embassy", "Lima"), ("embassy", "Oslo")]
    assert [actor.country for actor in found[1].between] == ["NOR", "PER"]


def test_predecessors_count_unless_strict():
    claim = channel("Moscow and Oslo set up a hotline in 1970.", "established", ["SUN", "NOR"], When.in_year(1970), channel="hotline")
    asked = Dyad("RUS", "NOR")
    (row,) = Board(dyad=asked).answer(view(claim))
    assert state("SUN") in row.between
    assert Board(dyad=asked, strict=True).answer(view(claim)) == ()


def test_others_are_left_out():
    assert rows(channel("Chile opened a route to Lima.", "established", ["CHL", "PER"], on(2020))) == ()


def test_what_has_no_date_is_reported_and_lends_no_date():
    stopped = channel("Flights stopped in March 2020.", "suspended", ["NOR", "PER"], When.in_month(2020, 3), document="undated")
    undated = channel("Flights have resumed.", "resumed", ["NOR", "PER"], start=50, document="undated")
    talked = channel("They may cease again.", "ended", ["NOR", "PER"], start=90, modality="possible", document="undated")
    said = {"undated": date(2025, 5, 1)}
    (row,) = Board(dyad=DYAD).answer(view(stopped, undated, talked, said=said, bound={"undated"}))
    assert (row.state, row.last_evidence) == ("suspended", date(2020, 3, 31))
    assert [report.text for report in row.reports] == [stopped.text, undated.text, talked.text]
    assert [found.since for found in row.on_the_table] == [None]


def test_evidence_and_talk_are_no_finer_than_their_sources_date_them():
    stopped = channel("Flights stopped in 2020.", "suspended", ["NOR", "PER"], When.in_year(2020))
    agreed = channel("In March 2021 they agreed to resume flights.", "resumed", ["NOR", "PER"], When.in_month(2021, 3), start=50, modality="agreed")
    (row,) = Board(dyad=DYAD).answer(view(stopped, bound={"d1"}))
    assert (row.last_evidence, row.evidence_when) == (date(2020, 12, 31), stopped.when)
    (row,) = Board(dyad=DYAD).answer(view(stopped, agreed, bound={"d1"}))
    assert (row.last_evidence, row.evidence_when) == (date(2021, 3, 31), agreed.when)
    assert [(found.since, found.told_when) for found in row.on_the_table] == [(date(2021, 3, 1), agreed.when)]
    talked = channel("They may resume flights.", "resumed", ["NOR", "PER"], start=150, modality="possible")
    (row,) = Board(dyad=DYAD).answer(view(stopped, agreed, talked))
    assert (row.last_evidence, row.evidence_when) == (date(2025, 5, 1), on(2025, 5, 1))


def test_what_was_only_planned_is_no_evidence_of_the_day_it_was_planned_for():
    planned = channel("Flights are to resume on 1 June 2021.", "resumed", ["NOR", "PER"], on(2021, 6, 1), modality="planned")
    (row,) = Board(dyad=DYAD).answer(view(planned, bound={"d1"}))
    assert (row.last_evidence, row.evidence_when) == (None, None)


def test_a_link_that_lapsed_with_its_state_is_a_spell_of_its_own():
    first = channel("They set up relations in 1884.", "established", ["RUS", "KOR"], When.in_year(1884), channel="diplomatic_relations")
    again = channel("They set up relations on 30 September 1990.", "established", ["SUN", "KOR"], on(1990, 9, 30), start=60, channel="diplomatic_relations")
    seen = with_ledger(view(first, again))
    assert [row.since for row in Board(dyad=Dyad("RUS", "KOR")).answer(seen)] == [again.when]
    assert [row.since for row in Board(dyad=Dyad("RUS", "KOR"), on=date(1900, 1, 1)).answer(seen)] == [first.when]
    assert Board(dyad=Dyad("RUS", "KOR"), on=date(1960, 1, 1)).answer(seen) == ()


def test_a_row_names_the_conflicts_of_its_claims():
    one = channel("Relations were set up on 3 May 1990.", "established", ["NOR", "PER"], on(1990, 5, 3), channel="diplomatic_relations")
    other = channel("They set up relations in 1991.", "established", ["NOR", "PER"], When.in_year(1991), start=60, channel="diplomatic_relations")
    seen = view(one, other)
    (row,) = Board(dyad=DYAD).answer(seen)
    assert row.conflicts
    assert {name for entry in seen.entries for name in entry.conflicts} == set(row.conflicts)


def with_ledger(seen):
    """The same view with the real ledger of states."""
    return dataclasses.replace(seen, ledger=load_ledger())
