"""What Russian news tells of missions and links: who must leave, what is handed over in the passive, what opens and closes."""

from datetime import date

import pytest

from dragoman.model import Assessment, Channel, Claim, Document, Event, ReadOptions
from dragoman.read.reader import read_document

EXPELLED = [
    ("В ответ на высылку пять сотрудников посольства Перу в Сантьяго объявлены персонами нон грата.", "CHL", "PER"),
    ("Чад предложил дипломату Нигера покинуть страну.", "TCD", "NER"),
    ("Власти Мальты потребовали от атташе посольства Фиджи покинуть страну в течение 48 часов.", "MLT", "FJI"),
    ("Двух перуанских дипломатов объявили персонами нон грата в Чили.", "CHL", "PER"),
    ("Кипр высылает двух сотрудников посольства Кубы.", "CYP", "CUB"),
]
EXPELLED += [
    ("После объявления консула Перу персоной нон грата МИД Чили закрыл порт.", "CHL", "PER"),
    ("Из Чада высылаются три дипломата Нигера.", "TCD", "NER"),
]
LINKS = [
    ("С мая в Чаде отменяется визовый режим для граждан Нигера.", "visa_regime", "eased", {"TCD", "NER"}),
    ("Посольство Перу в Аккре приостановило работу.", "embassy", "suspended", {"PER", "GHA"}),
    ("Между Чадом и Нигером начал действовать безвизовый режим.", "visa_free", "established", {"TCD", "NER"}),
    ("Оман ввёл безвизовый режим для граждан Кении.", "visa_free", "established", {"OMN", "KEN"}),
    ("Статус отношений Катара и Ганы понижен до временного поверенного.", "diplomatic_relations", "downgraded", {"QAT", "GHA"}),
    ("Оман ввёл визы для граждан Кении.", "visa_regime", "established", {"OMN", "KEN"}),
    ("Правительство Ганы приняло решение о разрыве дипломатических отношений с Перу.", "diplomatic_relations", "ended", {"GHA", "PER"}),
    ("Чад закрыл воздушное пространство для самолётов Судана.", "air_link", "suspended", {"TCD", "SDN"}),
    ("Чили закрыла все погранпереходы с Перу и воздушное пространство.", "border_crossing", "suspended", {"CHL", "PER"}),
]
MEANT = [
    ("Чили намерена закрыть границу с Перу.", "planned"),
    ("Чили может закрыть границу с Перу.", "possible"),
    ("Чили не планирует закрывать границу с Перу.", "negated"),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ru")
    return read_document(document, ReadOptions(language="ru", date=date(2024, 2, 4))).claims


@pytest.mark.parametrize(("text", "source", "target"), EXPELLED)
def test_who_must_leave_is_expelled_by_his_host(text: str, source: str, target: str) -> None:
    (told,) = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert (told.type, told.mode) == ("SANCTION", "expel")
    assert ([actor.country for actor in told.source], [actor.country for actor in told.target]) == ([source], [target])


@pytest.mark.parametrize(("text", "channel", "state", "between"), LINKS)
def test_a_mission_or_link_is_a_channel_between_two_states(text: str, channel: str, state: str, between: set[str]) -> None:
    found = [(claim.channel, claim.state, {actor.country for actor in claim.between}) for claim in claims_of(text) if isinstance(claim, Channel)]
    assert (channel, state, between) in found


@pytest.mark.parametrize(("text", "modality"), MEANT)
def test_what_may_or_shall_not_be_is_not_told_as_done(text: str, modality: str) -> None:
    assert {claim.modality for claim in claims_of(text) if isinstance(claim, Event | Channel)} == {modality}


def test_a_protest_in_the_passive_is_made_by_the_one_other_state() -> None:
    text = "МИД Чили вызвал атташе посольства Перу. Дипломату посольства Перу был заявлен протест."
    told = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert [([a.country for a in claim.source], [a.country for a in claim.target]) for claim in told] == [(["CHL"], ["PER"])] * 2


def test_a_destructive_step_is_no_gain() -> None:
    judged = [claim for claim in claims_of("Это деструктивный шаг в отношениях Чили и Перу.") if isinstance(claim, Assessment)]
    assert all(claim.polarity is not None and claim.polarity < 0 for claim in judged)


def test_a_coming_day_is_that_of_the_coming_year() -> None:
    (told,) = [claim for claim in claims_of("Чили откроет посольство в Гане с 1 июня.") if isinstance(claim, Channel)]
    assert (told.modality, told.when and told.when.start) == ("planned", date(2024, 6, 1))


def test_a_woman_in_charge_is_summoned_as_a_man_is() -> None:
    (told,) = [claim for claim in claims_of("В МИД Чада была вызвана временная поверенная в делах Нигера.") if isinstance(claim, Event)]
    assert ([a.country for a in told.source], [a.country for a in told.target]) == (["TCD"], ["NER"])


@pytest.mark.parametrize(("outcome", "modality"), [("стороны договорились открыть посольства", "actual"), ("будет подписан договор", "planned")])
def test_a_visit_at_the_end_of_which_something_was_agreed_was_made(outcome: str, modality: str) -> None:
    told = [c for c in claims_of(f"По итогам визита президента Чада в Нигер {outcome}.") if isinstance(c, Event)]
    assert [claim.modality for claim in told if claim.mode == "visit"] == [modality]


def test_a_rupture_that_is_announced_is_no_judgement() -> None:
    assert not [c for c in claims_of("МИД Чада объявил о разрыве дипломатических отношений с Нигером.") if isinstance(c, Assessment)]
