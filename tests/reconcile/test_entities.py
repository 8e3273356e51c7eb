"""Entities and origins: one for all spellings of a name, one for all that goes back to one source."""

import dataclasses
from datetime import date

import msgspec

from dragoman.model import Actor, Instrument, LiteralReading, Span, When
from dragoman.reconcile.entities import find_entities
from dragoman.reconcile.known import Known
from dragoman.reconcile.origins import find_origins
from tests.ask.builders import document, event, place, post, seal, state

DAY = When.on(date(2019, 3, 4))


def name_entities(*claims):  # noqa: ANN002 (claims)
    return sorted((entity.type, sorted({name.text for name in entity.names}), entity.side) for entity, _ in find_entities(claims))


def test_one_person_in_three_scripts_is_one_and_a_like_name_is_another():
    told = [
        post("Han spoke.", "Han Ji-min", "president", "KOR", "incumbent"),
        post("Хан сказала.", "Хан Чжи Мин", "president", "KOR", "incumbent", document="d2"),
        post("한지민", "한지민", "president", "KOR", "incumbent", document="d3"),
        post("Han Ji-eun spoke.", "Han Ji-eun", "president", "KOR", "incumbent", document="d4"),
    ]
    people = [(names, side) for kind, names, side in name_entities(*told) if kind == "person"]
    assert people == [(["Han Ji-eun"], "KOR"), (["Han Ji-min", "Хан Чжи Мин", "한지민"], "KOR")]


def test_one_name_of_two_states_is_two_people():
    told = [post("Silva.", "Ana Silva", "envoy", "PRT", "incumbent"), post("Silva of Brazil.", "Ana Silva", "envoy", "BRA", "incumbent", document="d2")]
    assert [side for kind, _, side in name_entities(*told) if kind == "person"] == ["BRA", "PRT"]


def test_a_name_alone_makes_no_two_people_one():
    other_office = [
        post("Minister Salim spoke.", "Hasan Salim", "foreign minister", "YEM", "incumbent"),
        post("Посол Хасан Салим.", "Хасан Салим", "ambassador", "YEM", "incumbent", document="d2"),
    ]
    assert [names for kind, names, _ in name_entities(*other_office) if kind == "person"] == [["Hasan Salim"], ["Хасан Салим"]]
    other_life = [
        post("King Haakon came.", "Anders Berg", "envoy", "NOR", "incumbent", When.in_year(1905)),
        post("Berg came.", "Anders Berg", "envoy", "NOR", "incumbent", When.in_year(2019), document="d2"),
    ]
    assert len([names for kind, names, _ in name_entities(*other_life) if kind == "person"]) == 2


def test_offices_and_instruments_are_entities_and_unions_keep_their_side():
    union = Actor(name="European Union", id="EU", type="organisation")
    pact = seal(Instrument(**place("The Lima Pact.", 0), title="Lima Pact", type="treaty", parties=(state("PER"), union), state="signed", when=DAY))
    told = name_entities(pact, post("Berg.", "Anders Berg", "President", "NOR", "incumbent"))
    assert ("office", ["President"], "NOR") in told
    assert ("instrument", ["Lima Pact"], None) in told
    assert ("organisation", ["European Union"], "EU") in told


def trace(*told):  # noqa: ANN002 (outlet, day, words and voice of each report)
    documents, claims = {}, []
    for number, (outlet, day, text, *voice) in enumerate(told):
        name = f"d{number}"
        documents[name] = dataclasses.replace(document(name, day), outlet=outlet)
        said_by = tuple(Actor(name=each, type="agency", country="NOR") for each in voice)
        claims.append(seal(msgspec.structs.replace(event(text, ["NOR"], ["PER"], DAY), document=name, said_by=said_by)))
    return [(len(origin.documents), origin.ties) for origin in find_origins(claims, Known(documents))]


FIRST, SECOND, LATER = date(2019, 3, 4), date(2019, 3, 5), date(2019, 3, 19)
COPIED = "The envoys of both states met in the old harbour of Lima on Monday."


