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


TENURES = [
    (
        "Norway named Anders Berg its envoy to Chad on May 2, 2025.",
        ("Anders Berg", "envoy", "NOR", "TCD", "appointed", "2025-05-02", "2025-05-02"),
    ),
    ("Liv Dahl has served as Norway's ambassador to Peru since 2019.", ("Liv Dahl", "ambassador", "NOR", "PER", "incumbent", "2019-01-01", None)),
    (
        "Ana Ruiz, who was Spain's envoy to Oman from 2014 to 2018, wrote.",
        ("Ana Ruiz", "envoy", "ESP", "OMN", "former", "2014-01-01", "2018-12-31"),
    ),
    ("Rosa Diaz became the foreign minister of Peru in 2020.", ("Rosa Diaz", "foreign minister", "PER", None, "appointed", "2020-01-01", "2020-12-31")),
    ("Peter Otieno resigned as foreign minister of Kenya in March 2024.", ("Peter Otieno", "foreign minister", "KEN", None, "former", None, "2024-03-31")),
    ("Chad nominated Jean Traore as ambassador to France.", ("Jean Traore", "ambassador", "TCD", "FRA", "designate", None, None)),
    ("The post of Irish ambassador to Iran has been vacant since 2021.", (None, "ambassador", "IRL", "IRN", "vacant", "2021-01-01", None)),
    ("The new ambassador of Japan to Chile has not yet arrived.", (None, "ambassador", "JPN", "CHL", "vacant", "2025-06-03", "2025-06-03")),
]


@pytest.mark.parametrize(("text", "told"), TENURES, ids=[text for text, _ in TENURES])
def test_verbs_tell_tenures(text, told):
    post = post_in(text)
    name = post.person.name if post.person is not None else None
    days = [str(day) if day is not None else None for day in ((post.when.start, post.when.end) if post.when is not None else (None, None))]
    assert (name, post.office.title, post.office.of, post.office.to, post.state, *days) == told


def test_what_did_not_come_about_is_no_tenure():
    assert posts_in("Norway did not appoint Anders Berg as its ambassador to Chad.") == []


def test_a_holder_who_was_ousted_holds_nothing():
    assert post_in("Soldiers ousted Chadian President Mohamed Saleh.").state == "former"
    assert post_in("Soldiers held an exiled critic of Chadian President Mohamed Saleh.").state == "incumbent"


def test_an_office_that_is_still_to_be_taken():
    posts = posts_in("Chilean President Rosa Diaz will visit Peru when she takes office in June.")
    assert {(post.person.name, post.state) for post in posts if post.rule == "title with a name"} == {("Rosa Diaz", "designate")}


def test_who_came_to_power_after_whose_resignation_are_holder_and_predecessor_of_one_office():
    posts = posts_in("In May 2023, after the sudden resignation of Paul Kamau, Peter Otieno came to power in Kenya.")
    assert {(p.person.name, p.office.title, p.office.of, p.state, p.when.bound, p.when.end) for p in posts} == {
        ("Paul Kamau", "president", "KEN", "former", "until", date(2023, 5, 31)),
        ("Peter Otieno", "president", "KEN", "appointed", "at", date(2023, 5, 31)),
    }


def test_a_name_that_the_opening_of_a_sentence_ends_with_holds_no_office():
    assert posts_in("In launching Ostpolitik, Berg's foreign policy adviser visited Chad.") == []
    post = post_in("Anders Berg, Norway's deputy foreign minister, visited Chad.")
    assert post.person.name == "Anders Berg"
