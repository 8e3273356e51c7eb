"""Posts: a mention observes, rank words say how an office is held, and what is past is not of today."""

from datetime import date

import pytest

from dragoman.model import Document, Post, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2025, 6, 3)


def posts_in(text, day=TODAY, language="en"):
    document = Document(id="1.text-1", text=text, file="case", language=language, published=day)
    return [claim for claim in read_document(document, ReadOptions()).claims if isinstance(claim, Post)]


def post_in(text, day=TODAY, language="en"):
    (post,) = posts_in(text, day, language)
    return post


def test_a_mention_in_a_dated_document_is_an_observation_of_its_day():
    post = post_in("Norwegian Foreign Minister Anders Berg visited Chad.")
    assert (post.state, post.when.start, post.when.end) == ("incumbent", TODAY, TODAY)


def test_a_holder_named_with_a_past_year_was_seen_then():
    post = post_in("Norwegian Foreign Minister Anders Berg visited Chad in March 2013.")
    assert (post.state, post.when.text) == ("incumbent", "March 2013")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Former Norwegian Prime Minister Anders Berg wrote a book.", "former"),
        ("The late Norwegian Prime Minister Anders Berg wrote a book.", "former"),
        ("Then-Prime Minister Anders Berg of Norway wrote a book.", "former"),
        ("Norwegian acting Foreign Minister Anders Berg visited Chad.", "acting"),
        ("Norwegian President-elect Anders Berg visited Chad.", "elected"),
        ("Norway's incoming Foreign Minister Anders Berg visited Chad.", "designate"),
    ],
)
def test_rank_words_say_how_an_office_is_held(text, state):
    post = post_in(text)
    assert post.state == state
    assert (post.when is None) == (state == "former")


def test_a_predecessor_has_held_the_same_office():
    posts = posts_in("Norwegian Prime Minister Anders Berg thanked his predecessor Liv Dahl.")
    assert {(p.person.name, p.office.title, p.office.of, p.state, len(p.flags)) for p in posts} == {
        ("Anders Berg", "prime minister", "NOR", "incumbent", 0),
        ("Liv Dahl", "prime minister", "NOR", "former", 1),
    }


def test_the_office_of_a_union_is_of_that_union():
    assert post_in("NATO Secretary General Jan Visser visited Chad.").office.of == "NATO"
