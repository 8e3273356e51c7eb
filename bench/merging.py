"""Scores how reports become lines: `python bench/merging.py [STORIES.toml]` reads and reconciles the stories of the test corpus.

Two reports are taken as one story where they share a line of kind event or channel. Pairs of reports, and of spellings of
people, are counted: precision is the share of joined pairs that belong together, recall the share of those that were joined.
"""

import hashlib
import sys
import tomllib
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.know.name_keys import match_names
from dragoman.model import Claim, Document, ReadOptions
from dragoman.model.ports import KeptDocument
from dragoman.read.reader import read_document
from dragoman.reconcile.entries import reconcile
from dragoman.reconcile.known import Known

STORIES = Path(__file__).resolve().parents[1] / "tests" / "stories" / "stories.toml"
KINDS = ("event", "channel")


def score_pairs(joined: set[frozenset[str]], wanted: set[frozenset[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs."""
    right = len(joined & wanted)
    precision, recall = right / max(1, len(joined)), right / max(1, len(wanted))
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def read_stories(path: Path = STORIES) -> tuple[dict[str, str], list[Claim], dict[str, KeptDocument], list[list[list[str]]]]:
    """The story of each report, the claims of all, the documents, and the spellings of people by story."""
    with path.open("rb") as opened:
        stories = tomllib.load(opened)["story"]
    told: dict[str, str] = {}
    claims: list[Claim] = []
    documents: dict[str, KeptDocument] = {}
    for story in stories:
        for number, report in enumerate(story["reports"]):
            document = _make_document(f"{story['id']}-{number}", report)
            reading = read_document(document, ReadOptions(date=report["date"]))
            told[document.id] = story["id"]
            documents[document.id] = _keep(document, report)
            claims.extend(reading.claims)
    return told, claims, documents, [story["people"] for story in stories]


def _make_document(name: str, report: dict[str, Any]) -> Document:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Document(id=f"{digest}.text-1", text=report["text"], file=f"{name}.txt", language=report["language"])


def _keep(document: Document, report: dict[str, Any]) -> KeptDocument:
    return KeptDocument(
        id=document.id,
        sha256=document.id.partition(".")[0],
        file=document.file,
        language=document.language,
        title=None,
        outlet=None,
        said=report["date"],
        said_is_bound=False,
        added_at=datetime(2025, 6, 1, tzinfo=UTC),
        version="bench",
        options=ReadOptions(),
        n_claims=0,
    )


def score_reports(path: Path = STORIES) -> tuple[tuple[float, float, float], list[str]]:
    """Precision, recall and F1 of pairs of reports, and the reports that share no line with another one of their story."""
    told, claims, documents, _ = read_stories(path)
    by_id = {claim.id: claim.document for claim in claims if claim.kind in KINDS}
    joined: set[frozenset[str]] = set()
    for entry in reconcile(claims, Known(documents)).entries:
        reports = sorted({by_id[name] for name in (*entry.support, *entry.against) if name in by_id})
        joined.update(frozenset(pair) for pair in combinations(reports, 2))
    wanted = {frozenset((one, other)) for one, other in combinations(sorted(told), 2) if told[one] == told[other]}
    alone = [documents[name].file for name in told if not any(name in pair for pair in joined & wanted)]
    return score_pairs(joined, wanted), alone


def score_people(path: Path = STORIES) -> tuple[float, float, float]:
    """The same of spellings of people: all pairs of spellings in the corpus."""
    people = [spellings for story in read_stories(path)[3] for spellings in story]
    names = [(name, place) for place, spellings in enumerate(people) for name in spellings]
    pairs = [(one, other) for one, other in combinations(names, 2)]
    joined = {frozenset((one[0], other[0])) for one, other in pairs if match_names(one[0], other[0])}
    return score_pairs(joined, {frozenset((one[0], other[0])) for one, other in pairs if one[1] == other[1]})


def main() -> int:
    """Print both."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STORIES
    (precision, recall, f1), alone = score_reports(path)
    print(f"reports: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; alone: {', '.join(alone) or 'none'}")
    precision, recall, f1 = score_people(path)
    print(f"people: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
