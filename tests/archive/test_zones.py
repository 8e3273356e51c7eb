"""Zones: every line marked, none cut, by rules that know no page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive.zones import find_zones

ENGLISH_PAGE = """\
Skip to content
World
Share this article
Озвучить материал

Norway and Turkey resume talks on fishing rights

A trawler in the port of Bergen on Friday. According to officials, the fleet is idle. REUTERS / Kari Nordmann

By Jane Roe
March 5, 2024

Norway and Turkey resumed their talks on fishing rights on Monday, the Norwegian foreign ministry said in a statement.

Why the talks stopped

The Turkish ambassador left Oslo last year after a row over licences, and both sides recalled their negotiators.

Порт Бергена утром
Photo: TASS/Ivan Ivanov

Officials said that the next round would take place in Ankara in the autumn of this year.

We rely on readers like you. Please support us with a small gift, your support keeps our journalism free.
Donate now
Переведено с помощью сервиса машинного перевода
Read also
Five things to know about the Barents Sea fleet
"""


def kinds_of(text: str, markup: str = "plain") -> dict[str, str]:
    return {text[zone.span.start : zone.span.stop]: zone.kind for zone in find_zones(text, markup)}


def test_flattened_page_has_each_part_marked() -> None:
    kinds = kinds_of(ENGLISH_PAGE)
    assert kinds["Skip to content"] == kinds["World"] == kinds["Share this article"] == kinds["Озвучить материал"] == "navigation"
    assert kinds["Norway and Turkey resume talks on fishing rights"] == "headline"
    assert kinds["By Jane Roe"] == "byline"
    assert kinds["March 5, 2024"] == "dateline"
    assert kinds["Why the talks stopped"] == "subhead"
    assert kinds["Порт Бергена утром"] == "caption"
    assert kinds["Photo: TASS/Ivan Ivanov"] == "credit"
    assert kinds["Donate now"] == "appeal"
    assert kinds["Переведено с помощью сервиса машинного перевода"] == "translator_notice"
    assert kinds["Read also"] == kinds["Five things to know about the Barents Sea fleet"] == "related"
    assert [kind for words, kind in kinds.items() if words.startswith("A trawler")] == ["caption"]
    assert [kind for words, kind in kinds.items() if words.startswith("We rely")] == ["appeal"]
    assert sum(kind == "body" for kind in kinds.values()) == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Фото: Пётр Петров / Интерфакс", "credit"),
        ("[사진=연합뉴스]", "credit"),
        ("홍길동 외교부 장관(오른쪽)이 15일 서울에서 대사와 악수하고 있다. /뉴시스", "caption"),
        ("홍길동 기자 gildong@example.kr", "byline"),
        ("입력 2024-03-05 10:20", "dateline"),
        ("Опубликовано: 5 марта 2024, 10:20", "dateline"),
        ("Поддержите нашу редакцию", "appeal"),
        ("여러분의 후원이 우리 언론을 지킵니다.", "appeal"),
        ("Читайте также", "related"),
        ("관련기사", "related"),
        ("This article was translated from Korean by machine.", "translator_notice"),
        ("이 기사는 기계 번역되었습니다.", "translator_notice"),
        ("무단전재 및 재배포 금지", "navigation"),
    ],
)
def test_furniture_of_three_languages(line: str, kind: str) -> None:
    text = f"Norway and Turkey signed a treaty on Monday in Oslo.\n\n{line}\n\nThe treaty will enter into force in the autumn of this year.\n"
    assert kinds_of(text)[line] == kind


@pytest.mark.parametrize(
    "line",
    [
        '"We need your help and your support," the president told the envoys of Norway.',
        "— Нам нужна ваша помощь, ваша поддержка, — сказал посол.",
        "Norway donated ten million euros to the fund for refugees.",
        "The agency Reuters reported the talks on Friday.",
        "The book was translated by the ambassador's wife and published in Oslo last spring.",
        "Seoul, Oslo and Ankara signed the memorandum.",
        "정부는 후원 협정에 서명했다고 밝혔다.",
    ],
)
def test_prose_about_such_things_stays_prose(line: str) -> None:
    text = f"Norway and Turkey signed a treaty on Monday in Oslo.\n\n{line}\n\nThe treaty will enter into force in the autumn of this year.\n"
    assert kinds_of(text)[line] == "body"


def test_one_short_sentence_alone_is_body() -> None:
    assert [zone.kind for zone in find_zones("Seoul recalled its ambassador")] == ["body"]


def test_wrapped_paragraph_is_one_zone() -> None:
    text = (
        "The foreign ministers of Norway and Turkey met in Oslo on Monday and\nsigned an agreement on fishing rights that both parliaments have to\n"
        "ratify before the end of the year.\n"
    )
    assert [(zone.kind, zone.span.start, zone.span.stop) for zone in find_zones(text)] == [("body", 0, len(text) - 1)]


@pytest.mark.parametrize("mark", ["", "[6]", "[6][7]", " [note 2]"])
def test_a_last_paragraph_with_the_mark_of_a_footnote_is_body(mark: str) -> None:
    text = "Norway and Turkey opened embassies in 1926 and signed a treaty on fishing.\n\n"
    text += f"The president of Turkey visited Oslo in 2019 and held talks with the king.{mark}"
    assert [zone.kind for zone in find_zones(text)] == ["body", "body"]


def test_encyclopaedia_extract() -> None:
    text = (
        "= Norway–Turkey relations =\n\nInfobox\n- Mission1: Embassy of Norway, Ankara\n- Map: map.svg\n\nRelations began in 1926 between the two states.\n\n"
        "== History ==\nThe first envoy arrived in 1927 from Oslo.\n\n== See also ==\n- Foreign relations of Norway\n"
    )
    kinds = kinds_of(text)
    assert kinds["= Norway–Turkey relations ="] == "headline"
    assert kinds["- Mission1: Embassy of Norway, Ankara"] == kinds["Infobox"] == "infobox"
    assert kinds["== History =="] == kinds["== See also =="] == "subhead"
    assert kinds["- Foreign relations of Norway"] == "related"
    assert kinds["The first envoy arrived in 1927 from Oslo."] == "body"


LINES = st.lists(
    st.one_of(st.text(max_size=60), st.sampled_from([*ENGLISH_PAGE.splitlines(), "", "== A ==", "- key: value", "| a | b | c |", "===", "Infobox"])),
    max_size=25,
)


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_zones_are_in_order_apart_and_cover_every_letter(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    zones = find_zones(text)
    covered = bytearray(len(text))
    before = 0
    for zone in zones:
        assert before <= zone.span.start < zone.span.stop <= len(text)
        assert zone.rule
        before = zone.span.stop
        covered[zone.span.start : zone.span.stop] = b"\x01" * len(zone.span)
    assert all(covered[index] or character.isspace() for index, character in enumerate(text))
    assert zones == find_zones(text)


def test_headline_right_above_a_credit_stays_the_headline() -> None:
    text = "05.03.2024, 20:31\n\nПосол Норвегии посетил порт Анкары\n\nФото: Пётр Петров / ТАСС\n\nПосол Норвегии впервые посетил порт под Анкарой.\n"
    assert kinds_of(text)["Посол Норвегии посетил порт Анкары"] == "headline"


def test_agency_below_the_last_paragraph_takes_no_sentence_with_it() -> None:
    text = "노르웨이와 튀르키예 장관이 5일 오슬로에서 회담했다.\n\n양국은 이날 어업 협정을 논의할 예정이다.\n\n연합뉴스\n"
    assert [zone.kind for zone in find_zones(text)] == ["body", "body", "credit"]


def test_page_whose_only_sentences_are_captions_is_read() -> None:
    text = "오슬로에서 만난 두 장관\n\n노르웨이 외교장관(왼쪽)이 5일 오슬로에서 튀르키예 외교장관과 악수하고 있다. 홍길동 기자\n"
    assert "body" in [zone.kind for zone in find_zones(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Accueil » Monde » La Norvège signe", "navigation"),
        ("Publié le lundi 4 mars 2024", "dateline"),
        ("Fecha de publicación: 03-08-2022", "dateline"),
        ("08:26 a. m.", "dateline"),
        ("Lesen Sie auch", "related"),
        ("Читайте також", "related"),
        ("» Mehr aus dem Norden", "related"),
        ("Votre adresse e-mail ne sera pas publiée.", "navigation"),
        ("Фото пресс-службы правительства", "credit"),
        ("İlgili Haberler", "related"),
        ("分享", "navigation"),
    ],
)
def test_furniture_of_other_languages(line: str, kind: str) -> None:
    text = f"Norway and Turkey signed a treaty on Monday in Oslo.\n\n{line}\n\nThe treaty will enter into force in the autumn of this year.\n"
    assert kinds_of(text)[line] == kind
