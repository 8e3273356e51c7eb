"""A small library of our own sentences in three languages, with claims that overlap and texts that would do harm, as a desk."""

import hashlib
from datetime import UTC, date, datetime

import msgspec

from dragoman.desk import Desk, Parts
from dragoman.model import (
    Assessment,
    Channel,
    Document,
    Event,
    Figure,
    Instrument,
    LanguageRun,
    Office,
    Post,
    Reading,
    ReadOptions,
    Span,
    Statement,
    When,
    Zone,
    claim_id,
)
from dragoman.model.actor import Actor
from dragoman.model.claim import Topic
from dragoman.record.memory import MemoryStore
from tests.ask.builders import FakeLedger, state
from tests.laws.strategies import FakeArchived

NOW = datetime(2025, 6, 1, tzinfo=UTC)
HARM = "<script>window.harmed=1</script><img src=x onerror=window.harmed=2>"
ENGLISH = f"""Flights to Lima resume

Norway and Peru resumed flights on 3 March 2024, officials said. 🕊 Peace was toasted.\r
Peru accused Norway of delay {HARM} in May 2022.
=cmd() +1
Herring soup was served.
Share this page
"""
RUSSIAN = """Норвегия и Перу возобновили полёты в марте 2024 года. Министр Олсен посетил Лиму. Товарооборот вырос до 300 млн долларов.
(переведено с испанского)
"""
KOREAN = """노르웨이와 페루는 2024년 항공편을 재개했다. 페루 외무장관은 협력을 환영한다고 말했다.
"""


def olsen():
    return Actor(name="Olsen", type="person", country="NOR", role="foreign minister")


CLAIMS = {
    "english.txt": (
        (
            "Norway and Peru resumed flights on 3 March 2024",
            Channel,
            {"channel": "air_link", "state": "resumed", "between": ("NOR", "PER"), "when": When.on(date(2024, 3, 3), "3 March 2024")},
        ),
        (
            "Peru resumed flights on 3 March 2024, officials said. 🕊 Peace was toasted.",
            Event,
            {"type": "COOPERATE", "quad": 2, "source": ("NOR", "PER"), "symmetric": True, "when": When.on(date(2024, 3, 3))},
        ),
        (
            f"Peru accused Norway of delay {HARM} in May 2022.",
            Event,
            {"type": "ACCUSE", "quad": 3, "source": ("PER",), "target": ("NOR",), "modality": "alleged", "when": When.in_month(2022, 5)},
        ),
        ("=cmd() +1", Statement, {"speaker": ("NOR",), "addressee": ("PER",), "mode": "direct", "content": "=cmd() +1"}),
    ),
    "russian.txt": (
        (
            "Норвегия и Перу возобновили полёты в марте 2024 года.",
            Channel,
            {"channel": "air_link", "state": "resumed", "between": ("NOR", "PER"), "when": When.in_month(2024, 3)},
        ),
        (
            "Министр Олсен посетил Лиму.",
            Event,
            {"type": "CONSULT", "mode": "visit", "quad": 1, "source": ("NOR",), "target": ("PER",), "when": When.in_year(2024)},
        ),
        ("Министр Олсен", Post, {"person": olsen(), "office": Office(title="foreign minister", of="NOR"), "when": When.on(date(2024, 3, 5))}),
        (
            "Товарооборот вырос до 300 млн долларов.",
            Figure,
            {"measure": "trade_turnover", "of": "trade", "about": ("NOR", "PER"), "value": 3e8, "unit": "USD", "when": When.in_year(2023)},
        ),
    ),
    "korean.txt": (
        (
            "노르웨이와 페루는 2024년 항공편을 재개했다.",
            Channel,
            {"channel": "air_link", "state": "resumed", "between": ("NOR", "PER"), "when": When.in_year(2024)},
        ),
        (
            "페루 외무장관은 협력을 환영한다고 말했다.",
            Statement,
            {"speaker": ("PER",), "addressee": ("NOR",), "about": (Topic(name="협력"),), "mode": "indirect", "content": "협력을 환영한다"},
        ),
        ("협력을 환영한다", Assessment, {"between": ("NOR", "PER"), "value": "환영", "polarity": 0.6}),
        ("항공편을 재개했다", Instrument, {"title": "항공편", "type": "agreement", "parties": ("NOR", "PER"), "state": "signed", "when": When.in_year(2024)}),
    ),
}
TEXTS = {"english.txt": ("en", ENGLISH), "russian.txt": ("ru", RUSSIAN), "korean.txt": ("ko", KOREAN)}
PAGES = (
    "/",
    "/ask?words=When+did+Norway+and+Peru+resume+flights",
    "/ask?words=Who+served+soup",
    "/board?dyad=NOR-PER",
    "/brief?dyad=NOR-PER",
    "/chronology?dyad=NOR-PER",
    "/agreements?dyad=NOR-PER",
    "/visits?dyad=NOR-PER",
    "/figures?dyad=NOR-PER",
    "/index?dyad=NOR-PER",
    "/offices",
    "/people",
    "/entity?name=NOR",
    "/entity?name=Olsen&state=NOR",
    "/positions?actor=PER",
    "/conflicts",
    "/changes?since=2020-01-01",
    "/impact?id=english.txt",
    "/review",
    "/judgements",
    "/documents",
    "/troubles",
)
"""Every screen that needs no id."""
SIDES = ("between", "source", "target", "about", "speaker", "addressee", "parties")


def make_document(file):
    language, text = TEXTS[file]
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines, zones = text.splitlines(keepends=True), []
    start = 0
    for line in lines:
        kind = (
            "headline"
            if line == lines[0] and file == "english.txt"
            else "navigation"
            if "Share" in line
            else "translator_notice"
            if "(" in line[:1]
            else "body"
        )
        if line.strip():
            zones.append(Zone(kind, Span(start, start + len(line.rstrip())), "test"))
        start += len(line)
    return Document(
        id=f"{digest}.text-1",
        text=text,
        file=file,
        language=language,
        title=None if file == "korean.txt" else f"Title of {file}",
        published=date(2024, 3, 10) if file == "english.txt" else None,
        translated_from="es" if file == "russian.txt" else None,
        zones=tuple(zones),
        runs=(LanguageRun(language, Span(0, len(text))),),
    )


def make_claims(document):
    made = []
    for quote, kind, given in CLAIMS[document.file]:
        start = document.text.index(quote)
        fields = {name: tuple(part if isinstance(part, Topic) else state(part) for part in value) if name in SIDES else value for name, value in given.items()}
        claim = kind(
            document=document.id, span=Span(start, start + len(quote)), text=quote, language=document.language, reading="1.0", rule="by_hand", **fields
        )
        made.append(msgspec.structs.replace(claim, id=claim_id(claim)))
    return tuple(sorted(made, key=lambda claim: (claim.span, claim.id)))


def read(document, options):
    return Reading(document=document.id, version="1.0", claims=make_claims(document))


def load_nothing(path):
    return iter(())


def name_version(options):
    return "1.0"


def make_library(store=None):
    parts = Parts(load=load_nothing, read=read, version=name_version, ledger=FakeLedger, clock=lambda: NOW)
    desk = Desk(store or MemoryStore(), parts)
    for file in TEXTS:
        document = make_document(file)
        desk.store.keep(FakeArchived(document, document.text.encode()), read(document, ReadOptions()), ReadOptions(), NOW)
    return desk
