from datetime import date

import pytest

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad, find_pair, parse_dyad
from dragoman.ask.who import Who
from dragoman.model import When
from tests.ask.builders import FakeLedger, event, on, post, view


@pytest.mark.parametrize(("text", "found"), [("RUS-KOR", Dyad("RUS", "KOR")), ("nor-eu", Dyad("NOR", "EU")), ("NOR", None), ("NOR-NOR", None), ("a b-c", None)])
def test_a_dyad_is_two_codes(text, found):
    assert parse_dyad(text) == found


def test_a_predecessor_of_both_sides_counts_for_neither():
    pair = find_pair(Dyad("RUS", "UKR"), FakeLedger(), strict=False)
    assert pair.codes == {"RUS", "UKR"}
    assert find_pair(Dyad("SUN", "NOR"), FakeLedger(), strict=False).a == {"SUN"}


def test_a_chronology_is_in_order_of_time_and_undated_last():
    late = event("They met in 2020.", ["NOR", "PER"], [], When.in_year(2020))
    early = event("They met on 1 May 1999.", ["NOR", "PER"], [], on(1999, 5, 1), start=30)
    undated = event("They met once.", ["NOR", "PER"], [], start=60)
    other = event("Chile met Peru.", ["CHL", "PER"], [], on(2001), start=90)
    found = Chronology(dyad=Dyad("NOR", "PER")).answer(view(undated, late, other, early))
    assert [line.entry.claim for line in found] == [early, late, undated]
    assert [line.reports[0].text for line in found] == [early.text, late.text, undated.text]
    assert [line.entry.claim for line in Chronology(dyad=Dyad("NOR", "PER"), since=date(2000, 1, 1)).answer(view(late, early))] == [late]


def test_who_held_an_office_joins_what_was_seen():
    seen = [post(f"Minister Berg spoke, {year}.", "Berg", "foreign minister", "NOR", "incumbent", on(year), start=40 * year) for year in (2015, 2013)]
    left = post("Berg left in 2016.", "Berg", "foreign minister", "NOR", "former", When.in_year(2016))
    (tenure,) = Who(title="foreign minister", state="nor").answer(view(*seen, left))
    assert (tenure.observed_from, tenure.observed_to) == (date(2013, 1, 1), date(2015, 1, 1))
    assert (tenure.start, tenure.end, tenure.state) == (None, date(2016, 1, 1), "former")
    assert len(tenure.reports) == 3


def test_a_bare_minister_is_the_one_whose_ministry_another_report_names():
    told = post("Berg, the foreign minister, spoke.", "Berg", "foreign minister", "NOR", "incumbent", on(2019))
    bare = post("Minister Berg spoke.", "Berg", "minister", "NOR", "incumbent", on(2020), start=50)
    other = post("Minister Dahl spoke.", "Dahl", "minister", "NOR", "incumbent", on(2020), start=90)
    deputy = post("Deputy minister Dahl spoke.", "Dahl", "deputy foreign minister", "NOR", "incumbent", on(2019), start=120)
    tenures = Who(state="NOR").answer(view(told, bare, other, deputy))
    assert sorted((tenure.person.name, tenure.office.title, len(tenure.reports)) for tenure in tenures) == [
        ("Berg", "foreign minister", 2),
        ("Dahl", "deputy foreign minister", 1),
        ("Dahl", "minister", 1),
    ]


def test_who_takes_a_state_alone_and_a_day():
    old = post("Berg was appointed in 2010.", "Berg", "foreign minister", "NOR", "appointed", When.in_year(2010))
    left = post("Berg served until 2014.", "Berg", "foreign minister", "NOR", "former", When.in_year(2014).until(), start=50)
    new = post("Dahl was appointed in 2015.", "Dahl", "foreign minister", "NOR", "appointed", When.in_year(2015), start=90)
    every = view(old, left, new)
    assert [tenure.person.name for tenure in Who(title="NOR").answer(every)] == ["Berg", "Dahl"]
    assert [tenure.person.name for tenure in Who(state="NOR", on=date(2012, 1, 1)).answer(every)] == ["Berg"]
    assert [tenure.person.name for tenure in Who(state="NOR", on=date(2020, 1, 1)).answer(every)] == ["Dahl"]
    assert Who(title="ambassador").answer(every) == ()


def test_an_office_that_is_only_planned_for_somebody_is_held_by_nobody():
    planned = post("Dahl may become minister.", "Dahl", "foreign minister", "NOR", "appointed", modality="possible")
    assert Who(state="NOR").answer(view(planned)) == ()
