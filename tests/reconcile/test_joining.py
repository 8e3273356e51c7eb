"""What is one event and what is two; what is a disagreement and what is none."""

# ruff: noqa: ANN003 (builders of tests pass on whatever fields they are given)

from datetime import date

import msgspec
import pytest

from dragoman.model import Actor, Figure, LiteralReading, Place, When
from dragoman.reconcile.blocks import canonical_side
from dragoman.reconcile.entries import reconcile, reconcile_block
from dragoman.reconcile.known import Known
from tests.ask.builders import channel, document, event, place, post, seal, state

DAY = When.on(date(2024, 3, 5))
DOCUMENTS = {name: document(name, date(2024, 3, 6)) for name in ("d1", "d2", "d3", "d4")}
KNOWN = Known(DOCUMENTS)


def told(claim, document_, language="en", **fields):
    """The same told by another document."""
    return seal(msgspec.structs.replace(claim, document=document_, language=language, **fields))


def person(name, code, role="foreign minister"):
    return Actor(name=name, type="person", country=code, role=role)


MET = event("The foreign ministers of Norway and Peru met on 5 March 2024.", ["NOR", "PER"], [], DAY, symmetric=True)


def test_one_event_in_three_languages_is_one_line_with_three_reports_and_origins():
    others = [
        told(MET, "d2", "ru", text="Министры Норвегии и Перу встретились 5 марта 2024 года."),
        told(MET, "d3", "ko", text="노르웨이와 페루 외교장관이 2024년 3월 5일 만났다."),
    ]
    (entry,) = reconcile([MET, *others], KNOWN).entries
    assert (entry.n_reports, entry.n_origins) == (3, 3)
    assert entry.id == min(claim.id for claim in [MET, *others])


def test_a_reprint_is_a_report_but_no_origin():
    (entry,) = reconcile([MET, told(MET, "d2")], KNOWN).entries
    assert (entry.n_reports, entry.n_origins) == (2, 1)


def test_what_several_papers_credit_to_one_voice_has_one_origin():
    ministry = Actor(name="Foreign Ministry", type="agency", country="NOR")
    one = told(MET, "d1", said_by=(ministry,), text="Ministers of both sides met, the ministry says.")
    other = told(MET, "d2", said_by=(ministry,), text="According to the ministry they sat down on Tuesday.")
    (entry,) = reconcile([one, other], KNOWN).entries
    assert (entry.n_reports, entry.n_origins) == (2, 1)


def test_other_people_make_another_event():
    one = seal(msgspec.structs.replace(MET, source=(person("Anders Berg", "NOR"), person("Rosa Quispe", "PER"))))
    other = told(one, "d2", source=(person("Ingrid Dahl", "NOR"), person("Rosa Quispe", "PER")))
    assert len(reconcile([one, other], KNOWN).entries) == 2


def meeting(text, people, start):
    return seal(msgspec.structs.replace(event(text, [], [], start=start, symmetric=True), source=people))


def test_a_page_that_goes_on_about_its_talks_tells_of_one_meeting():
    by_title = (person("министр иностранных дел Норвегии", "NOR"), person("министр иностранных дел Перу", "PER"))
    named = (person("Андерс Берг", "NOR"), person("Роса Киспе", "PER"))
    headline = meeting("Встреча министров двух стран прошла в Лиме", by_title, 0)
    body = meeting("Берг и Киспе провели переговоры.", named, 60)
    on = event("В ходе переговоров стороны обсудили торговлю.", ["NOR", "PER"], [], start=120, symmetric=True)
    (entry,) = reconcile([headline, body, on], KNOWN).entries
    assert len(entry.support) == 3
    far = event("В Осло стороны ведут диалог о рыбе.", ["NOR", "PER"], [], start=5000, symmetric=True)
    assert len(reconcile([headline, body, far], KNOWN).entries) == 2
    others = (person("Ингрид Даль", "NOR"), person("Роса Киспе", "PER"))
    second = meeting("Даль и Киспе провели переговоры.", others, 180)
    assert len(reconcile([body, second], KNOWN).entries) == 2


def test_a_finer_date_refines_and_is_no_conflict():
    rough = told(MET, "d2", when=When.in_month(2024, 3), text="Both met in March 2024.")
    found = reconcile([rough, MET], KNOWN)
    (entry,) = found.entries
    assert entry.claim.when == DAY
    assert found.disputes == ()


@pytest.mark.parametrize("modality", ["planned", "discussed"])
def test_what_is_talked_of_is_not_what_was_done(modality):
    assert len(reconcile([MET, told(MET, "d2", modality=modality)], KNOWN).entries) == 2


