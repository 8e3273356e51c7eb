"""The values that disagree, in words."""

from dragoman.model import Figure, When


def say_when(when: When | None) -> str:
    """The interval as it would be written: `1990-09-30`, `1991`, `until 2014-05-31`, `no time`."""
    if when is None or (when.start is None and when.end is None):
        return "no time"
    if when.start is None or when.end is None:
        return f"{when.bound} {(when.start or when.end or '')}"
    if (when.start.month, when.start.day, when.end.month, when.end.day) == (1, 1, 12, 31):
        return str(when.start.year) if when.start.year == when.end.year else f"{when.start.year}–{when.end.year}"
    return when.start.isoformat() if when.start == when.end else f"{when.start.isoformat()}–{when.end.isoformat()}"


def say_number(figure: Figure) -> str:
    """The number with its unit: `11,000,000,000 USD`."""
    values = [value for value in (figure.value, figure.low, figure.high) if value is not None]
    number = "–".join(f"{value:,.10g}" for value in dict.fromkeys(sorted(values)))
    return f"{number} {figure.unit}".removesuffix(" 1")
