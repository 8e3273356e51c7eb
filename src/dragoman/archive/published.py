"""The day of publication that a page states: a line of its own at the top or the foot, never a date of the story."""

import re
from datetime import date

from dragoman.archive.dates import parse_day
from dragoman.model import Zone

CITY = r"[A-ZА-ЯЁ][\w.’'-]+(?: [A-ZА-ЯЁ][\w.’'-]+){0,2}"
OPENING = re.compile(
    rf"\s*{CITY}(?:, [A-Z][\w.]+| ?\[[A-Z][\w ]+\])?(?: ?/ ?{CITY})*(?:[,.]| [–—-]) (?P<day>[^()–—:\n]{{8,22}}?)(?:, \d\d?:\d\d)?"
    r"(?: ?[(/][\w ./-]{2,20}[)/])?(?: ?[–—-]+|:|\.) \S"
)
"""A place, a day with its year, perhaps an hour, and a dash or colon before the first sentence: "Lima, 3 May 2020 (agency) – ", "LIMA - May 3, 2020: "."""
ENCLOSED = re.compile(r"\s*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2},? \((?:[^()]{2,40}?[-–—,] ?)?(?P<day>[^()\n]{8,22})\)(?: ?[–—-]+)? \S")
"""The same with the day in parentheses: "LIMA (Agency - 3 May 2020) "."""
AGENCY = re.compile(r"\s*\([A-Z][\w .&/-]{1,20}, ?(?P<day>[A-Z][a-z]+\.? ?\d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4})\) ?[–—-]+ [A-Z“\"]")
"""The same behind no more than an agency: "(Agency, May 3, 2020) – "."""
DAY_FIRST = re.compile(r"\s*(?P<day>(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4}))(?: \([A-Z][\w ,./-]{2,30}\))?\.? ?[.–—-] [A-Z“\"]")
"""The day, perhaps with its place, before the first sentence: "May 3, 2020. The minister …", "May 3, 2020 (LIMA) - …", on a page that is no chronicle."""
LEADS = 3
"""Paragraphs within which the story begins, behind its leads."""
UPDATES = ("updated", "last updated", "last modified", "modified", "обновлено", "изменено", "수정", "최종수정", "업데이트", "기사수정")


def find_published(text: str, zones: tuple[Zone, ...]) -> tuple[date, str] | None:
    """The day of the first dateline near the article's head or foot, and the rule; first publication goes before updates."""
    prose = [index for index, zone in enumerate(zones) if zone.kind == "body"]
    first, last = (prose[0], prose[-1]) if prose else (len(zones), len(zones))
    near = [zone for index, zone in enumerate(zones) if index <= first + 3 or last < index <= last + 6]
    title = next((index for index, zone in enumerate(zones) if zone.kind == "headline"), 0)
    near.sort(key=lambda zone: zone.span < zones[title].span)  # above the title stands the day on which the page was saved
    lines = [text[zone.span.start : zone.span.stop] for zone in near if zone.kind in {"dateline", "byline", "credit"}]
    fresh = [line for line in lines if not line.casefold().startswith(UPDATES)]
    for line in [*fresh, *lines]:
        day = parse_day(line)
        if day is not None:
            return day, "dateline"
    return _opening_day(text, zones)


def _opening_day(text: str, zones: tuple[Zone, ...]) -> tuple[date, str] | None:
    """The day that opens the story itself, behind its place."""
    prose = [zone.span for zone in zones if zone.kind == "body"]
    opening = next((found for span in prose[:LEADS] for pattern in (OPENING, ENCLOSED, AGENCY) if (found := pattern.match(text, span.start, span.stop))), None)
    days = [span for span in prose if DAY_FIRST.match(text, span.start, span.stop)]
    if opening is None and prose and days == prose[:1]:
        opening = DAY_FIRST.match(text, prose[0].start, prose[0].stop)
    day = parse_day(opening["day"]) if opening is not None else None
    return (day, "dateline of the story") if day is not None else None
