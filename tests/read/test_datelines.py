"""Datelines: what stands before the first sentence of a story is no part of it."""

import pytest

from dragoman.read.datelines import end_of_dateline

STORY = "Peru will reopen its embassy in Norway this week, the foreign ministry spokesman said on Monday."
LINES = [
    "Lima (Agency) – ",
    "LIMA/OSLO (Agency) - ",
    "Lima/Oslo, 7 December 2023 (abc/XYZ) - ",
    "Lima/Oslo, May 3 – ",
    "LIMA: ",
    "Lima: ",
    "Lima, Peru (AB) — ",
    "LIMA, Peru — ",
    "(Agency) - ",
    "(Agency.net, May3, 2021) – ",
    "LIMA - May 3, 2021: ",
    "New Delhi [India], May 3 (ABC): ",
    "LIMA, May 3, 2021 (ABC) -- ",
    "Lima, 3 May 2021. ",
    "Lima, May 3, 2021/ABC/. ",
    "Washington, D.C., May 3, 2021 - ",
    "LIMA. May 3 (Agency) - ",
    "May 3, 2021 (LIMA) – ",
    "May 3 (Agency) - ",
    "Lima, May 3 (ABC) ",
]


@pytest.mark.parametrize("line", LINES)
def test_a_dateline_ends_where_the_story_begins(line: str) -> None:
    assert end_of_dateline(line + STORY, body=True) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Peru (population 30m) – a country that is rich – will reopen its embassy in Norway, the ministry said on Monday.",
        "Foreign Minister Jane Rowe (Labour) – who arrived on Monday – said that Peru would reopen its embassy in Norway.",
        "The minister named three tasks: Peru will reopen its embassy in Norway, and the two will trade more than they do.",
    ],
)
def test_what_opens_a_sentence_is_no_dateline(text: str) -> None:
    assert end_of_dateline(text, body=True) == 0


def test_a_heading_that_quotes_a_capital_keeps_it() -> None:
    assert end_of_dateline("Lima: " + STORY, body=False) == 0
