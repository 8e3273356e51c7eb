"""Conflicts: each question once with a side for each answer, no false ones, and many claims of one block in little time."""

# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

import time
from datetime import date, timedelta

import msgspec
import pytest

from dragoman.model import Actor, Figure, Instrument, LiteralReading, Span, When
from dragoman.reconcile.entries import reconcile, reconcile_block
from dragoman.reconcile.known import Known
from tests.ask.builders import channel, document, event, place, post, seal, state

DAY = When.on(date(2019, 3, 4))
DOCUMENTS = {f"d{number}": document(f"d{number}", date(2019, 3, number)) for number in range(1, 8)}
KNOWN = Known(DOCUMENTS)


def find_disputes(*claims):
    return [(dispute.type, [rival.value for rival in dispute.rivals]) for dispute in reconcile(claims, KNOWN).disputes]


def set_up(text, when, document_):
    return channel(text, "established", ["NOR", "PER"], when, channel="diplomatic_relations", document=document_)


def students(value, document_, *, of="students", when=None, start=0, **fields):
    text = f"{value} {of} went there, {document_} wrote."
    own = {"measure": "students", "of": of, "about": (state("NOR"), state("PER")), "value": value, "when": when or When.in_year(2018), **fields}
    return seal(Figure(**(place(text, start) | {"document": document_}), **own))


def signed(title, when, document_):
    return seal(
        Instrument(
            **(place(f"Signed: {document_}.", 0) | {"document": document_}),
            title=title,
            type="agreement",
            parties=(state("NOR"), state("PER")),
            state="signed",
            when=when,
        )
    )


def test_three_days_for_one_event_are_one_conflict():
    told = [
        set_up("Relations began on 3 May 1990.", When.on(date(1990, 5, 3)), "d1"),
        set_up("Since the third of May they had relations.", When.on(date(1990, 5, 3)), "d2"),
        set_up("They set up relations in 1991.", When.in_year(1991), "d3"),
        set_up("The two recognised each other in 1993.", When.in_year(1993), "d4"),
    ]
    assert find_disputes(*told) == [("date", ["1990-05-03", "1991", "1993"])]


def test_a_year_that_fits_one_of_two_days_takes_no_side():
    told = [
        set_up("Relations began on 3 May 1990.", When.on(date(1990, 5, 3)), "d1"),
        set_up("They began in 1990.", When.in_year(1990), "d2"),
    ]
    assert find_disputes(*told) == []


def test_an_office_taken_up_again_years_later_is_a_change():
    first = post("Berg was appointed minister in 2004.", "Anders Berg", "foreign minister", "NOR", "appointed", When.in_year(2004))
    again = post("Berg was appointed minister in 2012.", "Anders Berg", "foreign minister", "NOR", "appointed", When.in_year(2012), document="d2")
    near = post("Berg became minister on 3 March 2005.", "Anders Berg", "foreign minister", "NOR", "appointed", When.on(date(2005, 3, 3)), document="d3")
    assert find_disputes(first, again) == []
    assert find_disputes(first, near) == [("date", ["2004", "2005-03-03"])]


def test_a_protocol_of_every_year_is_another_one_each_year():
    one = signed("Protocol on fishing quotas in northern waters for 2018", When.in_year(2017), "d1")
    other = signed("Protocol on fishing quotas in northern waters for 2019", When.in_year(2018), "d2")
    same = signed("Protocol on fishing quotas in northern waters for 2018", When.in_year(2018), "d3")
    assert find_disputes(one, other) == []
    assert find_disputes(one, same) == [("date", ["2017", "2018"])]


@pytest.mark.parametrize(("one", "other", "rough"), [(11e3, 11.3e3, False), (30e3, 29.2e3, True), (1000.0, 1049.0, False), (5e5, 4.6e5, True)])
def test_a_rounded_number_is_the_same_number(one, other, rough):
    assert find_disputes(students(one, "d1", approximate=rough), students(other, "d2")) == []


@pytest.mark.parametrize(("one", "other", "rough"), [(11e3, 14e3, False), (30e3, 22e3, True), (11.2e3, 11.9e3, False)])
def test_a_number_beyond_rounding_is_another(one, other, rough):
    assert [kind for kind, _ in find_disputes(students(one, "d1", approximate=rough), students(other, "d2"))] == ["value"]


def test_three_numbers_for_one_year_are_one_conflict():
    told = [students(11e3, "d1"), students(14e3, "d2"), students(19e3, "d3")]
    assert find_disputes(*told) == [("value", ["11,000", "14,000", "19,000"])]


def test_one_document_with_two_numbers_stands_against_itself_but_not_within_one_sentence():
    assert [kind for kind, _ in find_disputes(students(11e3, "d1"), students(14e3, "d1", start=90))] == ["internal"]
    in_one = seal(msgspec.structs.replace(students(11e3, "d1"), value=14e3))
    assert find_disputes(students(11e3, "d1"), in_one) == []


