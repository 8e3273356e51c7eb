"""The day that a page gives itself: a line of its own, else the dateline that opens its story, never a date of the story."""

from datetime import date

import pytest

from dragoman.archive.published import find_published
from dragoman.model import Span, Zone

OPENINGS = [
    ("Lima, 3 May 2020 (agency) - Peru reopened the port.", date(2020, 5, 3)),
    ("OSLO, March 4, 2021 (Agency) — Norway closed the port.", date(2021, 3, 4)),
    ("Lima (agency) - Peru reopened the port on 3 May 2020.", None),
    ("Peru reopened the port on 3 May 2020 - a first.", None),
]


@pytest.mark.parametrize(("text", "day"), OPENINGS)
def test_the_dateline_of_a_story_dates_its_page(text: str, day: date | None) -> None:
    found = find_published(text, (Zone(span=Span(0, len(text)), kind="body"),))
    assert (found[0] if found else None) == day