def test_two_papers_are_two_origins():
    assert trace(("Nord", FIRST, "They met."), ("Sur", FIRST, "A meeting took place.")) == [(1, ()), (1, ())]


def test_a_copy_one_voice_and_one_outlet_are_each_one_origin():
    assert trace(("Nord", FIRST, COPIED), ("Sur", LATER, COPIED)) == [(2, ("wording",))]
    assert trace(("Nord", FIRST, "They met.", "the ministry"), ("Sur", SECOND, "A meeting.", "the ministry")) == [(2, ("voice",))]
    assert trace(("Nord", FIRST, "They met."), ("Nord", SECOND, "Они встретились.")) == [(2, ("outlet",))]


def test_an_outlet_that_comes_back_to_it_weeks_later_and_one_without_a_name_are_origins_of_their_own():
    assert trace(("Nord", FIRST, "They met."), ("Nord", LATER, "Looking back: the meeting.")) == [(1, ()), (1, ())]
    assert trace((None, FIRST, "They met."), (None, FIRST, "A meeting took place.")) == [(1, ()), (1, ())]


def test_what_ties_two_groups_makes_them_one():
    told = [("Nord", FIRST, COPIED), ("Sur", FIRST, "They met."), ("Sur", FIRST, COPIED)]
    assert trace(*told) == [(3, ("outlet", "wording"))]


def tell_translated(page, original, said, *, source="ru"):
    """What a page in English and a report in another language come to: documents and ties of each source."""
    documents = {"t": dataclasses.replace(document("t", FIRST), translated_from=source), "o": dataclasses.replace(document("o", said), language="ru")}
    made = event(page, ["NOR"], ["PER"], DAY)
    claims = [seal(msgspec.structs.replace(made, document="t"))]
    claims.append(seal(msgspec.structs.replace(event(original, ["NOR"], ["PER"], DAY), document="o", language="ru")))
    return [(len(origin.documents), origin.ties) for origin in find_origins(claims, Known(documents))]


def test_a_page_that_says_it_is_translated_and_its_original_within_days_are_one_origin():
    page, original = "The ministers met for 3 hours on Monday.", "В понедельник министры беседовали 3 часа."
    assert tell_translated(page, original, SECOND) == [(2, ("translation",))]
    assert tell_translated(page, original, LATER) == [(1, ()), (1, ())]
    assert tell_translated(page, "Министры беседовали 5 часов.", SECOND) == [(1, ()), (1, ())]
    assert tell_translated(page, original, SECOND, source="ko") == [(1, ()), (1, ())]
    assert tell_translated(page, original, SECOND, source=None) == [(1, ()), (1, ())]


def test_words_that_were_read_as_another_state_are_no_name_of_it():
    doubtful = Actor(name="Kazakh", type="state", country="KOR", literal=LiteralReading(country="KAZ", id="KAZ"))
    told = event("Seoul met Lima.", ["KOR"], ["PER"], DAY)
    slip = seal(msgspec.structs.replace(event("The Kazakh side met Lima.", ["KOR"], ["PER"], DAY, start=30), source=(doubtful,)))
    names = {(kind, side): texts for kind, texts, side in name_entities(told, slip)}
    assert names["state", "KOR"] == ["KOR"]
    assert {(kind, side): texts for kind, texts, side in name_entities(slip)}["state", "KOR"] == ["Kazakh"]


def test_a_place_that_stands_for_its_state_is_no_name_of_it():
    seoul, busan = (Actor(name=name, id=code, type="state", country="KOR") for name, code in (("South Korea", "KOR"), ("Busan", None)))
    first = event("South Korea met Lima.", ["KOR"], ["PER"], DAY)
    told = [seal(msgspec.structs.replace(first, source=(seoul,))), seal(msgspec.structs.replace(first, source=(busan,), span=Span(40, 60)))]
    names = {(kind, side): texts for kind, texts, side in name_entities(*told)}
    assert names["state", "KOR"] == ["South Korea"]
