"""What Korean news tells in its own ways: names before titles, resolutions in -기로 했다, quotations, reopened links."""

from datetime import date

import pytest

from dragoman.model import Channel, Claim, Document, Event, Post, ReadOptions, Statement
from dragoman.read.reader import read_document

TODAY = date(2024, 2, 4)
HOLDERS = [
    ("이날 카를로스 리베라 칠레 외교장관은 리마를 방문하고 후안 페레스 페루 외교장관과 회담했다.", {"카를로스 리베라", "후안 페레스"}),
    ("3일 베트남 방문의 일환으로 리나 하르토노 인도네시아 외교장관은 국회를 찾았다.", {"리나 하르토노"}),
    ("파울로 실바 브라질 국방부 차관과 안드레스 로하스 콜롬비아 국방부 장관이 의사록에 서명했다.", {"파울로 실바", "안드레스 로하스"}),
    ("이후 아미르압둘호세이니안 이란 대통령이 귀국했다.", {"아미르압둘호세이니안"}),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ko")
    return read_document(document, ReadOptions(language="ko", date=TODAY)).claims


@pytest.mark.parametrize(("text", "names"), HOLDERS)
def test_a_foreign_name_ends_where_other_words_begin(text: str, names: set[str]) -> None:
    assert {claim.person.name for claim in claims_of(text) if isinstance(claim, Post)} == names


def test_what_two_sides_resolve_is_an_agreement_and_what_one_resolves_is_a_plan() -> None:
    (agreed,) = [c for c in claims_of("칠레와 페루는 어업 협력을 넓히기로 했다.") if isinstance(c, Event)]
    assert (agreed.type, agreed.modality, agreed.symmetric) == ("AGREE", "actual", True)
    (planned,) = [c for c in claims_of("칠레 정부는 페루에 제재를 부과하기로 했다.") if isinstance(c, Event)]
    assert (planned.type, planned.modality) == ("SANCTION", "planned")


def test_what_will_be_is_planned_and_has_no_time() -> None:
    (visit,) = [c for c in claims_of("칠레 대통령은 페루를 방문할 것이라고 밝혔다.") if isinstance(c, Event)]
    assert (visit.modality, visit.when) == ("planned", None)


def test_an_embassy_that_opens_again_is_resumed() -> None:
    (link,) = [c for c in claims_of("칠레는 페루에 있는 대사관 문을 다시 열었다.") if isinstance(c, Channel)]
    assert (link.channel, link.state) == ("embassy", "resumed")


def test_the_words_before_a_quotation_are_no_part_of_it() -> None:
    (said,) = [c for c in claims_of('칠레 외교장관은 회담 뒤 공동 기자회견에서 "두 나라는 국경을 지킬 것"이라고 말했다.') if isinstance(c, Statement)]
    assert (said.content, said.mode) == ("두 나라는 국경을 지킬 것", "direct")


def test_what_a_source_says_does_not_name_the_source() -> None:
    (said,) = [c for c in claims_of("칠레 외교부에 따르면 페루 대사가 출국했다.") if isinstance(c, Statement)]
    assert said.content == "페루 대사가 출국했다"


def test_that_day_is_the_day_of_the_story_not_a_year_named_in_passing() -> None:
    text = "칠레 외교장관이 2일 페루 리마를 찾았다. 2016년 이후 처음이다. 칠레 외교장관은 이날 페루 외교장관과 회담했다."
    met = [c for c in claims_of(text) if isinstance(c, Event) and c.symmetric]
    assert [c.when.start for c in met if c.when is not None] == [date(2024, 2, 2)]


def test_of_two_who_meet_each_has_his_office() -> None:
    (met,) = [c for c in claims_of("칠레 외교장관과 페루 국방장관은 회담을 가졌다.") if isinstance(c, Event)]
    assert {actor.role for actor in met.source} == {"foreign minister", "defence minister"}
