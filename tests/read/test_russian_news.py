"""What Russian news tells in its own ways: titles with seats, counterparts, calls, papers that say it, later mentions."""

from datetime import date

import pytest

from dragoman.archive.language import find_language
from dragoman.model import Channel, Claim, Document, Event, ReadOptions, Statement
from dragoman.read.people_ru import base_name
from dragoman.read.reader import read_document

TODAY = date(2024, 2, 4)
MET = [
    ("В среду состоялась встреча посла Ганы в Осло Кофи Ансы с министром торговли Норвегии Улафом Бергом.", {"GHA", "NOR"}),
    ("ОСЛО, 3 фев — Северное агентство. Министр Норвегии Улаф Берг провёл встречу с министром Ганы Кофи Ансой.", {"GHA", "NOR"}),
    ("Министры иностранных дел Норвегии и Ганы Улаф Берг и Кофи Анса провели переговоры.", {"GHA", "NOR"}),
    ("Президент Ганы Кофи Анса посетил Осло. Его принял премьер-министр Норвегии Улаф Берг. Затем лидеры провели переговоры.", {"GHA", "NOR"}),
    ("Министр обороны Литвы провёл встречу со своим латвийским коллегой Андрисом Калныньшем.", {"LTU", "LVA"}),
]
CALLED = [
    "Министр иностранных дел Чили провёл телефонный разговор с коллегой из Перу.",
    "Состоялся телефонный разговор президента Чили с премьером Перу.",
    "Главы МИД Чили и Перу провели телефонные переговоры.",
    "Президент Чили по телефону обсудил с главой Перу торговлю.",
]
SAID = [
    ("Как говорится в заявлении МИД Чили, посол покинул Лиму.", "МИД Чили", "посол покинул Лиму"),
    ("«Посол покинул Лиму», — говорится в сообщении МИД Чили.", "МИД Чили", "Посол покинул Лиму"),
    ("«Посол покинул Лиму», — сообщили в МИД Чили.", "МИД Чили", "Посол покинул Лиму"),
    ("«Посол покинул Лиму», — цитирует агентство слова посла Чили Анны Руис.", "Анна Руис", "Посол покинул Лиму"),
    ("МИД Чили принял ноту Перу. По информации министерства, посол покинул Лиму.", "МИД Чили", "посол покинул Лиму"),
]
CASES = [
    ("gent", "Йонаса Петраускаса", "Йонас Петраускас"),
    ("gent", "Саломе Кавтарадзе", "Саломе Кавтарадзе"),
    ("gent", "Эмманюэля Дюпона", "Эмманюэль Дюпон"),
    ("ablt", "Хаканом Демиром", "Хакан Демир"),
    ("ablt", "Джорджией Росси", "Джорджия Росси"),
    ("ablt", "Александаром Йовичем", "Александар Йович"),
    ("datv", "Касым-Жомарту Сапарову", "Касым-Жомарт Сапаров"),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ru")
    return read_document(document, ReadOptions(language="ru", date=TODAY)).claims


@pytest.mark.parametrize(("text", "sides"), MET)
def test_a_meeting_has_the_sides_of_its_holders_of_office(text: str, sides: set[str]) -> None:
    met = [claim for claim in claims_of(text) if isinstance(claim, Event) and claim.type == "CONSULT" and claim.symmetric]
    assert met
    assert all({actor.country for actor in claim.source} == sides for claim in met)


@pytest.mark.parametrize("text", CALLED)
def test_a_talk_by_telephone_is_one_call(text: str) -> None:
    events = [claim for claim in claims_of(text) if isinstance(claim, Event)]
    assert [(claim.mode, {actor.country for actor in claim.source}) for claim in events] == [("phone", {"CHL", "PER"})]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_what_stands_in_a_paper_is_said_by_its_owner(text: str, speaker: str, content: str) -> None:
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [([actor.name for actor in claim.speaker], claim.content) for claim in said] == [([speaker], content)]


def test_a_sentence_that_only_names_its_source_reports_the_one_before() -> None:
    (said,) = [c for c in claims_of("Перу закрыло границу с Чили. Об этом сообщает министерство обороны Чили.") if isinstance(c, Statement)]
    assert ([actor.name for actor in said.speaker], said.content) == (["министерство обороны Чили"], "Перу закрыло границу с Чили")


def test_a_quotation_within_a_reported_clause_is_not_the_whole_of_it() -> None:
    said = [c for c in claims_of("МИД Чили отметил, что посол Перу обещал «уважать границу, договоры и обычаи обеих стран».") if isinstance(c, Statement)]
    assert any(c.content.startswith("посол Перу обещал") and c.mode == "mixed" for c in said)


def test_an_official_without_a_name_is_named_in_the_nominative_with_his_office() -> None:
    (met,) = [c for c in claims_of("Президент Чили принял министра иностранных дел Перу.") if isinstance(c, Event)]
    assert ("министр иностранных дел Перу", "foreign minister") in {(actor.name, actor.role) for actor in met.source}


@pytest.mark.parametrize(("case", "words", "name"), CASES)
def test_a_foreign_name_loses_the_case_of_its_title(case: str, words: str, name: str) -> None:
    assert base_name(words, case) == name


def test_a_counterpart_has_the_office_of_whom_he_faces() -> None:
    invited = [c for c in claims_of("Президент Чили Марио Рохас пригласил перуанского коллегу Хуана Переса посетить Сантьяго.") if isinstance(c, Event)]
    assert ("Хуан Перес", "president") in {(actor.name, actor.role) for claim in invited for actor in (*claim.source, *claim.target)}
    assert {(claim.type, claim.modality) for claim in invited} == {("REQUEST", "actual"), ("CONSULT", "proposed")}


def test_what_will_be_is_planned() -> None:
    (visit,) = [c for c in claims_of("Президент Чили посетит Перу.") if isinstance(c, Event)]
    assert visit.modality == "planned"


def test_a_charge_is_somebody_of_his_state_and_a_diplomat_may_be_unwelcome() -> None:
    text = "МИД Чили вызвал временного поверенного в делах Перу. МИД Чили объявил секретаря посольства Перу персоной нон грата."
    told = [(c.type, c.mode, tuple(actor.country for actor in c.target)) for c in claims_of(text) if isinstance(c, Event)]
    assert told == [("ACCUSE", "disapprove", ("PER",)), ("SANCTION", "expel", ("PER",))]


def test_both_halves_of_a_double_adjective_are_sides() -> None:
    events = [c for c in claims_of("В четверг прошли грузино-армянские переговоры.") if isinstance(c, Event)]
    assert all({actor.country for actor in claim.source} == {"GEO", "ARM"} for claim in events)
    assert events


def test_what_is_added_beside_a_saying_has_its_speaker() -> None:
    said = [c for c in claims_of("— Чили готова к диалогу, — сказала министр Чили Ана Руис, добавив, что Перу молчит.") if isinstance(c, Statement)]
    assert {actor.name for claim in said for actor in claim.speaker} == {"Ана Руис"}


def test_a_verb_that_only_confirms_says_nothing() -> None:
    assert not [c for c in claims_of("Это подтвердил министр Чили Хуан Перес.") if isinstance(c, Statement)]


def test_a_page_of_one_line_without_letters_of_its_own_is_russian() -> None:
    assert find_language("Чили запретила въезд двадцати чиновникам Перу.") == "ru"


def test_an_outlet_behind_what_is_said_is_no_part_of_it() -> None:
    (said,) = [c for c in claims_of("Как сообщил МИД Чили, посол покинул Лиму, пишет «Утро».") if isinstance(c, Statement)]
    assert said.content == "посол покинул Лиму"


def test_a_capital_in_which_something_is_said_speaks_for_its_state() -> None:
    (said,) = [c for c in claims_of("В Аккре заявили, что посол покинул Лиму.") if isinstance(c, Statement)]
    assert ([actor.country for actor in said.speaker], said.content) == (["GHA"], "посол покинул Лиму")


def test_the_states_that_take_something_up_are_both() -> None:
    claims = claims_of("Чили и Перу подписали договор. С 14 марта страны возобновляют авиасообщение.")
    (link,) = [c for c in claims if isinstance(c, Channel)]
    assert (link.channel, link.state, {actor.country for actor in link.between}) == ("air_link", "resumed", {"CHL", "PER"})


TALKED = (
    "Министр иностранных дел Чили Педро Гонсалес прибыл в Лиму. Министр не исключил, что Перу закроет границу. "
    "«Мы готовы к диалогу», — подчеркнул он.\n\n"
    "«Визит откроет новую страницу в отношениях двух стран», — заявил президент Перу. «Мы доверяем друг другу», — отметил глава государства."
)


def test_each_quotation_has_its_speaker_also_by_a_pronoun_or_a_title_alone() -> None:
    said = [claim for claim in claims_of(TALKED) if isinstance(claim, Statement)]
    assert [(claim.speaker[0].country, claim.modality, claim.content) for claim in said] == [
        ("CHL", "actual", "Перу закроет границу"),
        ("CHL", "actual", "Мы готовы к диалогу"),
        ("PER", "actual", "Визит откроет новую страницу в отношениях двух стран"),
        ("PER", "actual", "Мы доверяем друг другу"),
    ]


def test_what_is_not_ruled_out_is_possible() -> None:
    (closed,) = [c for c in claims_of("Президент Чили не исключил, что Перу закроет границу с Чили.") if isinstance(c, Channel)]
    assert (closed.channel, closed.modality) == ("border_crossing", "possible")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Чили ответила высылкой пяти перуанских дипломатов.", ("SANCTION", "expel", {"CHL"}, {"PER"})),
        ("Состоялся визит президента Чили в Перу.", ("CONSULT", "visit", {"CHL"}, {"PER"})),
        ("Чили отозвала руководителей своих представительств из Перу.", ("SANCTION", "withdraw", {"CHL"}, {"PER"})),
        ("Чили признала двух дипломатов Перу персонами нон грата.", ("SANCTION", "expel", {"CHL"}, {"PER"})),
        ("Президент Республики Казахстан встретился с премьером Королевства Бахрейн.", ("CONSULT", None, {"KAZ", "BHR"}, set())),
    ],
)
def test_deeds_told_by_nouns_and_by_heads_of_missions(text: str, told: tuple[str, str | None, set[str], set[str]]) -> None:
    (event,) = [c for c in claims_of(text) if isinstance(c, Event)]
    assert (event.type, event.mode, {a.country for a in event.source}, {a.country for a in event.target}) == told


