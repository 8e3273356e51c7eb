"""Names of states, unions, capitals and bodies in a text: what the ledger knows, found by its first words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.know.states import Ledger, Name, load_ledger
from dragoman.model import Actor, Mention, Span

HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[А-Яа-яЁё]")
RUSSIAN_PLACE = re.compile(r"(?<!\w)(?:в|во|из|под|через|около|до|близ)\s$", re.IGNORECASE)
RUSSIAN_VOICE = re.compile(r"\s(?:\w+\s)?(?:за|по|со|от|при|рас|под|на|вы|о)?\w+(?:ли|ют|ят|ются|лись)(?!\w)")
"""After "in Moscow": those there say, want or believe, so the government is meant."""
MOTION = "in|at|to|from|near|outside|via|through|into|around|leave|left|visit|visits|visited|visiting|reach|reached|bound for|tour|toured"
PLACE_BEFORE = re.compile(rf"\b(?:{MOTION})\s+(?:the\s+)?$", re.IGNORECASE)
FIELDS = "foreign|defence|defense|interior|finance|trade|economy|unification|energy|transport|justice|culture|commerce|foreign affairs"
BODIES = (
    rf"(?:{FIELDS}) ministry|embassy|consulate(?: general)?|parliament|state duma|joint chiefs of staff|customs service|central bank"
    r"|coast guard|navy|army|air force|cabinet|supreme court|intelligence service"
)
BODY = re.compile(rf"(?i:{BODIES})(?!\w)|[Mm]inistry of (?:Foreign|National|the|[A-Z])[\w]*(?: (?:and |of )?[A-Z]\w+)*")

ENDING = "[а-яё]{0,3}"
WORD_END = r"(?=(?:은|는|이|가|을|를|과|와|의|도|에|에서|에게|으로|로|측|발|행|시|까지|부터|주재)?(?![가-힣]))"
KOREAN_BODIES = "외교부|외무부|외무성|국방부|국방성|통일부|상무부|재무부|국무부|정부|대사관|의회|군당국|당국|대통령실|국가안보실|관세청|중앙은행"
KOREAN_BODY = re.compile(rf" ?(?:{KOREAN_BODIES})(?=(?:은|는|이|가|을|를|과|와|의|도|에|측|에서|에게)?(?![가-힣]))")
LETTERS = {"한": "KOR", "미": "USA", "러": "RUS", "중": "CHN", "일": "JPN", "북": "PRK"}
"""States by one syllable, as in 한러 or 북중; only side by side and before what states share."""
LETTERED = re.compile(
    rf"(?<![가-힣])[{''.join(LETTERS)}]{{2,3}}(?= ?(?:관계|정상|회담|협력|외교|장관|양국|동맹|수교|교역|무역|협정|갈등|간 |3국|국방|정상회의))"
)
HYPHENED = re.compile(rf"(?<![가-힣])[{''.join(LETTERS)}](?=[-·][가-힣])")
"""One syllable beside a name that is written out: 한-베트남."""
RUSSIAN_BODIES = (
    r"(?:МИД|Минобороны|Минфин|Минэнерго|МВД|[Мм]инистерств[а-яё]{1,3}\s(?:иностранных\sдел|обороны|финансов|торговли|энергетики)"
    r"|[Пп]равительств[а-яё]{1,3}|[Пп]осольств[а-яё]{1,3}|[Пп]арламент[а-яё]{0,3}|[Вв]ласт[а-яё]{1,3}|ВМС|ВВС)"
)
BODY_BEFORE = re.compile(rf"(?<!\w){RUSSIAN_BODIES}\s$")
BODY_BEHIND = re.compile(rf"\s{RUSSIAN_BODIES}(?!\w)")


@cache
def _latin() -> re.Pattern[str]:
    words = sorted((word for word in load_ledger().names if not HANGUL.search(word) and not CYRILLIC.search(word)), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


@cache
def _hangul() -> re.Pattern[str]:
    """Names of Hangul; a city must end the word, but for a particle: 다카이치 is not in 다카."""
    words = sorted((word for word in load_ledger().names if HANGUL.search(word)), key=len, reverse=True)
    parts = (re.escape(word) + (WORD_END if load_ledger().names[word].kind in ("capital", "city") else "") for word in words)
    return re.compile(r"(?<![가-힣])(?:" + "|".join(parts) + ")")


@cache
def _cyrillic() -> re.Pattern[str]:
    """Names with any ending of Russian cases, in each of their words: what changes is cut off."""
    words = sorted((word for word in load_ledger().names if CYRILLIC.search(word)), key=len, reverse=True)
    adjectives = [f"[{s[0].upper()}{s[0]}]{s[1:]}[а-яё]{{1,3}}" for s in load_ledger().stems]
    return re.compile(r"(?<!\w)(?:" + "|".join([*map(_any_case, words), *adjectives]) + r")(?!\w)")


def _stem(word: str) -> str:
    """A Russian word without its changing ending."""
    if word.isupper() or len(word) < 4:  # noqa: PLR2004, RUF100
        return word
    return re.sub(r"(?:ая|ые|ое|ый|[аяыийоеь])$", "", word)


def _any_case(name: str) -> str:
    """A pattern of a Russian name in any case."""
    return " ".join(re.escape(_stem(part)) + _ending(part) for part in name.split(" "))


def _ending(word: str) -> str:
    """What may follow the stem: something must where a singular lost its vowel, so that the name Росси is not Россия."""
    if word.isupper():
        return ""
    return "[а-яё]{1,3}" if word[-1] in "аяоеь" and _stem(word) != word else ENDING


@cache
def _by_initials() -> dict[str, list[tuple[re.Pattern[str], str, Name]]]:
    """Russian names by their first two letters, those with the longest stems first."""
    table: dict[str, list[tuple[re.Pattern[str], str, Name]]] = defaultdict(list)
    for word, name in sorted(load_ledger().names.items(), key=lambda row: -len(_stem(row[0]))):
        if CYRILLIC.search(word):
            table[word[:2]].append((re.compile(_any_case(word)), word, name))
    return table


@cache
def _known(words: str) -> tuple[str, Name] | None:
    """The name in its base form of which `words` is a case: itself, else the likeliest in length."""
    fits = [(word, name) for pattern, word, name in _by_initials().get(words[:2], []) if pattern.fullmatch(words)]
    return min(fits, key=lambda row: (row[0] != words, abs(len(row[0]) - len(words)))) if fits else None


def find_names(text: str, language: str, offset: int) -> Iterator[Mention]:
    """The ledger's names in one paragraph's text, bodies of states among them; `offset` is where the text begins.

    After a hyphen a name counts only beside another ("Oslo-Lima talks", but not "anti-Norwegian").
    """
    ledger = load_ledger()
    if language == "ru":
        yield from _find_russian(text, offset, ledger)
        return
    if language == "ko":
        yield from _find_lettered(text, offset)
    pattern = _hangul() if language == "ko" else _latin()
    taken, last = 0, -1
    for match in pattern.finditer(text):
        if match.start() < taken or (text[match.start() - 1 : match.start()] == "-" and match.start() - 1 != last):
            continue
        last = match.end()
        name = ledger.names[match.group()]
        stop = match.end()
        body = _body_after(text, stop, language) if name.kind in ("state", "capital", "demonym", "organisation") else None
        if body is not None:
            taken = body
            actor = Actor(name=text[match.start() : body], type="agency", country=None if name.kind == "organisation" else name.code)
            yield Mention(kind="agency", span=Span(offset + match.start(), offset + body), text=text[match.start() : body], actor=actor, rule="body of a state")
            continue
        yield _named(match.group(), name, Span(offset + match.start(), offset + stop), text[: match.start()])


def _body_after(text: str, stop: int, language: str) -> int | None:
    """Where a body that belongs to the name before ends ("Oslo's foreign ministry"); `None` where none follows."""
    if language == "ko":
        follows = KOREAN_BODY.match(text, stop)
        return follows.end() if follows else None
    link = re.compile(r"(?:['’]s)? ").match(text, stop)
    body = BODY.match(text, link.end()) if link else None
    return body.end() if body else None


def _named(word: str, name: Name, span: Span, before: str) -> Mention:
    """The mention of one name; a capital is its state unless a preposition makes it a place."""
    if name.kind == "organisation":
        return Mention(kind="organisation", span=span, text=word, actor=Actor(name=word, id=name.code, type="organisation"), rule="union of states")
    if name.kind == "agency":
        return Mention(kind="state", span=span, text=word, actor=Actor(name=word, id=name.code, type="state", country=name.code), rule="seat of power")
    if name.kind == "body":
        return Mention(kind="agency", span=span, text=word, actor=Actor(name=word, type="agency", country=name.code), rule="body of a state by its name")
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
    """Names in any case, adjectives by their stems, and bodies with the state that they belong to."""
    for match in _cyrillic().finditer(text):
        word = match.group()
        span = Span(offset + match.start(), offset + match.end())
        known = _known(word)
        stem = next((s for s in ledger.stems if known is None and word.lower().startswith(s)), None)
        before = BODY_BEFORE.search(text[: match.start()])
        behind = BODY_BEHIND.match(text, match.end()) if stem is not None else None
        code = ledger.stems[stem] if stem is not None else known[1].code if known is not None and known[1].kind in ("state", "capital") else None
        if code is not None and (behind or (before and known)):
            start, stop = (match.start(), behind.end()) if behind else (before.start() if before else 0, match.end())
            actor = Actor(name=text[start:stop], type="agency", country=code)
            yield Mention(kind="agency", span=Span(offset + start, offset + stop), text=text[start:stop], actor=actor, rule="body of a state")
        elif stem is not None:
            yield Mention(kind="demonym", span=span, text=word, actor=Actor(name=word, id=code, type="state", country=code), rule="adjective of a state")
        elif known is not None:
            base, name = known
            named = _named(base, name, span, "")
            if name.kind == "capital" and RUSSIAN_PLACE.search(text[: match.start()]) and not RUSSIAN_VOICE.match(text, match.end()):
                named = Mention(kind="place", span=span, text=base, actor=Actor(name=base, type="place", country=name.code), rule="place after a preposition")
            yield msgspec.structs.replace(named, text=word)


def _find_lettered(text: str, offset: int) -> Iterator[Mention]:
    """States named by one syllable each: 한러, 한미일, 한-베트남."""
    places = [place for match in LETTERED.finditer(text) for place in range(match.start(), match.end())]
    places.extend(match.start() for match in HYPHENED.finditer(text) if _hangul().match(text, match.end() + 1))
    for place in places:
        letter, span = text[place], Span(offset + place, offset + place + 1)
        actor = Actor(name=letter, id=LETTERS[letter], type="state", country=LETTERS[letter])
        yield Mention(kind="state", span=span, text=letter, actor=actor, rule="state by one syllable")
