"""Of people without a state the side is inferred only where the page is about two states and all that they do faces one of them."""

import pytest

from dragoman.model import Document, Event, Post, ReadOptions
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


FILED = [
    ("NAIROBI, March 4, 2022 (Agency) — Kenya supports the offer of Peru, Prime Minister Jane Rowe said on Friday.", "KEN"),
    ("OSLO — Chile has sent a note. Norway will answer Chile, Foreign Minister Nils Dahl said.", "NOR"),
    ("Lusaka, 3 October 2022 (agency) - Zambia will open an embassy in Mali, said Defence Minister Jo Banda Monday.", "ZMB"),
    ("Chile has sent a note to Norway, Foreign Minister Nils Dahl said.", None),
]


@pytest.mark.parametrize(("text", "side"), FILED)
def test_ministers_without_a_state_are_of_the_capital_of_the_dateline(text, side):
    """Whose minister it is rests on the dateline alone, and every claim of his says so."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    posts = [claim for claim in reading.claims if isinstance(claim, Post)]
    assert [post.person.country for post in posts] == [side]
    assert [any(flag.flag == "inferred-side" for flag in post.flags) for post in posts] == [side is not None]
