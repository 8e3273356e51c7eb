"""Of people without a state the side is inferred only where the page is about two states and all that they do faces one of them."""

import pytest

from dragoman.model import Document, Event, Post, ReadOptions, Statement
from dragoman.read.reader import read_document

PAGE = (
    "Sudan and Chad closed their border in March. Sudan accused Chad of arming rebels. Chad denied it. "
    "Sudan sent two delegations to Chad, and Chad sent one to Sudan. "
)


def sides_of(text):
    """The state of each person in the events of a text, and the claims that are flagged."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    events = [claim for claim in reading.claims if isinstance(claim, Event)]
    sides = {actor.name: actor.country for event in events for actor in (*event.source, *event.target) if actor.type == "person"}
    return sides, [claim for claim in reading.claims if any(flag.flag == "inferred-side" for flag in claim.flags)]


def test_who_acts_towards_one_side_is_of_the_other():
    """The flag says why, and the words of the state stand in the evidence."""
    sides, flagged = sides_of(PAGE + "Prime Minister Idris Osman met the Chadian foreign minister on Monday.")
    assert sides["Idris Osman"] == "SDN"
    assert any(isinstance(claim, Event) for claim in flagged)
    assert all("Idris Osman" in flag.why for claim in flagged for flag in claim.flags if flag.flag == "inferred-side")


def test_a_state_of_the_past_counts_for_its_successor():
    """Who visited the Soviet capital on a page about Russia and Ghana came from Ghana."""
    page = "Ghana and Russia renewed their treaty. Russia thanked Ghana. Ghana sent an envoy to Russia. The Soviet Union had built a school in Ghana. "
    sides, _ = sides_of(page + "In 1988 the Soviet Union received Vice President Kofi Badu.")
    assert sides.get("Kofi Badu") in {"GHA", None}
    sides, _ = sides_of(page + "Vice President Kofi Badu visited the Soviet Union in 1988.")
    assert sides["Kofi Badu"] == "GHA"


@pytest.mark.parametrize(
    "ending",
    [
        "Envoy Idris Osman met the presidents of Sudan and Chad.",
        "Envoy Idris Osman met the president of Chad. Osman flew on to Sudan and met its prime minister.",
        "Envoy Idris Osman met the president of Kenya.",
        "Envoy Idris Osman left on Monday.",
        "The Chadian delegation was headed by Idris Osman, director of the consular department.",
    ],
)
def test_a_go_between_gets_no_side(ending):
    """Acts towards both, towards a third, or towards nobody tell nothing."""
    sides, flagged = sides_of(PAGE + ending)
    assert sides.get("Idris Osman") is None
    assert not flagged


def test_a_page_about_three_states_tells_nothing():
    """Where a third state is named as often, the person may be anybody's."""
    page = PAGE + "Kenya offered to mediate. Kenya wrote to Sudan. Kenya wrote to Chad. Kenya waits. "
    sides, flagged = sides_of(page + "Prime Minister Idris Osman met the Chadian foreign minister on Monday.")
    assert sides.get("Idris Osman") is None
    assert not flagged


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, March 4, 2022 (Agency) — The treaty with Peru is of use, Prime Minister Jane Rowe said on Friday.",
        "SANTIAGO (Agency) — A note was sent to Norway, Foreign Minister Nils Dahl said.",
    ],
)
def test_a_dateline_tells_nobodys_side(text):
    """Reporters file from the other side's capital, or from a third one: on real pages one such guess of six was right."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    assert [claim.person.country for claim in reading.claims if isinstance(claim, Post)] == []  # no post of a state that nothing tells


def test_who_speaks_right_behind_a_state_that_acts_is_of_it():
    """The sentence before is about one state, and none is named before the speaker."""
    _, flagged = sides_of(PAGE + "Sudan will keep the crossing closed. Interior Minister Idris Osman told reporters that trade would go on.")
    assert [claim.person.country for claim in flagged if isinstance(claim, Post)] == ["SDN"]


def test_of_two_holders_of_one_office_each_has_his_own_state():
    """Nobody else than the other state can have the second president; a former one may be anybody's."""
    page = PAGE + "Chadian President Jo Banda sent a letter. "
    assert sides_of(page + "The two ministers praised the letter, and President Idris Osman met Banda in Rome.")[0]["Idris Osman"] == "SDN"
    assert not sides_of(page + "The letter was read aloud, and former President Idris Osman left on Monday.")[1]


def test_who_praises_one_side_of_a_russian_page_about_two_is_of_the_other():
    text = (
        "В Осло прошли переговоры президентов Норвегии и Чили.\n\nЯн Хансен назвал Чили надёжным партнёром и поблагодарил Чили за помощь. "
        "Норвегия и Чили торгуют рыбой.\n\n«Мы будем работать вместе», — сказал Хансен."
    )
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="ru"), ReadOptions(language="ru"))
    said = [claim for claim in reading.claims if isinstance(claim, Statement)]
    assert {claim.speaker[0].country for claim in said} == {"NOR"}
    assert all(any(flag.flag == "inferred-side" for flag in claim.flags) for claim in said)
