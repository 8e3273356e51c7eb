"""An official whose title names no state is of the one that the rest of the page tells; the flag says why, and what tells nothing gives nothing."""

import pytest

from dragoman.model import Assessment, Document, Post, ReadOptions, Span, Zone
from dragoman.read.reader import lay_out, read_document

PAGE = "Peru and Ghana have traded since 1970. Ghana sells cocoa to Peru. Peru sells copper to Ghana. "


def posts_of(text, headline=0):
    """The state of each person of the posts, and the reasons of the flags for inferred ones."""
    zones = (Zone(span=Span(0, headline), kind="headline"), Zone(span=Span(headline, len(text)), kind="body")) if headline else ()
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en", zones=zones), ReadOptions(language="en"))
    posts = [claim for claim in reading.claims if isinstance(claim, Post) and claim.person is not None]
    whys = {claim.person.name: flag.why for claim in posts for flag in claim.flags if flag.flag == "inferred-side"}
    return {claim.person.name: claim.person.country for claim in posts}, whys


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Peruvian delegation was led by Deputy Foreign Minister Ana Rojas and left on Monday.", "Ana Rojas", "PER"),
        ("The Ghanaian Foreign Ministry gave a briefing. Kofi Badu, spokesman for the Foreign Ministry, spoke of trade.", "Kofi Badu", "GHA"),
        ("Peru recalled its ambassador to Ghana on Monday. Ambassador Luis Soto left at night.", "Luis Soto", "PER"),
        ("The Ghanaian government said that it had instructed Ambassador Kofi Badu to return.", "Kofi Badu", "GHA"),
        ("Foreign Minister Ana Rojas said that Peru had signed a treaty with Ghana.", "Ana Rojas", "PER"),
        ("President Ana Rojas vowed to defend Peru's sovereignty.", "Ana Rojas", "PER"),
        ("Foreign Minister Kofi Badu of Ghana and Trade Minister Ama Mensah accompanied the guests.", "Ama Mensah", "GHA"),
        ("Ghana's Foreign Minister Kofi Badu announced that President Ama Mensah has recalled the ambassador.", "Ama Mensah", "GHA"),
        ("Ghanaian Foreign Minister Kofi Badu was received by President Ana Rojas.", "Ana Rojas", "PER"),
    ],
)
def test_the_state_is_told_elsewhere(text, name, code):
    """A delegation, a ministry, who calls back or sends, the official's own words, the company, a colleague, a meeting."""
    posts, whys = posts_of(PAGE + text)
    assert posts[name] == code
    assert name in whys or "delegation" in text


def test_the_headline_names_the_office():
    """Its subject is the holder of the office whom the body names without a state."""
    headline = "Peruvian Foreign Minister hopeful about talks"
    posts, whys = posts_of(f"{headline}\n\nForeign Minister Ana Rojas stayed calm about cocoa.\n\nTalks with Ghana go on.\n", len(headline))
    assert posts["Ana Rojas"] == "PER"
    assert "headline" in whys["Ana Rojas"]


def test_who_is_left_is_of_no_state_and_hopes_tell_nothing_of_who_hopes():
    """In blind judgement whoever was left got the wrong state three times in five; one hopes that others do something."""
    posts, _ = posts_of(PAGE + "Ghanaian Foreign Minister Kofi Badu spoke first. It rained. Interior Minister Ana Rojas hoped Ghana would ratify soon.")
    assert posts["Kofi Badu"] == "GHA"
    assert posts.get("Ana Rojas") is None


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Rojas said that Ghana must apologise.",
        "Foreign Minister Ana Rojas said that Ghana was wrong to close the border.",
        "Foreign Minister Ana Rojas said that Ghana's move would help nobody.",
        "Foreign Minister Ana Rojas said that Ghana had violated the treaty.",
        "Foreign Minister Ana Rojas accused Peru and Ghana of sloth.",
        "Opposition leader Ana Rojas said that Peru had signed a treaty.",
        "Interior Minister Ana Rojas spoke.",
    ],
)
def test_what_is_said_of_the_other_side_tells_nothing(text):
    """Demands and reproaches are of the other side, and who holds no office of a state acts for none."""
    posts, whys = posts_of("Peru and Ghana have traded since 1970. " + text)
    assert posts.get("Ana Rojas") is None
    assert not whys


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Ama Mensah, the foreign minister, told the press of it. Ghana's Mensah left at noon.", "Ama Mensah", "GHA"),
        ("Peruvian Foreign Minister Luis Soto met his counterpart from the Ghana Republic, Kofi Badu, in Lima.", "Kofi Badu", "GHA"),
        ("Peruvian Foreign Minister Luis Soto met his counterpart from Ghana Kofi Badu in Lima.", "Kofi Badu", "GHA"),
    ],
)
def test_the_words_around_the_name_tell_the_state(text, name, code):
    """A state named as the person's own before the family name, and "from" behind a counterpart: told, not inferred."""
    posts, whys = posts_of(text)
    assert posts[name] == code
    assert name not in whys


def test_who_goes_by_the_first_name_is_the_same_person():
    """Where nobody calls him by the last one; the family name, where it is used, keeps the first name from meaning him."""
    for later, named in (("Somchai left.", True), ("Somchai left. Rattana stayed.", False)):
        document = Document(id="1.text-1", text=f"Thailand's Foreign Minister Somchai Rattana spoke. {later}", file="case", language="en")
        page, _ = lay_out(document, ReadOptions(language="en"))
        assert any(mention.text == "Somchai" for mention in page.mentions if mention.kind == "person") is named


def test_members_of_a_delegation_hold_the_posts_that_the_list_names():
    """Whatever the title before the comma is, and all of the state whose delegation it is."""
    posts, _ = posts_of("The Peruvian delegation was made up of Rivers Director, Ana Rojas; Head of the Ports Division, Luis Soto; and the Clerk, José Díaz.")
    assert posts == {"Ana Rojas": "PER", "Luis Soto": "PER", "José Díaz": "PER"}


def test_a_relation_is_between_states_not_between_an_official_and_a_state():
    """The state that the words name stands for its official, whose own state makes him a side."""
    text = "Ghana's President Kofi Badu described Peru as Ghana's close friend."
    reading = read_document(Document(id="1.text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    sides = [{actor.type for actor in claim.between} for claim in reading.claims if isinstance(claim, Assessment)]
    assert sides == [{"state"}]
