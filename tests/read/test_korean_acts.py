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
    ("칠레는 페루 외교관들을 추방했다.", "SANCTION", "CHL", "PER"),
    ("칠레 외무부가 페루 외교관을 '기피 인물'로 지정했다.", "SANCTION", "CHL", "PER"),
    ("칠레 외교부는 어제 페루 외교관도 추방했다.", "SANCTION", "CHL", "PER"),
    ("칠레가 페루 국민에 대한 비자를 취소하는 등 강경 대응에 나섰다.", "SANCTION", "CHL", "PER"),
    ("칠레 대통령, 페루 국빈 방문", "CONSULT", "CHL", "PER"),
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


def test_a_bare_day_with_a_verb_yet_to_come_is_the_coming_one() -> None:
    (visit,) = events_of("노르웨이 총리가 20일 핀란드를 공식 방문한다.")
    assert (visit.modality, visit.when and visit.when.start) == ("planned", date(2024, 5, 20))
    (visited,) = events_of("노르웨이 총리가 20일 핀란드를 공식 방문했다.")
    assert (visited.modality, visited.when and visited.when.start) == ("actual", date(2024, 4, 20))


def test_what_goes_on_since_a_day_is_not_put_a_month_ahead() -> None:
    (trained,) = events_of("호주 해군과 인도네시아 해군이 15일부터 나흘간 합동훈련을 실시한다.")
    assert trained.when is not None
    assert trained.when.start == date(2024, 5, 15)


def test_a_visit_in_the_plain_present_is_a_plan_without_the_day_of_the_page() -> None:
    (visit,) = events_of("노르웨이 총리는 조만간 핀란드를 방문한다.")
    assert (visit.modality, visit.when) == ("planned", None)


def test_a_row_of_deeds_that_a_verb_performs_tells_each_of_them() -> None:
    claims = claims_of("앞서 인도는 파키스탄 외교관 추방, 국경 폐쇄, 비자 발급 중단 등의 조치를 발표한 바 있다.")
    assert {(c.channel, c.state) for c in claims if isinstance(c, Channel)} == {("border_crossing", "suspended"), ("visa_regime", "suspended")}
    assert {(e.mode, e.modality) for e in claims if isinstance(e, Event)} == {("expel", "actual"), ("discontinue", "actual")}


def test_a_deed_told_by_a_noun_has_the_time_and_subject_of_its_verb() -> None:
    (closed,) = [c for c in claims_of("페루 정부는 16일 볼리비아와의 국경 폐쇄를 발표했다.") if isinstance(c, Channel)]
    assert (closed.state, {a.country for a in closed.between}, closed.when and closed.when.start) == ("suspended", {"PER", "BOL"}, date(2024, 5, 16))


def test_a_deed_that_nobody_performs_is_none() -> None:
    assert events_of("페루 정부는 볼리비아 국경 폐쇄 가능성을 우려했다.") == []


def test_visas_and_borders_in_one_sentence_are_two_links_of_the_same_states() -> None:
    links = [c for c in claims_of("인도는 파키스탄인에 대한 비자 발급을 중단하고 국경을 폐쇄했다.") if isinstance(c, Channel)]
    assert {(link.channel, frozenset(a.country for a in link.between)) for link in links} == {
        ("visa_regime", frozenset({"IND", "PAK"})),
        ("border_crossing", frozenset({"IND", "PAK"})),
    }


def test_an_agreement_on_entry_without_visas_tells_its_link() -> None:
    (link,) = [c for c in claims_of("카자흐스탄과 몽골은 비자 면제 협정에 서명했다.") if isinstance(c, Channel)]
    assert (link.channel, link.modality) == ("visa_free", "agreed")


def test_an_envoy_is_of_his_state_and_not_of_where_he_serves() -> None:
    (summoned,) = events_of("루마니아 외교부는 부쿠레슈티 주재 세르비아 대사를 초치했다.")
    assert ([a.country for a in summoned.source], [a.country for a in summoned.target]) == (["ROU"], ["SRB"])
    (recalled,) = events_of("프랑스 외교부는 조지아 주재 대사를 본국으로 소환했다.")
    assert (recalled.mode, [a.country for a in recalled.target]) == ("withdraw", ["GEO"])


