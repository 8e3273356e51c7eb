# ruff: noqa: ANN002 (builders of tests pass on whatever fields they are given)

from datetime import date

import pytest

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.ask.filters import parse_filter
from dragoman.ask.who import Who
from dragoman.model import BadInput, When
from tests.ask.builders import channel, event, on, post, view

MET = event("They met in Lima on 3 May 2022.", ["NOR", "PER"], [], on(2022, 5, 3))
PAID = event("Norway sent aid to Peru.", ["NOR"], ["PER"], When.in_year(2019), start=50, type="AID", language="ru", modality="alleged")
FLOWN = channel("Planes fly between Oslo and Lima.", "open", ["NOR", "PER"], start=90)
SENT = post("Ambassador Berg left Peru.", "Berg", "ambassador", "NOR", "former", on(2020), start=130, document="d2")
ALL = view(MET, PAID, FLOWN, SENT, said={"d2": date(2020, 6, 1)})


def kept(text, every=ALL):
    conditions = parse_filter(text)
    return {entry.claim.id for entry in every.entries if conditions.keeps(entry, every)}


def ids(*claims):
    return {claim.id for claim in claims}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [MET, PAID, FLOWN, SENT]),
        ("kind:event", [MET, PAID]),
        ("kind:event,channel", [MET, PAID, FLOWN]),
        ("-kind:event", [FLOWN, SENT]),
        ("plover:consult", [MET]),
        ("plover:AID lang:ru", [PAID]),
        ("from:2020", [MET, SENT]),
        ("from:2019-06 to:2020-12", [PAID, SENT]),
        ("to:2019", [PAID]),
        ("channel:air_link", [FLOWN]),
        ("modality:alleged", [PAID]),
        ("-modality:alleged kind:event", [MET]),
        ("status:unreviewed lima", [MET, FLOWN]),
        ('"oslo and lima"', [FLOWN]),
        ("oslo lima", [FLOWN]),
        ("actor:berg", [SENT]),
        ("actor:per", [MET, PAID, FLOWN]),
        ("actor:er", []),
        ("office:ambassador", [SENT]),
        ("outlet:d2", [SENT]),
        ("dyad:nor-per kind:event -aid", [MET]),
        ("NOR-PER kind:event", [MET, PAID]),
        ("NOR-SWE", []),
        ("it's", []),
    ],
)
def test_conditions_all_hold(text, found):
    assert kept(text) == ids(*found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kind:meeting", "kind is one of event"),
        ("plover:TALK", "plover is one of AGREE"),
        ("from:May", "is no date"),
        ("to:2022-13", "there is no such day"),
        ("dyad:NOR", "is no pair"),
        ("colour:red", "no such filter; write one of dyad:, kind:"),
        ("kind:", "no such filter"),
        ('"oslo', "is not closed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_can_be_written(text, reason):
    with pytest.raises(BadInput, match=reason):
        parse_filter(text)
    with pytest.raises(BadInput):
        Chronology(dyad=Dyad("NOR", "PER"), filter=text)


def test_a_time_of_day_or_an_address_is_text_and_no_filter():
    assert parse_filter("10:30").terms[0].values == ("10:30",)
    assert kept("https://example.org") == set()


def test_the_clocks_of_a_filter_are_those_of_the_question_unless_it_has_its_own():
    asked = Chronology(dyad=Dyad("NOR", "PER"), filter="said-by:2021 known:2024-02 on:2020-03-01")
    assert (asked.clocks.said_by, asked.clocks.known.date(), asked.day) == (date(2021, 12, 31), date(2024, 2, 29), date(2020, 3, 1))
    own = Chronology(dyad=Dyad("NOR", "PER"), filter="said-by:2021", said_by=date(2000, 1, 1), on=date(1999, 1, 1))
    assert (own.clocks.said_by, own.day) == (date(2000, 1, 1), date(1999, 1, 1))


def test_a_chronology_on_a_day_ends_there():
    assert [line.entry.claim for line in Chronology(dyad=Dyad("NOR", "PER"), on=date(2021, 1, 1)).answer(ALL)] == [PAID, FLOWN]


def test_who_takes_a_pair_of_states_where_a_title_stands():
    assert [tenure.person.name for tenure in Who(title="NOR-PER").answer(ALL) if tenure.person is not None] == ["Berg"]
    assert Who(title="SWE-PER").answer(ALL) == ()
