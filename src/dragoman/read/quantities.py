"""Numbers of one paragraph with their bounds and units, in the grammar of each language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.model import Span
from dragoman.read.page import Quantity

FALLBACK = "en"
REACH = 24
LIST_ITEM = re.compile(r"\s*\(?\d{1,3}[.)](?=\s)")
"""The number of a point in a list, at the head of a paragraph: it counts nothing."""
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
"""A number that an author writes as in a language other than that of his text, where a comma parts groups of three."""
SINO_SMALL = {"천": 1e3, "백": 1e2, "십": 10.0}
SINO_GREAT = {"조": 1e12, "억": 1e8, "만": 1e4}


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """Number words, units and qualifiers of one language, and the one pattern that finds them."""

    values: Mapping[str, float]
    multipliers: Mapping[str, float]
    fractions: Mapping[str, float]
    qualifiers: Mapping[str, str]
    units: Mapping[str, str]
    group: str
    decimal: str
    pattern: re.Pattern[str]
    fraction_pattern: re.Pattern[str]
    not_before: re.Pattern[str]
    examples: Mapping[str, str]


BLANK = "\0"
"""Stands for each letter of a date while numbers are looked for."""


def find_quantities(text: str, language: str, offset: int = 0, taken: tuple[Span, ...] = ()) -> Iterator[Quantity]:
    """The numbers in one paragraph, in text order; what lies in `taken` (dates, in archived offsets) is left out.

    "More than 5" has `low` 5, "up to 5" `high` 5, "2-3" both and no `value`. A share is in percent ("a third": 33.3).
    """
    grammar = load_numbers(language)
    found: list[Quantity] = []
    item = LIST_ITEM.match(text)
    begins = item.end() if item is not None else 0
    for span in taken:  # "in 2002 to 2.6 billion" is no range
        if offset <= span.start and span.stop <= offset + len(text):
            text = text[: span.start - offset] + BLANK * len(span) + text[span.stop - offset :]
    for pattern, read in ((grammar.pattern, _read_number), (grammar.fraction_pattern, _read_fraction)):
        for match in pattern.finditer(text):
            quantity = read(match, grammar, offset)
            if quantity is not None and match.end() > begins and not any(quantity.span.overlaps(span) for span in taken):
                found.append(quantity)
    last = -1
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.stop)):
        if quantity.span.start >= last:
            last = quantity.span.stop
            yield quantity


def _read_number(match: re.Match[str], grammar: NumberGrammar, offset: int) -> Quantity | None:
    """A number with what stands around it; `None` for the number of a flight, article or resolution."""
    left = match.string[max(0, match.start() - REACH) : match.start()]
    unit = _unit(match, grammar)
    if unit is None or grammar.not_before.search(left):
        return None
    first = _value(match["number"], match["multiplier"] or "", grammar)
    alone = unit == "1" and not match["multiplier"]
    if first is None or (alone and DECIMAL_COMMA.fullmatch(match["number"]) and grammar.group == ","):
        return None
    qualifier = _qualifier(match, grammar)
    begin = match.end("origin") + 1 if match["origin"] else match.start()
    start, stop, words = begin + offset, match.end() + offset, match.string[begin : match.end()]
    if match["number2"]:
        last = _value(match["number2"], match["multiplier2"] or "", grammar)
        if last is None:
            return None
        if not match["multiplier"] and first < last / 100 and match["multiplier2"]:
            first = _value(match["number"], match["multiplier2"], grammar) or first
        if first < last:
            return Quantity(Span(start, stop), words, None, first, last, unit, approximate=True, rule="range")
        return None
    low, high = first if qualifier == "least" else None, first if qualifier == "most" else None
    return Quantity(Span(start, stop), words, first, low, high, unit, approximate=qualifier is not None, rule="number")


def _read_fraction(match: re.Match[str], grammar: NumberGrammar, offset: int) -> Quantity | None:
    """A share in words, in percent."""
    qualifier = _qualifier(match, grammar)
    value = grammar.fractions[_plain(match["fraction"])]
    low, high = value if qualifier == "least" else None, value if qualifier == "most" else None
    span = Span(match.start() + offset, match.end() + offset)
    return Quantity(span, match.group(), value, low, high, "%", approximate=qualifier is not None, rule="share in words")


def _plain(form: str) -> str:
    """A form as the tables have it: lower case, single spaces."""
    return " ".join(form.lower().split())


def _qualifier(match: re.Match[str], grammar: NumberGrammar) -> str | None:
    """`about`, `least` or `most`, where a word before or after the number says so."""
    form = match["qualifier"] or match.groupdict().get("after")
    return grammar.qualifiers[_plain(form)] if form else None


def _unit(match: re.Match[str], grammar: NumberGrammar) -> str | None:
    """The unit; `1` without one, `None` where symbol and name disagree in kind."""
    form = match["symbol"] or match["unit"]
    return grammar.units[_plain(form)] if form else "1"


def _value(number: str, multiplier: str, grammar: NumberGrammar) -> float | None:
    """The value of a number in digits or words, times its multipliers."""
    plain = _plain(number)
    value = grammar.values.get(plain)
    if value is None and any(sign in number for sign in (*SINO_GREAT, *SINO_SMALL)):
        value = parse_sino(number)
    if value is None and re.fullmatch(r"[\d.,\s]+", number):
        value = _digits(number, grammar)
    if value is None:
        tens, _, ones = plain.replace(" ", "-").partition("-")
        value = grammar.values[tens] + grammar.values[ones] if tens in grammar.values and ones in grammar.values else None
    if value is None:
        return None
    for form in re.split(r"\s+", multiplier.strip()) if multiplier.strip() else []:
        value *= grammar.multipliers.get(_plain(form), grammar.multipliers.get(_plain(form).rstrip("."), 1.0))
    return round(value, 6)


def _digits(number: str, grammar: NumberGrammar) -> float | None:
    """A number in digits with the separators of its language; `None` for what no number is."""
    bare = re.sub(r"\s", "", number)
    foreign = grammar.group == "," and DECIMAL_COMMA.fullmatch(bare)
    bare = bare.replace(",", ".") if foreign else bare.replace(grammar.group, "").replace(grammar.decimal, ".")
    return float(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None


def parse_sino(number: str) -> float | None:
    """A Korean number of digits and powers of ten thousand: 1조 2천억, 1만5천; `None` where it is none."""
    total, section, digits = 0.0, 0.0, ""
    for sign in re.sub(r"[\s,]", "", number):
        if sign.isdigit() or sign == ".":
            digits += sign
        elif sign in SINO_SMALL:
            section, digits = section + float(digits or 1) * SINO_SMALL[sign], ""
        elif sign in SINO_GREAT:
            total, section, digits = total + (section + float(digits or 0) or 1.0) * SINO_GREAT[sign], 0.0, ""
        else:
            return None
    return total + section + float(digits or 0)


@cache
def load_numbers(language: str) -> NumberGrammar:
    """The grammar of numbers of a language (ISO 639-1), read once; English where we have none."""
    path = files("dragoman.read.lang").joinpath(language, "numbers.toml")
    if not path.is_file():
        return load_numbers(FALLBACK)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    values, bare = _numbers(table.get("words", {})), _numbers(table.get("bare_multipliers", {}))
    qualifiers = {**_forms(table["qualifiers"]), **_forms(table.get("qualifiers_after", {}))}
    codes = {code.lower(): code for code in table["currencies"]}
    units = {**codes, **_forms(table["units"]), **_forms(table["symbols"]), **_forms(table["currencies"])}
    fractions = _numbers(table["fractions"])
    edge = "" if table["digits"].get("glued") else r"(?!\w)"
    return NumberGrammar(
        values={**values, **bare},
        multipliers=_numbers(table["multipliers"]),
        fractions=fractions,
        qualifiers=qualifiers,
        units=units,
        group=table["digits"]["group"],
        decimal=table["digits"]["decimal"],
        pattern=_number_pattern(table, {**values, **bare}),
        fraction_pattern=re.compile(rf"{_qualified(table)}(?<!\w)(?P<fraction>{_either(fractions)}){edge}", re.IGNORECASE),
        not_before=re.compile(rf"(?<!\w)(?:{table['context']['not_before']})$", re.IGNORECASE),
        examples=table["examples"],
    )


def _forms(table: Mapping[str, str]) -> dict[str, str]:
    return {form.lower(): value for value, forms in table.items() for form in forms.split("|")}


def _numbers(table: Mapping[str, str]) -> dict[str, float]:
    return {form.lower(): float(value) for value, forms in table.items() for form in forms.split("|")}


def _either(forms: Mapping[str, Any]) -> str:
    """An alternation, longest first; spaces match any white space."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True)) or r"(?!)"


