"""Whether every number and time of a claim stands in its words or its evidence."""

import re
from collections.abc import Iterator

from dragoman.model import Claim, Figure, Span, When
from dragoman.read.measures import load_measures
from dragoman.read.page import Page, Quantity

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
CLOSE = 1e-12


def refuse_numbers(claim: Claim, page: Page) -> str | None:
    """Which number or time is told by nothing, in words; `None` where all are."""
    return _refuse_time(claim, page) or (_refuse_figure(claim, page) if isinstance(claim, Figure) else None)


def _refuse_figure(claim: Figure, page: Page) -> str | None:
    """Value, bounds and movement are numbers of the text, in its unit."""
    told = list(_quantities(claim, page))
    plain = {number for quantity in told for number in (quantity.value, quantity.low, quantity.high) if number is not None}
    ordinals = {float(number) for number in _ordinals(claim, page)}
    for number in (claim.value, claim.low, claim.high):
        if number is not None and not _among(number, plain | ordinals):
            return f"the number {number:g} is neither in the claim's words nor in its evidence"
    if claim.value is not None and not ordinals and not any(claim.unit == q.unit and _among(claim.value, {q.value, q.low, q.high}) for q in told):
        return f"no number in {claim.unit!r} is in the claim's words or its evidence"
    if claim.change is None:
        return None
    shares = {number / 100 for quantity in told if quantity.unit == "%" for number in (quantity.value, quantity.low, quantity.high) if number is not None}
    if claim.change.ratio is not None and not _among(claim.change.ratio, shares | set(_ratios(claim, page))):
        return f"the share {claim.change.ratio:g} is neither in the claim's words nor in its evidence"
    if claim.change.amount is not None and not _among(claim.change.amount, plain):
        return f"the amount {claim.change.amount:g} is neither in the claim's words nor in its evidence"
    return None


def _among(number: float, told: set[float] | set[float | None]) -> bool:
    return any(other is not None and abs(abs(other) - abs(number)) <= CLOSE * max(1.0, abs(number)) + 5e-5 * (abs(number) < 1) for other in told)


def _spans(claim: Claim) -> tuple[Span, ...]:
    return (claim.span, *(e.span for e in claim.evidence))


def _quantities(claim: Claim, page: Page) -> Iterator[Quantity]:
    spans = _spans(claim)
    return (quantity for quantity in page.quantities if any(span.overlaps(quantity.span) for span in spans))


def _ordinals(claim: Figure, page: Page) -> Iterator[int]:
    """Places in an order that the words name: "third", "the largest"."""
    if claim.measure != "rank":
        return
    measures = load_measures(claim.language)
    for match in measures.rank.finditer(page.text_at(claim.span)):
        ordinal = match.groupdict()["ordinal"]
        yield measures.ordinals.get(ordinal.lower(), 0) if ordinal else 1


def _ratios(claim: Figure, page: Page) -> Iterator[float]:
    """Movements told by a verb ("doubled": 1)."""
    measures = load_measures(claim.language)
    for sentence in page.sentences:
        if sentence.span.overlaps(claim.span):
            multiple = measures.multiple(page.text_at(sentence.span))
            yield from (multiple,) if multiple is not None else ()
            yield from (abs(ratio) for token in sentence.tokens if (ratio := measures.ratio(token.lemma)) is not None)


def _refuse_time(claim: Claim, page: Page) -> str | None:
    """The words of the time are there and tell it; a time without words is the document's day."""
    when = claim.when
    if when is None:
        return None
    if not when.text:
        day = page.today
        known = day is not None and (when.start or day) <= day <= (when.end or day)
        return None if known else "a time without words that is not the document's day"
    spans = _spans(claim)
    told = [time for time in page.times if time.text == when.text and any(span.overlaps(time.span) for span in spans)]
    if not told and not any(when.text in page.text_at(span) for span in spans):
        return "the words of the time are neither in the claim's words nor in its evidence"
    years = {int(year) for year in YEAR.findall(when.text)}
    ends = {day.year for day in (when.start, when.end) if day is not None}
    if len(years) == 1 and ends and not min(years) - 1 <= min(ends) <= max(ends) <= max(years) + 1 and when.precision in ("day", "month", "year"):
        return f"the time {when.text!r} is not in {min(ends)}"
    if told and all(time.when is not None for time in told) and not any(_tells(time.when, when) for time in told):
        return f"the words {when.text!r} tell another time"
    return None


def _tells(told: When | None, when: When) -> bool:
    """Whether an expression of time tells this time, or the time up to or from it."""
    return told is not None and when in (told, told.until(), told.since(), told.before())