def test_a_paper_told_to_say_it_reports_the_sentence_before_and_its_quotation() -> None:
    text = "Посол Перу вызван в МИД Чили. Об этом говорится в сообщении МИД Чили.\n\n«Перу нарушила границу», — говорится в сообщении."
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [(claim.speaker[0].country, claim.content) for claim in said] == [
        ("CHL", "Посол Перу вызван в МИД Чили"),
        ("CHL", "Перу нарушила границу"),
    ]


def test_what_is_to_be_opened_is_planned() -> None:
    (link,) = [c for c in claims_of("Планируется открытие прямого авиасообщения между Чили и Перу.") if isinstance(c, Channel)]
    assert (link.channel, link.modality) == ("air_link", "planned")


@pytest.mark.parametrize(
    "words", ["МИД Египта вызвал посла Перу.", "Посол Перу встретился с министром Египта.", "Президент Перу посетил Каир и заявил о дружбе с Египтом."]
)
def test_a_state_whose_vowel_falls_out_is_known_in_every_case(words: str) -> None:
    event = next(c for c in claims_of(words) if isinstance(c, Event))
    assert {"EGY", "PER"} == {a.country for a in (*event.source, *event.target)}


def test_two_verbs_behind_a_comma_have_one_subject_and_a_phrase_belongs_to_the_noun_before_it() -> None:
    text = "Чили вызвала главного дипломата Перу в Сантьяго, объявила об отзыве своих военных атташе из Лимы и сокращении персонала."
    events = [c for c in claims_of(text) if isinstance(c, Event)]
    assert [(e.type, e.mode, e.source[0].country, e.target[0].country) for e in events] == [
        ("ACCUSE", "disapprove", "CHL", "PER"),
        ("SANCTION", "withdraw", "CHL", "PER"),
    ]


