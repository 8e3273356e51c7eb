"""Names in Korean text: what belongs to a name, and of which state is who is named without one."""

from datetime import date

import pytest

from dragoman.model import Claim, Document, Event, Post, ReadOptions, Statement
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 17)
HELD = [
    ("페루는 16일 밤 라몬 디아스 칠레 외교장관과의 통화를 했다.", {("라몬 디아스", "CHL")}),
    ("방한한 라몬 디아스 칠레 부총리가 협정에 가서명했다.", {("라몬 디아스", "CHL")}),
    ("조민수 외교부 차관보는 라몬 디아스 칠레 대사를 초치했다.", {("조민수", "KOR"), ("라몬 디아스", "CHL")}),
    ("조민수 장관은 「라몬 디아스(Ramon Diaz)」 칠레 외교장관과 회담했다.", {("조민수", "KOR"), ("라몬 디아스", "CHL")}),
    ("중국 정부는 칠레와 협력한다고 했다. 왕린 외교부장은 칠레를 방문했다.", {("왕린", "CHN")}),
    ("일본 정부가 칠레와 합의했다. 나카무라 겐지 당시 총리는 칠레를 방문했다.", {("나카무라 겐지", "JPN")}),
    (
        "베트남을 방문한 조민수 대통령은 부이 반 떰 국가주석과 회담했다. 베트남과 한국은 협력한다. 베트남은 한국과 합의했다.",
        {("조민수", "KOR"), ("부이 반 떰", "VNM")},
    ),
]


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ko")
    return read_document(document, ReadOptions(language="ko", date=TODAY)).claims


@pytest.mark.parametrize(("text", "held"), HELD)
def test_a_name_is_whole_and_of_its_state(text: str, held: set[tuple[str, str]]) -> None:
    posts = [claim for claim in claims_of(text) if isinstance(claim, Post)]
    assert {(post.person.name, post.office.of) for post in posts if post.person is not None} == held


def test_a_foreign_name_is_of_no_korean_office() -> None:
    assert not [c for c in claims_of("메르딘 총리는 한국과 협력하겠다고 말했다.") if isinstance(c, Post)]


def test_a_later_naming_by_a_shorter_title_is_the_same_person() -> None:
    said = [c for c in claims_of("최철민 북한 국무위원장이 공장을 찾았다. 최 위원장은 “준비를 마쳤다”고 말했다.") if isinstance(c, Statement)]
    assert [(actor.name, actor.country) for c in said for actor in c.speaker] == [("최철민", "PRK")]


def test_a_deed_before_a_promise_is_done() -> None:
    visits = [c for c in claims_of("칠레 대통령은 16일 페루를 방문하여 지원을 약속했다.") if isinstance(c, Event) and c.mode == "visit"]
    assert [visit.modality for visit in visits] == ["actual"]


def test_people_who_quarrel_do_not_fight() -> None:
    assert not [
        c for c in claims_of("라몬 디아스 칠레 대통령과 후안 로하스 페루 대통령은 어업 문제를 놓고 충돌했다.") if isinstance(c, Event) and c.type == "ASSAULT"
    ]


def test_two_ministers_are_those_who_just_met_and_a_host_is_of_the_state_visited() -> None:
    text = (
        "칠레를 방문 중인 조민수 외교부 장관은 라몬 디아스 외교장관과 만났다.\n\n두 장관은 협력 양해각서에 서명했다.\n\n"
        "페루 총리는 한국을 방문했다. 페루와 한국은 협정에 서명했다. 페루는 만족했다."
    )
    signed = [c for c in claims_of(text) if isinstance(c, Event) and c.type == "SUPPORT"]
    assert {actor.country for actor in signed[0].source} == {"KOR", "CHL"}


def test_governments_are_known_by_who_leads_them_and_the_bare_one_is_korean() -> None:
    text = "한국과 칠레는 가깝다. 정부는 칠레에 원조를 제공했다. 조민수 정부는 칠레와 협정을 체결했다."
    events = [c for c in claims_of(text) if isinstance(c, Event)]
    assert {actor.name: actor.country for event in events for actor in event.source} == {"정부": "KOR", "조민수 정부": "KOR", "칠레": "CHL"}


def test_a_second_topic_behind_a_linked_clause_does_what_follows() -> None:
    text = "페루 정부는 7월 국경에서 병력을 철수했고, 칠레 정부는 8월 페루와의 조약을 파기했다."
    (ended,) = [c for c in claims_of(text) if isinstance(c, Event) and c.mode == "discontinue"]
    assert [actor.country for actor in ended.source] == ["CHL"]


def test_talks_are_had_with_a_companion_however_long_they_took() -> None:
    text = "한국의 조민수 대통령이 15일 라몬 디아스 칠레 대통령과 약 1시간 반 동안 정상회담을 했다."
    (met,) = [c for c in claims_of(text) if isinstance(c, Event)]
    assert {actor.name for actor in met.source} == {"조민수", "라몬 디아스"}


def test_only_the_guest_visits() -> None:
    text = "조민수 부총리와 방한한 라몬 디아스 칠레 부총리가 협정에 가서명했다. 한국은 만족했다."
    (visit,) = [c for c in claims_of(text) if isinstance(c, Event) and c.mode == "visit"]
    assert ([actor.name for actor in visit.source], visit.where) == (["라몬 디아스"], None)


def test_one_syllable_before_an_office_is_a_state_and_no_part_of_the_name() -> None:
    claims = claims_of("올레 한센 미 국무장관은 페루에 대한 제재를 복원한다고 말했다.")
    assert {(claim.person.name, claim.person.country) for claim in claims if isinstance(claim, Post)} == {("올레 한센", "USA")}


def test_a_foreign_ministry_is_the_only_one_named_before() -> None:
    text = "노르웨이 외무부는 페루와의 회담을 중단한다고 밝혔다. 외무부는 “책임은 페루에 있다”고 주장했다."
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [[actor.country for actor in claim.speaker] for claim in said] == [["NOR"], ["NOR"]]
