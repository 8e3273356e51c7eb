"""A question in a language that nobody reads here is told so, and none of the three is taken for one."""

import tomllib
from pathlib import Path

import pytest

from dragoman.ask.answer import Answer
from dragoman.ask.foreign import find_foreign
from dragoman.model import BadInput
from tests.ask.builders import view

QUESTIONS = tomllib.loads((Path(__file__).parents[1] / "examples" / "questions.toml").read_text(encoding="utf-8"))["question"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Wann wurden die Flüge zwischen Norwegen und Peru eingestellt?", "German"),
        ("Hat Peru eine Botschaft in Oslo und wer ist der Botschafter?", "German"),
        ("Quand les vols ont-ils repris ?", "French"),
        ("¿Quién es el embajador de Noruega?", "Spanish"),
        ("Quem foi o embaixador e quando?", "Portuguese"),
        ("Chi è stato ambasciatore in Norvegia?", "Italian"),
        ("Kto jest ambasadorem w Oslo?", "Polish"),
        ("Коли були відновлені рейси та хто про це сказав?", "Ukrainian"),
        ("ノルウェーとペルーの関係は?", "Japanese"),
        ("挪威和秘鲁的关系如何?", "Chinese"),
    ],
)
def test_another_language_is_known_and_refused_with_its_name(words, language):
    assert find_foreign(words) == language
    with pytest.raises(BadInput, match=f"seems to be {language}"):
        Answer(words=words).answer(view())


@pytest.mark.parametrize(
    "words",
    [
        *(question["words"] for question in QUESTIONS),
        "Did soldiers die in the war?",
        "Who is de la Rue, and what of El Salvador?",
        "When did Kim Jong Un and von der Leyen meet?",
        "Где и когда встретились министры?",
        "노르웨이와 페루의 關係는?",
        "flights Norway",
    ],
)
def test_the_three_languages_are_never_taken_for_another(words):
    assert find_foreign(words) is None
