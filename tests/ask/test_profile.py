"""Pages of entities: who is meant by a name, in whatever script, and what stands there."""

import pytest

from dragoman.ask.profile import About
from tests.ask.builders import event, on, post, view

OFFICE = post("Olsen, foreign minister of Norway", "Arne Olsen", "foreign minister", "NOR", "incumbent", on(2024))
CYRILLIC = post("Министр Арне Олсен", "Арне Олсен", "foreign minister", "NOR", "incumbent", on(2025), start=100)
TALKS = event("Norway and Peru talked", ["NOR", "PER"], [], on(2023), start=200)


def ask(name, **fields: str):
    return About(name=name, **fields).answer(view(OFFICE, CYRILLIC, TALKS))


@pytest.mark.parametrize("name", ["Arne Olsen", "арне олсен", "Арне Олсен"])
def test_a_person_is_found_by_the_name_in_any_script_with_all_of_them(name):
    (profile,) = ask(name)
    assert {found.text for found in profile.names} == {"Arne Olsen", "Арне Олсен"}
    assert [tenure.office.title for tenure in profile.tenures] == ["foreign minister"]
    assert {report.claim for line in profile.lines for report in line.reports} == {OFFICE.id, CYRILLIC.id}


def test_a_state_has_its_offices_and_its_lines():
    (profile,) = ask("NOR")
    assert (profile.type, profile.country) == ("state", "NOR")
    assert [line.entry.id for line in profile.lines] == [TALKS.id]
    assert len(profile.tenures) == 1


def test_an_id_leads_to_the_same_page_and_another_state_to_none():
    (profile,) = ask("Arne Olsen")
    assert ask(profile.id) == (profile,)
    assert ask("Arne Olsen", state="PER") == ()
    assert ask("Olsen") == ask("CHL") == ()
