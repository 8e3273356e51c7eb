"""Leaders whom a text names without their state: known by name, with a flag, where the text names that state; whom the text tells otherwise it tells."""

import pytest

from dragoman.model import Document, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def read(text):
    return read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims


def states_of(claims):
    return {claim.person.name: claim.person.country for claim in claims if isinstance(claim, Post) and claim.person is not None}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Fiji and New Zealand share a sea. Prime Minister Jacinda Ardern spoke first.", "Jacinda Ardern", "NZL"),
        ("Fiji and New Zealand share a sea. Prime Minister Ardern spoke first.", "Ardern", "NZL"),
        ("Fiji and New Zealand share a sea. Prime Minister Ana Rojas spoke first.", "Ana Rojas", None),
        ("Fiji and Peru share a sea. Prime Minister Jacinda Ardern spoke first.", "Jacinda Ardern", None),
        ("Fiji and New Zealand share a sea. Peruvian Prime Minister Jacinda Ardern spoke first.", "Jacinda Ardern", "PER"),
        ("Fiji and New Zealand share a sea. Ministry spokesperson Jacinda Ardern spoke first.", "Jacinda Ardern", None),
        ("Fiji and New Zealand share a sea. Sports Minister Ardern spoke first.", "Ardern", None),
    ],
)
def test_a_leader_is_known_where_the_page_names_the_state(text, name, code):
    assert states_of(read(text)).get(name) == code


def test_the_flag_says_how_it_is_known():
    (post,) = (claim for claim in read("Fiji and New Zealand share a sea. Prime Minister Jacinda Ardern spoke first.") if isinstance(claim, Post))
    assert [flag.flag for flag in post.flags] == ["inferred-side"]
    assert "known by name" in post.flags[0].why


def test_who_speaks_without_a_title_is_known_by_the_full_name():
    claims = read("Fiji and New Zealand share a sea. Jacinda Ardern said that New Zealand would help Fiji.")
    (statement,) = (claim for claim in claims if isinstance(claim, Statement))
    assert [actor.country for actor in statement.speaker] == ["NZL"]


def test_a_firm_that_bears_the_name_of_a_state_tells_whose_a_leader_is():
    claims = read("Guests of New Zealand Broadcasting Corporation were there. Fiji was not.\n\nJacinda Ardern said that the ferry would sail in May.")
    assert [claim.speaker[0].country for claim in claims if isinstance(claim, Statement)] == ["NZL"]
