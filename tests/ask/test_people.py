"""Whom the record names."""

import msgspec

from dragoman.ask.people import People
from dragoman.model import Actor
from tests.ask.builders import event, post, view


def names(*claims, **fields):  # noqa: ANN002, ANN003 (claims and fields of the question)
    return [(person.name, person.type, person.country, len(person.reports)) for person in People(**fields).answer(view(*claims))]


OLSEN = post("Olsen is minister.", "Olsen", "foreign minister", "NOR", "incumbent")
AGAIN = post("OLSEN, the minister.", "OLSEN", "minister", "NOR", "incumbent", start=30)
OTHER = post("Olsen of Peru.", "Olsen", "envoy", "PER", "incumbent", start=60)
TALKS = event("Talks.", ("NOR",), ("PER",), start=90)


def test_one_name_of_one_country_is_one_and_of_two_countries_two():
    assert names(OLSEN, AGAIN, OTHER, type="person") == [("OLSEN", "person", "NOR", 2), ("Olsen", "person", "PER", 1)]


def test_a_state_is_its_code_whatever_it_is_called():
    called = msgspec.structs.replace(TALKS, id="c2", source=(Actor(name="Kingdom of Norway", type="state", country="NOR"),))
    assert names(TALKS, called, type="state", state="nor") == [("Kingdom of Norway", "state", "NOR", 2)]


def test_a_part_of_the_name_is_enough():
    assert names(OLSEN, TALKS, name="ols") == [("Olsen", "person", "NOR", 1)]
    assert names(OLSEN, TALKS, name="nobody") == []


def test_voices_are_named_too():
    voice = Actor(name="Fisheries Council", type="organisation")
    assert ("Fisheries Council", "organisation", None, 1) in names(msgspec.structs.replace(TALKS, said_by=(voice,)))
