"""Whose "the statement" is: who issued one before, else who spoke last; never the body that is named nearest."""

import pytest

from dragoman.model import Document, ReadOptions, Statement
from dragoman.read.reader import read_document

END = ' "The decision harms our ties," the statement said.'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Chilean Foreign Ministry said in a statement that Peru was wrong. Peru closed the Chilean embassy in Lima.", {"Chilean Foreign Ministry"}),
        ("Trade will suffer, said a statement by the Chilean Foreign Ministry. The Peruvian parliament met.", {"Chilean Foreign Ministry"}),
        ("The Chilean Foreign Ministry issued an official statement. The Peruvian parliament met on Monday.", {"Chilean Foreign Ministry"}),
        ("Chile said that it was ready for talks with Peru. The Peruvian parliament met on Monday.", {"Chile"}),
        ("Chile and Peru published a joint statement. The Peruvian parliament met on Monday.", {"Chile", "Peru"}),
        ("Chile is a neighbour of Peru. The Peruvian parliament met on Monday.", set()),
    ],
)
def test_a_statement_is_of_who_issued_it(text, names):
    claims = read_document(Document(id="1.text-1", text=text + END, file="case", language="en"), ReadOptions(language="en")).claims
    last = [claim for claim in claims if isinstance(claim, Statement) and "harms" in claim.content]
    assert {actor.name for claim in last for actor in claim.speaker} == names


def test_the_ministry_is_of_the_state_that_spoke_before():
    """Not of the one whose ministry was named last."""
    text = (
        "The Chilean Foreign Ministry expelled a Peruvian envoy. Later Peru stated that a Chilean consul would leave. The ministry said that he broke the law."
    )
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    (last,) = (claim for claim in claims if isinstance(claim, Statement) and "broke" in claim.content)
    assert [actor.country for actor in last.speaker] == ["PER"]


def test_officials_of_no_state_say_nothing():
    """In blind judgement the state was missing from nine of ten such statements; who holds no office speaks for none."""
    text = "Ministry spokesman Luis Paz said that the road was closed. Ana Soto said that trade would suffer."
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    assert {actor.name for claim in claims if isinstance(claim, Statement) for actor in claim.speaker} == {"Ana Soto"}


def test_he_is_one_of_those_who_spoke_together_and_a_counterpart_is_named_once():
    text = "Chilean President Rosa Diaz and her Chadian counterpart, President Idris Osman, reaffirmed their support for peace. He said that trade would grow."
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    both, one = (claim for claim in claims if isinstance(claim, Statement))
    assert {actor.country for actor in both.speaker} == {"CHL", "TCD"}
    assert len(both.speaker) == 2
    assert len(one.speaker) == 1


def test_a_title_alone_speaks_for_nobody():
    text = 'Chad and Chile share a border post. "We closed it," said the Secretary.'
    claims = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en")).claims
    assert not any(isinstance(claim, Statement) for claim in claims)
