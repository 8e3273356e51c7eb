"""Which deed a Korean time belongs to, whose titles those of one state are, and what stands for words told elsewhere."""

from datetime import date

import pytest

from dragoman.model import Channel, Claim, Document, Event, Post, ReadOptions, Span, Statement, Zone
from dragoman.read.reader import read_document

TODAY = date(2024, 2, 4)


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ko")
    return read_document(document, ReadOptions(language="ko", date=TODAY)).claims


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("칠레와 페루는 지난 1월 초 국경을 다시 열기로 합의했다.", (date(2024, 1, 1), date(2024, 1, 10))),
        ("칠레와 페루는 지난 3일 어업 협력 강화에 합의했다.", (date(2024, 2, 3), date(2024, 2, 3))),
        ("3일 안데스통신에 따르면 칠레와 페루는 어업 협력 강화에 합의했다.", None),
        ("칠레와 페루가 2016년 국경에서 충돌한 지 8년 만에 관계 개선에 합의했다.", None),
        ("칠레와 페루는 2016년 체결한 협정을 고치는 데 합의했다.", None),
    ],
)
def test_a_time_belongs_to_the_verb_of_the_topic_and_not_to_a_report_or_an_earlier_deed(text: str, when: tuple[date, date] | None) -> None:
    (agreed,) = [c for c in claims_of(text) if isinstance(c, Event) and c.type == "AGREE"]
    assert (None if agreed.when is None else (agreed.when.start, agreed.when.end)) == when


def test_the_day_before_counts_from_the_day_of_the_story() -> None:
    text = "2일 칠레 외교부는 페루와 2016년 협정을 논의한다고 밝혔다. 칠레 외교장관은 전날 리마에서 페루 외교장관과 회담했다."
    met = [c for c in claims_of(text) if isinstance(c, Event) and c.source[0].type == "person"]
    assert [c.when.start for c in met if c.when is not None] == [date(2024, 2, 1)]


def test_who_speaks_stands_behind_the_agency_that_passes_it_on() -> None:
    text = '3일 안데스통신에 따르면 이날 칠레 외교부는 "페루와 맺은 어업 협정을 다시 살펴보고 있으며 곧 결정을 내리겠다"고 밝혔다.'
    (said,) = [c for c in claims_of(text) if isinstance(c, Statement)]
    assert [actor.name for actor in said.speaker] == ["칠레 외교부"]


def test_words_for_what_is_told_elsewhere_are_no_content() -> None:
    assert [c for c in claims_of("칠레 외교장관은 리마에서 열린 기자회견에서 이같이 밝혔다.") if isinstance(c, Statement)] == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("다나카 하루토 외상은 칠레를 방문했다.", [("다나카 하루토", "foreign minister", "JPN")]),
        ("김철수 외교부장관은 칠레를 방문했다.", [("김철수", "foreign minister", "KOR")]),
        ("칠레 외교장관은 회담 후 파울로 실바 페루 총리와 만났다.", [("파울로 실바", "prime minister", "PER")]),
        ("하비에르 리베라 대통령이 자국 대사를 불러들였다.", []),
    ],
)
def test_posts_are_of_a_state_that_is_told_or_that_only_the_title_can_mean(text: str, held: list[tuple[str, str, str]]) -> None:
    assert [(c.person.name, c.office.title, c.office.of) for c in claims_of(text) if isinstance(c, Post) and c.person is not None] == held


def test_who_held_an_office_before_is_of_no_other_state() -> None:
    text = "마리아 소토 칠레 총리가 페루를 방문했다. 페루 총리가 맞았다. 칠레와 페루는 이웃이다. 소토 총리의 페루 방문은 2016년 안나 리베라 총리 이후 처음이다."
    assert {c.person.name for c in claims_of(text) if isinstance(c, Post) and c.office.of == "PER"} == set()


@pytest.mark.parametrize(
    ("text", "state", "modality"),
    [
        ("칠레는 페루와 외교 관계를 복원하기로 했다.", "resumed", "agreed"),
        ("칠레는 페루와 외교관계를 끊는다고 밝혔다.", "ended", "actual"),
        ("칠레 외교장관은 페루와 외교 관계를 단절하는 것은 아니라고 강조했다.", "ended", "negated"),
    ],
)
def test_with_whom_relations_are_mended_or_broken(text: str, state: str, modality: str) -> None:
    assert [(c.state, c.modality) for c in claims_of(text) if isinstance(c, Channel)] == [(state, modality)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("마리오 두베 칠레 정보 장관은 페루를 방문했다.", [("마리오 두베", "information minister", "CHL")]),
        ("칠레 정부는 간첩 혐의를 이유로 지난주 루카스 리베라 페루 대사를 추방했다.", [("루카스 리베라", "ambassador", "PER")]),
        ("알바로 로하스 칠레 외교장관 지명자는 페루를 방문했다.", []),
    ],
)
def test_ministers_by_their_matter_and_no_post_of_who_has_yet_to_take_it(text: str, held: list[tuple[str, str, str]]) -> None:
    assert [(c.person.name, c.office.title, c.office.of) for c in claims_of(text) if isinstance(c, Post) and c.person is not None] == held


