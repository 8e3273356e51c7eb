"""One sentence for each claim, in words that everybody knows."""

from datetime import date

import msgspec
import pytest

from dragoman.ask.who import Who
from dragoman.know.plover import load_plover
from dragoman.model import Actor, Instrument, Statement, When
from dragoman.model.claim import ChannelState, ChannelType, InstrumentState
from dragoman.show.moments import say_age, say_days_in, say_precision, say_tenure, say_when
from dragoman.show.sentences import find_shape, load_wording, name_state, say_actor, say_claim, say_reporter, say_voices
from tests.ask.builders import channel, event, on, place, post, seal, state, view
from tests.show.library import make_library


def test_every_type_of_event_has_its_verb_and_every_link_its_name_and_shape():
    wording = load_wording()
    assert set(load_plover().types) <= set(wording.verbs)
    assert {name.partition(" ")[2] for name in wording.verbs} - {""} <= {mode for row in load_plover().types.values() for mode in row.modes}
    assert set(wording.channels) == set(ChannelType.__args__)
    assert set(wording.shapes) == {*ChannelState.__args__, *InstrumentState.__args__}
    assert find_shape(None) == "none"


def test_who_does_what_to_whom():
    assert say_claim(event("x", ("NOR",), ("PER",), type="CONSULT", mode="visit")) == "Norway visits Peru"
    assert say_claim(event("x", ("NOR", "PER"), (), type="CONSULT", symmetric=True)) == "Norway and Peru talk"
    assert say_claim(event("x", ("NOR", "CHL"), ("PER",), type="ACCUSE")) == "Norway and Chile accuse Peru"
    assert say_claim(channel("x", "suspended", ("NOR", "PER"))) == "Air link Norway – Peru: suspended"
    assert say_claim(post("x", "Olsen", "envoy", "NOR", "incumbent")) == "Olsen: envoy of Norway, incumbent"
    assert say_claim(post("x", None, "envoy", "NOR", "vacant")) == "Nobody: envoy of Norway, vacant"


@pytest.mark.parametrize(("name", "verb"), [("experts", "speak"), ("Chinese troops", "speak"), ("the press", "speaks"), ("Ministry of Affairs", "speaks")])
def test_a_plural_speaks_in_the_plural(name, verb):
    claim = seal(Statement(**place("x", 0), speaker=(Actor(name=name, type="people"),), about=(), mode="indirect", content="x"))
    assert say_claim(claim) == f"{name} {verb}"


def test_an_instrument_that_is_called_by_its_type_says_it_once():
    agreement = Instrument(**place("x", 0), title="agreement", type="agreement", parties=(state("NOR"), state("PER")), state="in_force")
    assert say_claim(seal(agreement)) == "agreement in force · Norway and Peru"
    assert say_claim(seal(msgspec.structs.replace(agreement, title="Accord of Callao"))).startswith("Accord of Callao (agreement) in force")


@pytest.mark.parametrize(("reporter", "said"), [("페루", "Peru"), ("Норвегия", "Norway"), ("Andes Daily", "Andes Daily"), ("a.txt", "a.txt")])
def test_a_state_that_reports_a_figure_is_called_by_its_english_name(reporter, said):
    assert say_reporter(reporter) == said


def test_every_claim_of_the_library_has_a_sentence():
    for claim in make_library().claims():
        assert len(say_claim(claim)) > 8
        assert say_voices(claim) == ""


def test_a_name_that_nobody_knows_stays_as_it_is():
    assert name_state("XYZ") == "XYZ"
    assert say_actor(Actor(name="Olsen", type="person", country="NOR", role="envoy")) == "Olsen (envoy, Norway)"


@pytest.mark.parametrize(
    ("when", "words", "unknown"),
    [
        (on(2024, 2, 2), "2 February 2024", ""),
        (When.in_month(2024, 2), "February 2024", "day unknown"),
        (When.in_year(2022), "2022", "month unknown"),
        (When.in_year(2022).since(), "since 2022", ""),
        (When.in_year(2022).before(), "before 2022", ""),
        (When.in_year(2022).after(), "after 2022", ""),
        (When.in_month(2022, 3).before(), "before March 2022", ""),
        (When.in_month(2022, 3).after(), "after March 2022", ""),
        (on(2022, 3, 9).before(), "by 8 March 2022", ""),
        (When(start=date(2025, 5, 20), end=date(2025, 5, 21), precision="day"), "20–21 May 2025", ""),
        (When(start=date(2025, 5, 30), end=date(2025, 6, 2), precision="day"), "30 May – 2 June 2025", ""),
        (None, "undated", ""),
    ],
)
def test_a_time_is_no_finer_than_it_is_known(when, words, unknown):
    assert (say_when(when), say_precision(when)) == (words, unknown)


@pytest.mark.parametrize(("day", "age"), [(1, "today"), (2, "1 day before"), (20, "19 days before")])
def test_an_age(day, age):
    assert say_age(on(2024, 3, 1).start, on(2024, 3, day).start) == age


def test_long_ages_are_months_and_years():
    assert say_age(on(2024, 1, 1).start, on(2024, 6, 1).start) == "4 months before"
    assert say_age(on(2020, 1, 1).start, on(2024, 6, 1).start) == "4 years before"
    assert say_age(None, on(2024, 6, 1).start) == ""


def test_a_tenure_is_no_finer_than_its_sources_date_it():
    named = post("Berg was appointed in May 2019.", "Berg", "ambassador", "NOR", "appointed", When.in_month(2019, 5))
    left = post("Berg left in June 2025.", "Berg", "ambassador", "NOR", "former", When.in_month(2025, 6), start=50)
    decade = When(start=date(1980, 1, 1), end=date(1989, 12, 31), precision="decade")
    seen = post("Dahl was ambassador in the 1980s.", "Dahl", "ambassador", "NOR", "incumbent", decade, start=90)
    found = {tenure.person.name: say_tenure(tenure) for tenure in Who().answer(view(named, left, seen))}
    assert found == {"Berg": "from May 2019 to June 2025", "Dahl": "observed 1980s"}


def test_days_within_a_reason_are_said_in_words():
    assert say_days_in("the times exclude each other: 1990-09-30 against 1991") == "the times exclude each other: 30 September 1990 against 1991"
    assert say_days_in("2022-03 | 2022-13-01 | a-2022-03-04") == "March 2022 | 2022-13-01 | a-2022-03-04"
