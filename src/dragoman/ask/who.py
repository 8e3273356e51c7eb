"""Who held which office, as far as the sources say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import msgspec

from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.know.name_keys import match_names
from dragoman.model import Actor, Office, Post, Report
from dragoman.model.claim import PostState

SETTLED = ("actual", "agreed", "alleged")
"""Modalities of a post that somebody holds, or is said to hold."""


class Tenure(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """One person in one office: `from` and `to` where a source gives them, and the days on which it was seen to be so."""

    person: Actor | None
    office: Office
    start: date | None
    end: date | None
    observed_from: date | None
    observed_to: date | None
    state: PostState
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Who(Asked):
    """Who held an office: by its title, the state it belongs to, or both."""

    kinds: ClassVar[frozenset[str]] = frozenset({"post"})
    title: str | None = ask_for("an office, e.g. “foreign minister”", default=None, argument=True)
    state: str | None = ask_for("the state it belongs to, e.g. KOR", default=None, argument=True)

    def answer(self, view: View) -> tuple[Tenure, ...]:
        """Tenures by state, title and time; a single word in capitals (`KOR`) is read as a state."""
        title, state = self.title, self.state
        if title is not None and state is None and len(title) == 3 and title.isupper():
            title, state = None, title
        offices: dict[tuple[object, ...], list[list[Post]]] = {}
        for entry in self.find_entries(view):
            claim = entry.claim
            if isinstance(claim, Post) and claim.modality in SETTLED and _fits(claim, title, state):
                told = [post for name in entry.support if isinstance(post := view.claims[name], Post)]
                holders = offices.setdefault((claim.office.title.casefold(), claim.office.of), [])
                known = next((posts for posts in holders if _is_one(posts[0], claim)), None)
                if known is None:
                    holders.append(told)
                else:
                    known.extend(told)
        tenures = [_tenure(posts, view) for holders in offices.values() for posts in holders]
        return tuple(sorted((tenure for tenure in tenures if self.day is None or _holds_on(tenure, self.day)), key=_order))


def _fits(claim: Post, title: str | None, state: str | None) -> bool:
    if title is not None and title.casefold() not in claim.office.title.casefold():
        return False
    owner = claim.office.of or (claim.person.country if claim.person else None)
    return state is None or owner == state.upper()


def _is_one(one: Post, other: Post) -> bool:
    """Whether two posts of one office are of one holder: names across scripts agree, and accreditations do not differ."""
    if one.office.to and other.office.to and one.office.to != other.office.to:
        return False
    if one.person is None or other.person is None:
        return one.person is other.person
    return match_names(one.person.name, other.person.name)


def _tenure(posts: list[Post], view: View) -> Tenure:
    """What all reports of one person in one office say together; the latest that has a time says in which state it is."""
    posts = sorted(posts, key=lambda post: (_day(post) or view.said(post), post.id))
    starts = [post.when.start for post in posts if post.when and post.when.start and (post.when.bound == "since" or post.state in ("appointed", "elected"))]
    ends = [post.when.end for post in posts if post.when and post.when.end and post.when.bound in ("until", "before")]
    ends += [post.when.start for post in posts if post.when and post.when.start and post.when.bound == "at" and post.state in ("former", "vacant")]
    seen = [post for post in posts if post.when and post.when.bound == "at" and post.state in ("incumbent", "acting")]
    last = next((post for post in reversed(posts) if _day(post) is not None), posts[-1])
    return Tenure(
        person=last.person,
        office=last.office,
        start=min(starts, default=None),
        end=max(ends, default=None),
        observed_from=min(_days(post.when.start for post in seen if post.when), default=None),
        observed_to=max(_days(post.when.end for post in seen if post.when), default=None),
        state=last.state,
        reports=view.reports(post.id for post in posts),
    )


def _days(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]


def _day(post: Post) -> date | None:
    return (post.when.start or post.when.end) if post.when else None


def _holds_on(tenure: Tenure, day: date) -> bool:
    """Whether it was so on that day: by the dates of the tenure, else within what was observed."""
    first = tenure.start or tenure.observed_from
    last = tenure.end or (None if tenure.start else tenure.observed_to)
    known = first is not None or last is not None
    return known and (first is None or first <= day) and (last is None or day <= last)


def _order(tenure: Tenure) -> tuple[str, str, date, str]:
    first = tenure.start or tenure.observed_from or date.max
    return (tenure.office.of or "~", tenure.office.title.casefold(), first, tenure.person.name if tenure.person else "")
