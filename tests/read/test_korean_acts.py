"""Acts as Korean agencies tell them: counted people, rows, brackets, visits in one word, days before a word that begins like a unit."""

from datetime import date

import pytest

from dragoman.model import Channel, Claim, Document, Event, Instrument, Post, ReadOptions, Statement
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 17)
ACTS = [
    ("체코는 러시아 외교관 3명을 추방했다.", "SANCTION", "CZE", "RUS"),
    ("유럽연합(EU)은 15일 벨라루스에 대한 추가 제재를 부과했다.", "SANCTION", "유럽연합", "BLR"),
    ("미국이 베네수엘라 석유 부문에 대한 제재를 해제했다.", "CONCEDE", "USA", "VEN"),
    ("영국은 16일 이란 기관 5곳을 제재 대상에 추가했다.", "SANCTION", "GBR", "IRN"),
    ("통가는 쿠바와 단교했다.", "SANCTION", "TON", "CUB"),
    ("케냐 정부는 16일 소말리아 주재 자국 대사를 소환했다.", "SANCTION", "KEN", "SOM"),
    ("독일은 우크라이나에 방공미사일 2기를 지원했다.", "AID", "DEU", "UKR"),
    ("세르비아 정부는 코소보 총리의 발언에 강한 유감을 표명했다.", "ACCUSE", "SRB", "XKX"),
    ("카르로스 멘데스 브라질 대통령이 15일 방중했다.", "CONSULT", "BRA", "CHN"),
    ("콜롬비아 외교부는 14일 아르헨티나 대사를 불러 대통령의 발언에 대해 항의했다.", "ACCUSE", "COL", "ARG"),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ko")
    return read_document(document, ReadOptions(language="ko", date=TODAY)).claims


def events_of(text: str) -> list[Event]:
    return [claim for claim in claims_of(text) if isinstance(claim, Event)]


@pytest.mark.parametrize(("text", "kind", "source", "target"), ACTS)
def test_an_act_has_its_type_and_sides(text: str, kind: str, source: str, target: str) -> None:
    (event,) = events_of(text)
    assert (event.type, [a.country or a.name for a in event.source], [a.country for a in event.target]) == (kind, [source], [target])


def test_a_day_is_a_day_before_a_word_that_begins_like_a_unit() -> None:
    (called,) = [e for e in events_of("네팔 총리와 부탄 총리는 15일 전화 통화를 했다.") if e.mode == "phone"]
    assert called.when is not None
    assert called.when.start == date(2024, 5, 15)


def test_a_row_of_states_signs_together() -> None:
    (signed,) = events_of("말리 정부는 부르키나파소, 니제르와 공동 방위 협정을 체결했다.")
    assert {actor.country for actor in signed.source} == {"MLI", "BFA", "NER"}


def test_the_name_of_an_instrument_has_no_particle() -> None:
    (treaty,) = [c for c in claims_of("칠레와 인도의 포괄적경제동반자협정이 1일 발효됐다.") if isinstance(c, Instrument)]
    assert (treaty.title, treaty.state) == ("포괄적경제동반자협정", "in_force")


def test_a_spokesman_between_his_ministry_and_his_title_speaks_for_it() -> None:
    (post,) = [c for c in claims_of("중국 외교부 마오리 대변인은 16일 정례브리핑에서 “단호히 반대한다”고 말했다.") if isinstance(c, Post)]
    assert (post.office.title, post.office.of) == ("spokesperson of the foreign ministry", "CHN")


def test_what_a_ministry_tells_begins_behind_its_particle_and_the_day() -> None:
    (said,) = [c for c in claims_of("칠레 외교부는 17일 페루와의 국경 검문소를 다시 열었다고 발표했다.") if isinstance(c, Statement)]
    assert said.content == "페루와의 국경 검문소를 다시 열었다"


def test_what_has_been_done_before_is_done_and_has_no_day_of_the_page() -> None:
    (met,) = events_of("칠레 대통령과 페루 대통령은 정상회담을 가진 바 있다.")
    assert (met.modality, met.when) == ("actual", None)


def test_relations_taken_up_are_a_channel() -> None:
    (link,) = [c for c in claims_of("통가는 쿠바와 수교했다.") if isinstance(c, Channel)]
    assert (link.channel, link.state) == ("diplomatic_relations", "established")
