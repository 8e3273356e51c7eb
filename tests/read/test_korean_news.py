"""What Korean news tells in its own ways: names before titles, resolutions in -기로 했다, quotations, reopened links."""

from datetime import date

import pytest

from dragoman.model import Assessment, Channel, Claim, Document, Event, Post, ReadOptions, Span, Statement, Zone
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


def test_a_name_behind_its_possessing_state_is_of_that_state() -> None:
    (met,) = [c for c in claims_of("칠레의 마리오 로하스 대통령이 3일 리마에서 페루의 후안 페레스 대통령과 정상회담을 가졌습니다.") if isinstance(c, Event)]
    assert {(actor.name, actor.country) for actor in met.source} == {("마리오 로하스", "CHL"), ("후안 페레스", "PER")}


def test_a_sentence_without_a_subject_goes_on_with_the_speaker() -> None:
    said = [c for c in claims_of('칠레 외교부는 성명을 통해 "국경을 닫았다"고 전했다. 그러면서 "곧 다시 열 것"이라고 덧붙였다.') if isinstance(c, Statement)]
    assert [(c.content, [actor.country for actor in c.speaker]) for c in said] == [("국경을 닫았다", ["CHL"]), ("곧 다시 열 것", ["CHL"])]


def test_of_two_subjects_the_second_does_what_the_first_tells() -> None:
    (accused,) = [c for c in claims_of("칠레가 페루가 휴전 합의를 위반했다며 비난했습니다.") if isinstance(c, Event)]
    assert ([a.country for a in accused.source], [a.country for a in accused.target]) == (["CHL"], ["PER"])


def test_a_date_behind_the_topic_is_that_of_the_main_verb() -> None:
    (said,) = [c for c in claims_of("칠레 외교부는 2일 페루 대사가 귀국했다고 밝혔다.") if isinstance(c, Statement)]
    assert said.when is not None
    assert said.when.start == date(2024, 2, 2)


def test_a_year_only_counted_from_dates_nothing() -> None:
    visits = [c for c in claims_of("칠레 대통령의 페루 방문은 2017년 이후 약 7년 만이다.") if isinstance(c, Event)]
    assert all(c.when is None or c.when.text != "2017년 이후" for c in visits)


def test_who_only_passes_on_makes_no_statement_of_his_own() -> None:
    (said,) = [c for c in claims_of('로이터통신에 따르면 칠레 외교부는 2일 성명을 통해 "국경을 닫았다"고 전했다.') if isinstance(c, Statement)]
    assert said.speaker[0].country == "CHL"
    assert [actor.name for actor in said.said_by] == ["로이터"]


def test_a_shared_view_is_an_agreement() -> None:
    (agreed,) = [c for c in claims_of("칠레와 페루는 협력을 넓히자는 데 의견을 같이했다.") if isinstance(c, Event)]
    assert (agreed.type, agreed.modality) == ("AGREE", "actual")


def test_people_of_a_state_who_travel_are_no_visit_of_that_state() -> None:
    assert not [c for c in claims_of("지난해 페루를 찾은 한국인은 2만 명에 그쳤다.") if isinstance(c, Event)]
    assert [c.mode for c in claims_of("한국 총리가 지난해 페루를 찾았다.") if isinstance(c, Event)] == ["visit"]


def test_a_state_may_stand_before_the_whole_name() -> None:
    (event,) = [c for c in claims_of("칠레 조안 리베라(Joan Rivera) 대통령이 페루를 방문했다.") if isinstance(c, Event)]
    assert [(actor.name, actor.country) for actor in event.source] == [("조안 리베라", "CHL")]


def test_of_two_verbs_of_one_speaker_the_outer_one_holds_the_words() -> None:
    (said,) = [c for c in claims_of("박민준 칠레 외교부 대변인은 페루가 철수를 약속했지만 지키지 않고 있다고 주장했다.") if isinstance(c, Statement)]
    assert said.content == "페루가 철수를 약속했지만 지키지 않고 있다"


def test_a_short_name_of_the_same_office_is_of_the_same_state() -> None:
    text = "페드로 산토스 칠레 대통령이 페루를 방문했다. 페루는 이를 환영했다. 페드로산 대통령은 페루 총리와 회담했다."
    met = [c for c in claims_of(text) if isinstance(c, Event) and c.symmetric]
    assert [{actor.country for actor in event.source} for event in met] == [{"CHL", "PER"}]


CALLED = (
    "카를로스 리베라 칠레 외교장관은 리마를 찾았다.\n\n"
    "그러나 리베라 장관은 “국경을 지킬 것”이라고 말했다.\n\n"
    "천웨이 중국 국무위원 겸 외교부장은 2일 리마에 도착했다.\n\n"
    "천 부장은 “협력을 넓힐 것”이라고 말했다.\n\n"
    "레이밍더 타이완 총통도 리마를 찾았다.\n\n"
    "레이 총통은 “어업이 중요하다”고 말했다."
)


def test_a_later_naming_by_a_part_of_the_name_and_a_shorter_title_is_the_same_person() -> None:
    said = [claim for claim in claims_of(CALLED) if isinstance(claim, Statement)]
    assert [(claim.speaker[0].name, claim.speaker[0].country) for claim in said] == [
        ("카를로스 리베라", "CHL"),
        ("천웨이", "CHN"),
        ("레이밍더", "TWN"),
    ]
    assert {claim.person.name for claim in claims_of(CALLED) if isinstance(claim, Post)} == {"카를로스 리베라", "천웨이", "레이밍더"}


