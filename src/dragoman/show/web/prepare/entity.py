"""One state, body or person: a page of the lines, and the documents that they rest on, the latest first."""

from typing import Any

from dragoman.ask.profile import Profile
from dragoman.model.ports import KeptDocument
from dragoman.show.moments import say_tenure
from dragoman.show.web.pages import cut_page
from dragoman.show.web.screen import Shown

PER_PAGE = 30
MOST_SOURCES = 20


def prepare_entity(shown: Shown) -> dict[str, Any]:
    """The first who bears the name in full, and the others by name; lines are the latest first."""
    profile: Profile | None = next(iter(shown.answer), None)
    latest = profile.lines[::-1] if profile else ()
    lines = tuple(sorted(latest, key=lambda line: line.entry.claim.when is None))
    sources = list_sources(profile, shown) if profile else []
    return {
        "profile": profile,
        "others": shown.answer[1:],
        "paging": cut_page(lines, shown.given.get("page"), PER_PAGE),
        "span": say_tenure,
        "sources": sources[:MOST_SOURCES],
        "n_sources": len(sources),
    }


def list_sources(profile: Profile, shown: Shown) -> list[tuple[KeptDocument, int]]:
    """The documents with how many of the reports each gives."""
    counts: dict[str, int] = {}
    for line in profile.lines:
        for report in line.reports:
            counts[report.document] = counts.get(report.document, 0) + 1
    return sorted(((shown.documents[name], count) for name, count in counts.items()), key=lambda pair: (pair[0].said, pair[0].id), reverse=True)
