"""How many false claims the check refuses, and how many right ones: over texts of our own made for it, the examples, the frames' own sentences.

usage: python bench/verify.py [FILE…] [--frames] [--show]

Right are the claims that the reader proposes (the texts are our own, and plain); false are those made of them by changing one field:
another number, sides swapped, a "not" dropped or put in, another name.
"""

import argparse
import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dragoman.archive.documents import load_documents
from dragoman.model import Actor, Assessment, Channel, Claim, Document, Event, Figure, Instrument, Post, ReadOptions, Statement, Trouble
from dragoman.read.evidence import actors_of
from dragoman.read.page import Page
from dragoman.read.reader import lay_out, propose_claims
from dragoman.read.verify import refuse_claim

ROOT = Path(__file__).resolve().parents[1]
FRAMES = ROOT / "src" / "dragoman" / "read" / "lang"
MARK = re.compile(r"\[([^|\]]+)\|[^\]]+\]")
PER_CLAIM = 2
"""Other names tried on each claim."""


OWNED = ("embassy", "consulate", "trade_office", "sanctions", "export_controls", "unfriendly_list", "military_presence", "aid", "arms_transfers")
"""Channels whose first side is the one that owns or imposes."""
FACTOR = 1.7
YEARS = 3
FIRST = {"event": "source", "channel": "between", "figure": "about", "statement": "speaker", "assessment": "between", "instrument": "parties"}
"""The field of the first actor of each kind."""


def falsify(claim: Claim, others: Sequence[Actor]) -> Iterator[tuple[str, Claim]]:
    """Every way to make `claim` wrong, with its name; `others` are actors of other documents."""
    yield from (("number", wrong) for wrong in wrong_numbers(claim))
    yield from (("sides", wrong) for wrong in swapped_sides(claim))
    yield from (("not", wrong) for wrong in turned_negation(claim))
    yield from (("name", wrong) for wrong in other_names(claim, others))


def wrong_numbers(claim: Claim) -> Iterator[Claim]:
    """Another value, share, amount or year."""
    if isinstance(claim, Figure):
        if claim.value is not None:
            yield from (msgspec.structs.replace(claim, value=value) for value in (claim.value * FACTOR + 1, claim.value * 10, claim.value + 1))
        if claim.change is not None and claim.change.ratio is not None:
            yield msgspec.structs.replace(claim, change=msgspec.structs.replace(claim.change, ratio=claim.change.ratio * FACTOR + 0.01))
    when = claim.when
    if when is not None and when.start is not None and when.end is not None:
        start, end = when.start.replace(year=when.start.year - YEARS, day=min(when.start.day, 28)), when.end.replace(year=when.end.year - YEARS, day=28)
        yield msgspec.structs.replace(claim, when=msgspec.structs.replace(when, start=start, end=max(start, end)))


def swapped_sides(claim: Claim) -> Iterator[Claim]:
    """Who acts and who is acted upon, speaker and addressee, whose envoy and where: the other way round."""
    match claim:
        case Event(symmetric=False) if claim.target:
            yield msgspec.structs.replace(claim, source=claim.target, target=claim.source)
        case Statement() if claim.addressee:
            yield msgspec.structs.replace(claim, speaker=claim.addressee, addressee=claim.speaker)
        case Post() if claim.office.to and claim.office.of:
            yield msgspec.structs.replace(claim, office=msgspec.structs.replace(claim.office, of=claim.office.to, to=claim.office.of))
        case Channel() if claim.channel in OWNED:
            yield msgspec.structs.replace(claim, between=tuple(reversed(claim.between)))
        case _:
            return


def turned_negation(claim: Claim) -> Iterator[Claim]:
    """What did not happen told as done, and what was done told as not done."""
    if isinstance(claim, Event | Channel | Instrument | Assessment):
        if claim.modality == "negated":
            yield msgspec.structs.replace(claim, modality="actual", evidence=tuple(e for e in claim.evidence if e.field != "modality"))
        elif claim.modality == "actual":
            yield msgspec.structs.replace(claim, modality="negated")