def test_counted_crossings_are_opened_again() -> None:
    (link,) = [c for c in claims_of("파라과이와 볼리비아는 국경 검문소 두 곳을 다시 열기로 합의했다.") if isinstance(c, Channel)]
    assert (link.channel, link.state, link.modality) == ("border_crossing", "resumed", "agreed")


def test_a_talk_behind_which_something_follows_was_held() -> None:
    text = "베가 파라과이 외교장관은 이날 리마에서 키스페 볼리비아 외교장관과 회담한 뒤 내년에 협정을 맺기로 했다."
    (met,) = [e for e in events_of(text) if e.type == "CONSULT"]
    assert (met.modality, {a.country for a in met.source}) == ("actual", {"PRY", "BOL"})


def test_what_somebody_says_he_will_do_is_a_plan() -> None:
    (treaty,) = [c for c in claims_of("칠레 외교장관은 페루와의 협정을 파기하겠다고 밝혔다.") if isinstance(c, Instrument)]
    assert (treaty.state, treaty.modality) == ("terminated", "planned")


def test_with_whom_he_talked_he_signs() -> None:
    (treaty,) = [c for c in claims_of("필리핀 대통령은 일본 총리와 정상회담을 갖고 상호접근협정에 서명했다.") if isinstance(c, Instrument)]
    assert {actor.country for actor in treaty.parties} == {"PHL", "JPN"}


def test_an_army_in_one_word_with_its_state_is_a_body() -> None:
    (sent,) = events_of("우간다군이 콩고민주공화국 동부에 병력을 파견했다.")
    assert ([a.country for a in sent.source], [a.country for a in sent.target]) == (["UGA"], ["COD"])


HEADLINES = [
    ("루마니아, 세르비아 외교관 2명 추방", "SANCTION", "ROU", "SRB"),
    ("인도, 파키스탄 국민에 대한 비자 발급 중단", "SANCTION", "IND", "PAK"),
    ("케냐, 소말리아 주재 대사 소환", "SANCTION", "KEN", "SOM"),
    ("칠레, 페루 대사 초치", "ACCUSE", "CHL", "PER"),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), HEADLINES)
def test_a_headline_without_a_verb_tells_who_does_what(text: str, kind: str, source: str, target: str) -> None:
    (event,) = events_of(text)
    assert (event.type, [a.country for a in event.source], [a.country for a in event.target]) == (kind, [source], [target])


def test_a_headline_that_only_weighs_a_deed_tells_none() -> None:
    assert claims_of("칠레, 페루와 협정 체결 검토") == ()


def test_a_day_behind_who_speaks_is_the_day_of_the_saying() -> None:
    claims = claims_of("칠레 정부가 16일 페루인에 대한 비자 발급을 중단한다고 밝혔다.")
    (said,) = [c for c in claims if isinstance(c, Statement)]
    assert (said.content, said.when and said.when.start) == ("페루인에 대한 비자 발급을 중단한다", date(2024, 5, 16))
    assert all(c.when is None or c.when.start == date(2024, 5, 16) for c in claims)


def test_what_follows_upon_a_deed_is_a_deed_of_its_own() -> None:
    events = events_of("칠레 외무부가 페루 외교관을 기피 인물(페르소나 논 그라타)로 선언한 데 이어 페루 외무부 역시 칠레 외교관을 기피 인물로 지정했다.")
    assert sorted((e.source[0].country, e.target[0].country) for e in events) == [("CHL", "PER"), ("PER", "CHL")]


def test_a_noun_of_office_is_no_name_before_another_office() -> None:
    (event,) = events_of("베트남 주석은 한국 대통령과 회담을 가졌다.")
    assert [(a.country, a.role) for a in event.source] == [("VNM", "president"), ("KOR", "president")]


def test_each_quoted_sentence_of_a_paragraph_is_a_statement_of_its_own() -> None:
    text = "박민준 칠레 외교부 대변인은 “페루가 국경을 닫았다”고 밝혔다. 그는 “이는 잘못된 결정이다”라고 비난했다."
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert [claim.content for claim in said] == ["페루가 국경을 닫았다", "이는 잘못된 결정이다"]