@pytest.mark.parametrize(
    ("text", "side"),
    [("Министр Чили заявил, что намерен посетить Перу.", "CHL"), ("В Чили заявили, что намерены понизить уровень отношений с Перу.", "CHL")],
)
def test_who_says_what_he_means_to_do_is_who_does_it(text: str, side: str) -> None:
    (event,) = [c for c in claims_of(text) if isinstance(c, Event)]
    assert (event.modality, event.source[0].country, event.target[0].country) == ("planned", side, "PER")


DEMARCHE = (
    "Временный поверенный в делах Перу Хуан Рамос был вызван в МИД Чили, сообщили в ведомстве.\n\nЕму вручена нота протеста.\n\n"
    "«Перу нарушила границу», — говорится в сообщении.\n\nВ МИДе подчеркнули, что Чили готова к диалогу."
)


def test_whom_a_note_was_handed_and_which_ministry_goes_on_is_told_before() -> None:
    noted = [c for c in claims_of(DEMARCHE) if isinstance(c, Event)]
    assert {(e.type, e.target[0].name, e.target[0].country) for e in noted} == {("ACCUSE", "Хуан Рамос", "PER")}
    said = [c for c in claims_of(DEMARCHE) if isinstance(c, Statement)]
    assert [(c.speaker[0].country, c.content) for c in said][1:] == [("CHL", "Перу нарушила границу"), ("CHL", "Чили готова к диалогу")]


def test_what_a_second_verb_says_is_no_part_of_what_the_first_says() -> None:
    said = [c for c in claims_of("Чили заявила о «провокации» и потребовала от Перу открыть архив.") if isinstance(c, Statement)]
    assert said[0].content == "о «провокации»"
