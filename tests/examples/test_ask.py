"""Questions in three languages over the example documents: the words that must be cited, and what is not in the record."""

from pathlib import Path

import pytest

from dragoman.ask.answer import Answer
from dragoman.ask.asking import read_question
from dragoman.desk import create_desk
from dragoman.model import BadInput

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = 3
"""Lines of an answer among which the words must be."""
ANSWERED = (
    ("When were flights between Russia and South Korea suspended?", "직항편은 2022년 3월부터 중단"),
    ("Who is the ambassador of Russia to South Korea?", "Георгий Ладыгин"),
    ("Кто посол России в Южной Корее?", "Георгий Ладыгин"),
    ("주한 러시아 대사는 누구인가?", "게오르기 라디긴"),
    ("What was the trade between Russia and South Korea in 2024?", "$11.4 billion"),
    ("How much was the trade of Kazakhstan and South Korea?", "6.5 billion dollars"),
    ("Did Peru recall its ambassador from Ecuador?", "recalled its ambassador from Quito"),
    ("Who accused Ecuador?", "Peru accused Ecuador"),
    ("Когда Финляндия закрыла границу с Россией?", "продлила закрытие сухопутной границы"),
    ("Какие переговоры возобновили Южная Корея и Монголия?", "협상을 재개했다"),
    ("한국과 몽골은 무엇을 재개했는가?", "협상을 재개했다"),
    ("한국과 몽골의 교역액은 얼마인가?", "5억 달러"),
    ("О чём договорились Иран и Пакистан?", "открыть третий пограничный переход"),
    ("When did Japan and the Philippines restore diplomatic relations?", "restored diplomatic relations on July 23, 1956"),
    ("Did Japan invade the Philippines?", "Japan invaded the Philippines in December 1941"),
    ("Why did Türkiye summon Armenia's representative?", "summoned Armenia's representative"),
    ("When was the border between Türkiye and Armenia closed?", "closed since 1993"),
    ("Кого вызвал МИД России?", "вызвал временного поверенного"),
    ("러시아 외무부는 누구를 초치했는가?", "대사대리를 초치해"),
    ("What did Pavel Ozerov say about flights?", "direct flights can be resumed"),
    ("Когда приостановили рейсы между Россией и Южной Кореей?", "중단된 상태"),
    ("한국과 러시아 직항편은 언제 중단되었는가?", "2022년 3월부터"),
    ("What did Azerbaijan and Georgia sign on electricity?", "agreement on the transit of electricity"),
    ("What did China and India agree on?", "reopen two Himalayan passes"),
    ("Where is the consulate of Kazakhstan?", "consulate in Busan"),
)
UNANSWERED = (
    "Who is the ambassador of Peru to Ecuador?",
    "Did Chile bomb Bolivia?",
    "How many tourists travelled between Iran and Pakistan?",
    "Кто президент Франции?",
    "Какие санкции ввела Финляндия против Монголии?",
    "Когда пропали пингвины?",
    "베트남과 태국의 무역 규모는 얼마인가?",
    "누가 페루 대통령인가?",
    "What did Helga Brandt say about visas?",
    "When did Russia and South Korea suspend flights in 1987?",
    "Are there pipelines between India and China?",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = create_desk(tmp_path_factory.mktemp("ask") / "examples.desk")
    made.add(EXAMPLES)
    yield made
    made.close()


@pytest.mark.parametrize(("words", "quote"), ANSWERED, ids=[words for words, _ in ANSWERED])
def test_an_answer_cites_the_words(desk, words, quote):
    cited = [" ".join(report.text.split()) for line in desk.answer(Answer(words=words))[:FIRST] for report in line.reports]
    assert any(quote in text for text in cited), cited


@pytest.mark.parametrize("words", UNANSWERED)
def test_what_is_not_in_the_record_has_no_answer(desk, words):
    assert desk.answer(Answer(words=words)) == ()


def test_a_question_that_names_nothing_is_refused(desk):
    with pytest.raises(BadInput, match="names no state"):
        desk.answer(Answer(words="What was there?"))


@pytest.mark.parametrize(
    "words", ["Что Норвегия сообщила Саудовской Аравии?", "What did Norway tell Saudi Arabia?", "노르웨이는 사우디아라비아에 무엇을 말했는가?"]
)
def test_states_are_known_by_their_names_in_any_case(words):
    assert read_question(words).sides == {"NOR", "SAU"}


def test_years_and_names_are_told_apart_from_words():
    wanted = read_question("What did Norway and Chile build with Olsen in 2019?")
    assert (wanted.years, wanted.names, wanted.words) == ({2019}, ("olsen",), ("build",))
