"""What people decide: accepted, rejected, corrected, graded, joined, parted, settled, added and taken back."""

from typing import Any, get_args
from urllib.parse import quote as quote_url

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.ask.grades import check_digit
from dragoman.model import BadInput, Claim, Document, Judgement, Span, Verdict, claim_id
from dragoman.show.web.claimforms import FORMS, read_fields
from dragoman.show.web.forms import SentForm, check_local, go_back
from dragoman.show.web.frame import make_frame
from dragoman.show.web.pages import get_desk, remember_reviewer, render_page

REASONS: dict[str, str] = {"accept": "the words say so"}
"""What stands for a reason where the key of the verdict says it all."""
QUICK_REASONS = ("not said there", "wrong actor", "wrong time", "wrong kind", "page furniture", "translation error")
"""Reasons to reject that have a key of their own."""
GRADES = {"letter": tuple("ABCDEF"), "digit": tuple("123456")}
ENDINGS = ("translation error", "wrong", "both true", "different scope", "cannot tell")
"""How a conflict ends."""


def take_judgement(request: Request, form: SentForm) -> Response:
    """Keep what the form decides, and go back to where it came from."""
    desk, by = get_desk(request), form.one("by")
    verdict, _, quick = form.one("verdict").partition(":")
    if verdict not in get_args(Verdict) or verdict in ("add", "withdraw"):
        raise BadInput(f"{verdict}: is no verdict of this form")
    check_local(form.one("next") or "/")
    why = form.one("why") or quick or REASONS.get(verdict, "")
    claims = form.all("claim")
    claim = desk.claim(claims[0]) if claims else None
    fields = _read_decision(verdict, form, claim)
    if "digit" in fields and claim is not None:
        check_digit(fields["digit"], desk.entry(claim.id))
    judgement = desk.judge(verdict, claims, by=by, why=why, fields=fields)  # type: ignore[arg-type]
    return go_back(form, judgement.id, by)


def take_undo(request: Request, form: SentForm) -> Response:
    """Take a judgement back."""
    check_local(form.one("next") or "/")
    withdrawal = get_desk(request).undo(form.one("judgement"), by=form.one("by"), why=form.one("why") or "taken back")
    return go_back(form, withdrawal.id, form.one("by"))


def _read_decision(verdict: str, form: SentForm, claim: Claim | None) -> dict[str, Any]:
    """What the verdict says beside itself."""
    match verdict:
        case "correct" if claim is not None:
            given = {field.name: form.one(field.name) for field in FORMS[claim.kind] if field.name in form.fields}
            return read_fields(claim.kind, given, claim)
        case "grade":
            given = {name: form.one(name) for name in GRADES if form.one(name)}
            if not given or any(value not in GRADES[name] for name, value in given.items()):
                raise BadInput("a grade is a letter A to F of the source, or a digit 1 to 6 of the claim")
            return {**given, **({"source": form.one("source")} if "letter" in given else {})}
        case "resolve":
            if form.one("as") not in ENDINGS or not form.one("conflict"):
                raise BadInput(f"a conflict ends as one of: {', '.join(ENDINGS)}")
            return {"conflict": form.one("conflict"), "as": form.one("as"), "wrong": form.all("wrong")}
        case _:
            return {}


def show_addition(request: Request, form: str | None) -> Response:
    """The form for a claim that the reader did not find: its words are chosen, its kind and fields are asked for."""
    desk, given = get_desk(request), request.query_params
    document = desk.document(request.path_params["id"])
    kind = given.get("kind", "event")
    if kind not in FORMS:
        raise BadInput(f"{kind}: is no kind of claim; it is one of {', '.join(FORMS)}")
    span = read_span(document, given.get("start", ""), given.get("stop", ""))
    frame = make_frame(desk, None, {}) | {"title": "Add a claim", "forms": {}}
    values = {"document": document, "span": span, "words": document.quote(span), "language": document.language_at(span.start), "kind": kind}
    return render_page(request, "add.html", {**frame, **values, "kinds": tuple(FORMS), "fields": FORMS[kind], "filled": {}})


def take_addition(request: Request, form: SentForm) -> Response:
    """Keep a claim that a person found, and show it in its place."""
    desk = get_desk(request)
    document = desk.document(request.path_params["id"])
    span = read_span(document, form.one("start"), form.one("stop"))
    fields = read_fields(form.one("kind"), {name: form.one(name) for name in form.fields})
    claim = make_claim(document, span, form.one("kind"), fields)
    judgement = desk.add_claim(claim, by=form.one("by"), why=form.one("why"))
    response = RedirectResponse(f"/source/{quote_url(document.id)}?claim={claim.id}&done={judgement.id}#{claim.id}", 303)
    remember_reviewer(response, form.one("by"))
    return response


def make_claim(document: Document, span: Span, kind: str, fields: dict[str, Any]) -> Claim:
    """The claim of a form, sealed; BadInput where a field is missing or does not fit."""
    built = {"kind": kind, "document": document.id, "span": [span.start, span.stop], "text": document.quote(span), "language": document.language_at(span.start)}
    given = {name: value for name, value in fields.items() if value is not None or name in ("when", "person")}
    try:
        claim: Claim = msgspec.convert({**built, "reading": "by hand", "rule": "by_hand", "confidence": 1.0, **given}, Claim)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadInput(f"that makes no {kind}: {error}") from None
    return msgspec.structs.replace(claim, id=claim_id(claim))


def read_span(document: Document, start: str, stop: str) -> Span:
    """The chosen words, without white space around them; BadInput where there are none."""
    if not (start.isascii() and start.isdigit() and stop.isascii() and stop.isdigit() and len(start) < 12 and len(stop) < 12):
        raise BadInput("choose the words of the claim first: their first and last character in the text")
    words = document.text[int(start) : int(stop)]
    if not words.strip() or int(start) >= int(stop):
        raise BadInput("the claim quotes no words; choose some in the text")
    first = int(start) + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip()))


def list_history(judgements: list[Judgement], claim: str) -> list[Judgement]:
    """The judgements on a claim, the latest first, withdrawals too."""
    return [found for found in reversed(judgements) if claim in _names(found, judgements)]


def _names(judgement: Judgement, judgements: list[Judgement]) -> tuple[str, ...]:
    if judgement.withdraws is not None:
        former = next((found for found in judgements if found.id == judgement.withdraws), None)
        return _names(former, judgements) if former else ()
    named = judgement.fields.get("claims")
    return tuple(map(str, named)) if isinstance(named, list | tuple) else ()
