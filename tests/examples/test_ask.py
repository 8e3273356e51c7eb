"""Questions in three languages over the example documents: the words that must be cited, and what is not in the record."""

import tomllib
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

import pytest

from dragoman.ask.answer import READ, UNREAD, Answer, Found
from dragoman.ask.asking import read_question
from dragoman.desk import create_desk
from dragoman.model import BadInput
from tests.conftest import open_database

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = 3
"""Lines of an answer among which the words must be."""
QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text())["question"]
ANSWERED = [asked for asked in QUESTIONS if asked["quotes"]]
UNANSWERED = [asked for asked in QUESTIONS if not asked["quotes"]]
TODAY = date(2025, 11, 26)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def desk(request, tmp_path_factory):
    with ExitStack() as stack:
        where = tmp_path_factory.mktemp("ask") / "examples.desk"
        if request.param == "postgres":
            where = stack.enter_context(open_database(request.getfixturevalue("cluster")))
        made = stack.enter_context(closing(create_desk(where)))
        made.add(EXAMPLES)
        yield made


def cite(lines):
    return [" ".join(text.split()) for line in lines for text in ([line.text] if isinstance(line, Found) else [report.text for report in line.reports])]


def test_there_are_fifty_questions_in_three_languages_and_ten_without_an_answer():
    assert (len(ANSWERED) >= 50, len(UNANSWERED) >= 10) == (True, True)
    for first, last in (("a", "z"), ("а", "я"), ("가", "힣")):
        assert sum(any(first <= letter <= last for letter in asked["words"].lower()) for asked in QUESTIONS) >= 20


@pytest.mark.parametrize("asked", ANSWERED, ids=lambda asked: asked["words"])
def test_an_answer_cites_the_words(desk, asked):
    cited = cite(desk.answer(Answer(words=asked["words"], on=asked.get("on")))[:FIRST])
    assert any(quote in text for text in cited for quote in asked["quotes"]), cited


@pytest.mark.parametrize("asked", UNANSWERED, ids=lambda asked: asked["words"])
def test_what_is_not_in_the_record_has_no_answer(desk, asked):
    assert desk.answer(Answer(words=asked["words"], on=asked.get("on"))) == ()


def test_a_sentence_that_nobody_read_a_claim_from_is_said_to_be_one_and_stands_where_it_says(desk):
    (found, *_) = desk.answer(Answer(words="What did the European Union offer for the railway between Gyumri and Kars?"))
    lines = desk.answer(Answer(words="What did the commission on the border do?"))
    assert [type(line) for line in lines] == [Found]
    assert lines[0].note == UNREAD
    for sentence in (found, *lines):
        if isinstance(sentence, Found):
            assert desk.document(sentence.document).quote(sentence.span) == sentence.text


def test_the_line_that_a_person_added_answers_too(desk):
    """No index knows it: it is looked at all the same."""
    (found, *_) = desk.answer(Answer(words="Who accused Ecuador?"))
    claim = found.entry.claim
    judgement = desk.judge("correct", [claim.id], by="A. Reader", why="a trial", fields={"type": "REJECT"})
    assert desk.answer(Answer(words="Who refused Ecuador?")) != ()
    desk.undo(judgement.id, by="A. Reader", why="the end of it")


def test_a_question_that_names_nothing_is_refused(desk):
    with pytest.raises(BadInput, match="names no state"):
        desk.answer(Answer(words="What was there?"))


@pytest.mark.parametrize(
    "words", ["Что Норвегия сообщила Саудовской Аравии?", "What did Norway tell Saudi Arabia?", "노르웨이는 사우디아라비아에 무엇을 말했는가?"]
)
def test_states_are_known_by_their_names_in_any_case(words):
    assert read_question(words, TODAY).sides == {"NOR", "SAU"}


def test_years_and_names_are_told_apart_from_words():
    wanted = read_question("What did Norway and Chile build with Olsen in 2019?", TODAY)
    assert (wanted.names, wanted.words) == (("olsen",), ("build",))
    assert [(when.start, when.end) for when in wanted.times.spans] == [(date(2019, 1, 1), date(2019, 12, 31))]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("What did Norway do last year?", date(2024, 1, 1), date(2024, 12, 31)),
        ("What did Norway do in March 2021?", date(2021, 3, 1), date(2021, 3, 31)),
        ("What did Norway do on 4 March 2021?", date(2021, 3, 4), date(2021, 3, 4)),
        ("Что сделала Норвегия в прошлом месяце?", date(2025, 10, 1), date(2025, 10, 31)),
        ("노르웨이는 지난해 무엇을 했는가?", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_times_are_more_than_years_and_count_from_the_day_asked_about(words, first, last):
    (when,) = read_question(words, TODAY).times.spans
    assert (when.start, when.end) == (first, last)


def test_a_month_without_a_year_is_that_of_any_year():
    assert read_question("What did Norway do in March?", TODAY).times.months == ((3, None),)


def test_of_two_lines_of_one_sentence_the_one_whose_doer_is_asked_for_stands_first(tmp_path):
    text = "Norwegian President Olav Berg visited Lima in May 2021, while Peruvian President Rosa Rojas visited Oslo in June 2023."
    (tmp_path / "two.txt").write_text(text)
    with create_desk(tmp_path / "two.desk") as made:
        made.add(tmp_path / "two.txt")
        for words, year in (("When did Olav Berg visit Lima?", 2021), ("When did Rosa Rojas visit Oslo?", 2023)):
            assert made.answer(Answer(words=words))[0].entry.claim.when.start.year == year


def test_a_sentence_that_was_read_otherwise_does_not_pass_for_unread(tmp_path):
    (tmp_path / "two.txt").write_text("When the Soviet Union had ended, Norway and Ukraine established diplomatic relations in February 1992.")
    with create_desk(tmp_path / "two.desk") as made:
        made.add(tmp_path / "two.txt")
        assert list(made.claims())
        (found,) = made.answer(Answer(words="When did Norway and the Soviet Union establish diplomatic relations?"))
        assert found.note == READ
