"""Where "here" and "the country" are in English: where the page is told from, else the other state of the story."""

from datetime import date

import pytest

from dragoman.model import Document, Event, Post, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 5, 2)


def claims_of(text, kind):
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    return [claim for claim in read_document(document, ReadOptions(date=TODAY)).claims if isinstance(claim, kind)]


def visits_of(text):
    return {(claim.source[0].side, claim.target[0].side) for claim in claims_of(text, Event) if claim.mode == "visit"}


HOSTED = "Chad and Kenya signed a treaty. Kenya and Chad are friends. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NAIROBI: Chadian President Idriss Saleh arrived here on Tuesday with a large delegation of ministers and firms.", {("TCD", "KEN")}),
        ("Nairobi (Agency) - Chadian President Idriss Saleh arrived in the country on Tuesday with a large delegation of ministers.", {("TCD", "KEN")}),
        ("Nairobi, May 1, 2024, AGENCY - Chadian President Idriss Saleh is here on a visit that his ministers prepared.", {("TCD", "KEN")}),
        ("Nairobi, May 1 - Chadian President Idriss Saleh, who is in the country for a three-day visit, praised the port.", {("TCD", "KEN")}),
        (HOSTED + "The Chadian president arrived in the country on Monday.", {("TCD", "KEN")}),
        (HOSTED + "It is the first visit to the neighbouring country by Chadian President Idriss Saleh.", {("TCD", "KEN")}),
        (HOSTED + "The Chadian president left the country.", set()),
        (HOSTED + "The Ugandan president arrived in the country on Monday.", set()),
        ("The Chadian president arrived here on Monday.", set()),
        ("The Chadian president left N'Djamena on Monday for a two-day visit to Kenya.", {("TCD", "KEN")}),
    ],
)
def test_a_visit_to_here_or_to_the_country_is_one_to_the_state_of_the_page(text, told):
    assert visits_of(text) == told


def test_a_place_without_its_name_is_called_by_it():
    """The claim names the place of the dateline, which stands in its evidence."""
    (visit,) = (claim for claim in claims_of("Nairobi, May 1 - The Chadian president arrived here on Tuesday.", Event) if claim.mode == "visit")
    assert visit.where is not None
    assert visit.where.name == "Nairobi"
    assert "Nairobi" in {piece.text for piece in visit.evidence}


def test_the_office_of_a_later_paragraph_is_no_epithet_of_another_holder():
    """Two paragraphs are two sentences: "the Chadian president" is not the one who received him."""
    page = "Chadian President Idriss Saleh came to Nairobi.\n\nPresident Juma Obasi received his Chadian guest\n\nThe Chadian president left on Monday."
    assert "TCD" not in {claim.office.of for claim in claims_of(page, Post) if claim.person.name == "Juma Obasi"}


def test_a_name_of_a_state_with_a_curly_apostrophe_is_read_whole():
    (post,) = claims_of("The Ambassador of the People’s Republic of China to Chad, Li Hua, spoke.", Post)
    assert (post.office.of, post.office.to) == ("CHN", "TCD")
