"""Dictionary forms of English words, none of them invented."""

import pytest

from dragoman.read.lang.en.lemmas import find_lemma

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("lent", "lend"),
        ("summoned", "summon"),
        ("expelled", "expel"),
        ("ceded", "cede"),
        ("Cancelled", "cancel"),
        ("barred", "bar"),
        ("froze", "freeze"),
        ("initialled", "initial"),
        ("reinstated", "reinstate"),
        ("vetoed", "veto"),
        ("overflew", "overfly"),
        ("re-opened", "re-open"),
        ("freed", "free"),
        ("reconvened", "reconvene"),
    ],
)
def test_past_forms_of_verbs(form, lemma):
    assert find_lemma(form, "VERB", PAST) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"), [("treaties", "treaty"), ("embassies", "embassy"), ("attachés", "attaché"), ("crises", "crisis"), ("envoys", "envoy")]
)
def test_plurals(form, lemma):
    assert find_lemma(form, "NOUN", "Number=Plur") == lemma


def test_names_stay_as_they_are_written_and_peoples_lose_their_plural():
    assert find_lemma("Reuters", "PROPN", "Number=Sing") == "Reuters"
    assert find_lemma("Georgians", "PROPN", "Number=Plur") == "Georgian"


def test_a_form_that_nobody_knows_stays_where_no_feature_says_that_it_is_bent():
    assert find_lemma("Zorbled", "ADJ", "Degree=Pos") in {"zorbled", "Zorbled"}
    assert find_lemma("NATO", "NOUN", "Number=Sing") == "NATO"
