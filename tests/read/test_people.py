"""People with their offices, in three languages, before anything is parsed."""

import pytest

from dragoman.model import Document, Span
from dragoman.read.cast import find_all_people
from dragoman.read.names import find_names
from dragoman.read.page import Paragraph
from dragoman.read.people_ru import base_name


def people_in(text, language):
    document = Document(id="x.1", text=text, file="f", language=language)
    names = list(find_names(text, language, 0))
    return find_all_people(document, (Paragraph(0, Span(0, len(text)), "body", language),), names)


CASES = [
    ("en", "Norwegian Foreign Minister Anders Berg spoke.", ("Anders Berg", "foreign minister", "NOR", None)),
    ("en", "The Slovenian foreign minister, Marko Zupan, left.", ("Marko Zupan", "foreign minister", "SVN", None)),
    ("en", "President of Kenya Daniel Mwangi spoke.", ("Daniel Mwangi", "president", "KEN", None)),
    ("en", "The foreign minister of Equatorial Guinea, Simeon Nsue, spoke.", ("Simeon Nsue", "foreign minister", "GNQ", None)),
    ("en", "President Paul Etoga of Cameroon spoke.", ("Paul Etoga", "president", "CMR", None)),
    ("en", "Ana Ruiz, Madrid's ambassador to Peru, spoke.", ("Ana Ruiz", "ambassador", "ESP", "PER")),
    ("en", "Omani Sultan Qais bin Tariq al-Harthi spoke.", ("Qais bin Tariq al-Harthi", "sultan", "OMN", None)),
    ("en", "Mexican President José Luis de la Cruz Ríos spoke.", ("José Luis de la Cruz Ríos", "president", "MEX", None)),
    ("en", "Irish Prime Minister Sean O'Dowd's aide spoke.", ("Sean O'Dowd", "prime minister", "IRL", None)),
    ("en", "The spokesman for the Chadian Foreign Ministry, Idris Saleh, spoke.", ("Idris Saleh", "spokesperson of the foreign ministry", "TCD", None)),
    ("en", "Peru's PM-designate, Luis Paz, spoke.", ("Luis Paz", "prime minister", "PER", None)),
    ("en", "Kenya's High Commissioner (designate) to Peru Otim Okello spoke.", ("Otim Okello", "high commissioner", "KEN", "PER")),
    ("en", "The Chief of Staff of the Armed Forces of Chad Brigadier General Idris F. Saleh spoke.", ("Idris F. Saleh", "chief of staff", "TCD", None)),
    ("en", "Bhutanese Foreign Minister D. N. Wangdi spoke.", ("D. N. Wangdi", "foreign minister", "BTN", None)),
    ("en", "The Foreign Policy Adviser to the President of Chad Idris Saleh spoke.", ("Idris Saleh", "foreign policy adviser to the president", "TCD", None)),
    ("en", "The adviser met the President of Chad Idris Saleh.", ("Idris Saleh", "president", "TCD", None)),
    ("en", "Chad's UN ambassador, Idris Saleh, spoke.", ("Idris Saleh", "permanent representative", "TCD", None)),
    ("en", "The acting head of Kenya's mission in Chad, Juma Otieno, spoke.", ("Juma Otieno", "acting head of mission", "KEN", "TCD")),
    (
        "en",
        "Chad's Minister of State in charge of Regional Integration Idris Saleh spoke.",
        ("Idris Saleh", "minister of state in charge of regional integration", "TCD", None),
    ),
    ("en", "Chad's envoy, Idris Saleh, spoke.", ("Idris Saleh", "envoy", "TCD", None)),
    ("en", "Indian Foreign Secretary Ravi Mehta spoke.", ("Ravi Mehta", "foreign secretary", "IND", None)),
    ("en", "British Foreign Secretary Ann Hardy spoke.", ("Ann Hardy", "foreign minister", "GBR", None)),
    ("en", "The Minister of Foreign Affairs and Cooperation of Togo, Koffi Mensah, spoke.", ("Koffi Mensah", "foreign minister", "TGO", None)),
    ("en", "Then-President Carla Pinto of Bolivia spoke.", ("Carla Pinto", "president", "BOL", None)),
    ("en", "Kenya's powerful interior minister Peter Otieno spoke.", ("Peter Otieno", "interior minister", "KEN", None)),
    ("ru", "Встреча с президентом Ирана Хасаном Каримовым прошла.", ("Хасан Каримов", "president", "IRN", None)),
    ("ru", "Посол Японии в Чили Акира Танака прибыл.", ("Акира Танака", "ambassador", "JPN", "CHL")),
    ("ru", "Бывший премьер-министр Италии Марио Росси умер.", ("Марио Росси", "former prime minister", "ITA", None)),
    ("ru", "Турецкий министр обороны Хакан Демир ответил.", ("Хакан Демир", "defence minister", "TUR", None)),
    ("ko", "다나카 이치로 일본 총리는 떠났다.", ("다나카 이치로", "prime minister", "JPN", None)),
    ("ko", "김민수 외교부 차관이 말했다.", ("김민수", "deputy foreign minister", "KOR", None)),
    ("ko", "응우옌 반 톤 베트남 신임 외교장관은 도착했다.", ("응우옌 반 톤", "foreign minister", "VNM", None)),
    ("ko", "마리아 멘데스 페루 외교장관이 왔다.", ("마리아 멘데스", "foreign minister", "PER", None)),
    ("en", "Today, Peruvian chargé d'affaires in Chile Rosa Quispe left.", ("Rosa Quispe", "chargé d'affaires", "PER", "CHL")),
    ("ko", "리원(李文) 중국 외교부장이 답했다.", ("리원", "foreign minister", "CHN", None)),
    ("ko", "한재호 주뉴질랜드 한국 대사가 참석했다.", ("한재호", "ambassador", "KOR", "NZL")),
    ("ko", "전임 박성우 대사는 떠났다.", ("박성우", "former ambassador", "KOR", None)),
    ("ru", "Он говорил с госсекретарём США Питером Холденом.", ("Питер Холден", "foreign minister", "USA", None)),
    ("ko", "이반 소콜로프 주한 러시아 대사는 반박했다.", ("이반 소콜로프", "ambassador", "RUS", "KOR")),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_a_title_tells_person_office_and_state(language, text, expected):
    people = people_in(text, language)
    assert [(p.actor.name, p.actor.role, p.actor.country, p.to) for p in people] == [expected]
    assert text[people[0].name.start : people[0].name.stop]


@pytest.mark.parametrize("text", ["Президент сказал, что завтра Москва ответит.", "Совет министров решил.", "Совет министров финансов Организации решил."])
def test_a_title_without_a_name_makes_nobody(text):
    assert people_in(text, "ru") == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [("Марии Соколовой", "Мария Соколова"), ("Сергея Орлова", "Сергей Орлов"), ("Андреем Шевченко", "Андрей Шевченко"), ("Дмитрию Волкову", "Дмитрий Волков")],
)
def test_a_russian_name_is_led_back_to_the_nominative(words, name):
    assert base_name(words) == name