def test_a_second_topic_belongs_to_what_the_first_reports() -> None:
    said = [c for c in claims_of("칠레 총리는 국경 충돌에 대응해 칠레는 검문소를 폐쇄하겠다고 발표했다.") if isinstance(c, Statement)]
    assert [actor.role for claim in said for actor in claim.speaker] == ["prime minister"]


def test_before_an_arrival_somebody_else_was_visited_by_the_same_guest() -> None:
    visits = [e for e in events_of("박민준 칠레 총리는 페루에 도착하기 전 가나를 방문해 협정에 서명했다.") if e.mode == "visit"]
    assert {(e.source[0].country, e.target[0].country) for e in visits} == {("CHL", "PER"), ("CHL", "GHA")}


def test_both_countries_bodies_are_not_those_of_korea() -> None:
    said = [c for c in claims_of("칠레와 페루가 협정에 서명했다. 양국 국방부 장관은 “국경을 연다”고 발표했다.") if isinstance(c, Statement)]
    assert {actor.country for claim in said for actor in claim.speaker} == {"CHL", "PER"}


def test_what_is_called_a_stance_is_said_in_its_quotation_only() -> None:
    (said,) = [c for c in claims_of('칠레 외교부는 페루 대사를 불러 "국경은 닫혀 있다"는 입장을 다시 설명했다.') if isinstance(c, Statement)]
    assert (said.content, said.mode) == ("국경은 닫혀 있다", "direct")


def test_a_date_behind_the_topic_is_that_of_the_first_clause_where_the_next_has_its_own() -> None:
    (opened,) = [c for c in claims_of("가나의 노르웨이 주재 대사관은 1995년 3월, 오슬로에 개설되었으며, 2010년 업무를 확대하였다.") if isinstance(c, Channel)]
    assert opened.when is not None
    assert opened.when.start == date(1995, 3, 1)


def test_two_who_set_up_relations_need_no_companion() -> None:
    (event,) = events_of("칠레와 페루는 1992년 1월 22일에 외교 관계를 수립하였다.")
    assert (event.type, {a.country for a in event.source}, event.when and event.when.start) == ("SUPPORT", {"CHL", "PER"}, date(1992, 1, 22))


SPEAKERS = [
    ("김철수 장관은 노선이 열리지 않아 양국 국민이 불편을 겪고 있음을 언급하고, 페루 정부의 협조를 당부하였다.", "김철수"),
    ("카를로스 가르시아 페루 대통령은 노르웨이는 반대에 직면해 있다며, 페루는 위협에 맞서 대응할 것이라고 경고했다.", "카를로스 가르시아"),
    ("카를로스 가르시아 페루 대통령은 노르웨이의 노력을 지지한다고 언급하며, 페루도 적극 협력하겠다고 밝혔다.", "카를로스 가르시아"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_state_within_what_somebody_says_does_not_say_it(text: str, speaker: str) -> None:
    said = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert {actor.name for claim in said for actor in claim.speaker} == {speaker}


def test_talks_at_which_something_is_agreed_are_held_and_a_guest_is_there() -> None:
    text = "페루를 공식 방문 중인 올레 한센 노르웨이 외교장관은 카를로스 가르시아 페루 외교장관과의 회담에서 위원회를 연내 출범하기로 합의했다."
    assert {event.modality for event in events_of(text)} == {"actual"}


def test_of_two_agreements_each_is_reached() -> None:
    (event,) = events_of("차드와 페루 정상은 회의 설치를 모색하기로 합의하고 협력을 증진해 나가기로 합의했다.")
    assert (event.type, event.modality) == ("AGREE", "actual")


def test_the_mark_of_a_footnote_ends_a_sentence() -> None:
    text = "올레 한센 노르웨이 총리는 페루와 협력한다고 말하였다.[3] 2011년에는 사고가 일어났다."
    (said,) = [claim for claim in claims_of(text) if isinstance(claim, Statement)]
    assert said.content == "페루와 협력한다"
