"""What a flattened page says of itself in its lines: author, outlet and address, where no head of the file tells them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.know.outlets import load_outlets
from dragoman.model import Zone

CAPITAL = "[A-ZА-ЯЁÀ-ÞŁŚŻČŠŽĐİŞÖÜ]"
NAME = rf"{CAPITAL}[\w’'.-]+(?: (?:(?:de|del|der|van|von|al|el|bin|da|di|le|la) )?{CAPITAL}[\w’'.-]*){{1,3}}"
SIGNED = re.compile(
    r"^(?:By|Written by|Reporting by|Story by|Posted by|Author\s*[-–:]|Authors\s*:"
    r"|Par|Von|Por|Di|Автор\s*[-–:]?|Текст\s*:|Записала?|Подготовила?|Корреспондент\s*:?)"
    rf"\s+({NAME}(?:(?:,| and| и| et| und| y) {NAME})*)",
)
KOREAN = re.compile(r"(?:^|[\s=\])·|/-])([가-힣]{2,4})\s?(?:선임|전문|객원|수습|인턴)?(?:기자|특파원|논설위원|앵커)(?![가-힣])")
WIRE_KOREAN = re.compile(r"^[(\[](?:[가-힣]{2,8}=)?([가-힣A-Za-z0-9]{2,12})(?:\s(?:[가-힣]{2,4})\s?(?:기자|특파원))?[)\]]")
WIRE_LATIN = re.compile(r"^[A-Z][\w .'’-]{2,30}(?:, [A-Z][a-z]+\.? \d{1,2})?(?:, \d{4})? \(([A-Z][\w .&'’-]{1,30})\)\s*[—–-]")
WIRE_RUSSIAN = re.compile(r"^[А-ЯЁ][А-ЯЁ -]{2,30}(?:, \d{1,2} [а-я]+)?(?:\.\s*/([А-ЯЁA-Z][^/]{1,30})/|\s*[—–-]\s*([А-ЯЁA-Z][^.,]{1,30}?)\.)")
RIGHTS = re.compile(
    r"^(?:<?저작권자\s*)?(?:Copyright\s*)?(?:©|ⓒ|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?([^.,<>|()]{2,40}?)"
    r"(?:[.,<>|]|\s+All rights|\s+무단|\s+Все права|\s*$)",
    re.IGNORECASE,
)
SOURCE = re.compile(r"^(?:Source|Источник|출처|Quelle|Fuente|Fonte)\s*[:=]\s*([^.:;/]{2,40})$")
URL = re.compile(r"https?://[^\s<>\"')\]]+")
PATH = re.compile(r"https?://[^/]+/.{6,}")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Author, outlet and address of a page; `None` where no line says."""

    author: str | None
    outlet: str | None
    url: str | None


def find_line_facts(text: str, zones: tuple[Zone, ...]) -> LineFacts:
    """What the lines of a page say: signed lines, heads of wire reports, notices of rights, bare addresses."""
    rows = [(zone.kind, text[zone.span.start : zone.span.stop]) for zone in zones]
    body = [index for index, (kind, _) in enumerate(rows) if kind == "body"]
    lead = rows[body[0]][1] if body else ""
    near = [words for index, (_, words) in enumerate(rows) if not body or index < body[0] + 1 or index > body[-1]]
    furniture = [words for kind, words in rows if kind in {"byline", "dateline", "navigation", "credit", "related"}]
    return LineFacts(author=_find_author(rows, lead), outlet=_find_outlet(lead, furniture, near), url=_find_url(furniture))


def _find_author(rows: Sequence[tuple[str, str]], lead: str) -> str | None:
    """Who signed: a byline, else the reporter at the head of a wire report."""
    for kind, words in rows:
        if kind == "byline":
            signed = SIGNED.match(words.strip(" -–—"))
            korean = KOREAN.search(words)
            if signed or korean:
                return signed[1] if signed else korean[1] if korean else None
    korean = KOREAN.search(lead[:60])
    return korean[1] if korean and lead[:1] in "([" else None


def _find_outlet(lead: str, furniture: list[str], near: list[str]) -> str | None:
    """Whose page it is: the head of a wire report, a notice of rights, a line that names a source, an outlet named by itself."""
    for pattern in (WIRE_KOREAN, WIRE_LATIN, WIRE_RUSSIAN):
        wire = pattern.match(lead)
        if wire:
            name = next(group for group in wire.groups() if group)
            if pattern is not WIRE_KOREAN or "=" in wire.group() or name in load_outlets():
                return name.strip()
    for pattern in (RIGHTS, SOURCE):
        for words in furniture:
            found = pattern.match(words.strip())
            if found and found[1].strip():
                return found[1].strip()
    return next(_name_outlets(near), None)


def _name_outlets(near: list[str]) -> Iterator[str]:
    """Lines that are nothing but the name of a known outlet."""
    for words in near:
        bare = words.strip(" -–—|/[]()<>")
        if bare in load_outlets():
            yield bare


def _find_url(furniture: list[str]) -> str | None:
    """The first address of a page among the furniture, one with a path before a bare site."""
    found = [match.group().rstrip(".,;") for words in furniture for match in URL.finditer(words)]
    return next((url for url in found if PATH.match(url)), found[0] if found else None)
