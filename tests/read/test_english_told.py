"""English turns that tell whose somebody is, who does what "the first to", what is brought about, and where words end."""

import pytest

from dragoman.model import Channel, Document, Event, Figure, Instrument, Post, ReadOptions, Statement
from dragoman.read.reader import read_document


def claims_of(text, kind):
    """The claims of one kind in an English text."""
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    return [claim for claim in reading.claims if isinstance(claim, kind)]


OWNED = [
    ("The Peruvian government recalled its ambassador to Honduras, Luis Paz, in May.", "Luis Paz", "PER"),
    ("Honduras closed its embassy. Ana Ruiz, the country's foreign minister, announced it.", "Ana Ruiz", "HND"),
    ("President Ana Ruiz spoke in Lima.\n\nThe Honduran president praised Peru.", "Ana Ruiz", "HND"),
    ("In 2007 President Luis Paz made the first visit by a Mexican president to Denmark.", "Luis Paz", "MEX"),
    ("Queen Ana II of Denmark visited Mexico in 1966.", "Ana II", "DNK"),
    ("Her Excellency Ana Ruiz, President of the Republic of Peru, visited Kenya.", "Ana Ruiz", "PER"),
]


@pytest.mark.parametrize(("text", "name", "state"), OWNED)
def test_whose_official_somebody_is(text, name, state):
    """Told by "its", "the country's", a later phrase with the state, or a number behind the name of a queen."""
    assert (name, state) in [(post.person.name, post.office.of) for post in claims_of(text, Post)]


def test_a_holder_of_another_state_is_not_given_the_one_of_a_later_phrase():
    """Who has a state keeps it, and the phrase means somebody who was not named."""
    posts = claims_of("Peruvian President Ana Ruiz spoke in Lima.\n\nThe Honduran president praised Peru.", Post)
    assert [(post.person.name, post.office.of) for post in posts] == [("Ana Ruiz", "PER")]


DEEDS = [
    ("Honduras was the latest government to withdraw its ambassador to Israel.", "HND", "ISR", "actual"),
    ("In 1992, Peru became the second state to recognise Ukraine.", "PER", "UKR", "actual"),
    ("Israel was accused of crimes, leading Bolivia's government to terminate diplomatic ties with it.", "BOL", "ISR", "actual"),
    ("Chile and Colombia pulled back their ambassadors to Israel.", "CHL+COL", "ISR", "actual"),
    ("Peruvian President Ana Ruiz is in Nairobi for a visit.", "PER", "KEN", "actual"),
    ("President of Malawi, Lazarus Banda is scheduled to visit Zambia.", "MWI", "ZMB", "planned"),
    ("The Danish queen returned to Mexico for a second visit.", "DNK", "MEX", "actual"),
    ("Slovakia has barred the Hungarian president from making a visit.", "SVK", "HUN", "actual"),
    ("Oman ruled over Yemen until 1856.", "OMN", "YEM", "actual"),
    ("The third Vietnam-Peru political consultation took place in May.", "VNM+PER", "", "actual"),
    ("Vietnam and Peru issued a joint communiqué on the occasion of the Vietnamese president's visit to Peru.", "VNM", "PER", "actual"),
    ("At the invitation of Ana Ruiz, President of the Republic of Peru, Kenyan President Peter Moyo visited Peru.", "KEN", "PER", "actual"),
    ("Kuwait expels Lebanon envoy", "KWT", "LBN", "actual"),
    ("Saudi Arabia ordered the Lebanese ambassador to the kingdom to leave the country.", "SAU", "LBN", "actual"),
    ("The row, which has also seen Bahrain expel Lebanon's envoy, goes on.", "BHR", "LBN", "actual"),
    ("Kuwait gave the Lebanese ambassador 48 hours to leave.", "KWT", "LBN", "actual"),
    ("Kuwait told the envoy of Lebanon to leave and recalled its ambassador from Beirut.", "KWT", "LBN", "actual"),
    ("Fiji took control of Tonga in 1901.", "FJI", "TON", "actual"),
    ("The United Kingdom responded by banning Icelandic ships from its ports.", "GBR", "ISL", "actual"),
    ("Peru filed a case with the court over its border with Chile. Chile called it absurd.", "PER", "CHL", "actual"),
    ("Battles between Peru (with aid from Bolivia) and Chile went on in 1901.", "PER+CHL", "", "actual"),
    ("Ambassador Ana Ruiz of Peru paid a courtesy call on Kenyan Minister of Foreign Affairs Dr. Peter Moyo.", "PER+KEN", "", "actual"),
]


@pytest.mark.parametrize(("text", "source", "target", "modality"), DEEDS)
def test_deeds_in_turns_of_news_and_encyclopaedias(text, source, target, modality):
    """Each with its sides and its mood."""
    told = [("+".join(a.side for a in e.source), "+".join(a.side for a in e.target), e.modality) for e in claims_of(text, Event)]
    assert (source, target, modality) in told


