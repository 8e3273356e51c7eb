"""English: who is credited, and with which words, where papers, participles and the writer's own tails stand around."""

from datetime import date

import pytest

from dragoman.model import Document, Event, ReadOptions, Span, Statement, Zone
from dragoman.read.reader import read_document

LEAD = "Kenya and Chad have spoken before. "


def statements(text: str) -> list[tuple[list[str], str]]:
    """Speakers and content of each statement of a text."""
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    reading = read_document(document, ReadOptions(language="en"))
    return [([actor.name for actor in claim.speaker], claim.content) for claim in reading.claims if isinstance(claim, Statement)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Chadian Foreign Ministry's statement said that Kenya had violated the border.", "Chadian Foreign Ministry"),
        ("“We will not talk,” said the statement from Chad's presidency.", "Chad's presidency"),
        ("Chad issued a statement saying it condemns the Kenyan raid.", "Chad"),
        ("The visit is over, according to a statement by Chad's embassy.", "Chad's embassy"),
        ("The visit of Kenya is over, according to Chad Today.", "Chad Today"),
        ("Kenya will reopen its embassy in Chad, Radio Kenya reports.", "Radio Kenya"),
    ],
)
def test_papers_speak_for_whoever_issued_them_and_outlets_for_themselves(text: str, speaker: str) -> None:
    assert [speakers for speakers, _ in statements(LEAD + text)][-1] == [speaker]


def test_a_joint_statement_is_of_both() -> None:
    ((speakers, _),) = statements(LEAD + "“The talks were of use,” said a joint statement by Chad and Kenya.")
    assert sorted(speakers) == ["Chad", "Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian President Idris Osman underlined that the Kenyan side was slow, insisting on the terms of the treaty.",
        "Chadian President Idris Osman accused Kenya of refusing to talk, adding that the border would stay shut.",
        "Chadian President Idris Osman warned of war until Kenya withdrew, expressing regret over the raid.",
    ],
)
def test_a_participle_behind_a_comma_is_of_who_speaks_above(text: str) -> None:
    assert {tuple(speakers) for speakers, _ in statements(text)} == {("Idris Osman",)}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad said that Kenya supports the rebels, allegations Kenya has long dismissed.", "Kenya supports the rebels"),
        ("Chad said that Kenya had fired first, which Kenya denies.", "Kenya had fired first"),
        ("Chad said it was always open to talks, as tensions with Kenya mount.", "it was always open to talks"),
        ("Chad announced that it would open its airspace to Kenya, but flights have yet to resume.", "it would open its airspace to Kenya"),
        ("Chad said that the port was closed, as the crane had broken.", "the port was closed, as the crane had broken"),
    ],
)
def test_what_the_writer_adds_is_not_said(text: str, content: str) -> None:
    assert content in [told for _, told in statements(text)]


def test_who_only_would_say_so_says_nothing() -> None:
    assert [speakers for speakers, _ in statements("Chad said the raids had hurt trade and that Kenya would say the same about its port.")] == [["Chad"]]


def test_a_body_is_meant_by_the_abbreviation_given_to_it() -> None:
    text = "Chad's Ministry of Foreign Affairs (MFA) summoned the Kenyan envoy.\n\nThe MFA said the raid was unacceptable."
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    claims = read_document(document, ReadOptions(language="en")).claims
    assert [claim.speaker[0].country for claim in claims if isinstance(claim, Statement)] == ["TCD"]
    assert [claim.source[0].country for claim in claims if isinstance(claim, Event)] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "speakers", "content"),
    [
        ("Chad said the port was open. “We have waited for this for many years.”", ["Chad"], "We have waited for this for many years."),
        ("Trade increased by 56% this year, the Kenyan president said.", ["Kenyan president"], "Trade increased by 56% this year"),
        ("A Chadian spokesperson said Kenya was late. He added that the port was open.", ["Chadian spokesperson"], "the port was open"),
        ("Chad recalled its envoy after Kenya warned in a speech: “We will close the port of the town.”", ["Kenya"], "We will close the port of the town."),
        ("Kenya denied the claim, with Chad's envoy Ali Omar saying that the port was open.", ["Ali Omar"], "the port was open"),
        ("Kenya denied the claim of Chad, with Chad also accusing it of delay.", ["Kenya"], "denied the claim of Chad"),
        ("Chad's embassy said: “The port is open,” in a message to Kenya.", ["Chad's embassy"], "The port is open"),
        ("Chad stated, “We have no faith in them,” prompting Kenya to recall its envoy.", ["Chad"], "We have no faith in them"),
    ],
)
def test_words_are_whole_and_of_who_says_them(text: str, speakers: list[str], content: str) -> None:
    assert (speakers, content) in statements(LEAD + text)


def test_scraps_of_a_quotation_are_not_glued() -> None:
    assert statements("Chad called the move “absurd” and part of a long “game of votes”.") == [
        (["Chad"], "the move “absurd” and part of a long “game of votes”"),
    ]


def test_a_talk_with_somebody_says_nothing() -> None:
    assert statements("Chad's president spoke with the Kenyan minister about trade.") == []


def test_a_headline_in_the_present_is_of_the_day_that_its_article_tells() -> None:
    text = "Kenya expels Chadian envoy\n\nNairobi, 3 June 2023 (Agency) – Kenya expelled the Chadian envoy on Wednesday.\n"
    zones = (Zone("headline", Span(0, 26)), Zone("body", Span(28, len(text) - 1)))
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en", zones=zones, published=date(2023, 6, 3))
    claims = read_document(document, ReadOptions(language="en")).claims
    assert {claim.when.start for claim in claims if isinstance(claim, Event) and claim.when is not None} == {date(2023, 5, 31)}


def test_he_behind_a_quotation_is_the_source_before_and_nobody_whom_the_quotation_names() -> None:
    lead = "The visit was proposed in a call with Chad's president Idris Osman, a diplomatic source said.\n\n"
    said = statements(lead + '"President Osman has invited the prime minister of Kenya," he said.')
    assert [speakers for speakers, _ in said] == [["source"], ["source"]]


def test_a_quotation_without_its_closing_mark_ends_where_the_author_speaks_again() -> None:
    lead = "Kenya's prime minister Ann Rono said that Chad was a friend.\n\n"
    said = statements(lead + '"Chad and Kenya share a close relationship, the foreign minister of Chad said.')
    assert said[-1] == (["foreign minister"], "Chad and Kenya share a close relationship")
