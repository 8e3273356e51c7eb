"""Time as the sources tell it: an interval with precision and bound."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

import msgspec

Precision = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
Bound = Literal["at", "since", "until", "before", "after"]


class When(msgspec.Struct, frozen=True, gc=False, kw_only=True, rename={"start": "from", "end": "to"}):
    """An interval of inclusive days; `None` is an open end.

    Of an event it means *some day within*, of a figure *the whole of*. `text` holds the words it came from;
    it is empty for the plain present of a dated document.
    """

    start: date | None
    end: date | None
    precision: Precision
    bound: Bound = "at"
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse an interval that runs backwards."""
        if self.start is not None and self.end is not None and self.start > self.end:
            message = f"interval runs backwards: {self.start} to {self.end}"
            raise ValueError(message)

    @classmethod
    def on(cls, day: date, text: str = "") -> "When":
        """One day."""
        return cls(start=day, end=day, precision="day", text=text)

    @classmethod
    def in_month(cls, year: int, month: int, text: str = "") -> "When":
        """A calendar month."""
        last = monthrange(year, month)[1]
        return cls(start=date(year, month, 1), end=date(year, month, last), precision="month", text=text)

    @classmethod
    def in_year(cls, year: int, text: str = "") -> "When":
        """A calendar year."""
        return cls(start=date(year, 1, 1), end=date(year, 12, 31), precision="year", text=text)

    def since(self) -> "When":
        """From the beginning of this interval on, without an end."""
        return msgspec.structs.replace(self, end=None, bound="since")

    def until(self) -> "When":
        """Up to and with the end of this interval."""
        return msgspec.structs.replace(self, start=None, bound="until")

    def before(self) -> "When":
        """Up to, and without, the beginning of this interval."""
        end = self.start - timedelta(days=1) if self.start is not None and self.start > date.min else None
        return msgspec.structs.replace(self, start=None, end=end, bound="before")

    def after(self, *, within: bool = False) -> "When":
        """From the end of this interval on, without the interval itself; `within`: from some day of it on ("after the clashes in 2021")."""
        if within:
            return msgspec.structs.replace(self, end=None, bound="after")
        start = self.end + timedelta(days=1) if self.end is not None and self.end < date.max else None
        return msgspec.structs.replace(self, start=start, end=None, bound="after")

    def contains(self, day: date) -> bool:
        """Whether `day` lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: "When") -> bool:
        """Whether some day lies within both."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        return not starts or not ends or max(starts) <= min(ends)