def _qualified(table: Mapping[str, Any]) -> str:
    return rf"(?:(?<!\w)(?P<qualifier>{_either(_forms(table['qualifiers']))})\s+)?"


def _number_pattern(table: Mapping[str, Any], values: Mapping[str, float]) -> re.Pattern[str]:
    """Qualifier, currency sign, number (or two), multipliers, unit, in one pattern."""
    digits, context = table["digits"], table["context"]
    glued = digits.get("glued", False)
    word = _either(values)
    edge = "" if glued else r"(?!\w)"
    number = rf"(?:(?:{digits['pattern']})|(?<!\w)(?:{word})(?:[-\s](?:{word}))?(?!\w))"
    multiplier = rf"(?:[\s-]?(?:{_either(_numbers(table['multipliers']))})(?:\.(?=\s+(?-i:[a-zа-я])))?{edge})+" if table["multipliers"] else r"(?!)"
    symbol = _either(_forms(table["symbols"]))
    codes = "|".join(sorted(code for code in table["currencies"] if len(code) == 3 and code.lower() in _forms(table["currencies"]))) or r"(?!)"
    unit = _either({**_forms(table["units"]), **_forms(table["currencies"]), **_forms(table["symbols"])})
    after = _either(_forms(table.get("qualifiers_after", {})))
    return re.compile(
        rf"(?:(?<!\w)(?:(?P<between>{context['between']})|(?P<origin>{context['origin']}))\s)?{_qualified(table)}(?:(?P<symbol>{symbol}|(?<!\w)(?-i:{codes})(?=\s))\s?)?"
        rf"(?<![\w.,:/#№-])(?P<number>{number})(?P<multiplier>{multiplier})?"
        rf"(?:(?(origin)(?!)|(?(between){context['and']}|(?:{context['range']})))(?:(?:{symbol})\s?)?(?P<number2>{number})(?P<multiplier2>{multiplier})?)?"
        rf"(?:(?(symbol)(?!)|[\s-]?(?P<unit>{unit}){edge})|{digits['edge']})(?:\s?(?P<after>{after}))?",
        re.IGNORECASE,
    )
