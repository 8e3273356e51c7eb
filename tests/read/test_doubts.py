"""Doubts come of the whole document, and a text that really is about three states raises none."""

from datetime import date

import pytest

from dragoman.model import Document, Event, Figure, Post, ReadOptions
from dragoman.read.doubts import alike, shared_abbreviation
from dragoman.read.reader import read_document

MONEY = "Austria and Hungary signed a treaty on the railway. Austria will pay for the bridge. Hungary thanked Austria. Vienna and Budapest open it in May."


def read(text, language="en", translated_from=None):
    document = Document(id="1.text-1", text=text, file="case", language=language, translated_from=translated_from)
    return read_document(document, ReadOptions(language=language))


def suspicions(reading):
    return [(claim, flag) for claim in reading.claims for flag in claim.flags if flag.flag == "suspect-identity"]


SLOVAK = (
    "Slovakia and Hungary signed an agreement on the bridge over the Ipel. Slovakia will build the road. Hungary thanked Slovakia for its patience. "
    "Slovakia sent two engineers to Hungary. Bratislava and Budapest will open the bridge in May. "
)
GUINEA = (
    "Equatorial Guinea and Cameroon signed an agreement on fishing. Equatorial Guinea sent a ship to Cameroon. Cameroon thanked Equatorial Guinea. "
    "Equatorial Guinea accused Cameroon of delay. The foreign minister of Equatorial Guinea, Simeon Nsue, met President Paul Etoga of Cameroon. "
    "Equatorial Guinea wants the border opened. "
)
IRAN = (
    "Иран и Оман подписали соглашение о рыболовстве. Иран направил делегацию в Оман. Министр иностранных дел Ирана Хасан Каримов посетил Оман. "
    "Оман поблагодарил Иран за помощь. Иран обвинил Оман в задержке. Иран предложил Оману переговоры. "
)
KYRGYZ = (
    "Kyrgyzstan and Tajikistan signed a treaty on the border. Kyrgyzstan will open two crossings. Tajikistan thanked Kyrgyzstan. "
    "Kyrgyzstan invited the president of Tajikistan to Bishkek. Kyrgyzstan returned four lorries. "
)


def test_one_abbreviation_of_the_source_language_corrects_the_state_and_keeps_the_literal_one():
    reading = read(KYRGYZ + "The South Korean Foreign Minister visited Tajikistan in June.", translated_from="ru")
    claim, flag = next((c, f) for c, f in suspicions(reading) if isinstance(c, Event))
    assert claim.source[0].country == "KGZ"
    assert claim.source[0].literal.country == "KOR"
    assert "«КР»" in flag.why or "КР" in flag.why
    assert "Kyrgyzstan" in flag.why


@pytest.mark.parametrize(
    "text",
    [
        KYRGYZ + "South Korea lent both of them money. The South Korean Foreign Minister visited Tajikistan in June.",
        KYRGYZ + "The South Korean Foreign Minister, Hans Weber, visited Tajikistan in June.",
        KYRGYZ + "Seoul sent engineers. The South Korean Foreign Minister visited Tajikistan in June.",
    ],
)
def test_a_third_state_that_is_named_by_itself_is_meant(text):
    assert suspicions(read(text, translated_from="ru")) == []


def test_the_same_words_in_a_text_that_nobody_translated_raise_no_doubt():
    assert suspicions(read(KYRGYZ + "The South Korean Foreign Minister visited Tajikistan in June.")) == []


def test_names_that_are_alike_in_the_source_language_make_a_doubt_without_a_correction():
    reading = read(SLOVAK + "The Slovenian foreign minister visited Hungary in June.", translated_from="ru")
    claim, flag = next((c, f) for c, f in suspicions(reading) if isinstance(c, Event))
    assert claim.source[0].country == "SVN"
    assert claim.source[0].literal is None
    assert "Slovakia" in flag.why


@pytest.mark.parametrize(
    "more",
    [
        "The Slovenian foreign minister visited Hungary in June. Slovenia has a bridge of its own.",
        "The Slovenian foreign minister, Marko Zupan, visited Hungary in June.",
        "The Croatian foreign minister visited Hungary in June.",
    ],
)
def test_a_translated_text_about_three_states_raises_no_doubt(more):
    assert suspicions(read(SLOVAK + more, translated_from="ru")) == []


def test_one_person_of_two_states_whose_names_are_alike_is_of_the_one_named_more_often():
    reading = read(GUINEA + "Guinean Foreign Minister Simeon Nsue visited Chad on Monday.")
    claim = next(c for c, _ in suspicions(reading) if isinstance(c, Event) and "Chad" in c.text)
    assert claim.source[0].country == "GNQ"
    assert claim.source[0].literal.country == "GIN"


def test_a_slip_of_the_pen_in_a_russian_text():
    reading = read(IRAN + "Министр иностранных дел Ирака Хасан Каримов посетил Катар.", language="ru")
    claim, flag = next((c, f) for c, f in suspicions(reading) if isinstance(c, Event))
    assert claim.source[0].country == "IRN"
    assert claim.source[0].literal.country == "IRQ"
    assert "Хасан Каримов" in flag.why


def test_two_ministers_of_two_like_named_states_are_both_meant():
    assert suspicions(read(IRAN + "Министр иностранных дел Ирака Фарид Салех посетил Катар.", language="ru")) == []


def test_two_holders_of_one_office_on_one_day_are_doubtful():
    text = "June 3, 2025\n\nNorwegian Foreign Minister Anders Berg visited Chad. Norwegian Foreign Minister Andres Berg met reporters."
    document = Document(id="1.text-1", text=text, file="case", language="en", published=date(2025, 6, 3))
    posts = [claim for claim in read_document(document, ReadOptions()).claims if isinstance(claim, Post)]
    assert [[flag.flag for flag in post.flags] for post in posts] == [[], ["suspect-identity"]]
    assert "nearly the same" in posts[1].flags[0].why


def test_a_number_in_the_shape_of_another_language_is_doubtful_in_a_translation():
    text = "About 2.300 Peruvian tourists visited Chile in 2024."
    flagged = {source: [f.flag for c in read(text, translated_from=source).claims if isinstance(c, Figure) for f in c.flags] for source in ("ru", None)}
    assert flagged == {"ru": ["suspect-translation"], None: []}


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        ("ru", ("SVK", "SVN")),
        ("ru", ("IRN", "IRQ")),
        ("ru", ("AUT", "AUS")),
        ("ru", ("DMA", "DOM")),
        ("en", ("GIN", "GNQ")),
        ("en", ("NER", "NGA")),
        ("ko", ("AUT", "AUS")),
    ],
)
def test_names_that_are_taken_for_one_another(language, pair):
    assert alike(language, *pair)
    assert alike(language, *reversed(pair))


@pytest.mark.parametrize(("language", "pair"), [("ru", ("POL", "PRT")), ("en", ("CHL", "CHN")), ("ru", ("FIN", "FRA")), ("ko", ("KOR", "JPN"))])
def test_names_that_are_not(language, pair):
    assert alike(language, *pair) is None


def test_an_abbreviation_belongs_to_its_language():
    assert shared_abbreviation("ru", "KAZ", "KOR") == "РК"
    assert shared_abbreviation("en", "KAZ", "KOR") is None