def test_envoys_who_return_to_their_post_are_not_recalled() -> None:
    assert [c for c in claims_of("칠레 정부는 외교관들을 페루에 복귀시켰다.") if isinstance(c, Event) and c.mode == "withdraw"] == []


def test_a_foreign_spokesman_speaks_for_the_country_from_which_is_written() -> None:
    text = '(리마=안데스뉴스) 김철수 특파원 = 칠레는 결정을 통보했다. 리베라(Rivera) 외교부 대변인은 "페루는 칠레의 결정을 받아들이지 않겠다"고 말했다.'
    (said,) = [c for c in claims_of(text) if isinstance(c, Statement)]
    assert {actor.country for actor in said.speaker} == {"PER"}


@pytest.mark.parametrize(("body", "told"), [("칠레와 페루는 외교 관계를 복원하기로 했다.", 0), ("칠레와 페루는 외교 관계를 복원했다.", 1)])
def test_a_headline_does_not_tell_as_done_what_its_article_only_has_agreed(body: str, told: int) -> None:
    headline = "칠레-페루, 외교 관계 복원"
    text = f"{headline}\n\n{body}"
    zones = (Zone(span=Span(0, len(headline)), kind="headline", rule="case"), Zone(span=Span(len(headline) + 2, len(text)), kind="body", rule="case"))
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ko", zones=zones)
    claims = read_document(document, ReadOptions(language="ko", date=TODAY)).claims
    assert len([c for c in claims if isinstance(c, Channel) and c.span.start == 0]) == told


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("칠레 외교부는 페루 결정을 환영한다고 3일 전했다.", (date(2024, 2, 3), date(2024, 2, 3))),
        ("칠레 총리는 지난 3일 “준비를 마쳤다”고 적었다.", (date(2024, 2, 3), date(2024, 2, 3))),
    ],
)
def test_a_day_before_a_verb_of_passing_on_is_a_day(text: str, when: tuple[date, date]) -> None:
    (said,) = [c for c in claims_of(text) if isinstance(c, Statement)]
    assert said.when is not None
    assert (said.when.start, said.when.end) == when


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("칠레 외교부는 페루와 협력하겠다는 뜻을 전달했다.", "페루와 협력하겠다"),
        ("칠레 총리는 페루 총리와 통화하고 협력이 중요하다는 입장을 밝혔다.", "협력이 중요하다"),
        ("칠레 외교부는 조치가 이행되기를 바란다고 했다.", "조치가 이행되기를 바란다"),
        ("칠레 외교부는 “불가피한 조치”라고 해명했다.", "불가피한 조치"),
    ],
)
def test_a_stance_and_a_wish_are_said(text: str, content: str) -> None:
    assert [c.content for c in claims_of(text) if isinstance(c, Statement)] == [content]


def test_a_story_of_an_earlier_year_goes_on_in_that_year() -> None:
    text = "칠레는 2019년 7월 2일 비자 발급을 중단했고 페루는 같은 달 10일 비자 발급을 중단했다. 칠레는 8월 18일 비자 발급을 재개했다."
    days = {c.when.start for c in claims_of(text) if isinstance(c, Channel) and c.when is not None}
    assert date(2019, 8, 18) in days
    assert not [day for day in days if day is not None and day.year != 2019]


def test_years_in_a_title_date_no_signing() -> None:
    (signed,) = [c for c in claims_of("칠레와 페루는 「2025-2026 협력계획서」에 서명하였다.") if isinstance(c, Event)]
    assert signed.when is None


def test_a_visit_told_by_one_noun_is_of_whom_it_is_and_to_the_state_in_it() -> None:
    (visit,) = [c for c in claims_of("라몬 디아스 페루 대통령의 방한을 계기로 한국과 페루는 협정에 서명했다.") if isinstance(c, Event) and c.mode == "visit"]
    assert ([a.country for a in visit.source], [a.country for a in visit.target]) == (["PER"], ["KOR"])


def test_a_paper_made_public_says_nothing() -> None:
    assert not [c for c in claims_of("칠레 총리는 공동성명을 발표했다.") if isinstance(c, Statement)]
