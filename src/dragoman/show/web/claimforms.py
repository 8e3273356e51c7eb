"""The fields of a claim as a form: what a person may say of each kind, and the claim that a form makes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import msgspec

from dragoman.know.plover import load_plover
from dragoman.model import Actor, BadInput, Claim, When
from dragoman.model.claim import ChannelState, ChannelType, InstrumentState, InstrumentType, Measure, Modality, PloverType, PostState, StatementMode
from dragoman.show.sentences import name_state
from dragoman.show.text import render_actor

Typed = Literal["actors", "person", "when", "choice", "text", "number"]
CODE = re.compile(r"[A-Z]{2,12}")
NAMED = re.compile(r"(?P<name>[^,()]+)(?:,\s*(?P<role>[^()]+?))?\s*(?:\((?P<code>[A-Z]{2,12})\))?")
DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name in the contract, how it is typed, and its choices."""

    name: str
    typed: Typed
    choices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name in words."""
        return self.name.replace("_", " ").replace(".", " ")


def _choose(name: str, literal: Any) -> FormField:  # noqa: ANN401 (a Literal)
    return FormField(name, "choice", tuple(map(str, get_args(literal))))


OFFICE = (FormField("office.title", "text"), FormField("office.of", "text"), FormField("office.to", "text"))
FORMS: dict[str, tuple[FormField, ...]] = {
    "event": (_choose("type", PloverType), FormField("source", "actors"), FormField("target", "actors")),
    "channel": (_choose("channel", ChannelType), _choose("state", ChannelState), FormField("between", "actors"), FormField("at", "text")),
    "post": (FormField("person", "person"), *OFFICE, _choose("state", PostState)),
    "figure": (_choose("measure", Measure), FormField("of", "text"), FormField("about", "actors"), FormField("value", "number"), FormField("unit", "text")),
    "statement": (FormField("speaker", "actors"), FormField("addressee", "actors"), _choose("mode", StatementMode), FormField("content", "text")),
    "assessment": (FormField("between", "actors"), FormField("value", "text"), FormField("polarity", "number")),
    "instrument": (FormField("title", "text"), _choose("type", InstrumentType), _choose("state", InstrumentState), FormField("parties", "actors")),
}
FORMS = {kind: (*fields, FormField("when", "when"), _choose("modality", Modality)) for kind, fields in FORMS.items()}
"""What a person may say of each kind; what is not here stays as it was read."""


def write_fields(claim: Claim) -> dict[str, str]:
    """The claim's own fields as a form shows them."""
    written = {}
    for field in FORMS[claim.kind]:
        value: Any = claim
        for part in field.name.split("."):
            value = getattr(value, part, None)
        written[field.name] = _write(field, value)
    return written


def _write(field: FormField, value: Any) -> str:  # noqa: ANN401 (any field of a claim)
    match field.typed:
        case "actors":
            return "; ".join(map(render_actor, value))
        case "person":
            return render_actor(value) if value else ""
        case "when":
            return write_when(value)
        case _:
            return "" if value is None else str(value)


def read_fields(kind: str, given: Mapping[str, str], former: Claim | None = None) -> dict[str, Any]:
    """What a form says, as the contract has it: of a claim that is corrected, only what differs from it.

    BadInput where a field cannot be read.
    """
    if kind not in FORMS:
        raise BadInput(f"{kind}: is no kind of claim; it is one of {', '.join(FORMS)}")
    before = write_fields(former) if former else {}
    read: dict[str, Any] = {}
    for field in FORMS[kind]:
        text = given.get(field.name, "").strip()
        if field.name not in given or (former and text == before[field.name]):
            continue
        _place(read, field, _read(field, text, former), former)
    if kind == "event" and "type" in read:
        code = load_plover().type_of(read["type"]) if read["type"] in get_args(PloverType) else None
        read |= {"quad": code.quad, "intensity": code.intensity, "mode": None} if code else {}
    return read


