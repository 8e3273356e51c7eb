"""The ledger of states through time: eras, successions, and for whom a capital or a code stood on a day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.model.succession import Era, Fate, Manner, Succession

TABLE = Path(__file__).parent / "data" / "history.toml"
HEIRS: tuple[Manner, ...] = ("continuation", "government", "rupture", "dissolution", "merger", "absorption")
"""Manners by which a state carries on the relations of one that is no more, or stands in its place."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which `names`, or without them the metonyms of `metonyms_of` ("Moscow"), stand for `code`."""

    code: str
    since: date
    until: date
    metonyms_of: str | None = None
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class History:
    """States of the past and times of those of today. `rows` are the tables with names, as `states.py` reads them."""

    ended: frozenset[str]
    eras: tuple[Era, ...]
    successions: tuple[Succession, ...]
    periods: tuple[Period, ...]
    rows: tuple[dict[str, Any], ...]
    seats: Mapping[str, tuple[Period, ...]]

    def predecessors(self, code: str) -> tuple[str, ...]:
        """Codes of the ended states in whose place `code` stands, without itself, nearest first."""
        found = self._ended_before(code, (code,))
        for successor in found:  # grows while it is walked: those before those before
            found.extend(self._ended_before(successor, (code, *found)))
        return tuple(found)

    def successors(self, code: str) -> tuple[str, ...]:
        """Codes of the states that came after `code` in whatever manner, in order of time, without itself."""
        rows = sorted((row for row in self.successions if row.before == code and row.after != code), key=lambda row: (row.on, row.after))
        return tuple(dict.fromkeys(row.after for row in rows))

    def successions_of(self, code: str) -> tuple[Succession, ...]:
        """The successions at which links of `code` may end, in order of time: it ceased, was parted, or changed its government."""
        return tuple(sorted((row for row in self.successions if row.before == code), key=lambda row: (row.on, row.after)))

    def era_at(self, code: str, day: date) -> Era | None:
        """The time of the state that a day falls in; `None` where the ledger tells none."""
        return next((era for era in self.eras if era.code == code and era.covers(day)), None)

    def code_at(self, code: str, day: date | None) -> str:
        """The state for which a capital or palace of `code` stood on a day."""
        if day is None:
            return code
        rows = (row for row in self.periods if row.metonyms_of == code and row.since <= day <= row.until)
        return next((row.code for row in rows), code)

    def seat_at(self, name: str, day: date | None) -> str | None:
        """The state whose capital or palace a place was on a day; `None` where it was none of another time than ours."""
        if day is None:
            return None
        return next((row.code for row in self.seats.get(name, ()) if row.since <= day <= row.until), None)

    def _ended_before(self, code: str, known: tuple[str, ...]) -> list[str]:
        """Ended states right before `code` that are not known yet."""
        rows = (row for row in self.successions if row.after == code and row.manner in HEIRS)
        return list(dict.fromkeys(row.before for row in rows if row.before in self.ended and row.before not in known))


@cache
def load_history() -> History:
    """The table of `data/history.toml`."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    rows = (*table["historic"], *table["era"])
    eras = tuple(Era(code=row["code"], name=(row["en"] or [None])[0], since=row["since"], until=row.get("until")) for row in rows)
    periods = tuple(Period(**row) for row in table["period"])
    seats = tuple(Period(row["code"], row["since"], row["until"], names=frozenset(row["names"])) for row in table["seat"])
    return History(
        ended=frozenset(row["code"] for row in table["historic"]),
        eras=tuple(sorted(eras, key=lambda era: (era.code, era.since))),
        successions=tuple(_make_succession(row, table["manners"]) for row in table["succession"]),
        periods=(*periods, *seats),
        rows=rows,
        seats={name: tuple(row for row in (*periods, *seats) if name in row.names) for row in (*periods, *seats) for name in row.names},
    )


def _make_succession(row: dict[str, Any], manners: dict[str, Any]) -> Succession:
    """A succession with the fates that its manner gives."""
    manner = manners[row["manner"]]
    kinds: tuple[Fate, ...] = ("continues", "lapses", "renewed")
    fates = {channel: fate for fate in kinds for channel in manner.get(fate, ())}
    return Succession(before=row["before"], after=row["after"], on=row["on"], manner=row["manner"], usual=manner["usual"], fates=fates, why=manner["why"])
