"""What a Russian participle, a name behind «что», a future and a paper belong to; what opens anew; links that stand or are missing."""

from datetime import date

import pytest

from dragoman.model import Channel, Claim, Document, Event, Instrument, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ru")
    return read_document(document, ReadOptions(language="ru")).claims


def test_a_participle_describes_the_noun_with_which_it_agrees() -> None:
    claims = claims_of("Таков итог Договора о военном сотрудничестве, подписанного между Чили и Перу в мае.")
    (signed,) = [c for c in claims if isinstance(c, Instrument)]
    assert (signed.state, signed.modality, {actor.country for actor in signed.parties}) == ("signed", "actual", {"CHL", "PER"})


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Соглашение о рыболовстве будет подписано между Чили и Перу.", "planned"),
        ("Соглашение о рыболовстве было подписано между Чили и Перу.", "actual"),
    ],
)
def test_what_will_be_signed_is_not_signed_yet(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text) if isinstance(c, Instrument)] == [modality]


def test_who_is_joined_behind_that_does_not_speak() -> None:
    claims = claims_of("Представитель МИД Ганы сообщил, что президент Чили Хуан Перес и премьер-министр Перу Анна Линд согласовали договор о рыболовстве.")
    (said,) = [c for c in claims if isinstance(c, Statement)]
    assert {actor.country for actor in said.speaker} == {"GHA"}
    (agreed,) = [c for c in claims if isinstance(c, Event) and c.type == "AGREE"]
    assert {actor.name for actor in agreed.source} == {"Хуан Перес", "Анна Линд"}


def test_who_signs_a_paper_on_ties_with_two_others_is_a_side_and_these_two_are_none_of_each_other() -> None:
    ties = [c for c in claims_of("Перу подписала соглашение о нормализации отношений с Чили и Ганой.") if isinstance(c, Channel)]
    assert {frozenset(actor.side for actor in link.between) for link in ties} == {frozenset({"PER", "CHL"}), frozenset({"PER", "GHA"})}
    assert {link.modality for link in ties} <= {"agreed", "actual"}


def test_what_somebody_is_not_surprised_at_was_done() -> None:
    (summons,) = [c for c in claims_of("Глава МИД Чили не удивлен вызовом чилийского посла в МИД Перу.") if isinstance(c, Event)]
    assert (summons.modality, summons.source[0].country) == ("actual", "PER")


@pytest.mark.parametrize(
    ("text", "channel", "state"),
    [
        ("В столице Чили Сантьяго вновь открылось посольство Перу.", "embassy", "resumed"),
        ("В Чили возобновили работу два дипломатических представительства Перу.", "embassy", "resumed"),
        ("Между Чили и Перу отсутствуют дипломатические отношения.", "diplomatic_relations", "absent"),
        ("Дипломатические отношения между Чили и Перу установлены 24 января 1971 года.", "diplomatic_relations", "established"),
    ],
)
def test_links_as_they_stand_and_as_they_are_made(text: str, channel: str, state: str) -> None:
    (link,) = [c for c in claims_of(text) if isinstance(c, Channel)]
    assert (link.channel, link.state, {actor.side for actor in link.between}) == (channel, state, {"CHL", "PER"})


def test_who_condemns_a_decision_does_not_take_it() -> None:
    text = "Премьер-министр Перу осудил решение Чили о высылке дипломатов Перу."
    expelled = [c for c in claims_of(text) if isinstance(c, Event) and c.mode == "expel"]
    assert [actor.country for c in expelled for actor in c.source if actor.country == "PER"] == []


def test_since_when_a_truce_lasts_is_not_when_it_was_signed() -> None:
    signed = [c for c in claims_of("Чили и Перу подписали документ о возобновлении перемирия с 27 декабря 2021 года.") if isinstance(c, Instrument)]
    assert [c.when for c in signed] == [None]


def test_he_is_who_holds_the_title_before_and_not_whom_he_names() -> None:
    text = "Официальный представитель МИД Чили Хуан Перес осудил высылку консула Чили в Перу Анны Линд. Он назвал эту меру «враждебным шагом Перу»."
    assert {actor.name for c in claims_of(text) if isinstance(c, Statement) and "враждебным" in c.content for actor in c.speaker} == {"Хуан Перес"}


def test_words_that_look_like_an_envoy_are_none_and_trade_ministers_have_their_office() -> None:
    assert [c for c in claims_of("Египет направил письмо после событий на Голубом Ниле.") if isinstance(c, Post)] == []
    (post,) = [c for c in claims_of("Министр коммерции Перу Хуан Перес посетил Чили.") if isinstance(c, Post)]
    assert post.office.title == "trade minister"


def test_the_state_behind_a_dateline_is_who_acts() -> None:
    (signed,) = [c for c in claims_of("NewsAgency (NA) - Чили и Перу подписали совместное заявление о рыболовстве.") if isinstance(c, Instrument)]
    assert {actor.country for actor in signed.parties} == {"CHL", "PER"}


def test_a_nominative_behind_a_phrase_is_the_subject_of_the_verb_that_has_none() -> None:
    (signed,) = [c for c in claims_of("По итогам переговоров президенты Чили и Перу подписали договор.") if isinstance(c, Instrument)]
    assert {actor.country for actor in signed.parties} == {"CHL", "PER"}


def test_the_ministry_to_which_an_envoy_is_called_is_the_one_named_before() -> None:
    (summons,) = [
        c
        for c in claims_of("МИД Чили осудил обстрел. Посол Перу был вызван в МИД 2 апреля.")
        if isinstance(c, Event) and c.target and "осол" in c.target[0].name
    ]
    assert summons.source[0].country == "CHL"


def test_a_visit_that_is_to_come_lasts_as_long_as_is_told() -> None:
    document = Document(id="0" * 64 + ".text-1", text="Президент Чили совершит визит в Перу 24–25 ноября.", file="case", language="ru")
    (visit,) = [c for c in read_document(document, ReadOptions(language="ru", date=date(2025, 11, 22))).claims if isinstance(c, Event)]
    assert visit.when is not None
    assert (visit.when.start, visit.when.end) == (date(2025, 11, 24), date(2025, 11, 25))


def test_who_greets_an_envoy_supports_nobody() -> None:
    assert [c for c in claims_of("Президент Чили приветствовал посла Перу.") if isinstance(c, Event) and c.type == "SUPPORT"] == []


def test_two_envoys_in_a_row_are_of_the_two_states_of_the_adjective_before_them() -> None:
    text = "Запланирована встреча спецпредставителей по улучшению армяно-турецких отношений Хуана Переса и Рубена Сото."
    assert {(c.person.name, c.office.of) for c in claims_of(text) if isinstance(c, Post) and c.person is not None} == {
        ("Хуан Перес", "ARM"),
        ("Рубен Сото", "TUR"),
    }