def _place(read: dict[str, Any], field: FormField, value: Any, former: Claim | None) -> None:  # noqa: ANN401 (any field of a claim)
    """Put a value where the contract has it: `office.title` within `office`."""
    outer, _, inner = field.name.partition(".")
    if inner:
        kept = msgspec.to_builtins(getattr(former, outer)) if former and outer not in read else {}
        read[outer] = {**kept, **read.get(outer, {}), inner: value}
    else:
        read[outer] = value


def _read(field: FormField, text: str, former: Claim | None) -> Any:  # noqa: ANN401 (any field of a claim)
    match field.typed:
        case "actors":
            known = {render_actor(actor): actor for actor in getattr(former, field.name, ())} if former else {}
            return [_built(known.get(name) or parse_actor(name)) for name in _split(text)]
        case "person":
            return _built(parse_actor(text, person=True)) if text else None
        case "when":
            when = parse_when(text)
            return msgspec.to_builtins(when) if when else None
        case "number":
            return _parse_number(field, text) if text else None
        case _:
            return text or None


def parse_actor(text: str, *, person: bool = False) -> Actor:
    """`NOR` is a state; `Name, role (NOR)` a person of it; any other name an organisation. BadInput where it is none of these."""
    found = NAMED.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"{text}: name a state by its code (NOR), or a person as: Name, office (NOR)")
    if CODE.fullmatch(text.strip()) and not person:
        return Actor(name=name_state(text.strip()), type="state", country=text.strip())
    is_person = person or found["code"] is not None or found["role"] is not None
    return Actor(name=found["name"].strip(), type="person" if is_person else "organisation", country=found["code"], role=found["role"])


def parse_when(text: str) -> When | None:
    """`2024`, `2024-03`, `2024-03-05`, `2022/2024`, `since 2022`, `until 2024-03`; `None` for nothing. BadInput where it is no time."""
    words = text.strip()
    if not words:
        return None
    bound, _, rest = words.rpartition(" ")
    first, slash, last = rest.partition("/")
    start, end = _parse_interval(first), _parse_interval(last) if slash else None
    if start is None or (slash and end is None) or bound not in ("", "since", "until"):
        raise BadInput(f"{text}: is no time; write 2024, 2024-03, 2024-03-05, 2022/2024, since 2022 or until 2024-03")
    joined = start if end is None else _join(start, end, text)
    return joined.since() if bound == "since" else joined.until() if bound == "until" else joined


def write_when(when: When | None) -> str:
    """The time as `parse_when` reads it."""
    if when is None or (when.start is None and when.end is None):
        return ""
    first, last = when.start or when.end, when.end or when.start
    if first is None or last is None:
        return ""
    length = 4 if when.precision in ("year", "decade", "century") else 10 if when.precision in ("day", "week") else 7
    one, other = first.isoformat()[:length], last.isoformat()[:length]
    interval = one if one == other else f"{one}/{other}"
    return {"since": f"since {one}", "after": f"since {one}", "until": f"until {other}", "before": f"until {other}"}.get(when.bound, interval)


def _parse_interval(text: str) -> When | None:
    found = DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return When.in_year(year or 0, text)
        return When.on(date(year, month, day), text) if day else When.in_month(year, month, text)
    except ValueError:
        return None


def _join(start: When, end: When, text: str) -> When:
    if start.start is None or end.end is None or start.start > end.end:
        raise BadInput(f"{text}: runs backwards")
    return msgspec.structs.replace(start, end=end.end, text=text)


def _parse_number(field: FormField, text: str) -> float:
    try:
        return float(text.replace(",", "").replace(" ", ""))
    except ValueError:
        raise BadInput(f"{text}: {field.label} is a number") from None


def _split(text: str) -> Sequence[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _built(actor: Actor) -> Any:  # noqa: ANN401 (JSON)
    return msgspec.to_builtins(actor)
