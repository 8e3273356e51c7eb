"""What Russian news tells in phrases around its verbs: who speaks before a colon or between commas, visits within other deeds, visas and missions."""

from datetime import date

import pytest

from dragoman.model import Assessment, Channel, Claim, Document, Event, Instrument, Post, ReadOptions, Statement
from dragoman.read.people_ru import base_name
from dragoman.read.reader import read_document

SAID = [
    ("МИД Чили: Перу закрыло границу с Чили.", "МИД Чили", "Перу закрыло границу с Чили"),
    ("Посол Чили в Перу Хуан Руис: договор готов и будет подписан.", "Хуан Руис", "договор готов и будет подписан"),
    ("За год, как отметил посол Чили в Перу Хуан Руис, выросла торговля.", "Хуан Руис", "За год выросла торговля"),
    ("Граница, по словам посла Чили Хуана Руиса, открыта.", "Хуан Руис", "Граница открыта"),
    ("Согласно словам посла Чили Хуана Руиса, граница открыта.", "Хуан Руис", "граница открыта"),
    ("Пресс-секретарь МИД Чили Хуан Руис сообщил, что граница открыта.", "Хуан Руис", "граница открыта"),
    ("Замглавы МИД Чили Хуан Руис заявил, что граница открыта.", "Хуан Руис", "граница открыта"),
    ("«Граница открыта», — сказано в публикации МИД Чили.", "МИД Чили", "Граница открыта"),
    ("МИД Чили опроверг обвинения в том, что Чили закрыла порт.", "МИД Чили", "обвинения в том, что Чили закрыла порт"),
]
UNSAID = ["Посол Перу в Чили Хуан Руис был уведомлён об этом.", "Посол Перу в Чили Хуан Руис прибыл в МИД, чтобы сообщить о решении."]
VISITS = [
    ("Министр иностранных дел Чили Хуан Руис посетил с официальным визитом Лиму.", "CHL", "PER"),
    ("Президент Чили Хуан Руис в ходе визита в Перу встретился с президентом Перу Анной Мендес.", "CHL", "PER"),
    ("Документ принят после переговоров в Лиме, куда президент Чили Хуан Руис прибыл с визитом.", "CHL", "PER"),
    ("Переговоры прошли между президентом Чили Руисом, прибывшим с визитом в Осло, и премьером Норвегии Бергом.", "CHL", "NOR"),
]
CHANNELS = [
    ("Чили и Перу введут безвизовый режим.", "visa_free", "established", "planned"),
    ("Чили и Перу отменили визы.", "visa_free", "established", "actual"),
    ("Чили и Перу договорились об упразднении визового режима.", "visa_free", "established", "agreed"),
    ("Достигнуто соглашение о введении для граждан Чили и Перу безвизового режима.", "visa_free", "established", "agreed"),
    ("Чили и Перу договорились об открытии авиасообщения между столицами.", "air_link", "established", "agreed"),
    ("Чили и Перу договорились о возобновлении работы пунктов пропуска.", "border_crossing", "resumed", "agreed"),
    ("Чили закрыла два пункта пропуска на границе с Перу.", "border_crossing", "suspended", "actual"),
    ("Чили сократила численность посольства Перу до шести человек.", "embassy", "restricted", "actual"),
    ("Чили решила сократить число дипломатов в посольстве Перу.", "embassy", "restricted", "planned"),
]
JUDGED = [
    ("Отношения Чили и Перу находятся в низшей точке.", -1),
    ("Отношения Чили и Перу никогда не были на таком низком уровне.", -1),
    ("Такие шаги Лимы разрушают чилийско-перуанские отношения.", -1),
    ("Отношения Чили и Перу имеют положительную динамику.", 1),
    ("Чили и Перу переживают «золотой век» сотрудничества.", 1),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ru")
    return read_document(document, ReadOptions(language="ru", date=date(2024, 2, 4))).claims


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_who_is_told_beside_the_verb_says_what_stands_around_him(text: str, speaker: str, content: str) -> None:
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [([actor.name for actor in claim.speaker], claim.content) for claim in said] == [([speaker], content)]


@pytest.mark.parametrize("text", UNSAID)
def test_who_is_told_of_it_or_comes_to_tell_it_says_nothing(text: str) -> None:
    assert not [claim for claim in claims_of("Чили закрыла границу. " + text) if isinstance(claim, Statement)]


@pytest.mark.parametrize(("text", "guest", "host"), VISITS)
def test_a_visit_within_another_deed_has_its_guest_and_host(text: str, guest: str, host: str) -> None:
    (told,) = [claim for claim in claims_of(text) if isinstance(claim, Event) and claim.mode == "visit"]
    assert ([actor.country for actor in told.source], [actor.country for actor in told.target]) == ([guest], [host])


@pytest.mark.parametrize(("text", "channel", "state", "modality"), CHANNELS)
def test_visas_missions_and_crossings_are_links_of_two_states(text: str, channel: str, state: str, modality: str) -> None:
    found = [claim for claim in claims_of(text) if isinstance(claim, Channel)]
    assert [(claim.channel, claim.state, claim.modality) for claim in found] == [(channel, state, modality)]
    assert {actor.country for claim in found for actor in claim.between} == {"CHL", "PER"}


@pytest.mark.parametrize(("text", "sign"), JUDGED)
def test_a_turn_of_phrase_judges_a_relation(text: str, sign: int) -> None:
    (told,) = [claim for claim in claims_of(text) if isinstance(claim, Assessment)]
    assert (told.modality, (told.polarity or 0) * sign > 0) == ("actual", True)


def test_a_family_name_behind_a_title_and_its_state_is_a_person() -> None:
    (post,) = [claim for claim in claims_of("Президент Чили Вальдес прибыл в Лиму.") if isinstance(claim, Post)]
    assert (post.person.name, post.office.title, post.office.of) == ("Вальдес", "president", "CHL")


def test_a_name_ends_where_the_next_one_begins_in_another_case() -> None:
    posts = [claim for claim in claims_of("На встрече с президентом Чили Хуаном Руисом Виктор Петров отметил рост торговли.") if isinstance(claim, Post)]
    assert [post.person.name for post in posts] == ["Хуан Руис"]


def test_an_invitation_is_made_whatever_comes_of_it() -> None:
    claims = claims_of("По приглашению президента Чили Хуана Руиса премьер Норвегии Улаф Берг 9 марта посетит Сантьяго.")
    (invited,) = [claim for claim in claims if isinstance(claim, Event) and claim.type == "REQUEST"]
    assert (invited.modality, invited.when, [a.country for a in invited.source], [a.country for a in invited.target]) == ("actual", None, ["CHL"], ["NOR"])


def test_the_outcome_of_an_expulsion_is_to_come_and_the_expulsion_is_done() -> None:
    (told,) = [claim for claim in claims_of("Высылка чилийских дипломатов из Перу будет иметь последствия.") if isinstance(claim, Event)]
    assert (told.modality, told.when) == ("actual", None)


def test_papers_signed_at_the_end_of_talks_are_of_those_who_talked() -> None:
    claims = claims_of("По итогам переговоров Чили и Перу подписано девять документов.")
    assert [{actor.country for actor in claim.parties} for claim in claims if isinstance(claim, Instrument)] == [{"CHL", "PER"}]


def test_both_ministers_speak_for_the_two_who_met() -> None:
    text = "Министр обороны Чили Хуан Руис встретился с министром обороны Перу Луисом Мендесом. Оба министра заявили, что договор готов."
    (said,) = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert {actor.country for actor in said.speaker} == {"CHL", "PER"}


def test_a_sentence_begins_behind_a_stop_without_a_blank() -> None:
    claims = claims_of("По мнению посла Чили Хуана Руиса, граница открыта.Перу выслало двух дипломатов Чили.")
    assert [claim.said_by for claim in claims if isinstance(claim, Event)] == [()]


FURTHER = [
    ("Президент Норвегии Улаф Берг встретил в Осло прибывшего с визитом президента Чили Хуана Руиса.", {"NOR", "CHL"}),
    ("Встретились премьеры Чили Хуан Руис и Перу Луис Мендес.", {"CHL", "PER"}),
]


@pytest.mark.parametrize(("text", "sides"), FURTHER)
def test_guests_described_before_their_titles_and_rows_of_names_meet(text: str, sides: set[str]) -> None:
    (met,) = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert {actor.country for actor in (*met.source, *met.target)} == sides
    assert {claim.person.country for claim in claims_of(text) if isinstance(claim, Post)} == sides


def test_a_day_before_a_converb_dates_the_main_verb() -> None:
    text = "Гана разорвала дипломатические отношения с Перу 5 января, обвинив соседнюю страну в обмане."
    (told,) = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert told.when is not None
    assert told.when.start == date(2024, 1, 5)


def test_what_a_published_paper_says_is_said_by_its_publisher() -> None:
    claims = claims_of("МИД Чили опубликовал заявление, в котором говорится, что Перу закрыло границу с Чили.")
    (said,) = [claim for claim in claims if isinstance(claim, Statement)]
    assert ([actor.name for actor in said.speaker], said.content) == (["МИД Чили"], "Перу закрыло границу с Чили")


def test_a_frame_that_is_a_paragraph_of_its_own_reports_the_one_before() -> None:
    (said,) = [claim for claim in claims_of("У нас больше не будет посольства в Лиме.\n\n— заявил посол Чили Хуан Руис.") if isinstance(claim, Statement)]
    assert ([actor.name for actor in said.speaker], said.content) == (["Хуан Руис"], "У нас больше не будет посольства в Лиме")


def test_contacts_on_a_high_level_judge_no_relation() -> None:
    assert not [claim for claim in claims_of("Чили и Перу будут поддерживать контакты на высоком уровне.") if isinstance(claim, Assessment)]


def test_an_airspace_whose_closure_is_announced_is_closed() -> None:
    claims = claims_of("Президент Чили объявил о закрытии воздушного пространства страны для авиации Перу.")
    assert [(claim.channel, claim.state) for claim in claims if isinstance(claim, Channel)] == [("air_link", "suspended")]


SETTLED = [
    ("Министр Чили Хуан Руис на встрече с президентом Перу обсудил торговлю.", "CONSULT", "actual"),
    ("Открытие границ обсудили по телефону президент Чили Хуан Руис и президент Перу Луис Мендес.", "CONSULT", "actual"),
    ("Правительство Чили приняло решение о продлении срока закрытия границы с Перу.", "SANCTION", "planned"),
    ("Министр Чили Хуан Руис прилетел. Его принял президент Перу Луис Мендес.", "CONSULT", "actual"),
]
NAMED = [
    ("Министр обороны Чили, Анна Руис, отметила, что граница открыта.", "Анна Руис"),
    ("Правительство Чили закрыло границу с Перу. Об этом сообщила министр обороны страны Анна Руис.", "Анна Руис"),
    ("„Мы советуем соседям проявить зрелость“, — отмечается в ноте МИД Чили.", "МИД Чили"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), SETTLED)
def test_talks_and_closures_are_meant_as_their_verbs_tell_them(text: str, kind: str, modality: str) -> None:
    (told,) = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert (told.type, told.modality) == (kind, modality)
    assert {actor.country for actor in (*told.source, *told.target)} == {"CHL", "PER"}


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_who_is_named_apart_from_his_title_or_state_speaks_for_it(text: str, speaker: str) -> None:
    (said,) = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [(actor.name, actor.country) for actor in said.speaker] == [(speaker, "CHL")]


def test_a_border_that_stays_closed_is_suspended() -> None:
    claims = claims_of("Граница между Чили и Перу останется закрытой.")
    assert [(claim.channel, claim.state, claim.modality) for claim in claims if isinstance(claim, Channel)] == [("border_crossing", "suspended", "planned")]


def test_what_was_called_friendly_is_not_said_by_whom_it_was_held_with() -> None:
    text = "Министр Чили Хуан Руис провёл телефонный разговор с министром Перу Луисом Мендесом, который назвал дружеским."
    assert not [claim for claim in claims_of(text) if isinstance(claim, Statement)]


def test_a_name_in_the_accusative_is_told_in_its_base_form() -> None:
    assert base_name("Анну Петреску", "gent") == "Анна Петреску"


def test_a_pronoun_under_a_joined_verb_is_the_object_before() -> None:
    told = [claim for claim in claims_of("Чили вызвала посла Перу и выслала его.") if isinstance(claim, Event)]
    assert [([a.country for a in claim.source], [a.country for a in claim.target]) for claim in told] == [(["CHL"], ["PER"])] * 2


def test_what_a_deed_answers_tells_no_place_of_it() -> None:
    (told,) = [c for c in claims_of("Чили выслала пять перуанских дипломатов в ответ на аналогичные действия Лимы.") if isinstance(c, Event)]
    assert told.where is None


def test_who_was_in_a_state_visited_it() -> None:
    (told,) = [claim for claim in claims_of("Последний раз президент Чили был в Перу в 2017 году.") if isinstance(claim, Event)]
    assert (told.mode, told.when is not None and told.when.start) == ("visit", date(2017, 1, 1))