def test_two_holders_seen_on_several_days_are_one_conflict():
    days = [DAY, When.on(date(2019, 3, 6))]
    told = [post(f"Berg on {day.start}.", "Anders Berg", "president", "NOR", "incumbent", day, document=f"d{n}") for n, day in enumerate(days, 1)]
    told += [post(f"President Dahl on {day.start}.", "Ingrid Dahl", "president", "NOR", "incumbent", day, document=f"d{n}") for n, day in enumerate(days, 3)]
    told += [post("President Dahl was elected.", "Ingrid Dahl", "president", "NOR", "elected", DAY, document="d5")]
    assert find_disputes(*told) == [("office-holder", ["Anders Berg", "Ingrid Dahl"])]


@pytest.mark.parametrize("kind", ["figures", "posts", "links"])
def test_five_thousand_claims_of_one_block_take_little_time(kind):
    days = [When.on(date(1990, 1, 1) + timedelta(days=number * 7 % 11_000)) for number in range(5000)]
    if kind == "figures":
        claims = [students(float(1000 + number * 37 % 9000), f"x{number}", when=When.in_year(1960 + number % 60)) for number in range(5000)]
    elif kind == "posts":
        claims = [
            post(f"Minister {number}.", f"{given}a {family}e", "foreign minister", "NOR", "incumbent", day, document=f"x{number}")
            for number, day in enumerate(days)
            for given, family in [(f"{'bdfgk'[number % 5]}o{'lmnrs'[number // 5 % 5]}", f"{'tvzkp'[number // 25 % 5]}i{'mnrlt'[number // 125 % 5]}")]
        ]
    else:
        claims = [set_up(f"Set up, wrote {number}.", day, f"x{number}") for number, day in enumerate(days)]
    start = time.process_time()
    found = reconcile_block(claims)
    assert len(found.entries) > 500
    assert time.process_time() - start < 4


def meeting(text, day, document_, *people, **fields):
    actors = [Actor(name=name, type="person", country=code, role=role) for name, code, role in people]
    made = event(text, [], [], When.on(day), mode="visit", symmetric=True, **fields)
    return seal(msgspec.structs.replace(made, document=document_, source=tuple(actors)))


BERG, DAHL = ("Anders Berg", "NOR", "foreign minister"), ("Ingrid Dahl", "NOR", "foreign minister")
ROJAS = ("Elena Rojas", "PER", "foreign minister")


def test_two_ministers_at_one_meeting_are_a_conflict_of_actors():
    one = meeting("Berg met Rojas.", date(2019, 3, 4), "d1", BERG, ROJAS)
    other = meeting("On Monday Dahl received her colleague.", date(2019, 3, 4), "d2", DAHL, ROJAS)
    assert find_disputes(one, other) == [("actor", ["Anders Berg", "Ingrid Dahl"])]


def test_two_people_in_two_offices_or_told_by_one_paper_are_no_conflict():
    one = meeting("Berg met Rojas.", date(2019, 3, 4), "d1", BERG, ROJAS)
    premier = meeting("On Monday Dahl received her.", date(2019, 3, 4), "d2", ("Ingrid Dahl", "NOR", "prime minister"), ROJAS)
    same_paper = meeting("Dahl met Rojas, too.", date(2019, 3, 4), "d1", DAHL, ROJAS, start=40)
    assert find_disputes(one, premier) == []
    assert find_disputes(one, same_paper) == []


def test_one_meeting_on_two_near_days_may_be_a_duplicate_and_disputes_no_line():
    one = meeting("Berg met Rojas.", date(2019, 3, 4), "d1", BERG, ROJAS)
    near = meeting("In Lima Berg was received by Rojas on Thursday.", date(2019, 3, 6), "d2", BERG, ROJAS)
    assert find_disputes(one, near) == [("duplicate", ["2019-03-04", "2019-03-06"])]
    assert {entry.status for entry in reconcile([one, near], KNOWN).entries} == {"unreviewed"}


def test_meetings_that_one_paper_tells_apart_or_of_far_days_or_other_people_are_none():
    one = meeting("Berg met Rojas.", date(2019, 3, 4), "d1", BERG, ROJAS)
    again = meeting("He met her again on Wednesday.", date(2019, 3, 6), "d1", BERG, ROJAS, start=40)
    far = meeting("Berg was received by Rojas in April.", date(2019, 4, 6), "d2", BERG, ROJAS)
    others = meeting("Two others met two days later.", date(2019, 3, 6), "d3", ("Ola Lund", "NOR", "envoy"), ("Inti Quispe", "PER", "envoy"))
    assert find_disputes(one, again) == []
    assert find_disputes(one, far) == []
    assert find_disputes(one, others) == []


def test_flights_suspended_twice_within_days_may_be_one_suspension():
    told = [
        channel("Flights were suspended on 4 March.", "suspended", ["NOR", "PER"], DAY),
        channel("Since 8 March no plane has gone.", "suspended", ["NOR", "PER"], When.on(date(2019, 3, 8)), document="d2"),
        channel("In June flights stopped once more.", "suspended", ["NOR", "PER"], When.on(date(2019, 6, 8)), document="d3"),
    ]
    assert find_disputes(*told) == [("duplicate", ["2019-03-04", "2019-03-08"])]


