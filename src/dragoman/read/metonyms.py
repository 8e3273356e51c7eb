"""Capitals and palaces: when the place is meant, and when the government that sits there."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

LANG = Path(__file__).parent / "lang"
AROUND = 90
"""Characters on either side of a name that a rule looks at."""
Meaning = Literal["place", "government"]


@dataclass(frozen=True, slots=True)
class MetonymRule:
    """What the words around a name say; a pattern that is `None` asks for nothing."""

    name: str
    means: Meaning
    ahead: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def fits(self, ahead: str, behind: str) -> bool:
        """Whether both patterns are there."""
        return (self.ahead is None or self.ahead.search(ahead) is not None) and (self.behind is None or self.behind.match(behind) is not None)


def read_metonym(text: str, start: int, stop: int, language: str) -> tuple[Meaning, str]:
    """What a capital's or palace's name at `text[start:stop]` stands for, and the rule; the government where no rule fits."""
    ahead, behind = text[max(0, start - AROUND) : start], text[stop : stop + AROUND]
    rule = next((rule for rule in load_rules(language) if rule.fits(ahead, behind)), None)
    return (rule.means, rule.name) if rule is not None else ("government", "government by its seat")


@cache
def load_rules(language: str) -> tuple[MetonymRule, ...]:
    """The rules of `lang/<language>/metonyms.toml`, in order; none for a language without them."""
    path = LANG / language / "metonyms.toml"
    if not path.exists():
        return ()
    with path.open("rb") as file:
        rows = tomllib.load(file)["rule"]
    return tuple(MetonymRule(row["name"], row["means"], _compile(row.get("ahead")), _compile(row.get("behind"))) for row in rows)


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
