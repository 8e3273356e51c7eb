"""A place in an archived text."""

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, order=True, array_like=True):
    """Half-open interval `[start, stop)` in Unicode code points of one archived text.

    In JSON it is the pair `[start, stop]`. The document is known from the value that holds the span.
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        """Refuse a span that no text can have."""
        if not 0 <= self.start <= self.stop:
            message = f"no such span: [{self.start}, {self.stop})"
            raise ValueError(message)

    def __len__(self) -> int:
        """Number of code points."""
        return self.stop - self.start

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def join(self, other: "Span") -> "Span":
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))
