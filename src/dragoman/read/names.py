"""Names of states, unions, capitals and bodies in a text: what the ledger knows, found by its first words."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.know.states import Ledger, Name, load_ledger
from dragoman.model import Actor, Mention, Span

HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[А-Яа-яЁё]")
MOTION = "in|at|to|from|near|outside|via|through|into|around|leave|left|visit|visits|visited|visiting|reach|reached|bound for|tour|toured"
PLACE_BEFORE = re.compile(rf"\b(?:{MOTION})\s+(?:the\s+)?$", re.IGNORECASE)
FIELDS = "foreign|defence|defense|interior|finance|trade|economy|unification|energy|transport|justice|culture|commerce|foreign affairs"
BODIES = (
    rf"(?:{FIELDS}) ministry|embassy|consulate(?: general)?|parliament|state duma|joint chiefs of staff|customs service|central bank"
    r"|coast guard|navy|army|air force|cabinet|supreme court|intelligence service"
)
BODY = re.compile(rf"(?i:{BODIES})(?!\w)|[Mm]inistry of (?:Foreign|National|the|[A-Z])[\w]*(?: (?:and |of )?[A-Z]\w+)*")


@cache
def _latin() -> re.Pattern[str]:
    words = sorted((word for word in load_ledger().names if not HANGUL.search(word) and not CYRILLIC.search(word)), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


@cache
def _hangul() -> re.Pattern[str]:
    words = sorted((word for word in load_ledger().names if HANGUL.search(word)), key=len, reverse=True)
    return re.compile(r"(?<![가-힣])(?:" + "|".join(map(re.escape, words)) + ")")


@cache
def _cyrillic() -> re.Pattern[str]:
    """Names with any ending of Russian cases: what changes is cut off."""
    names = {word: _stem(word) for word in load_ledger().names if CYRILLIC.search(word)}
    parts = [f"{re.escape(stem)}{'' if word.isupper() else '[а-яё]{0,3}'}" for word, stem in sorted(names.items(), key=lambda row: -len(row[0]))]
    adjectives = [f"[{s[0].upper()}{s[0]}]{s[1:]}[а-яё]{{2,3}}" for s in load_ledger().stems]
    return re.compile(r"(?<!\w)(?:" + "|".join([*adjectives, *parts]) + r")(?!\w)")


def _stem(word: str) -> str:
    """A Russian name without its changing last letter in each word."""
    if word.isupper():
        return word
    return " ".join(re.sub(r"(?:ая|ия|ые|ое|ый|[аяыийоеь])$", "", part) if len(part) > 3 else part for part in word.split(" "))  # noqa: PLR2004, RUF100


@cache
def _by_stem() -> dict[str, tuple[str, Name]]:
    return {_stem(word): (word, name) for word, name in load_ledger().names.items() if CYRILLIC.search(word)}


def find_names(text: str, language: str, offset: int) -> Iterator[Mention]:
    """The ledger's names in one paragraph's text, bodies of states among them; `offset` is where the text begins."""
    ledger = load_ledger()
    if language == "ru":
        yield from _find_russian(text, offset, ledger)
        return
    pattern = _hangul() if language == "ko" else _latin()
    taken = 0
    for match in pattern.finditer(text):
        if match.start() < taken:
            continue
        name = ledger.names[match.group()]
        stop = match.end()
        body = _body_after(text, stop) if language == "en" and name.kind in ("state", "capital", "demonym", "organisation") else None
        if body is not None:
            taken = body
            actor = Actor(name=text[match.start() : body], type="agency", country=None if name.kind == "organisation" else name.code)
            yield Mention(kind="agency", span=Span(offset + match.start(), offset + body), text=text[match.start() : body], actor=actor, rule="body of a state")
            continue
        yield _named(match.group(), name, Span(offset + match.start(), offset + stop), text[: match.start()])


def _body_after(text: str, stop: int) -> int | None:
    """Where a body that belongs to the name before ends ("Oslo's foreign ministry"); `None` where none follows."""
    link = re.compile(r"(?:['’]s)? ").match(text, stop)
    body = BODY.match(text, link.end()) if link else None
    return body.end() if body else None


def _named(word: str, name: Name, span: Span, before: str) -> Mention:
    """The mention of one name; a capital is its state unless a preposition makes it a place."""
    if name.kind == "organisation":
        return Mention(kind="organisation", span=span, text=word, actor=Actor(name=word, id=name.code, type="organisation"), rule="union of states")
    if name.kind == "agency":
        return Mention(kind="state", span=span, text=word, actor=Actor(name=word, id=name.code, type="state", country=name.code), rule="seat of power")
    if name.kind == "people":
        return Mention(kind="people", span=span, text=word, actor=Actor(name=word, type="people", country=name.code), rule="people")
    if name.kind == "city" or (name.kind == "capital" and PLACE_BEFORE.search(before)):
        actor = Actor(name=word, type="place", country=name.code)
        return Mention(kind="place", span=span, text=word, actor=actor, rule="place after a preposition" if name.kind == "capital" else "city")
    kind: str = "demonym" if name.kind == "demonym" else "state"
    rule = {"demonym": "adjective of a state", "capital": "capital for its government"}.get(name.kind, "name of a state")
    actor = Actor(name=word, id=name.code, type="state", country=name.code)
    return Mention(kind="demonym" if kind == "demonym" else "state", span=span, text=word, actor=actor, rule=rule)


def _find_russian(text: str, offset: int, ledger: Ledger) -> Iterator[Mention]:
    """Names in any case, and adjectives by their stems."""
    for match in _cyrillic().finditer(text):
        word = match.group()
        span = Span(offset + match.start(), offset + match.end())
        stem = next((s for s in ledger.stems if word.lower().startswith(s)), None)
        if stem is not None:
            actor = Actor(name=word, id=ledger.stems[stem], type="state", country=ledger.stems[stem])
            yield Mention(kind="demonym", span=span, text=word, actor=actor, rule="adjective of a state")
            continue
        known = next((found for stem, found in _by_stem().items() if word.startswith(stem) and len(word) - len(stem) <= 3), None)  # noqa: PLR2004, RUF100
        if known is not None:
            base, name = known
            yield msgspec.structs.replace(_named(base, name, span, ""), text=word)
