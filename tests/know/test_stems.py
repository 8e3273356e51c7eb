import pytest

from dragoman.know.stems import find_stem, find_terms


@pytest.mark.parametrize(
    "forms",
    [
        ("flight", "flights", "Flights"),
        ("sign", "signed", "signing", "signs"),
        ("stop", "stopped", "stopping"),
        ("рейс", "рейсы", "рейсов", "рейсами"),
        ("дипломатические", "дипломатических", "дипломатическое"),
        ("посольство", "посольства", "посольством"),
        ("국경", "국경을", "국경은", "국경에서"),
        ("중단", "중단했다", "중단되었는가", "중단된"),
    ],
)
def test_forms_of_one_word_meet(forms):
    assert len({find_stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("visa", "visit"), ("порт", "портфель"), ("한국", "한글")])
def test_other_words_stay_apart(one, other):
    assert find_stem(one) != find_stem(other)


def test_a_korean_compound_holds_the_terms_of_its_parts():
    assert set(find_terms("미사일")) <= set(find_terms("탄도미사일을"))


def test_letters_typed_otherwise_are_one_term():
    assert set(find_terms("Türkiye's полёт")) == set(find_terms("Türkiye's полет"))