LINKS = [
    ("In 1956, Mexico and Denmark elevated their diplomatic representations to that of embassies.", ("embassy", "upgraded")),
    ("Mexico re-opened its legation in Copenhagen.", ("embassy", "resumed")),
    ("The border crossing between Jordan and Syria opened to goods on Monday.", ("border_crossing", "established")),
    ("Peru is represented in Kenya with an embassy in Nairobi.", ("embassy", "open")),
    ("Peru entered into diplomatic relations with Kenya in 1970.", ("diplomatic_relations", "established")),
    ("Peru and Kenya set up diplomatic ties in 1970.", ("diplomatic_relations", "established")),
]


@pytest.mark.parametrize(("text", "link"), LINKS)
def test_links_of_older_and_newer_kinds(text, link):
    """Legations, crossings, ties set up."""
    assert link in [(claim.channel, claim.state) for claim in claims_of(text, Channel)]


def test_an_office_that_is_kept_open_opens_nothing():
    """It is there."""
    assert [claim.state for claim in claims_of("Denmark maintained its diplomatic office in Mexico open.", Channel)] == ["open"]


SAID = [
    (
        'The Peruvian ministry said that the move answers the "rude words" of a man who says "no" to it.',
        ['the move answers the "rude words" of a man who says "no" to it'],
    ),
    ('"We condemn the coup in Peru," said Ana Ruiz, who demanded the release of a man while voicing "grief."', ["We condemn the coup in Peru"]),
    ("Hungary's minister described the ban as rude and said Budapest would go to court.", ["the ban as rude", "Budapest would go to court"]),
    (
        "Peru, after years of delay, has closed its border, a Peruvian minister has said, possibly for good.",
        ["Peru, after years of delay, has closed its border"],
    ),
    ("In his remarks – taped in May but aired on Monday – Ana Ruiz called the war a folly.", ["the war a folly"]),
    ("Peru claimed the troops illegally set up camp on its land.", ["the troops illegally set up camp on its land"]),
    ("The International Court of Justice ruled that Peru must pay Chile.", ["Peru must pay Chile"]),
    ('"We are hostages," said Ana Ruiz, demanding their immediate release.', ["We are hostages"]),
    ("A minister of Peru said the border would open, according to a newspaper of Chile.", ["the border would open"]),
]


@pytest.mark.parametrize(("text", "contents"), SAID)
def test_reported_words_end_where_somebody_else_or_another_verb_begins(text, contents):
    """A quotation within is no end, what stands far behind the frame is no part."""
    said = [claim.content for claim in claims_of(text, Statement)]
    assert all(content in said for content in contents)


def test_a_share_that_is_made_up_is_no_rise():
    """ "Make up 10 percent" tells no change."""
    (figure,) = claims_of("Hungarians make up about 10% of the population of Slovakia.", Figure)
    assert (figure.change, figure.value, figure.unit) == (None, 10, "%")


def test_who_meets_somebody_unnamed_does_not_meet_his_fellow_traveller():
    """The object is whom they met."""
    text = "Indian Prime Minister Ana Modi and U.S. Secretary of State Tom Brown met a dozen island leaders in May."
    assert not claims_of(text, Event)


def test_a_counterpart_has_his_own_office():
    """As it is told elsewhere, else that of whom he faces."""
    text = "Indonesian President Ana Hadi met her Fijian counterpart Peter Moala. Fijian Prime Minister Peter Moala thanked her."
    assert ("Peter Moala", "prime minister") in [(post.person.name, post.office.title) for post in claims_of(text, Post)]
    assert all(actor.role != "counterpart" for event in claims_of(text, Event) for actor in (*event.source, *event.target))


def test_a_growth_since_a_year_does_not_date_the_praise():
    """The establishment has the year, the statement has none."""
    text = "Peru and Kenya hailed the growth of trade since the two countries set up diplomatic ties in 1970."
    assert [claim.when.start.year for claim in claims_of(text, Channel)] == [1970]
    assert all(claim.when is None for claim in claims_of(text, Statement))


def test_an_occasion_is_no_part_of_a_title():
    """The paper is called by its own words."""
    (paper,) = claims_of("Peru and Chile issued a joint communiqué on the occasion of the visit.", Instrument)
    assert (paper.title, paper.type, paper.state) == ("joint communiqué", "communique", "signed")


def test_troops_are_for_whom_they_help_and_forces_that_take_part_in_fighting_are_there():
    alleged, condemned, praised = (
        [(e.modality, [a.side for a in e.source], [a.side for a in e.target]) for e in claims_of(text, Event) if e.mode == "troops"]
        for text in (
            "Norway voiced concern over Chile allegedly sending soldiers to support Peru.",
            "Egypt condemned the participation of Ethiopian soldiers in the fighting in Somalia.",
            "Kenyan scientists took part in the talks in Somalia.",
        )
    )
    assert alleged == [("alleged", ["CHL"], ["PER"])]
    assert condemned == [("actual", ["ETH"], ["SOM"])]
    assert praised == []


def test_sealed_borders_are_shut():
    """The verb with and without its particle, and agreements sealed are no borders."""
    for text in ("Kenya sealed its entire border with Somalia.", "Peru has sealed off all crossings with Chile."):
        assert [(c.channel, c.state) for c in claims_of(text, Channel)] == [("border_crossing", "suspended")], text
    assert claims_of("Kenya sealed a deal with Somalia.", Channel) == []