def test_a_call_is_no_meeting():
    assert len(reconcile([MET, told(MET, "d2", mode="phone")], KNOWN).entries) == 2


def test_another_country_is_another_meeting():
    here = seal(msgspec.structs.replace(MET, where=Place(name="Oslo", country="NOR")))
    there = told(MET, "d2", where=Place(name="Lima", country="PER"))
    assert len(reconcile([here, there], KNOWN).entries) == 2


def test_two_days_for_what_happens_once_are_a_conflict_of_dates():
    one = channel("Relations were set up on 3 May 1990.", "established", ["NOR", "PER"], When.on(date(1990, 5, 3)), channel="diplomatic_relations")
    other = channel("They set up relations in 1991.", "established", ["NOR", "PER"], When.in_year(1991), channel="diplomatic_relations", document="d2")
    found = reconcile([one, other], KNOWN)
    assert [(dispute.type, [rival.value for rival in dispute.rivals]) for dispute in found.disputes] == [("date", ["1990-05-03", "1991"])]
    assert {entry.status for entry in found.entries} == {"disputed"}


def test_a_link_set_up_again_after_it_ended_is_a_change():
    first = channel("Set up in 1990.", "established", ["NOR", "PER"], When.in_year(1990), channel="diplomatic_relations")
    ended = channel("Broken off in 1992.", "ended", ["NOR", "PER"], When.in_year(1992), channel="diplomatic_relations", document="d2")
    again = channel("Set up again in 1999.", "established", ["NOR", "PER"], When.in_year(1999), channel="diplomatic_relations", document="d3")
    assert reconcile([first, ended, again], KNOWN).disputes == ()


def test_the_embassy_of_one_is_not_the_embassy_of_the_other():
    mine = channel("Norway has an embassy in Lima.", "open", ["NOR", "PER"], channel="embassy")
    theirs = channel("Peru has an embassy in Oslo.", "open", ["PER", "NOR"], channel="embassy", document="d2")
    assert len(reconcile([mine, theirs], KNOWN).entries) == 2


def test_told_as_a_fact_and_alleged_is_a_conflict_of_attribution():
    fact = event("Norway sent troops.", ["NOR"], ["PER"], DAY, type="ASSAULT", quad=4)
    doubt = told(fact, "d2", modality="alleged", text="Norway allegedly sent soldiers there.")
    found = reconcile([fact, doubt], KNOWN)
    assert [dispute.type for dispute in found.disputes] == ["attribution"]
    assert len(found.entries) == 1


def test_a_name_read_for_another_state_shows_both_readings():
    actor = Actor(name="Guinean minister", type="person", country="GNQ", role="minister", literal=LiteralReading(country="GIN", id=None))
    claim = seal(msgspec.structs.replace(MET, source=(actor, state("NOR"))))
    (dispute,) = reconcile([claim], KNOWN).disputes
    assert dispute.type == "translation"
    assert [rival.value for rival in dispute.rivals] == ["Guinean: GIN", "Guinean: GNQ"]


def test_the_other_reading_rests_on_the_claims_closest_to_it():
    actor = Actor(name="Guinean minister", type="person", country="GNQ", role="minister", literal=LiteralReading(country="GIN", id=None))
    rosa = person("Rosa Quispe", "PER")
    claim = seal(msgspec.structs.replace(MET, source=(actor, rosa)))
    near = told(MET, "d1", source=(state("GNQ"), rosa), text="A minister of Equatorial Guinea sat down with Rosa Quispe.")
    far = told(MET, "d1", source=(state("GNQ"), state("PER")), text="Equatorial Guinea and Peru met.")
    found = [dispute for dispute in reconcile([claim, near, far], KNOWN).disputes if dispute.type == "translation"]
    assert [rival.claims for rival in found[0].rivals] == [(claim.id,), (near.id,)]


def figure(value, when, *, of="trade", document_="d1", **fields):
    about = (state("NOR"), state("PER"))
    text = f"Trade was {value}."
    return seal(
        Figure(**(place(text, 0) | {"document": document_}), measure="trade_turnover", of=of, about=about, value=value, unit="USD", when=when, **fields)
    )


def test_two_numbers_for_one_year_disagree_and_rounded_ones_do_not():
    year = When.in_year(2023)
    assert len(reconcile([figure(10e9, year), figure(10.1e9, year, document_="d2")], KNOWN).entries) == 1
    found = reconcile([figure(10e9, year), figure(14e9, year, document_="d2")], KNOWN)
    assert [dispute.type for dispute in found.disputes] == ["value"]


