"""Links in rows, set phrases that a parser takes apart, and agreements signed at a visit."""

import pytest

from dragoman.model import Assessment, Channel, Document, Event, Instrument, ReadOptions
from dragoman.read.reader import read_document


def claims_of(text, kind):
    """The claims of one kind in an English text."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    return [claim for claim in reading.claims if isinstance(claim, kind)]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        ("Kenya has an embassy in Accra and a consulate general in Kumasi.", {("embassy", "Accra"), ("consulate", "Kumasi")}),
        (
            "Ghana has an embassy in Nairobi and two consulates general: in Mombasa and Kisumu.",
            {("embassy", "Nairobi"), ("consulate", "Mombasa"), ("consulate", "Kisumu")},
        ),
    ],
)
def test_each_mission_stands_at_its_own_seat(sentence, seats):
    """A row of missions gives one link each, and each of a row of towns its own."""
    assert {(claim.channel, claim.at) for claim in claims_of(sentence, Channel)} == seats


def test_the_words_of_a_set_phrase_keep_their_place():
    """The parser reads one word for it; the claim quotes what the text says."""
    text = "A Ghanaian fighter jet shot down a Kenyan airliner in 1993."
    (event,) = claims_of(text, Event)
    assert (event.type, event.text) == ("ASSAULT", text)
    assert [actor.name for actor in event.source] == ["Ghanaian fighter jet"]


def test_an_agreement_signed_at_a_visit_has_its_parties():
    """Who visits and who receives sign; the quotation marks of a title stay whole."""
    text = 'During a visit of Ghanaian Foreign Minister Kwame Osei to Nairobi, a "green corridor" agreement was signed.'
    (instrument,) = claims_of(text, Instrument)
    assert {actor.country for actor in instrument.parties} == {"GHA", "KEN"}
    assert instrument.title == '"green corridor" agreement'


def test_entry_without_visas_is_granted():
    """Citizens who are granted entry tell the link, whoever grants it."""
    (channel,) = claims_of("Ghanaian citizens were granted visa-free entry to Kenya.", Channel)
    assert (channel.channel, channel.state, {actor.country for actor in channel.between}) == ("visa_free", "established", {"GHA", "KEN"})


def test_who_calls_another_something_asks_for_nothing():
    """Only "called on" is a request."""
    assert not claims_of("Ghana called Kenya the friendliest of its neighbours.", Event)


def test_who_has_called_in_an_envoy_did_so_on_no_known_day():
    """The perfect takes no day from the sentence before, and a purpose of the same type is no act of its own."""
    text = (
        "On June 22, 2024, Kenya summoned the Ghanaian ambassador to protest the pact. "
        "Kenya has called in the Ghanaian ambassador to express strong concerns over Togo."
    )
    first, second = claims_of(text, Event)
    assert (first.when.start.isoformat(), second.when) == ("2024-06-22", None)
    assert {actor.country for actor in second.target} == {"GHA"}


def test_a_time_stays_within_its_clause():
    """A joined clause with a subject of its own takes a time that opens the sentence, and none that stands within the clause before."""
    planned = "Kofi Boa, the president of Ghana, made a trip to Kenya in September 2023, and Kenya's president Daniel Marat is set to visit Accra."
    by_source = {actor.country: claim.when for claim in claims_of(planned, Event) for actor in claim.source}
    assert by_source["GHA"].text == "September 2023"
    assert by_source["KEN"] is None
    opened = "In June 1990, Kenya recalled its ambassador to Ghana and Ghana closed its border with Kenya."
    assert {claim.when.text for claim in claims_of(opened, Event)} == {"June 1990"}


@pytest.mark.parametrize(
    "sentence",
    ["Kenya has since accused Ghana of arming the gangs — words that the Ghanaian government rejected.", "Kenya has repeatedly accused Ghana of theft."],
)
def test_a_perfect_with_an_adverb_within_is_one_verb(sentence):
    """The participle has the subject and the object."""
    accused = [claim for claim in claims_of(sentence, Event) if claim.type == "ACCUSE"]
    assert [({a.country for a in claim.source}, {a.country for a in claim.target}) for claim in accused][:1] == [({"KEN"}, {"GHA"})]


def test_a_second_verb_about_ties_is_no_description():
    """ "established relations" behind "and" is a deed of whoever cut ties."""
    claims = claims_of("Peru cut formal ties with Oman and established diplomatic relations with Kenya.", Channel)
    assert {(claim.state, *sorted(a.country for a in claim.between)) for claim in claims} == {("ended", "OMN", "PER"), ("established", "KEN", "PER")}


def test_initials_written_in_one_with_a_name_belong_to_it():
    """A full stop within a name ends no sentence, and one letter is no name."""
    text = "Mongolian Foreign Minister B.Ganbold visited Peru. Ganbold thanked Peru for 2,000 U.S. dollars of aid."
    visit = next(claim for claim in claims_of(text, Event) if claim.mode == "visit")
    assert [(actor.name, actor.country) for actor in visit.source] == [("B.Ganbold", "MNG")]
    thanks = next(claim for claim in claims_of(text, Event) if claim.mode != "visit")
    assert (thanks.source[0].name, thanks.text) == ("B.Ganbold", "Ganbold thanked Peru for 2,000 U.S. dollars of aid.")


def test_the_name_of_a_movement_judges_no_relation():
    """Brotherhood within a proper name says nothing of the two states."""
    (found,) = claims_of("Relations between Peru and Oman were strained after the fall of President Ali Omar of the Muslim Brotherhood.", Assessment)
    assert found.value == "strained"


def test_a_list_behind_its_noun_is_no_verb_and_a_capital_is_a_party_as_the_state_it_stands_for():
    (listing,) = claims_of("In March 2021, Chad placed Norway on its unfriendly countries list during the dispute.", Channel)
    assert (listing.channel, listing.state, listing.when.text) == ("unfriendly_list", "established", "March 2021")
    (signed,) = claims_of("On 4 May 1999, during a visit of Norwegian Foreign Minister Anders Berg to Lima, a fishing agreement was signed.", Instrument)
    assert [(party.type, party.country) for party in signed.parties] == [("state", "NOR"), ("state", "PER")]
    (signed,) = claims_of("Norway and Peru signed a protocol providing for regular visits of officers between the two countries.", Instrument)
    assert signed.title == "protocol providing for regular visits of officers"


def test_relations_that_are_to_be_re_established_are_agreed_and_a_mission_belongs_to_whom_it_does_not_stand_with():
    (link,) = claims_of("In March 2023, Norway and Peru agreed to re-establish relations.", Channel)
    assert (link.channel, link.state, link.modality) == ("diplomatic_relations", "resumed", "agreed")
    quoted = '"Peru\'s embassy in Oslo, our Consulate General in Bergen will be reopened on Tuesday," spokesman Luis Rojas of Peru said.'
    assert {(claim.channel, claim.between[0].side) for claim in claims_of(quoted, Channel)} >= {("embassy", "PER")}


def test_an_agreement_that_was_signed_on_a_day_with_a_comma_also_came_into_force():
    told = claims_of("The Oman–Chile Fisheries Agreement was signed in Lima on September 9, 2006 and came into force on December 11, 2008.", Instrument)
    assert {(claim.state, claim.when.start.isoformat()) for claim in told} == {("signed", "2006-09-09"), ("in_force", "2008-12-11")}


def test_two_nouns_side_by_side_are_one_link():
    """A parser that asks each word for its head alone may find two subjects in "passenger flights"."""
    (link,) = claims_of("Direct passenger flights between Kenya and Ghana were suspended in early 2020.", Channel)
    assert (link.channel, link.state, link.when.start.year) == ("air_link", "suspended", 2020)


def test_each_mission_of_a_row_is_where_it_stands():
    told = claims_of("Chile has two consulates in Norway: in Oslo and in Bergen.", Channel) + claims_of("Chile has consulates in Oslo and Bergen.", Channel)
    assert all(claim.where is None or claim.where.name == claim.at for claim in told)
    assert {claim.at for claim in told} >= {"Oslo", "Bergen"}


def test_a_year_before_and_belongs_to_the_deed_before_it():
    (known,) = [c for c in claims_of("Norway recognised Chile in 1920 and diplomatic relations were restored on 29 August 1991.", Event) if c.type == "SUPPORT"]
    assert (known.when.start.year, known.when.end.year) == (1920, 1920)
