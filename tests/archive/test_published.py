"""The day that a page gives itself: a line of its own, else the dateline that opens its story, never a date of the story."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.archive.documents import load_document
from dragoman.archive.published import find_published
from dragoman.model import Span, Zone

OPENINGS = [
    ("Lima, 3 May 2020 (agency) - Peru reopened the port.", date(2020, 5, 3)),
    ("OSLO, March 4, 2021 (Agency) — Norway closed the port.", date(2021, 3, 4)),
    ("Lima (agency) - Peru reopened the port on 3 May 2020.", None),
    ("Peru reopened the port on 3 May 2020 - a first.", None),
    ("May 3, 2020. Peru reopened the port.", date(2020, 5, 3)),
    ("May 3, 2020 (LIMA) - Peru reopened the port.", date(2020, 5, 3)),
    ("Lima/Oslo, 3 May 2020 (abc/XYZ) - Peru reopened the port.", date(2020, 5, 3)),
    ("Lima [Peru], May 3, 2020 (ABC): Peru reopened the port.", date(2020, 5, 3)),
    ("Лима, 3 мая, 2020, 14:05 — Агентство. Перу открыло порт.", date(2020, 5, 3)),
    ("LIMA - May 3, 2020: Peru reopened the port.", date(2020, 5, 3)),
    ("(AndesReview.net, May3, 2020) – Peru reopened the port.", date(2020, 5, 3)),
    ("(The port of Lima, May 3, 2020) is busy.", None),
    ("Lima, May 3, 2020/ABC/. Peru reopened the port.", date(2020, 5, 3)),
]


@pytest.mark.parametrize(("text", "day"), OPENINGS)
def test_the_dateline_of_a_story_dates_its_page(text: str, day: date | None) -> None:
    found = find_published(text, (Zone(span=Span(0, len(text)), kind="body"),))
    assert (found[0] if found else None) == day


def test_a_chronicle_has_no_day_of_its_own() -> None:
    lines = ("3 May 2020. Peru reopened the port.\n", "5 June 2020. Peru closed the port.\n")
    zones = (Zone(span=Span(0, len(lines[0])), kind="body"), Zone(span=Span(len(lines[0]), len("".join(lines))), kind="body"))
    assert find_published("".join(lines), zones) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Minister to visit Lima\nPublication date 3.5.2020 15.35\n\nOn Monday the minister will visit Lima for talks with his colleague.\n", date(2020, 5, 3)),
        ("President announces a visit\nThu, 02/21/2019 - 10:24\n\nThe president of Panama said on Wednesday that he would go.\n", date(2019, 2, 21)),
        ("President announces a visit\n25/12/2019\n\nThe president of Panama said on Wednesday that he would go.\n", date(2019, 12, 25)),
        ("President announces a visit\n25-12-2019\n\nThe president of Panama said on Wednesday that he would go.\n", date(2019, 12, 25)),
        ("President announces a visit\n03-04-2019\n\nThe president of Panama said on Wednesday that he would go.\n", None),
        ("President announces a visit\n03/04/2019\n\nThe president of Panama said on Wednesday that he would go.\n", None),
        ("Talks end\nXinhua, September 20, 2016\n\nSouth Sudan said on Monday that the talks had ended without a result.\n", date(2016, 9, 20)),
        ("LIMA (Agency / Wire - 03rd February, 2022) The foreign ministers of Peru and Chile have signed an agreement on water.\n", date(2022, 2, 3)),
    ],
)
def test_days_in_figures_behind_an_agency_and_in_parentheses(tmp_path: Path, text: str, day: date | None) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    assert load_document(path).document.published == day


def test_the_dateline_may_stand_behind_a_lead() -> None:
    lead, story = "Peru reopened the port after talks.\n", "Lima, 3 May 2020 (agency) - Peru reopened the port on Saturday.\n"
    zones = (Zone(span=Span(0, len(lead)), kind="body"), Zone(span=Span(len(lead), len(lead + story)), kind="body"))
    assert find_published(lead + story, zones) == (date(2020, 5, 3), "dateline of the story")
