"""The questions by their names, for whoever types them: `desk.board("RUS", "KOR", on=…)` asks `Board(dyad=…, on=…)`."""

from datetime import date
from typing import Any

from dragoman.ask.agreements import Agreement, Agreements
from dragoman.ask.board import Board, BoardRow
from dragoman.ask.changes import Change, Changes
from dragoman.ask.chronology import Chronology, Line
from dragoman.ask.conflicts import Conflicts
from dragoman.ask.dyad import Dyad
from dragoman.ask.figures import Figures, Point
from dragoman.ask.impact import Effect, Impact
from dragoman.ask.people import People, Person
from dragoman.ask.positions import Positions
from dragoman.ask.question import Question
from dragoman.ask.show import Show
from dragoman.ask.visits import Visit, Visits
from dragoman.ask.who import Tenure, Who
from dragoman.model import Conflict

# ruff: noqa: ANN401 (`options` are the other fields of the question)


class Answers:
    """One method per question; `options` are the other fields of it, the filter and the three clocks among them."""

    __slots__ = ()

    def answer(self, question: Question) -> tuple[Any, ...]:
        """The answer to any question of `ask`."""
        raise NotImplementedError

    def board(self, a: str, b: str, **options: Any) -> tuple[BoardRow, ...]:
        """What is in force between two sides."""
        return self.answer(Board(dyad=Dyad(a, b), **options))

    def chronology(self, a: str, b: str, **options: Any) -> tuple[Line, ...]:
        """The record of two sides in order of time."""
        return self.answer(Chronology(dyad=Dyad(a, b), **options))

    def who(self, title: str | None = None, state: str | None = None, **options: Any) -> tuple[Tenure, ...]:
        """Who held an office."""
        return self.answer(Who(title=title, state=state, **options))

    def people(self, name: str | None = None, **options: Any) -> tuple[Person, ...]:
        """Whom the record names."""
        return self.answer(People(name=name, **options))

    def agreements(self, a: str, b: str, **options: Any) -> tuple[Agreement, ...]:
        """The agreements of two sides."""
        return self.answer(Agreements(dyad=Dyad(a, b), **options))

    def visits(self, a: str, b: str, **options: Any) -> tuple[Visit, ...]:
        """Visits and meetings of two sides."""
        return self.answer(Visits(dyad=Dyad(a, b), **options))

    def positions(self, actor: str, topic: str | None = None, **options: Any) -> tuple[Line, ...]:
        """What somebody has said, newest last."""
        return self.answer(Positions(actor=actor, topic=topic, **options))

    def figures(self, a: str, b: str, **options: Any) -> tuple[Point, ...]:
        """The numbers of two sides as series."""
        return self.answer(Figures(dyad=Dyad(a, b), **options))

    def conflicts(self, **options: Any) -> tuple[Conflict, ...]:
        """Where sources disagree, the gravest first."""
        return self.answer(Conflicts(**options))

    def changes(self, since: date, **options: Any) -> tuple[Change, ...]:
        """What this record tells otherwise than it did by the end of a day."""
        return self.answer(Changes(since=since, **options))

    def impact(self, id: str, **options: Any) -> tuple[Effect, ...]:
        """What rests on a claim, a document or an outlet."""
        return self.answer(Impact(id=id, **options))

    def show(self, id: str, **options: Any) -> tuple[Line, ...]:
        """The entry that a claim belongs to."""
        return self.answer(Show(id=id, **options))