def test_the_governor_of_a_province_is_of_its_state_and_has_a_name_of_three_words() -> None:
    (post,) = [c for c in claims_of("마이클 브라운 미국 네바다주 주지사가 방한했다.") if isinstance(c, Post)]
    assert (post.person.name, post.office.title, post.office.of) == ("마이클 브라운", "governor", "USA")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("칠레 국방부는 이날 보도자료에서 페루 군함 두 척이 북쪽으로 갔다고 밝혔다.", "페루 군함 두 척이 북쪽으로 갔다"),
        ("칠레 외교장관은 3일 리마를 찾아 국경을 지켜야 한다고 강조했다.", "국경을 지켜야 한다"),
        ("오슬로에서 열린 회의에서 페루가 국경을 닫았다고 칠레 외교부가 전했다.", "오슬로에서 열린 회의에서 페루가 국경을 닫았다"),
    ],
)
def test_what_tells_where_and_at_which_deed_something_was_said_is_no_part_of_it(text: str, content: str) -> None:
    assert [c.content for c in claims_of(text) if isinstance(c, Statement)] == [content]


def test_that_day_is_no_month_named_in_passing_and_how_it_was_said_is_no_content() -> None:
    text = "칠레 외교장관은 2일 리마를 찾았다. 지난달 항구에서 배가 가라앉았다.\n\n페루 총리는 이날 국회 연설에서 항구를 닫겠다고 거듭 밝혔다."
    (said,) = [c for c in claims_of(text) if isinstance(c, Statement)]
    assert said.content == "항구를 닫겠다"
    assert said.when is not None
    assert said.when.start == date(2024, 2, 2)


def test_an_embassy_opens_its_door_and_relations_of_two_are_ended() -> None:
    (opened,) = [c for c in claims_of("페루 주재 칠레 대사관이 3년 만에 다시 문을 열었다.") if isinstance(c, Channel)]
    assert (opened.channel, opened.state, {a.country for a in opened.between}) == ("embassy", "resumed", {"CHL", "PER"})
    (ended,) = [c for c in claims_of("칠레와 페루는 오랜 이웃이다. 양국의 외교 관계는 2016년 단절됐다.") if isinstance(c, Channel)]
    assert (ended.channel, ended.state, {a.country for a in ended.between}) == ("diplomatic_relations", "ended", {"CHL", "PER"})


def test_what_is_expected_is_planned() -> None:
    (link,) = [c for c in claims_of("칠레와 페루의 외교 관계가 조만간 복원될 전망이다.") if isinstance(c, Channel)]
    assert (link.state, link.modality) == ("resumed", "planned")


def test_who_resolves_after_talks_held_the_talks() -> None:
    text = "마리오 로하스 칠레 총리는 2일 후안 페레스 페루 대통령과 회담을 가지고 어업 협력을 강화하기로 뜻을 모았다."
    met = [c for c in claims_of(text) if isinstance(c, Event) and c.type == "CONSULT"]
    assert [{a.country for a in c.source} for c in met] == [{"CHL", "PER"}]


def test_a_day_before_an_envoy_is_no_part_of_his_name() -> None:
    (event,) = [c for c in claims_of("칠레 외교부는 지난 3일 주칠레 페루 대사를 초치했다.") if isinstance(c, Event)]
    assert "3일" not in event.target[0].name
    assert event.when is not None
    assert event.when.start == date(2024, 2, 3)


def test_a_name_may_end_like_a_word_that_links() -> None:
    (post,) = [c for c in claims_of("태국의 프라송 찬 오차 총리가 네팔을 방문했다.") if isinstance(c, Post)]
    assert post.person.name == "프라송 찬 오차"


def test_each_part_of_a_headline_tells_something_and_one_han_character_is_a_state() -> None:
    document = Document(
        id="0" * 64 + ".text-1",
        text="칠레, 페루와 무역 중단…印, 칠레 외교관 추방\n\n2024년 2월 4일\n\n여러 언론이 두 나라의 소식을 전했다. 시민들은 걱정하고 있다.",
        file="case",
        language="ko",
        title="칠레, 페루와 무역 중단…印, 칠레 외교관 추방",
        zones=(Zone("headline", Span(0, len("칠레, 페루와 무역 중단…印, 칠레 외교관 추방"))),),
    )
    told = [c for c in read_document(document, ReadOptions(language="ko", date=TODAY)).claims if isinstance(c, Event)]
    assert [(e.source[0].country, e.target[0].country) for e in told] == [("CHL", "PER"), ("IND", "CHL")]


def test_what_relations_are_to_become_or_a_paper_is_about_judges_nothing() -> None:
    for text in ("페루와 칠레는 양국의 관계를 발전시켜 나가기 위해 노력하기로 했다.", "페루와 칠레의 협력을 강화하는 것은 공동 이익이다."):
        assert not [c for c in claims_of(text) if isinstance(c, Assessment)], text
    assert [c.polarity for c in claims_of("페루와 칠레의 관계가 악화됐다.") if isinstance(c, Assessment)] == [-0.6]
