"""English: whom "its neighbour" and "the country" mean, and who decides what somebody else regrets."""

from datetime import date

from dragoman.model import Channel, Document, Event, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def read(text: str) -> list[object]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="x", language="en")
    return list(read_document(document, ReadOptions(date=date(2024, 5, 2))).claims)


def events(text: str) -> set[tuple[str, str, frozenset[str | None], frozenset[str | None]]]:
    found = [claim for claim in read(text) if isinstance(claim, Event)]
    return {(e.type, e.modality, frozenset(a.side for a in e.source), frozenset(a.side for a in e.target)) for e in found}


def test_its_neighbour_is_the_other_state_of_the_story():
    text = "Chad and Sudan quarrelled again over the pasture near Adre.\n\nThe Chadian government had on Sunday condemned its neighbour for laying mines."
    assert ("ACCUSE", "actual", frozenset({"TCD"}), frozenset({"SDN"})) in events(text)


def test_of_three_states_none_is_meant():
    text = "Chad, Sudan and Libya quarrelled again over the pasture.\n\nFiji said that Tonga and its neighbour had agreed."
    assert not any(e[0] == "ACCUSE" for e in events(text))


def test_the_country_is_that_of_whoever_speaks():
    found = [c for c in read("The Chadian foreign minister said the country has downgraded diplomatic relations with Sudan.") if isinstance(c, Channel)]
    assert [(c.channel, c.state, {a.side for a in c.between}) for c in found] == [("diplomatic_relations", "downgraded", {"TCD", "SDN"})]


def test_what_is_regretted_is_the_deed_of_whoever_decided_it():
    found = events("The Sudanese foreign ministry regretted the decision of the President of Chad to withdraw his ambassador from Khartoum.")
    assert ("ACCUSE", "actual", frozenset({"SDN"}), frozenset({"TCD"})) in found
    assert ("SANCTION", "actual", frozenset({"TCD"}), frozenset({"SDN"})) in found


def test_a_recalled_envoy_is_no_doer():
    found = events("Chad and Sudan are at odds. The decision to recall the Chadian ambassador was a grave step for Sudan.")
    assert {e[2] for e in found if e[0] == "SANCTION"} == {frozenset({"TCD"})}


def test_talks_that_fail_were_held():
    assert ("CONSULT", "actual", frozenset({"BEN", "NER"}), frozenset()) in events(
        "A meeting between Benin and Niger officials last week failed to resolve the row."
    )


def test_a_name_that_states_share_is_of_the_one_that_the_page_names():
    text = "Pakistan's Foreign Office said the crossing with Afghanistan was shut.\n\nForeign Office spokesperson Sana Mirza said Pakistan was concerned."
    assert {a.country for c in read(text) if isinstance(c, Statement) for a in c.speaker} == {"PAK"}


def test_a_name_is_known_with_and_without_its_accents():
    text = "Mexican President Andres Lopez Obrador met the Peruvian president.\n\n“We will not expel anyone,” López Obrador said."
    assert {a.country for c in read(text) if isinstance(c, Statement) for a in c.speaker} == {"MEX"}


def test_what_is_added_to_a_row_or_not_told_is_not_said():
    text = "Adding to the friction, Benin authorised the loading. Belarus, without informing Lithuania, closed its border. On 3 May the ministry handed a note."
    assert not [c for c in read(text) if isinstance(c, Statement)]


def links(text: str) -> set[tuple[str, str, frozenset[str | None], str]]:
    found = [claim for claim in read(text) if isinstance(claim, Channel)]
    return {(c.channel, c.state, frozenset(a.side for a in c.between), str(c.when.start.year) if c.when is not None and c.when.start else "") for c in found}


def test_an_opening_told_by_a_noun_has_the_year_behind_it():
    text = "Relations have gained momentum with the opening of the Chadian Embassy in Lima in 1996 and the opening of the Peruvian Embassy in Ndjamena in 1997."
    both = frozenset({"TCD", "PER"})
    assert links(text) == {("embassy", "established", both, "1996"), ("embassy", "established", both, "1997")}
    assert ("air_link", "established", both, "2012") in links("The opening of direct flights in 2012 between Lima and Ndjamena was a success.")


def test_a_pronoun_keeps_to_what_the_page_calls_somebody():
    text = (
        "Peruvian minister Juan Paz received Chadian ambassador Amina Ali. He asked the ambassador to help.\n\n"
        "For her part, Ambassador Amina Ali affirmed that Chad would."
    )
    asked = [c for c in read(text) if isinstance(c, Statement) and "to help" in c.text]
    assert all(a.country == "PER" for c in asked for a in c.speaker)


def test_a_later_name_may_be_the_last_one():
    text = "Deputy Prime Minister Pham Binh Minh of Vietnam met the Peruvian envoy.\n\nDeputy Prime Minister Minh said that Peru was welcome."
    assert {a.country for c in read(text) if isinstance(c, Statement) for a in c.speaker} == {"VNM"}


def test_the_verb_belongs_to_what_is_said_of_a_thing():
    contents = [c.content for c in read("Peru demanded the departure of the Chadian envoy. Chad said a word.") if isinstance(c, Statement)]
    assert contents == ["demanded the departure of the Chadian envoy", "a word"]


def test_a_continent_is_no_state_and_a_number_of_points_no_name():
    text = "Peru ended its ties with Honduras after the Central American country spoke.\n\nSecondly, the president of Chad went."
    assert not any(a.country == "USA" for c in read(text) if isinstance(c, Statement) for a in c.speaker)
    assert not any(c.person is not None and c.person.name == "Secondly" for c in read(text) if isinstance(c, Post))


def test_a_former_office_is_not_the_one_that_somebody_is_appointed_to():
    posts = [c for c in read("The Venezuelan president appointed Felix Paz, a former foreign minister, as ambassador to Bogota.") if isinstance(c, Post)]
    assert [(c.office.title, c.office.of, c.office.to) for c in posts if c.state == "appointed"] == [("ambassador", "VEN", "COL")]


def test_what_is_not_considered_is_negated_and_until_lies_ahead():
    assert {e[1] for e in events("Georgia did not consider suspension of diplomatic relations with Ukraine.")} == {"negated"}
    found = [c for c in read("Israel will halt the water deal with Jordan until its embassy in Amman has been reopened.") if isinstance(c, Channel)]
    assert {c.modality for c in found if c.channel == "embassy"} == {"conditional"}


def test_who_is_stood_by_is_no_party():
    found = [c for c in read("Latvia will downgrade diplomatic ties with Russia in solidarity with neighbouring Estonia.") if isinstance(c, Channel)]
    assert [{a.country for a in c.between} for c in found] == [{"LVA", "RUS"}]


def test_a_subject_of_marks_alone_speaks_for_nobody():
    text = "Lusaka Province Minister Sheal Mulyata says Zambia values its ties with Malawi.\n\nMrs Mulyata said this when she received the Malawian envoy."
    assert {a.country for c in read(text) if isinstance(c, Statement) for a in c.speaker} <= {"ZMB", None}


def test_what_is_denied_is_not_told_without_the_denial():
    contents = {c.content for c in read("Rwanda denied backing the rebels. Nicaragua has denied that the damage has occurred.") if isinstance(c, Statement)}
    assert contents == {"denied backing the rebels", "denied that the damage has occurred"}


def test_who_welcomes_a_guest_meets_him():
    found = events("Upon his arrival, Sri Lankan President Anura Perera was warmly welcomed by Maldivian President Ahmed Rasheed.")
    assert {(e[0], e[2] | e[3]) for e in found} == {("CONSULT", frozenset({"MDV", "LKA"}))}
