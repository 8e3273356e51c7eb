"""What stands beside a board: who deals with whom, the last contacts, the latest numbers."""

from dragoman.ask.dyad import Dyad, find_pair
from dragoman.ask.figures import Figures
from dragoman.ask.standing import find_counterparts, find_last_contacts, find_latest_figures
from dragoman.ask.visits import Visits
from dragoman.ask.who import Who
from dragoman.model import Actor, Event, Figure, Office, Post, When
from tests.ask.builders import TODAY, FakeLedger, on, place, post, seal, state, view

DYAD = Dyad("NOR", "PER")
PAIR = find_pair(DYAD, FakeLedger(), strict=False)


def envoy(text, name, to, when, start=0, state_="incumbent"):
    person = Actor(name=name, type="person", country="NOR") if name else None
    return seal(Post(**place(text, start), person=person, office=Office(title="ambassador", of="NOR", to=to), state=state_, when=when))


def meeting(text, name, role, when, start=0):
    person = Actor(name=name, type="person", country="NOR", role=role)
    return seal(Event(**place(text, start), type="CONSULT", quad=1, source=(person,), target=(state("PER"),), when=when))


def hold(claims, day=TODAY):
    return [
        (found.person.name if found.person else None, found.office.title, found.state) for found in find_counterparts(Who().answer(view(*claims)), PAIR, day)
    ]


def test_counterparts_are_leaders_foreign_ministers_and_envoys_to_the_other_side():
    claims = (
        post("Berg is foreign minister.", "Berg", "foreign minister", "NOR", "incumbent", on(2024)),
        post("Dahl is minister of fisheries.", "Dahl", "fisheries minister", "NOR", "incumbent", on(2024), start=50),
        post("Rojas is president.", "Rojas", "president", "PER", "incumbent", on(2023), start=100),
        envoy("Lie is ambassador to Peru.", "Lie", "PER", on(2024), 150),
        envoy("Vik is ambassador to Chile.", "Vik", "CHL", on(2024), 200),
    )
    assert hold(claims) == [("Rojas", "president", "incumbent"), ("Berg", "foreign minister", "incumbent"), ("Lie", "ambassador", "incumbent")]


def test_the_latest_known_holder_stands_and_who_left_or_is_still_to_come_does_not():
    old = post("Berg is president.", "Berg", "president", "NOR", "incumbent", on(2010))
    new = post("Dahl is president.", "Dahl", "president", "NOR", "incumbent", on(2020), start=50)
    undated = post("Moe is president.", "Moe", "president", "NOR", "incumbent", None, start=100)
    gone = post("Rojas left.", "Rojas", "president", "PER", "former", on(2020), start=150)
    assert hold((old, new, undated, gone)) == [("Dahl", "president", "incumbent")]
    assert hold((old, new, undated, gone), day=on(2015).start) == [("Berg", "president", "incumbent")]


def test_a_vacancy_is_a_counterpart():
    assert hold([envoy("The post in Lima is vacant.", None, "PER", on(2024), state_="vacant")]) == [(None, "ambassador", "vacant")]


def test_the_last_contact_of_each_level_with_the_highest_level_first():
    claims = (
        meeting("Berg, the foreign minister, met Peru in 2020.", "Berg", "foreign minister", on(2020)),
        meeting("Berg, the foreign minister, met Peru in 2022.", "Berg", "foreign minister", on(2022), 60),
        meeting("Dahl, the president, met Peru in 2019.", "Dahl", "president", on(2019), 120),
        meeting("Lie, the president, met Peru some day.", "Lie", "president", None, 180),
    )
    visits = Visits(dyad=DYAD).answer(view(*claims))
    assert [(found.level, found.when) for found in find_last_contacts(visits, TODAY)] == [("leaders", on(2019)), ("ministers", on(2022))]
    assert [found.when for found in find_last_contacts(visits, on(2021).start)] == [on(2019), on(2020)]


def test_who_is_named_stands_for_the_bare_title_beside():
    named = meeting("Dahl, the president, met Peru.", "Dahl", "president", on(2019))
    bare = seal(
        Event(
            **place("The Norwegian president met Peru in Oslo.", 60),
            type="CONSULT",
            quad=1,
            source=(Actor(name="Norwegian president", type="person", country="NOR", role="president"), *named.source),
            target=(state("PER"),),
            when=on(2021),
        )
    )
    (visit,) = Visits(dyad=DYAD).answer(view(bare))
    assert [actor.name for actor in visit.who] == ["Dahl"]


def figure(text, value, when, start=0, measure="trade_turnover"):
    return seal(Figure(**place(text, start), measure=measure, of="trade", about=(state("NOR"), state("PER")), value=value, unit="USD", when=when))


def test_the_latest_numbers_are_all_of_the_latest_period():
    claims = (
        figure("Trade was 3 in 2020.", 3.0, When.in_year(2020)),
        figure("Trade was 5 in 2022.", 5.0, When.in_year(2022), 50),
        figure("Trade was 6 in 2022.", 6.0, When.in_year(2022), 100),
        figure("Debt was 9 in 2023.", 9.0, When.in_year(2023), 150, "debt"),
        figure("Trade was 7.", 7.0, None, 200),
    )
    points = Figures(dyad=DYAD).answer(view(*claims))
    assert sorted(point.value for point in find_latest_figures(points, ("trade_turnover", "exports"))) == [5.0, 6.0]