def test_a_union_of_states_has_officials_too():
    person = people_in("NATO Secretary General Jan Visser spoke.", "en")[0]
    assert (person.actor.role, person.actor.country, person.body) == ("general secretary", None, "NATO")


@pytest.mark.parametrize(
    "text", ["The foreign minister, however, declined.", "The ambassador to Peru, Bolivia and Chile resigned.", "The President of Kenya, Tanzania said, left."]
)
def test_what_follows_a_title_is_not_always_a_name(text):
    assert [person for person in people_in(text, "en") if person.office is not None] == []


def test_a_korean_text_about_others_makes_nobody_korean():
    abroad = people_in("인도는 태국과 협의했다. 태국은 인도의 이웃이다. 조민수 대통령은 떠났다.", "ko")
    assert [(person.actor.name, person.actor.country) for person in abroad] == [("조민수", None)]
    home = people_in("한국은 태국과 협의했다. 태국은 인도의 이웃이다. 조민수 대통령은 떠났다.", "ko")
    assert [person.actor.country for person in home] == ["KOR"]


def test_officials_in_a_list_share_the_state_that_opens_it():
    told = people_in("Chadian President Idris Saleh, Prime Minister Omar Tahir and Defence Minister Ali Bakri met.", "en")
    assert [(person.actor.name, person.actor.country) for person in told] == [("Idris Saleh", "TCD"), ("Omar Tahir", "TCD"), ("Ali Bakri", "TCD")]
    apart = people_in("Chadian President Idris Saleh and President Rosa Diaz met.", "en")
    assert [person.actor.country for person in apart] == ["TCD", None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Разговор с президентом Чешской Республики Петром Кучерой состоялся.", "Пётр Кучера"),
        ("Об этом сообщил директор департамента Минтранса Игорь Седов.", "Игорь Седов"),
    ],
)
def test_states_and_ministries_are_no_part_of_the_name_behind_them(text, name):
    assert [person.actor.name.replace("Петр", "Пётр") for person in people_in(text, "ru")] == [name]


def test_a_consular_department_makes_no_consul():
    (person, *_) = people_in("The delegation of Peru was led by Rosa Quispe, Director of the Consular Department of the ministry.", "en")
    assert person.actor.role != "consul"


def test_whom_an_honour_names_is_of_the_state_right_behind():
    told = people_in("The first of them was H.E. Juma Deng of the Republic of South Sudan, then Amb. Haida of the mission.", "en")
    assert [(person.actor.name, person.actor.country) for person in told] == [("Juma Deng", "SSD"), ("Haida", None)]


def test_a_row_goes_on_behind_with():
    told = people_in("He will meet with Chadian Prime Minister Omar Tahir and with Deputy Prime Minister and Trade Minister Ali Bakri.", "en")
    assert [(person.actor.name, person.actor.country) for person in told] == [("Omar Tahir", "TCD"), ("Ali Bakri", "TCD")]
