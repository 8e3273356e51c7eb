"""Each number in its sentence: its clause, what it measures, how it is marked, and which numbers make one figure."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model import Span
from dragoman.read.measures import LENGTHS, MONEY, PREDICATES, Measured, Measures, Spot, find_measured, find_trend
from dragoman.read.page import Page, Quantity
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

REACH = 30
"""How many code points around a number its marker may stand."""
MARKERS = ("by", "to", "from")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: the head of its words, the predicate of its clause, what it measures, and its marker."""

    quantity: Quantity
    top: Token
    verb: Token | None
    measured: Measured | None
    marker: str


def quantities_of(page: Page, sentence: Sentence) -> list[Quantity]:
    """The numbers within a sentence; "the two countries" names them and counts nothing."""
    first = bisect_left(page.quantities, sentence.span.start, key=lambda quantity: quantity.span.start)
    last = bisect_left(page.quantities, sentence.span.stop, key=lambda quantity: quantity.span.start)
    named = [token.mention.span for token in sentence.tokens if token.mention is not None and token.others]
    inside = [quantity for quantity in page.quantities[first:last] if sentence.span.covers(quantity.span)]
    inside = [quantity for quantity in inside if not any(span.covers(quantity.span) for span in named)]
    return [quantity for index, quantity in enumerate(inside) if not (index and _says_again(page, inside[index - 1], quantity))]


def _says_again(page: Page, first: Quantity, second: Quantity) -> bool:
    """Whether a sum or length in brackets only converts the one before ("545 million yen ($3.7 million)", "20 km (12 miles)")."""
    gap = page.text_at(Span(first.span.stop, max(first.span.stop, second.span.start)))
    measured = MONEY.fullmatch(first.unit) is not None or (first.unit in LENGTHS and second.unit in LENGTHS)
    return gap.strip() == "(" and first.unit != second.unit and measured


def count_number(page: Page, sentence: Sentence, quantity: Quantity, measures: Measures) -> Counted:
    """A number with its place in the tree."""
    words = tuple(sentence.within(quantity.span)) or (next((t for t in sentence.tokens if t.span.overlaps(quantity.span)), sentence.tokens[0]),)
    inside = {word.index for word in words}
    tops = [w for w in words if w.head == w.index or w.head not in inside]
    top = next((w for w in tops if w.pos in ("NUM", "NOUN", "SYM", "PROPN")), tops[-1] if tops else words[-1])
    own = next((w for w in words if sentence.child(w, "cop", "nsubj", "nsubj:pass") is not None), None)
    verb = own or _leave_comparison(sentence, top, find_predicate(sentence, top), measures)
    spot = Spot(sentence, words, top, verb, large=(quantity.value or quantity.low or 0) >= 1000)
    before = page.document.text[max(sentence.span.start, quantity.span.start - REACH) : quantity.span.start]
    after = page.document.text[quantity.span.stop : quantity.span.stop + REACH]
    found = [n for n in MARKERS if (n in measures.markers and measures.markers[n].search(before)) or matches(measures, f"{n}_after", after)]
    marker = found[0] if found else ""
    if not marker and spot.verb is not None and matches(measures, "to_inside", quantity.text) and find_trend(sentence, spot.verb):
        marker, quantity = "to", replace(quantity, low=None, high=None, approximate=False)
    return Counted(quantity, top, spot.verb, find_measured(spot, quantity.unit), marker)


def matches(measures: Measures, marker: str, text: str) -> bool:
    """Whether `text` begins with what the language has as `marker`."""
    return marker in measures.markers and measures.markers[marker].match(text) is not None


def inherit_measure(sentence: Sentence, one: Counted, counted: list[Counted]) -> Counted:
    """A number whose subject is another number ("was 4 billion, which rose to 5") measures the same."""
    if (one.measured is not None and one.measured.noun is not None) or one.verb is None:
        return one
    subjects = [noun for noun, _ in surface_subjects(sentence, one.verb)]
    if sentence.language == "en" and one.verb.relation == "acl:relcl" and find_trend(sentence, one.verb) is not None:
        before = [other for other in counted if other.measured is not None and other.quantity.span.stop <= one.verb.span.start]
        alike = [other for other in before if other.quantity.unit == one.quantity.unit]
        return replace(one, measured=alike[-1].measured) if alike else one
    for other in counted:
        if other is not one and other.measured is not None and any(other.quantity.span.overlaps(noun.span) for noun in subjects):
            return replace(one, measured=other.measured)
    return one


def find_predicate(sentence: Sentence, top: Token) -> Token | None:
    """The predicate of the clause that `top` stands in; a noun with a copula is one."""
    for word in (top, *sentence.ancestors(top)):
        if word.pos in PREDICATES or sentence.child(word, "cop") is not None or sentence.child(word, "nsubj", "nsubj:pass") is not None:
            return word
    return None


def _leave_comparison(sentence: Sentence, top: Token, verb: Token | None, measures: Measures) -> Token | None:
    """The predicate of what is compared, for a number that stands behind the base of a comparison ("compared to the year before, to 11 billion")."""
    if verb is None or not measures.has("comparing", verb.lemma):
        return verb
    bases = [child for child in sentence.children(verb) if child.base_relation == "obl" and verb.index < child.index < top.index]
    above = sentence.head(verb)
    return find_predicate(sentence, above) if bases and above is not None else verb


def group_clauses(counted: list[Counted]) -> Iterator[list[Counted]]:
    """Numbers that make one figure: those of one changing measure ("fell by a quarter, to 11 billion"); others alone."""
    groups: dict[tuple[int, str] | Span, list[Counted]] = {}
    for one in counted:
        key: tuple[int, str] | Span = (one.verb.index, "change") if one.verb is not None and one.marker in MARKERS else one.quantity.span
        groups.setdefault(key, []).append(one)
    shares = [key for key, group in groups.items() if len(group) == 1 and group[0].quantity.unit == "%" and not group[0].marker]
    for key in shares:
        verb = groups[key][0].verb
        partner = (verb.index, "change") if verb is not None else None
        if partner is not None and partner in groups:
            groups[partner].extend(groups.pop(key))
    yield from groups.values()
