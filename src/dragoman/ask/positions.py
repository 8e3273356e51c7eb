"""What somebody has said, newest last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from dragoman.ask.chronology import Line
from dragoman.ask.filters import fold
from dragoman.ask.question import Asked, ask_for
from dragoman.ask.view import View
from dragoman.model import Actor, Assessment, Claim, Entry, Statement

CODE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Positions(Asked):
    """What a state, body or person has said, on a topic if one is named: statements and assessments, newest last."""

    kinds: ClassVar[frozenset[str]] = frozenset({"statement", "assessment"})
    actor: str = ask_for("who speaks: the code of a state or union, or a name", argument=True)
    topic: str | None = ask_for("words of what it is about, e.g. sanctions", default=None, argument=True)

    def answer(self, view: View) -> tuple[Line, ...]:
        """Statements of that actor, and assessments in its mouth."""
        found = [entry for entry in self.find_entries(view) if self._is_theirs(entry.claim) and self._is_about(entry.claim)]
        found.sort(key=lambda entry: (_said(entry, view), entry.id))
        return tuple(Line(entry=entry, reports=view.reports((*entry.support, *entry.against)), published=_published(entry, view)) for entry in found)

    def _is_theirs(self, claim: Claim) -> bool:
        match claim:
            case Statement():
                return any(_is_called(actor, self.actor) for actor in claim.speaker)
            case Assessment():
                return any(_is_called(actor, self.actor) for actor in claim.said_by)
            case _:
                return False

    def _is_about(self, claim: Claim) -> bool:
        return self.topic is None or fold(self.topic) in fold(" ".join(_words(claim)))


def _is_called(actor: Actor, name: str) -> bool:
    """By its code, in whatever letters it is typed, or by a part of its name."""
    asked = fold(name)
    if asked in (fold(actor.country or ""), fold(actor.id or "")):
        return True
    return (len(asked) > CODE_LENGTH or not asked.isascii()) and asked in fold(actor.name)


def _words(claim: Claim) -> Iterator[str]:
    """All words that say what a claim is about."""
    yield claim.text
    yield claim.instrument or ""
    if isinstance(claim, Statement):
        yield claim.content
        for topic in claim.about:
            yield topic.name
            yield (topic.channel or "").replace("_", " ")


def _published(entry: Entry, view: View) -> date | None:
    """The day of publication of what has no time of its own."""
    when = entry.claim.when
    return view.said_on(entry.claim) if when is None or (when.start or when.end) is None else None


def _said(entry: Entry, view: View) -> date:
    """The day on which it was said, else the day of publication."""
    when = entry.claim.when
    day = (when.start or when.end) if when else None
    return day or view.said(entry.claim)
