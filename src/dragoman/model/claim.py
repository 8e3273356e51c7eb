"""What one document says: seven kinds of claim, each tied to the exact place where it says it."""

import hashlib
from typing import Literal

import msgspec

from dragoman.model.actor import Actor
from dragoman.model.span import Span
from dragoman.model.when import When

Modality = Literal["actual", "agreed", "planned", "proposed", "discussed", "possible", "conditional", "negated", "denied", "alleged"]
FlagKind = Literal[
    "suspect-identity",
    "suspect-translation",
    "inferred-office",
    "inferred-side",
    "single-source-number",
    "headline",
    "long-evidence",
]
PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
ChannelType = Literal[
    "diplomatic_relations",
    "embassy",
    "consulate",
    "trade_office",
    "air_link",
    "rail_link",
    "sea_link",
    "pipeline",
    "border_crossing",
    "visa_free",
    "visa_regime",
    "sanctions",
    "export_controls",
    "unfriendly_list",
    "hotline",
    "dialogue",
    "military_contacts",
    "military_presence",
    "arms_transfers",
    "defence_pact",
    "trade_agreement",
    "payments",
    "business_presence",
    "space_cooperation",
    "science_cooperation",
    "cultural_exchange",
    "development_project",
    "aid",
]
OWNED: frozenset[ChannelType] = frozenset(
    {"embassy", "consulate", "trade_office", "sanctions", "export_controls", "unfriendly_list", "visa_free", "visa_regime", "military_presence", "aid"}
)
"""Channels that belong to the side named first: whose embassy, whose sanctions."""
ChannelState = Literal["established", "open", "upgraded", "eased", "restricted", "downgraded", "suspended", "resumed", "ended", "absent"]
PostState = Literal["elected", "appointed", "designate", "incumbent", "acting", "former", "vacant"]
Measure = Literal[
    "trade_turnover",
    "exports",
    "imports",
    "investment",
    "debt",
    "aid",
    "spending",
    "travellers",
    "population",
    "students",
    "price",
    "duration",
    "distance",
    "count",
    "rank",
]
StatementMode = Literal["direct", "indirect", "mixed"]
InstrumentType = Literal["treaty", "agreement", "protocol", "memorandum", "declaration", "communique", "contract", "law", "decree", "list", "programme"]
InstrumentState = Literal["proposed", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated", "replaced"]


class Evidence(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What decided a field: words outside the claim's span, or the rule that read them within it."""

    field: str
    span: Span
    text: str
    rule: str


class Flag(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A reason for doubt, spelled out."""

    flag: FlagKind
    why: str


class Place(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where something happened; degrees WGS 84 where known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Office(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A title with the state or body it belongs to and the one it is accredited to or competent for."""

    title: str
    of: str | None = None
    to: str | None = None


class Change(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A movement: `ratio` 0.25 for a quarter; `amount` in the figure's unit; `since` the base in the text's words."""

    direction: Literal["up", "down", "flat"]
    ratio: float | None = None
    amount: float | None = None
    since: str | None = None


class Topic(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a statement is about, in the text's words, with the channel or actor where one is known."""

    name: str
    channel: ChannelType | None = None
    actor: Actor | None = None


class ClaimFields(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind"):
    """The fields that every claim has (the one level of inheritance; never made by itself).

    `id` and `reading` are filled in by the reader when the claim is sealed.
    """

    id: str = ""
    reading: str = ""
    document: str
    span: Span
    text: str
    evidence: tuple[Evidence, ...] = ()
    language: str
    modality: Modality = "actual"
    said_by: tuple[Actor, ...] = ()
    when: When | None = None
    where: Place | None = None
    instrument: str | None = None
    confidence: float = 0.5
    flags: tuple[Flag, ...] = ()
    rule: str = ""

    @property
    def kind(self) -> str:
        """The tag of the union: `event`, `channel`, …."""
        return str(type(self).__struct_config__.tag)


class Event(ClaimFields, frozen=True, gc=False, kw_only=True, tag="event"):
    """Who did what to whom, typed by PLOVER; a symmetric event has all its sides in `source`."""

    type: PloverType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    intensity: float | None = None
    source: tuple[Actor, ...]
    target: tuple[Actor, ...] = ()
    symmetric: bool = False


class Channel(ClaimFields, frozen=True, gc=False, kw_only=True, tag="channel"):
    """A standing link between states and what becomes of it; the owner comes first where it has one."""

    channel: ChannelType
    between: tuple[Actor, ...]
    at: str | None = None
    state: ChannelState


class Post(ClaimFields, frozen=True, gc=False, kw_only=True, tag="post"):
    """Who holds which office; `when` is the tenure as far as the text gives it, a mention an observation.

    `person` is `None` where an office is vacant.
    """

    person: Actor | None
    office: Office
    state: PostState = "incumbent"


class Figure(ClaimFields, frozen=True, gc=False, kw_only=True, tag="figure"):
    """A number about the relation; `unit` is ISO 4217 for money, `1` for counts, `%`, else UCUM."""

    measure: Measure
    of: str
    about: tuple[Actor, ...] = ()
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = "1"
    approximate: bool = False
    change: Change | None = None


class Statement(ClaimFields, frozen=True, gc=False, kw_only=True, tag="statement"):
    """Who said what: one continuous quotation or reported clause with its frame."""

    speaker: tuple[Actor, ...]
    addressee: tuple[Actor, ...] = ()
    about: tuple[Topic, ...] = ()
    medium: str | None = None
    mode: StatementMode
    content: str


class Assessment(ClaimFields, frozen=True, gc=False, kw_only=True, tag="assessment"):
    """How the text characterises a relation or a side's position in it; polarity −1 to 1."""

    between: tuple[Actor, ...]
    value: str
    polarity: float


class Instrument(ClaimFields, frozen=True, gc=False, kw_only=True, tag="instrument"):
    """An agreement between states or an act of one, and what became of it."""

    title: str
    type: InstrumentType
    parties: tuple[Actor, ...] = ()
    state: InstrumentState
    supersedes: str | None = None


Claim = Event | Channel | Post | Figure | Statement | Assessment | Instrument

NOT_CONTENT = ("id", "reading", "confidence", "evidence", "flags", "rule")
"""Fields that may change when a better reader says the same thing about the same words."""


def claim_id(claim: Claim) -> str:
    """`c` and 20 hexadecimal digits from document, span, kind and content: the same on every machine.

    The reader's version, confidence, evidence and flags are left out, so that a link survives re-reading
    wherever the new reader says the same.
    """
    content = {field: value for field, value in msgspec.to_builtins(claim).items() if field not in NOT_CONTENT}
    digest = hashlib.sha256(msgspec.json.encode(content, order="sorted"))
    return "c" + digest.hexdigest()[:20]