def test_those_who_went_and_those_who_came_are_not_one_number():
    ours = students(54e3, "d1", of="NOR citizens", about=(state("NOR"), state("PER")))
    theirs = students(138e3, "d2", of="citizens of PER", about=(state("PER"), state("NOR")))
    assert find_disputes(ours, theirs) == []


def test_people_who_came_and_people_both_ways_are_another_scope_and_no_contradiction():
    came = students(350e3, "d1", of="Norwegians")
    both = students(800e3, "d2", of="trips in both directions")
    assert find_disputes(came, both) == [("scope", ["350,000: Norwegians", "800,000: trips in both directions"])]
    assert {entry.status for entry in reconcile([came, both], KNOWN).entries} == {"unreviewed"}


def test_a_voice_that_alleges_what_the_same_paper_asserts_is_a_conflict_of_attribution():
    voice = (Actor(name="the opposition", type="organisation", country="NOR"),)
    fact = event("Norway sent troops.", ["NOR"], ["PER"], DAY, type="ASSAULT", quad=4)
    doubt = seal(msgspec.structs.replace(fact, modality="alleged", said_by=voice, span=Span(90, 120)))
    same_voice = seal(msgspec.structs.replace(fact, modality="alleged", span=Span(90, 120)))
    assert [kind for kind, _ in find_disputes(fact, doubt)] == ["attribution"]
    assert find_disputes(fact, same_voice) == []


def test_reports_of_one_voice_are_no_disagreement():
    voice = (Actor(name="the ministry", type="agency", country="NOR"),)
    assert find_disputes(students(11e3, "d1", said_by=voice), students(14e3, "d2", said_by=voice)) == []


def sent_troops(text, document_, when=None, modality="actual", source="PER"):
    made = event(text, [source], ["CHL"], when, type="MOBILIZE", mode="troops", modality=modality)
    return seal(msgspec.structs.replace(made, document=document_))


def test_troops_alleged_by_one_and_told_as_a_fact_by_another_are_a_conflict_even_of_other_days():
    alleged = sent_troops("Peru allegedly sent troops.", "d1", modality="alleged")
    told = sent_troops("Peruvian troops took part in the war.", "d2", When.on(date(2019, 1, 4)))
    assert find_disputes(alleged, told) == [("attribution", ["alleged", "told as a fact"])]
    assert find_disputes(alleged, sent_troops("Bolivian troops came.", "d2", source="BOL")) == []
    long_ago = sent_troops("Peruvian troops took part in the war.", "d2", When.in_year(1883))
    assert find_disputes(msgspec.structs.replace(alleged, when=When.on(date(2019, 1, 4))), long_ago) == []
    assert find_disputes(told, sent_troops("Peru sent troops.", "d3", When.on(date(2019, 2, 4)))) == []


def test_one_president_under_a_damaged_korean_name_is_asked_about_and_two_with_one_family_name_are_not():
    ended = When(start=None, end=date(2019, 3, 31), precision="month", bound="until", text="March 2019")
    gone = post("After the fall of Han Seok-jong, Im rose.", "Han Seok-jong", "president", "KOR", "former", ended)
    seen = post("President Han Suk Jeon spoke.", "Han Suk Jeon", "president", "KOR", "incumbent", When.on(date(2018, 2, 2)), document="d2")
    other = post("President Han Dae-min spoke.", "Han Dae-min", "president", "KOR", "incumbent", When.on(date(2018, 2, 2)), document="d2")
    assert find_disputes(gone, seen) == [("office-holder", ["Han Seok-jong", "Han Suk Jeon"])]
    assert find_disputes(gone, other) == []


def test_a_state_and_its_official_under_one_doubtful_name_are_one_conflict():
    doubted = LiteralReading(country="KAZ", id=None)
    adjective = Actor(name="Kazakh", type="state", country="PER", literal=doubted)
    minister = Actor(name="Kazakh Foreign Minister", type="person", country="PER", role="foreign minister", literal=doubted)
    one = seal(msgspec.structs.replace(event("The Kazakh side came.", ["NOR"], []), source=(adjective,)))
    other = seal(msgspec.structs.replace(event("The Kazakh Foreign Minister asked.", ["NOR"], [], start=40, type="REQUEST"), source=(minister,)))
    assert find_disputes(one, other) == [("translation", ["Kazakh: KAZ", "Kazakh: PER"])]


def test_one_holder_under_two_names_is_seen_where_a_page_has_no_date():
    undated = Known(DOCUMENTS | {"d2": document("d2", date(2026, 1, 1), is_bound=True)})
    one = post("President Han Seok-jong spoke.", "Han Seok-jong", "president", "KOR", "incumbent", document="d2")
    other = post("Han Suk-jeon left office in 2012.", "Han Suk-jeon", "president", "KOR", "former", When.in_year(2012))
    far = post("Park Seok-jong left office in 2012.", "Park Seok-jong", "president", "KOR", "former", When.in_year(2012))
    (found,) = reconcile([one, other], undated).disputes
    assert (found.type, [rival.value for rival in found.rivals]) == ("office-holder", ["Han Seok-jong", "Han Suk-jeon"])
    assert reconcile([one, far], undated).disputes == ()
