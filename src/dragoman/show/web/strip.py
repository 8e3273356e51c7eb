"""The filter strip: a form made from the fields of the question, and bound to the address."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.ask.question import Question
from dragoman.show.fields import AskedField, find_fields
from dragoman.show.web.conditions import NAMES, Condition, find_conditions

FIRST = ("words", "dyad", "name", "title", "state", "actor", "topic", "id", "on", "since", "until", "type", "status", "level", "measure", "filter")
"""Fields that stand in the strip itself, in this order; the others are folded behind it."""
SHARED = ("dyad", "strict", "filter", "said_by", "known", "on", "until")
"""What goes along from one screen to the next, where the next has that field."""
SUGGESTED = {
    "words": "When were direct flights suspended?",
    "dyad": "RUS-KOR",
    "state": "KOR",
    "title": "foreign minister",
    "actor": "KOR",
    "filter": "kind:event lang:ru words",
}


@dataclass(frozen=True, slots=True)
class StripField:
    """One field of the form with what it holds now."""

    field: AskedField
    value: str
    condition: Condition | None = None

    @property
    def suggestion(self) -> str:
        """What an empty field shows."""
        return SUGGESTED.get(self.field.name, "")

    @property
    def label(self) -> str:
        """What stands over it."""
        return self.condition.label if self.condition else "Question" if self.field.name == "words" else self.field.label

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Values with their words, of a closed list."""
        return self.condition.choices if self.condition else tuple((value, value.replace("_", " ")) for value in self.field.choices)


@dataclass(frozen=True, slots=True)
class Strip:
    """The form of one screen: `path` is where it leads."""

    path: str
    first: tuple[StripField, ...]
    more: tuple[StripField, ...]

    @property
    def is_open(self) -> bool:
        """Whether a folded field holds something, so that it must be seen."""
        return any(found.value for found in self.more)


def make_strip(path: str, question: type[Question], given: Mapping[str, str]) -> Strip:
    """The strip of a question, filled in as the address says."""
    fields = {field.name: StripField(field, given.get(field.name, "")) for field in find_fields(question)}
    first = [fields[name] for name in FIRST if name in fields]
    more = [found for name, found in fields.items() if name not in FIRST]
    more += [StripField(condition.field, given.get(condition.name, ""), condition) for condition in find_conditions(question, given)]
    return Strip(path, tuple(first), tuple(more))


def share(given: Mapping[str, str], question: type[Question] | None) -> dict[str, str]:
    """What of an address goes along to a screen that asks `question`."""
    names = {field.name for field in find_fields(question)} if question else set()
    return {name: given[name] for name in (*SHARED, *NAMES) if (name in names or (question and name in NAMES)) and given.get(name)}
