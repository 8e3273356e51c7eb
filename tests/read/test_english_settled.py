"""English: figures and judgements that are settled by what stands around them: times of other clauses, wishes, titles, and who is one of many."""

from datetime import date

from dragoman.model import Assessment, Channel, Claim, Document, Event, Figure, ReadOptions
from dragoman.read.reader import read_document


def read(text: str) -> tuple[Claim, ...]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="x", language="en")
    return read_document(document, ReadOptions(date=date(2024, 5, 2))).claims


def figures(text: str) -> list[tuple[float | None, str, str | None]]:
    found = [c for c in read(text) if isinstance(c, Figure)]
    return [(c.value, c.modality, str(c.when.start.year) if c.when is not None and c.when.start is not None else None) for c in found]


def test_the_year_of_a_relative_clause_dates_no_figure():
    assert figures("Kenya hosts 90,000 Somali refugees, most of whom fled in 2011.") == [(90000.0, "actual", "2024")]


def test_how_many_are_known_is_no_wish():
    assert (8.0, "actual", None) in figures("Kenya said that it would like Somalia to extradite the eight soldiers.")


def test_blanks_may_part_thousands():
    assert [f[0] for f in figures("In 2007, 12 000 Kenyan tourists visited Somalia.")] == [12000.0]


def judged(text: str) -> list[str]:
    return [c.value for c in read(text) if isinstance(c, Assessment)]


def test_what_is_only_wished_or_named_judges_no_relation():
    assert judged("The ministers of Kenya and Somalia paid attention to strengthening ties between Kenya and Somalia.") == []
    assert judged("The treaty on allied relations between Kenya and Somalia was signed in Nairobi.") == []
    assert judged("The meeting of Kenya and Somalia was an opportunity to review cooperation between Kenya and Somalia.") == []
    assert judged("Kenya and Somalia, erstwhile allies, held talks in Nairobi.") == []
    assert judged("The Kenyan minister said that improving ties with Somalia is a priority of Kenya.") == []
    assert judged("The visit took place in May, strengthening ties between Kenya and Somalia.") == ["strengthening ties"]


def test_one_of_the_diplomats_is_a_diplomat():
    found = {(e.type, e.mode) for e in read("Kenya expelled one of Somalia's top diplomats on Tuesday.") if isinstance(e, Event)}
    assert found == {("SANCTION", "expel")}
    staff = {(e.type, e.mode) for e in read("Kenya expelled 15 Somali embassy employees on Tuesday.") if isinstance(e, Event)}
    assert staff == {("SANCTION", "expel")}


def test_military_ties_are_no_diplomatic_relations():
    assert not [c for c in read("Kenya restored military ties with Somalia.") if isinstance(c, Channel)]
    assert [c.state for c in read("Kenya restored ties with Somalia.") if isinstance(c, Channel)] == ["resumed"]


def test_announced_relations_are_restored_on_the_day():
    found = [
        (c.state, c.modality, str(c.when.start) if c.when and c.when.start else None)
        for c in read("Somalia on 1 May 2024 announced the restoration of diplomatic relations with Kenya.")
        if isinstance(c, Channel)
    ]
    assert found == [("resumed", "actual", "2024-05-01")]


def test_what_is_only_thought_of_has_no_day_of_its_thinker():
    hoped = [
        e
        for e in read("Last week, speaking at a forum, the Kenyan minister expressed hope that Ethiopia and Somalia would sign a peace agreement.")
        if isinstance(e, Event)
    ]
    assert [(e.modality, e.when) for e in hoped] == [("possible", None)]


def test_a_news_conference_is_no_forum():
    assert not [
        e for e in read("The Kenyan minister addressed a joint news conference with his Somali colleague.") if isinstance(e, Event) and e.mode == "multilateral"
    ]
