"""The day of publication that a page states: a line of its own at the top or the foot, never a date of the story."""

from datetime import date

from dragoman.archive.dates import parse_day
from dragoman.model import Zone

UPDATES = ("updated", "last updated", "last modified", "modified", "обновлено", "изменено", "수정", "최종수정", "업데이트", "기사수정")


def find_published(text: str, zones: tuple[Zone, ...]) -> tuple[date, str] | None:
    """The day of the first dateline that gives one, and the rule; a line of first publication goes before an update."""
    lines = [text[zone.span.start : zone.span.stop] for zone in zones if zone.kind in {"dateline", "byline"}]
    fresh = [line for line in lines if not line.casefold().startswith(UPDATES)]
    for line in [*fresh, *lines]:
        day = parse_day(line)
        if day is not None:
            return day, "dateline"
    return None