def test_another_year_or_another_scope_is_no_contradiction():
    assert reconcile([figure(10e9, When.in_year(2023)), figure(14e9, When.in_year(2022), document_="d2")], KNOWN).disputes == ()
    food = figure(1e9, When.in_year(2023), of="fish exports", document_="d2")
    assert reconcile([figure(10e9, When.in_year(2023), of="whole turnover"), food], KNOWN).disputes == ()


def test_two_holders_on_one_day_disagree_and_successors_do_not():
    one = post("President Berg spoke.", "Anders Berg", "president", "NOR", "incumbent", DAY)
    same_day = post("President Dahl spoke.", "Ingrid Dahl", "president", "NOR", "incumbent", DAY, document="d2")
    later = post("President Dahl spoke later.", "Ingrid Dahl", "president", "NOR", "incumbent", When.on(date(2025, 3, 5)), document="d2")
    assert [dispute.type for dispute in reconcile([one, same_day], KNOWN).disputes] == ["office-holder"]
    assert reconcile([one, later], KNOWN).disputes == ()


def test_one_holder_in_two_scripts_is_one_line():
    latin = post("President Lee spoke.", "Lee Ha-neul", "president", "KOR", "incumbent", DAY)
    cyrillic = post("Президент Ли сказал.", "Ли Ха Ныль", "president", "KOR", "incumbent", DAY, document="d2")
    (entry,) = reconcile([latin, cyrillic], KNOWN).entries
    assert entry.n_reports == 2


def test_a_chain_whose_ends_do_not_fit_is_split():
    early = told(MET, "d1", when=When.on(date(2024, 3, 4)), text="They met on Monday.")
    late = told(MET, "d3", when=When.on(date(2024, 3, 6)), text="They met on Wednesday.")
    middle = told(MET, "d2", text="They met on Tuesday.")
    entries = reconcile([early, middle, late], KNOWN).entries
    assert sorted(len(entry.support) for entry in entries) == [1, 2]


def test_a_block_alone_gives_what_the_whole_gives():
    assert reconcile_block([MET, told(MET, "d2")], KNOWN).entries == reconcile([MET, told(MET, "d2")], KNOWN).entries


def test_a_settled_conflict_stays_visible_and_no_longer_disputes_its_lines():
    one = channel("Relations were set up on 3 May 1990.", "established", ["NOR", "PER"], When.on(date(1990, 5, 3)), channel="diplomatic_relations")
    other = channel("They set up relations in 1991.", "established", ["NOR", "PER"], When.in_year(1991), channel="diplomatic_relations", document="d2")
    (dispute,) = reconcile([one, other], KNOWN).disputes
    settled = reconcile([one, other], Known(DOCUMENTS, {dispute.id: "wrong"}))
    assert [(found.id, found.status, found.verdict) for found in settled.disputes] == [(dispute.id, "resolved", "wrong")]
    assert {entry.status for entry in settled.entries} == {"unreviewed"}
    assert all(entry.conflicts == (dispute.id,) for entry in settled.entries)


def test_one_document_against_itself_is_an_internal_conflict():
    until = When(start=None, end=date(1990, 5, 3), precision="day", bound="until", text="until 3 May 1990")
    one = channel("They had no relations until 3 May 1990.", "absent", ["NOR", "PER"], until, channel="diplomatic_relations")
    other = channel("They set up relations in 1991.", "established", ["NOR", "PER"], When.in_year(1991), start=60, channel="diplomatic_relations")
    assert [dispute.type for dispute in reconcile([one, other], KNOWN).disputes] == ["internal"]


def test_a_link_that_lapsed_with_a_state_was_set_up_twice():
    first = channel("Set up in 1884.", "established", ["RUS", "KOR"], When.in_year(1884), channel="diplomatic_relations")
    again = channel("Set up in 1990.", "established", ["SUN", "KOR"], When.in_year(1990), channel="diplomatic_relations", document="d2")
    assert reconcile([first, again], KNOWN).disputes == ()


@pytest.mark.parametrize(
    ("code", "today"), [("SUN", "RUS"), ("YUG", "SRB"), ("SCG", "SRB"), ("CSK", "CZE"), ("DDR", "DEU"), ("KOR", "KOR"), ("NOR", "NOR"), ("XX", "XX")]
)
def test_a_state_of_the_past_shares_its_block_with_the_one_that_stands_in_its_place(code, today):
    assert canonical_side(code) == today
