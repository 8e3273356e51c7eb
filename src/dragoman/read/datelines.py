"""Datelines: the place, day and agency with which a story opens, which are no words of its first sentence."""

import re

from dragoman.know.places import load_places

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |\d{1,2}:\d\d,? )?"
DAY = rf"{WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?)(?:(?:,? |/)\d{{4}})?"
CITY = r"[A-Z][\w.’'-]{2,20}(?: [A-Z][\w’'-]+){0,2}"
REGION = r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)?| ?[\[(][A-Z][\w ]{2,20}[\])])?"
PLACES = rf"{CITY}{REGION}(?: ?/ ?{CITY})*"
AGENCY = r"[(\[][A-Za-z][\w .,/&’'-]{1,40}[)\]]|/[\w .-]{2,20}/"
END = r" ?(?:[–—-]+|:) ?(?=[A-Z“‘\"'\[])"
CAPITALS = re.compile(r"[A-Z][A-Z .’'/-]{2,40}(?:, [\w ,./]{3,30}| \d{1,2} [A-Z][a-z]{2,8} \d{4})?(?: \([\w ./]{2,20}\))? [–—-]+ (?=\S)")
"""A place in capitals, perhaps a day and an agency, and a dash before the first sentence."""
DATED = re.compile(rf"{PLACES}(?:[,.]| ?[–—-]) {DAY},?(?: ?(?:{AGENCY})|,? [A-Z]{{2,8}}(?= ?[–—-]))?(?:{END}| (?=[A-Z][a-z])|\. ?(?=[A-Z][a-z]))")
"""A place, a day and a dash, a colon or no more than the first word: "Lima, 3 May 2020 (agency) – ", "QUITO - May 3: "."""
DAY_FIRST = re.compile(rf"{DAY}(?: \({CITY}\)(?: ?(?:{AGENCY}))?| ?(?:{AGENCY})){END}")
"""A day, a place or an agency and a dash: "May 3, 2020 (LIMA) – "."""
CREDITED = re.compile(rf"(?P<place>{PLACES})(?P<agency> ?(?:{AGENCY})|, [A-Z]{{2,8}})? ?[–—-]+ (?=[A-Z“‘\"'\[])")
"""A place that is known, perhaps an agency, and a dash: "Phnom Penh - ", "Lima/Oslo (Agency) – "."""
COLON = re.compile(rf"(?P<place>{PLACES})(?P<agency> ?(?:{AGENCY}))?: ?(?=[A-Z“‘\"'])")
"""The same with a colon, as papers of South Asia have it: "LIMA: "."""
NAMELESS = re.compile(rf"\((?:[A-Z][\w ./&]{{1,20}}|dpa)(?:, ?{DAY})?\) ?[–—-]+ (?=[A-Z“\"])")
"""No more than the agency, perhaps a day: "(Agency) - ", "(Agency, May 3, 2020) – "."""
SHORTEST = 80
"""Characters from which a paragraph may be a story that opens with its place."""


def end_of_dateline(text: str, *, body: bool) -> int:
    """Where the first sentence begins behind an English dateline; 0 where there is none. `body`: the paragraph is no heading."""
    match = DATED.match(text) or CAPITALS.match(text) or DAY_FIRST.match(text)
    if match is None and body and len(text) > SHORTEST:
        placed = CREDITED.match(text) or COLON.match(text)
        match = placed if placed is not None and _is_place(placed) else NAMELESS.match(text)
    return match.end() if match is not None else 0


def _is_place(match: re.Match[str]) -> bool:
    """Whether the gazetteer has one of the places, or they stand in capitals before an agency."""
    names = [name.split(",")[0].split("[")[0].split("(")[0].strip() for name in match["place"].split("/")]
    known = any(load_places().find(name) or load_places().find(name.title()) for name in names)
    return known or (match["agency"] is not None and match["place"].isupper())
