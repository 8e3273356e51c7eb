"""Who held which office, as far as the sources say."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import msgspec

from dragoman.ask.dyad import PAIR
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.know.name_keys import match_names
from dragoman.model import Actor, Office, Post, Report, When
from dragoman.model.claim import PostState

SETTLED = ("actual", "agreed", "alleged")
"""Modalities of a post that somebody holds, or is said to hold."""


class Tenure(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """One person in one office: `from` and `to` where a source gives them, and the days on which it was seen to be so.

    `began_when`, `ended_when` and `seen_whens` (the first and the last) are the same as the sources date them.
    """

    person: Actor | None
    office: Office
    start: date | None
    end: date | None
    observed_from: date | None
    observed_to: date | None
    state: PostState
    began_when: When | None = None
    ended_when: When | None = None
    seen_whens: tuple[When, ...] = ()
    reports: tuple[Report, ...]


MINISTER = "minister"
"""A title that does not say of what."""


@dataclass(frozen=True, slots=True)
class Who(Asked):
    """Who held an office: by its title, the state it belongs to, or both."""

    kinds: ClassVar[frozenset[str]] = frozenset({"post"})
    title: str | None = ask_for("an office, e.g. “foreign minister”", default=None, argument=True)
    state: str | None = ask_for("the state it belongs to, e.g. KOR", default=None, argument=True)

    def answer(self, view: View) -> tuple[Tenure, ...]:
        """Tenures by state, title and time; a single word in capitals (`KOR`, `RUS-KOR`) is read as a state, or two."""
        title, states = self.title, frozenset({self.state.upper()}) if self.state is not None else frozenset()
        if title is not None and not states and (PAIR.fullmatch(title) or (len(title) == 3 and title.isupper())):
            states, title = frozenset(title.split("-")), None
        offices: dict[tuple[object, ...], list[list[Post]]] = {}
        for entry in self.find_entries(view):
            claim = entry.claim
            if isinstance(claim, Post) and claim.modality in SETTLED and _fits(claim, title, states):
                told = [post for name in entry.support if isinstance(post := view.claims[name], Post)]
                holders = offices.setdefault((claim.office.title.casefold(), claim.office.of), [])
                known = next((posts for posts in holders if _is_one(posts[0], claim)), None)
                if known is None:
                    holders.append(told)
                else:
                    known.extend(told)
        _join_shorter(offices)
        tenures = [_tenure(posts, view) for holders in offices.values() for posts in holders]
        return tuple(sorted((tenure for tenure in tenures if self.day is None or _holds_on(tenure, self.day)), key=_order))


def _join_shorter(offices: dict[tuple[object, ...], list[list[Post]]]) -> None:
    """Moves what calls somebody only "minister" to the ministry that the same person is told to head."""
    for (title, of), holders in list(offices.items()):
        if title != MINISTER:
            continue
        finer = [held for (known, owner), held in offices.items() if owner == of and _heads_ministry(str(known))]
        for posts in list(holders):
            homes = [told for held in finer for told in held if _is_one(told[-1], posts[0])]
            if len(homes) == 1 and posts[0].person is not None:
                homes[0][:0] = posts
                holders.remove(posts)


def _heads_ministry(title: str) -> bool:
    return title.endswith(f" {MINISTER}") and not title.startswith(("deputy", "vice", "prime"))


def _fits(claim: Post, title: str | None, states: frozenset[str]) -> bool:
    if title is not None and title.casefold() not in claim.office.title.casefold():
        return False
    owner = claim.office.of or (claim.person.country if claim.person else None)
    return not states or owner in states


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
    dated = [(post, post.when) for post in posts if post.when is not None]
    starts = [(when.start, when) for post, when in dated if when.start and (when.bound == "since" or post.state in ("appointed", "elected"))]
    ends = [(when.end, when) for _, when in dated if when.end and when.bound in ("until", "before")]
    ends += [(when.start, when) for post, when in dated if when.start and when.bound == "at" and post.state == "former"]
    seen = [when for post, when in dated if when.bound == "at" and post.state in ("incumbent", "acting", "vacant")]
    first_seen = min((when for when in seen if when.start), key=lambda when: (when.start, when.end), default=None)
    last_seen = max((when for when in seen if when.end), key=lambda when: (when.end, when.start), default=None)
    began, ended = min(starts, key=_by_day, default=None), max(ends, key=_by_day, default=None)
    last = next((post for post in reversed(posts) if _day(post) is not None), posts[-1])
    return Tenure(
        person=last.person,
        office=max((post.office for post in posts), key=lambda office: (office.title.casefold() != MINISTER, office == last.office)),
        start=began[0] if began else None,
        end=ended[0] if ended else None,
        observed_from=first_seen.start if first_seen else None,
        observed_to=last_seen.end if last_seen else None,
        state=last.state,
        began_when=began[1] if began else None,
        ended_when=ended[1] if ended else None,
        seen_whens=tuple(when for when in (first_seen, last_seen) if when),
        reports=view.reports(post.id for post in posts),
    )


def _by_day(found: tuple[date, When]) -> date:
    return found[0]


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
