"""A source of documents and a reader that know one simple language: `A stopped flights to B.`, one sentence per line."""

# ruff: noqa: ANN202 (builders of tests pass on whatever fields they are given)

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from dragoman.desk import Desk, Parts
from dragoman.model import Channel, Document, Event, Evidence, Flag, Reading, Span, Trouble, When, Zone, claim_id
from dragoman.record.memory import MemoryStore
from dragoman.run.local import LocalEngine
from tests.ask.builders import FakeLedger, state
from tests.laws.strategies import FakeArchived

SENTENCE = re.compile(r"^([A-Z]{3}) (stopped|resumed) flights to ([A-Z]{3})\.$", re.MULTILINE)
STATES = {"stopped": "suspended", "resumed": "resumed"}


def load_documents(path):
    files = sorted(found for found in Path(path).rglob("*") if found.is_file()) if Path(path).is_dir() else [Path(path)]
    for file in files:
        raw = file.read_bytes()
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            yield Trouble(document=str(file), stage="archive", why=f"{file.name}: is no text")
            continue
        zones = (Zone("body", Span(0, len(text)), "all"),)
        document = Document(id=f"{hashlib.sha256(raw).hexdigest()}.t1", text=text, file=file.name, language="en", title=file.stem, zones=zones)
        yield FakeArchived(document, raw)


def make_reader(number):
    def version(options):
        return f"{number}+fake" + (f" date={options.date}" if options.date else "")

    def read(document, options):
        if "explode" in document.text:
            raise RuntimeError("boom")
        claims = []
        for match in SENTENCE.finditer(document.text):
            first, verb, second = match.groups()
            shared = {
                "document": document.id,
                "reading": version(options),
                "span": Span(*match.span()),
                "text": match.group(),
                "language": "en",
                "when": When.on(options.date) if options.date else None,
                "rule": f"fake_{verb}",
            }
            evidence = (Evidence(field="state", span=Span(*match.span(2)), text=verb, rule="find_verb"),)
            flags = (Flag(flag="headline", why="stands in a headline"),) if match.start() == 0 else ()
            pair = (state(first), state(second))
            claims.append(Channel(**shared, channel="air_link", between=pair, state=STATES[verb], evidence=evidence, flags=flags))
            claims.append(Event(**shared, type="RETREAT", quad=2, source=pair[:1], target=pair[1:]))
        sealed = tuple(msgspec.structs.replace(claim, id=claim_id(claim)) for claim in claims)
        return Reading(document=document.id, version=version(options), claims=sealed)

    return read, version


def make_parts(number="1.0", day=1):
    read, version = make_reader(number)
    return Parts(load=load_documents, read=read, version=version, ledger=FakeLedger, clock=lambda: datetime(2025, 1, day, tzinfo=UTC), engine=LocalEngine())


def make_desk(store=None, number="1.0", day=1):
    return Desk(store or MemoryStore(), make_parts(number, day))


def write_files(folder):
    (folder / "one.txt").write_text("NOR stopped flights to PER.\nRain fell.\n")
    (folder / "two.txt").write_text("Sun shone.\nPER resumed flights to NOR.\n")
    return folder