def other_names(claim: Claim, others: Sequence[Actor]) -> Iterator[Claim]:
    """Somebody else in the place of the first whom the claim names; of a post also another state whose the office would be."""
    field = {"event": "source", "channel": "between", "figure": "about", "statement": "speaker", "assessment": "between", "instrument": "parties"}.get(
        claim.kind
    )
    held: Sequence[Actor] = (claim.person,) if isinstance(claim, Post) and claim.person is not None else getattr(claim, field) if field else ()
    for other in others:
        if not held or other.name in {actor.name for actor in held} or other.name.casefold() in claim.text.casefold():
            continue
        if isinstance(claim, Post):
            yield msgspec.structs.replace(claim, person=msgspec.structs.replace(other, type="person"))
            if other.country not in (None, claim.office.of, claim.office.to):
                yield msgspec.structs.replace(claim, office=msgspec.structs.replace(claim.office, of=other.country))
        elif field is not None:
            yield msgspec.structs.replace(claim, **{field: (other, *held[1:])})


def load_pages(paths: list[Path]) -> Iterator[Page]:
    """The pages of files."""
    for path in paths:
        for loaded in load_documents(path):
            if not isinstance(loaded, Trouble):
                yield lay_out(loaded.document, ReadOptions())[0]


def load_examples() -> Iterator[Page]:
    """One page per language of the example sentences of all frames."""
    for language in ("en", "ru", "ko"):
        sentences = [MARK.sub(r"\1", text) for file in sorted((FRAMES / language / "frames").glob("*.toml")) for text in _examples(file)]
        text = "\n".join(sentences)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield lay_out(Document(id=f"{digest}.examples", text=text, file=language, language=language), ReadOptions(language=language))[0]


def _examples(file: Path) -> Iterator[str]:
    for frame in tomllib.loads(file.read_text(encoding="utf-8"))["frame"]:
        yield from frame.get("examples", ())


def measure(pages: list[Page], show: bool) -> dict[str, tuple[int, int]]:  # noqa: FBT001 - a switch of the command line
    """For right claims and each way of falsifying: refused, and all."""
    counts: Counter[tuple[str, bool]] = Counter()
    proposed = [(page, propose_claims(page)) for page in pages]
    cast: list[list[Actor]] = [[actor for claim in claims for _, actor in actors_of(claim) if actor.side][:40] for _, claims in proposed]
    for place, (page, claims) in enumerate(proposed):
        others = [actor for away, actors in enumerate(cast) if away != place for actor in actors]
        for turn, claim in enumerate(claims):
            why = refuse_claim(claim, page)
            counts["right", why is not None] += 1
            if why is not None:
                if show:
                    print(f"right, refused: {claim.kind}/{claim.rule}: {why}: {claim.text[:160]!r}")
                continue
            chosen = [others[(turn * 7 + step * 13) % len(others)] for step in range(PER_CLAIM)] if others else []
            for way, false in falsify(claim, chosen):
                refused = refuse_claim(false, page) is not None
                counts[way, refused] += 1
                if show and not refused:
                    print(f"false ({way}), kept: {claim.kind}/{claim.rule} {claim.modality}: {claim.text[:160]!r}")
    return {way: (counts[way, True], counts[way, True] + counts[way, False]) for way in ("number", "sides", "not", "name", "right")}


def main() -> int:
    """Print both figures as JSON, with the hash of the texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--frames", action="store_true", help="the example sentences of all frames too")
    parser.add_argument("--show", action="store_true", help="print each wrong decision")
    asked = parser.parse_args()
    pages = [*load_pages(asked.files or [ROOT / "bench" / "texts" / "sides.jsonl"]), *(load_examples() if asked.frames else ())]
    counts = measure(pages, asked.show)
    false = [counts[way] for way in ("number", "sides", "not", "name")]
    refused, made = sum(row[0] for row in false), sum(row[1] for row in false)
    corpus = hashlib.sha256("\n".join(page.document.text for page in pages).encode()).hexdigest()[:16]
    shares = {way: {"refused": row[0], "of": row[1], "share": round(row[0] / max(row[1], 1), 4)} for way, row in counts.items()}
    print(json.dumps({"false_refused": round(refused / made, 4), "right_refused": shares["right"]["share"], **shares, "corpus": corpus}, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
