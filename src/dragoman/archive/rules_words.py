"""Zone rules that look at one line by itself; the first with an opinion decides, most have none."""

import re
from collections.abc import Callable

from dragoman.archive.dates import THREE_PARTS, is_date_line, parse_day
from dragoman.archive.layout import count_sentences
from dragoman.archive.lexicon import bare_words, load_lexicon
from dragoman.archive.lines import STOPPED, Line
from dragoman.model import ZoneKind

WordRule = Callable[[Line, str], ZoneKind | None]

WIKI_HEADING = re.compile(r"^(={1,6})\s*[^=].*?\1$")
MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+\S")
ADDRESSES = re.compile(r"^(?:https?://\S+|www\.\S+|[@#]\w+(?:\s+[@#]\w+)*)$")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PERSONAL = re.compile(r"\b(?:we|our|us|your|you|my|мы|нас|нам|наш\w*|вы|вас|вам|ваш\w*)\b|여러분|저희|독자|우리|후원|구독", re.IGNORECASE)
SPEECH = re.compile(r"^[—–\-]\s|[\"“”„«»]\s*[,.]?\s*(?:said|told|сказал|заявил)")
SIDE = re.compile(r"\((?:오른쪽|왼쪽|가운데|사진|앞줄|뒷줄|맨 |두 번째|첫 번째|세 번째)[^)]{0,12}\)|(?:오른쪽|왼쪽|가운데)[가-힣 ]{0,10}\)")
STANDING = re.compile(r"[,(]\s*(?:(?:second|third) from )?(?:left|right|cent(?:er|re)|слева|справа|в центре)\s*[,)]", re.IGNORECASE)
REPORTER = re.compile(r"다\.\s+\S{2,4}\s(?:선임)?기자$")
DOING = re.compile(r"(?:고|며) 있다[.\s]|[하되]고 있는 모습|기념\s?촬영")
DAY_AND_AGENCY = re.compile(r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s*/?\s*(?:뉴스1|뉴시스|연합뉴스|사진|[\w.]+@|/)")
PHOTOGRAPHER = re.compile(r"^[Фф]ото(?:графия|граф)? [А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё.]+)*(?:, [А-ЯЁ][\w. ]+)*$")
CLOSING_CREDIT = re.compile(
    r"\s[(\[]?(?:Photo|Photo by|Image|Фото|Источник фото|사진|사진제공|사진 제공)\s?[:=©]\s?[^.!?]{2,60}[)\]]?(?:\s?\([\w.]+\))?$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
CLOCK_ALONE = re.compile(r"^(?:at |um |à )?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?\s?m\.?)?(?:\s[A-Z]{2,4})?$", re.IGNORECASE)
CRUMB = re.compile(r"\s+(?:»|›|>|/|→)\s+")
SPLIT = re.compile(r"\s*[/|·,()\[\]]\s*|\s+via\s+|\s+[—–-]\s+")


def wiki_heading(line: Line, markup: str) -> ZoneKind | None:
    """`= Title =` heads the page, `== Part ==` a part of it."""
    found = WIKI_HEADING.match(line.text) if markup in {"plain", "wikitext"} else None
    if found is None:
        return None
    return "headline" if len(found[1]) == 1 and line.index == 0 else "subhead"


def markdown_heading(line: Line, markup: str) -> ZoneKind | None:
    """`# Title` at the top heads the page, others a part of it."""
    if markup != "markdown" or not MARKDOWN_HEADING.match(line.text):
        return None
    return "headline" if line.index == 0 else "subhead"


def table_row(line: Line, _markup: str) -> ZoneKind | None:
    """Cells between bars or tabs."""
    tabs, bars = line.text.count("\t"), line.text.count("|")
    is_row = tabs >= 2 or (tabs == 1 and line.words <= 12) or bars >= 3 or (line.text.startswith("|") and bars >= 2)
    return "table" if is_row else None


def translator_notice(line: Line, _markup: str) -> ZoneKind | None:
    """Who or what translated the page, in a short line or at its very beginning."""
    lexicon = load_lexicon("translator")
    if line.words > 40 or not lexicon.has_any(line.text):
        return None
    early = any(phrase in line.text.casefold()[:60] for phrase in lexicon.contains)
    return "translator_notice" if line.words <= 12 or (early and lexicon.has_start(bare_words(line.text))) else None


def appeal_phrase(line: Line, _markup: str) -> ZoneKind | None:
    """A request for money or a subscription that names itself."""
    lexicon, low = load_lexicon("appeal"), line.text.casefold()
    if lexicon.is_whole(line.text):
        return "appeal"
    if SPEECH.search(line.text):
        return None
    if lexicon.has_start(line.text) and line.words <= 40 and count_sentences(line.text) <= 3:
        return "appeal"
    return "appeal" if any(phrase in low for phrase in lexicon.strong) and PERSONAL.search(low) else None


def appeal_tone(line: Line, _markup: str) -> ZoneKind | None:
    """Two or more of the turns that such requests are made of, outside any quotation."""
    lexicon, low = load_lexicon("appeal"), line.text.casefold()
    if SPEECH.search(line.text) or any(mark in line.text for mark in '“«"'):
        return None
    return "appeal" if sum(phrase in low for phrase in lexicon.weak) >= 2 else None


def credit_words(line: Line, _markup: str) -> ZoneKind | None:
    """`Photo: …` and its like in other languages."""
    lexicon = load_lexicon("credit")
    if not (lexicon.has_start(line.text) or PHOTOGRAPHER.match(line.text)) or line.words > 40:
        return None
    return "caption" if line.words > 14 and count_sentences(line.text) >= 1 else "credit"


def credit_agency(line: Line, _markup: str) -> ZoneKind | None:
    """Nothing but names between slashes, an agency among them."""
    if line.words > 12 or line.prose or any(mark in line.text for mark in '…"“”‘’«'):
        return None
    pieces = [piece for piece in SPLIT.split(line.text.casefold().strip("()[] .")) if piece]
    return "credit" if any(is_agency(piece) for piece in pieces) and len(pieces) <= 5 and all(len(piece.split()) <= 4 for piece in pieces) else None


def is_agency(words: str) -> bool:
    """Whether lower-case words name a picture agency or who else gives pictures away."""
    return words.removesuffix("제공").strip() in load_lexicon("credit").agencies


def caption_credit(line: Line, _markup: str) -> ZoneKind | None:
    """A description that closes with its agency: `… on Monday. EPA / A. Name / TASS`, `… 있다. /연합뉴스`."""
    if line.words > 90 or count_sentences(line.text) > 5:
        return None
    if CLOSING_CREDIT.search(line.text):
        return "caption"
    tail = re.split(r"(?<=[.!?다])\s+|(?<=[다])[/\[(]|\s(?=[(\[])", line.text)[-1]
    low = tail.casefold().strip("()[]. ")
    pieces = [piece for piece in SPLIT.split(low) if piece]
    if len(tail) >= len(line.text) or len(low.split()) > 10 or not pieces:
        return None
    named = any(is_agency(piece) for piece in pieces)
    marked = low.startswith(("photo", "фото", "사진", "ap photo", "image", "자료사진", "file photo"))
    shaped = len(pieces) > 1 and "/" in tail
    alone = tail[0] not in "([" and len(pieces) == 1 and count_sentences(line.text) <= 3
    korean = line.script == "hangul" and count_sentences(line.text) <= 3 and not low.endswith("다")
    return "caption" if (named and (shaped or korean or alone)) or (marked and len(pieces) <= 5 and line.words <= 60) else None


def caption_scene(line: Line, _markup: str) -> ZoneKind | None:
    """A line that tells who stands where (`, right,` `(слева)` `(오른쪽)`), or closes with day or photographer."""
    if line.words > 60 or count_sentences(line.text) > 3:
        return None
    if line.script != "hangul":
        return "caption" if STANDING.search(line.text) else None
    doing = DOING.search(line.text) is not None
    closed = DAY_AND_AGENCY.search(line.text) or (doing and REPORTER.search(line.text))
    return "caption" if closed or (doing and SIDE.search(line.text)) else None


def caption_words(line: Line, _markup: str) -> ZoneKind | None:
    """A line that says it describes a picture."""
    starts = load_lexicon("credit").caption_starts
    return "caption" if line.words <= 60 and line.text.casefold().startswith(starts) else None


def byline_words(line: Line, _markup: str) -> ZoneKind | None:
    """Who wrote it: `By …`, `… 기자`, an address of the newsroom."""
    if line.words > 14 or line.prose:
        return None
    lexicon, low = load_lexicon("byline"), line.text.casefold().rstrip(".")
    names = [word for word in line.text.split()[1:] if word[:1].isalpha()]
    capital = sum(word[0].isupper() for word in names) >= 0.6 * len(names) if names else False
    started = low.startswith(lexicon.starts) and line.words <= 10 and (capital or line.script == "hangul")
    ended = low.endswith(lexicon.ends) and line.words <= 6
    mailed = MAIL.search(line.text) is not None and line.words <= 10
    return "byline" if started or ended or mailed or lexicon.has_any(low) else None


def dateline_words(line: Line, _markup: str) -> ZoneKind | None:
    """`Published …`, `입력 …` with a date behind it."""
    lexicon, low = load_lexicon("dateline"), line.text.casefold()
    if line.words > 20 or line.prose:
        return None
    if lexicon.has_start(line.text):
        return "dateline" if is_date_line(line.text, lexicon.starts) else None
    said = any(f"{word}:" in low or f"{word} " in low for word in lexicon.starts if len(word) > 5)
    return "dateline" if said and parse_day(line.text) is not None and CLOCK.search(line.text) else None


def stamped_line(line: Line, _markup: str) -> ZoneKind | None:
    """A short line with a day in figures or words and a clock, whatever else it says."""
    if CLOCK_ALONE.match(line.text):
        return "dateline"
    if line.words > 12 or STOPPED.search(line.text) or CLOCK.search(line.text) is None:
        return None
    return "dateline" if THREE_PARTS.search(line.text) or parse_day(line.text) is not None else None


def breadcrumb(line: Line, _markup: str) -> ZoneKind | None:
    """`Home » World » …`: the way to the page through its sections."""
    parts = [part for part in CRUMB.split(line.text) if part.strip()]
    return "navigation" if len(parts) > 1 and (len(parts) > 2 or bare_words(parts[0]) in load_lexicon("navigation").whole) and not line.ends else None


def related_words(line: Line, _markup: str) -> ZoneKind | None:
    """`Read more`, `Читайте также`, `관련기사`, alone or before a title."""
    lexicon = load_lexicon("related")
    return "related" if lexicon.is_whole(line.text) or (lexicon.has_start(line.text) and line.words <= 40) else None


def navigation_words(line: Line, _markup: str) -> ZoneKind | None:
    """Buttons, menus, notices of rights and cookies."""
    lexicon = load_lexicon("navigation")
    if lexicon.is_whole(line.text):
        return "navigation"
    short = line.words <= 40 and count_sentences(line.text) <= 3 and not SPEECH.search(line.text)
    return "navigation" if short and (lexicon.has_start(line.text) or lexicon.has_any(line.text)) else None


def address_line(line: Line, _markup: str) -> ZoneKind | None:
    """Nothing but a web address or hash tags."""
    return "navigation" if ADDRESSES.match(line.text) else None


def marks_only(line: Line, _markup: str) -> ZoneKind | None:
    """No letter and no digit: rules, arrows, bullets."""
    return "navigation" if line.words == 0 and len(line.text) < 200 else None


WORD_RULES: tuple[WordRule, ...] = (
    wiki_heading,
    markdown_heading,
    table_row,
    translator_notice,
    appeal_phrase,
    appeal_tone,
    caption_scene,
    caption_credit,
    credit_words,
    credit_agency,
    dateline_words,
    byline_words,
    stamped_line,
    breadcrumb,
    caption_words,
    related_words,
    navigation_words,
    address_line,
    marks_only,
)
