"""Review: one claim at a time, the doubtful first, with what was decided so far and what is left."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.desk import Desk
from dragoman.model import Claim
from dragoman.show.contract import export_claim
from dragoman.show.web.answering import read_query, send_objects
from dragoman.show.web.claimforms import FORMS, write_fields
from dragoman.show.web.frame import make_frame
from dragoman.show.web.pages import cut_page, get_desk, render_page, write_file
from dragoman.show.web.screen import Plain
from dragoman.show.web.screens.claims import cut_around, make_report
from dragoman.show.web.screens.judging import QUICK_REASONS

REVIEW = Plain("review", "Review", "", "v")
JUDGEMENTS = Plain("judgements", "Judgements", "", "u")
SETTLING = frozenset({"accept", "reject", "correct", "add"})
MOST_BATCHES = 30


def show_review(request: Request, form: str | None) -> Response:
    """The next claim of the batch that nobody has settled."""
    desk, given = get_desk(request), read_query(request)
    settled = {claim for found in desk.judged() if found.judgement.verdict in SETTLING for claim in found.claims}
    claims = list(desk.claims())
    batch = [claim for claim in claims if is_in_batch(claim, given.get("batch", ""))]
    flagged = {claim for found in desk.judged() if found.judgement.verdict == "unsure" for claim in found.claims}
    queue = sorted((claim for claim in batch if claim.id not in settled), key=lambda claim: (claim.id in flagged, *_by_doubt(claim)))
    if form is not None:
        return send_objects([export_claim(claim) for claim in queue], {"batch": given.get("batch", "")}, form)
    claim = _choose(queue, given.get("after"))
    files = {kept.id: write_file(kept.file) for kept in desk.documents()}
    values: dict[str, Any] = {
        "claim": claim,
        "batch": given.get("batch", ""),
        "batches": list_batches([claim for claim in claims if claim.id not in settled], files),
        "n_batch": len(batch),
        "n_settled": len(batch) - len(queue),
        "left": len(queue),
        "reasons": QUICK_REASONS,
    }
    if claim is not None:
        document = desk.document(claim.document)
        values |= {"document": document, "pieces": cut_around(claim, document), "report": make_report(claim, document)}
        values |= {"fields": FORMS[claim.kind], "filled": write_fields(claim)}
    return render_page(request, "review.html", {**make_frame(desk, REVIEW, given), **values})


def _choose(queue: Sequence[Claim], after: str | None) -> Claim | None:
    """The first of the queue, or the one behind that which was passed over."""
    place = next((number + 1 for number, claim in enumerate(queue) if claim.id == after), 0)
    return queue[place % len(queue)] if queue else None


def _by_doubt(claim: Claim) -> tuple[int, float, str, int]:
    return (-len(claim.flags), claim.confidence, claim.document, claim.span.start)


def is_in_batch(claim: Claim, batch: str) -> bool:
    """Whether the claim belongs to `rule:…`, `document:…`, `flag:…` or `kind:…`; to no batch in particular all do."""
    name, _, value = batch.partition(":")
    match name:
        case "rule":
            return claim.rule == value
        case "document":
            return claim.document == value
        case "flag":
            return any(flag.flag == value for flag in claim.flags)
        case "kind":
            return claim.kind == value
        case _:
            return True


def list_batches(claims: Sequence[Claim], files: dict[str, str]) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """What can be worked through together, the largest first: address, words and number, by the way it is put together."""
    counts: dict[str, Counter[str]] = {
        "flag": Counter(flag.flag for claim in claims for flag in claim.flags),
        "kind": Counter(claim.kind for claim in claims),
        "document": Counter(claim.document for claim in claims),
        "rule": Counter(claim.rule for claim in claims if claim.rule),
    }
    titles = {"flag": "by doubt", "kind": "by kind", "document": "by source", "rule": "by rule"}
    return [
        (titles[name], [(f"{name}:{value}", files.get(value, value.replace("_", " ")), n) for value, n in found.most_common(MOST_BATCHES)])
        for name, found in counts.items()
        if found
    ]


def show_judgements(request: Request, form: str | None) -> Response:
    """All that was decided, the latest first, each with who, when and why; what stands can be taken back."""
    desk, given = get_desk(request), read_query(request)
    judgements = tuple(reversed(desk.store.judgements()))
    if form is not None:
        return send_objects([msgspec.to_builtins(found) for found in judgements], {}, form)
    values = {"paging": cut_page(judgements, given.get("page")), "standing": find_standing(desk)}
    return render_page(request, "judgements.html", {**make_frame(desk, JUDGEMENTS, given), **values})


def find_standing(desk: Desk) -> frozenset[str]:
    """Ids of the judgements that stand."""
    return frozenset(found.judgement.id for found in desk.judged())
