"""Names of states, unions, capitals and bodies in a text: what the ledger knows, found by its first words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.know.ambiguous import load_ambiguous
from dragoman.know.states import Ledger, Name, load_ledger
from dragoman.model import Actor, Mention, Span
from dragoman.read.metonyms import read_metonym
from dragoman.read.names_ru import CYRILLIC, find_russian_names

HANGUL = re.compile("[가-힣]")
PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]utside|[Ii]nto|[Aa]round)\s(?:the\s)?$|(?<!\w)(?:[Вв]о?|[Ии]з|[Пп]од|[Оо]коло|[Дд]о|[Бб]лиз)\s$"
)
PLACE_BEHIND = re.compile(r"(?:에서|발|행|시|주재)(?![가-힣])")
"""Without one of these a guarded name ("Nice", "빈") is a common word or a person's name."""
FIELDS = "foreign|defence|defense|interior|finance|trade|economy|unification|energy|transport|justice|culture|commerce|foreign affairs"
BODIES = (
    rf"(?:{FIELDS}) ministry|foreign office|embassy|consulate(?: general)?|parliament|state duma|joint chiefs of staff|customs service|central bank"
    r"|coast guard|navy|army|air force|cabinet|supreme court|intelligence service"
)
BODY = re.compile(rf"(?i:{BODIES})(?!\w)|[Mm]inistry of (?:Foreign|National|the|[A-Z])[\w]*(?: (?:and |of )?[A-Z]\w+)*")

MONEY = "dollars?|pounds?|rupees?|roubles?|rubles?|pesos?|francs?|yen|won|yuan|lir[ae]s?|dinars?|dirhams?|riyals?|rials?|shillings?"
MONEY_BEHIND = re.compile(rf"\$|(?:(?<=US)|(?<=U\.S\.)) \$|[ -](?:{MONEY})\b| ?달러")
MONEY_BEFORE = re.compile(r"(?:доллар|рубл|фунт|франк|песо|рупи|динар|дирхам|риал|фунт)[а-яё]{0,3}\s$")
LONGEST_MONEY = 12
"""A state beside the name of its money is no party: "five million US dollars"."""
SHORTEST = 3
"""Letters of a name up to which, in capitals, it may well be an abbreviation."""
WORD_END = r"(?=(?:은|는|이|가|을|를|과|와|의|도|에|에서|에게|으로|로|측|발|행|시|까지|부터|주재)?(?![가-힣]))"
KOREAN_BODIES = (
    "군|해군|공군|육군|외교부|외무부|외무성|국방부|국방성|통일부|상무부|재무부|국무부|정부|대사관|의회|군당국|당국|대통령실|국가안보실|관세청|중앙은행"
)
KOREAN_BODY = re.compile(rf" ?(?:{KOREAN_BODIES})(?=(?:은|는|이|가|을|를|과|와|의|도|에|측|에서|에게)?(?![가-힣]))")
ALONE = "미러영"
"""Syllables that stand alone for a state before its offices and bodies: "올레 한센 미 국무장관"; not behind another such syllable of a name."""
OFFICES = "(?:국무|국방|외무|재무|상무|법무)(?:장관|부 ?장관)|(?:외무|재무|상무|법무)부(?![가-힣]{2})|대통령|행정부|정부|의회|대사(?![가-힣]{3})"
SHARED = (
    "관계|정상|회담|협력|외교|외무|장관|양국|동맹|수교|교역|무역|협정|조약|갈등|국방|연합|합동|군사|안보|전쟁|접경|국경|대화|공조|공동|통상|경제|전략|간 |3국"
    "|3자|양자|우호|친선|FTA|자유무역|방위|상호|패권|경쟁|분쟁|충돌|공급망|기술|고위급|실무|특사|의원|문화|과학|북핵|정부|당국|이산|선언|합의|화해|교류|연락|철도"
)
DOTS = "[·∙・‧ㆍ/-]"
RUSSIAN_BODIES = (
    r"(?:МИД(?:ЕИ|а|у|е|ом)?|Минобороны|Минфин|Минэнерго|МВД|[Мм]инистерств[а-яё]{1,3}\s(?:иностранных\sдел|обороны|финансов|торговли|энергетики)"
    r"|[Пп]равительств[а-яё]{1,3}|[Пп]осольств[а-яё]{1,3}|[Пп]арламент[а-яё]{0,3}|[Вв]ласт[а-яё]{1,3}|ВМС|ВВС)"
)
BODY_BEFORE = re.compile(rf"(?<!\w){RUSSIAN_BODIES}\s$")
BODY_BEHIND = re.compile(rf"\s{RUSSIAN_BODIES}(?!\w)")


@cache
def _latin() -> re.Pattern[str]:
    words = [word for word in load_ledger().names if not HANGUL.search(word) and not CYRILLIC.search(word)]
    words += [word for word in load_ambiguous().words if word.isascii() and word not in load_ledger().names]
    words += _spelled_otherwise()
    return re.compile(r"(?<!\w)" + _any_of({word: re.escape(word) for word in words}) + r"(?!\w)")


@cache
def _spelled_otherwise() -> dict[str, str]:
    """Names in capitals throughout, as headlines and first words of a story have them, or with a curly apostrophe, with the usual spelling."""
    ledger = load_ledger()
    plain = (word for word, name in ledger.names.items() if name.kind in ("state", "capital", "demonym") and word.isascii() and word not in ledger.guarded)
    capitals = {word.upper(): word for word in plain if len(word) > SHORTEST and word.upper() not in ledger.names}
    return capitals | {word.replace("'", "’"): word for word in ledger.names if "'" in word}


@cache
def _hangul() -> re.Pattern[str]:
    """Names of Hangul; a city must end the word, but for a particle: 다카이치 is not in 다카."""
    ledger = load_ledger()
    words = {word: re.escape(word) for word in (*ledger.names, *load_ambiguous().words) if HANGUL.search(word)}
    words["EU"] = "(?<![A-Za-z])EU(?![A-Za-z])"
    cities = {word for word in words if word in ledger.names and ledger.names[word].kind in ("capital", "city")}
    others = _any_of({word: pattern for word, pattern in words.items() if word not in cities})
    return re.compile(rf"(?<![가-힣])(?:{_any_of({word: words[word] for word in cities})}{WORD_END}|{others})")


@cache
def _lettered() -> re.Pattern[str]:
    """Pairs of states by one syllable each: side by side before what states share, or with a mark between."""
    table = load_ambiguous()
    letter, pairs = f"[{''.join(table.syllables)}]", "|".join(sorted(table.pairs, key=len, reverse=True))
    alone = rf"(?<![ ][가-힣] )[{ALONE}](?= (?:{OFFICES}))"
    return re.compile(
        rf"(?<![가-힣·])(?:{alone}|(?:{pairs})(?= ?(?:{SHARED}))|{letter}(?:{DOTS}{letter}){{1,2}}(?=(?: |,|은|는|이|가|을|를|과|와|의|도|에|{SHARED})))"
    )


def _any_of(patterns: dict[str, str]) -> str:
    """One pattern for many names, the longest first, in groups by their first letters so that few are tried."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(patterns, key=len, reverse=True):
        groups[word[0]].append(patterns[word])
    parts = (f"(?={re.escape(first)})(?:{'|'.join(group)})" for first, group in groups.items())
    return f"(?=[{re.escape(''.join(groups))}])(?:{'|'.join(parts)})"


def find_names(text: str, language: str, offset: int) -> Iterator[Mention]:
    """The ledger's names in one paragraph's text, bodies of states among them; `offset` is where the text begins.

    After a hyphen a name counts only beside another ("Oslo-Lima talks", but not "anti-Norwegian").
    """
    if language == "ru":
        yield from _find_russian(text, offset, load_ledger())
        return
    if language == "ko":
        yield from _find_lettered(text, offset)
        yield from _find_han(text, offset)
    pattern = _hangul() if language == "ko" else _latin()
    taken, last = 0, -1
    for match in pattern.finditer(text):
        tied = text[match.start() - 1 : match.start()] == "-" and match.start() - 1 != last and language != "ko"
        word = _spelled_otherwise().get(match.group(), match.group())
        name = _choose_name(word, text, match.start(), match.end())
        if match.start() < taken or name is None or tied or MONEY_BEHIND.match(text, match.end()):
            continue
        last = match.end()
        stop = match.end()
        if language == "ko":
            yield from _find_letter_before(text, match.start(), offset)
        body = _body_after(text, stop, language) if name.kind in ("state", "capital", "demonym", "organisation") else None
        if body is not None:
            taken = body
            actor = Actor(name=text[match.start() : body], type="agency", country=None if name.kind == "organisation" else name.code)
            yield Mention(kind="agency", span=Span(offset + match.start(), offset + body), text=text[match.start() : body], actor=actor, rule="body of a state")
            continue
        place = name.kind in ("capital", "agency") and read_metonym(text, match.start(), stop, language)[0] == "place"
        named = _named(word, name, Span(offset + match.start(), offset + stop), is_place=place)
        yield msgspec.structs.replace(named, text=match.group())


def _choose_name(word: str, text: str, start: int, stop: int) -> Name | None:
    """What a name means here: a doubtful one by the words around it; `None` where no state is meant."""
    ledger, doubt = load_ledger(), load_ambiguous().find(word)
    name = ledger.names.get(word)
    if name is not None and word in ledger.guarded and name.kind in ("capital", "city"):
        return name if PLACE_BEFORE.search(text[:start]) or PLACE_BEHIND.match(text, stop) else None
    if name is not None and name.kind == "form":
        return Name("demonym", name.code) if re.match(r"[-–](?!Pacific|[A-Z]{2}|[a-z])[A-Z]", text[stop : stop + 9]) else None
    if doubt is None:
        return name
    if doubt.excludes(text, start, stop):
        return None
    code, cue = doubt.choose(text)
    if name is None:
        return Name("state", code) if code is not None and (doubt.codes or cue) else None
    return name if cue is None or code is None or code not in doubt.codes or name.kind != "state" else Name(name.kind, code)


def _body_after(text: str, stop: int, language: str) -> int | None:
    """Where a body that belongs to the name before ends ("Oslo's foreign ministry"); `None` where none follows."""
    if language == "ko":
        follows = KOREAN_BODY.match(text, stop)
        return follows.end() if follows else None
    link = re.compile(r"(?:['’]s)? ").match(text, stop)
    body = BODY.match(text, link.end()) if link else None
    return body.end() if body else None


def _named(word: str, name: Name, span: Span, *, is_place: bool) -> Mention:
    """The mention of one name; a capital or palace is its state unless the words around make it a place."""
    if name.kind == "organisation":
        return Mention(kind="organisation", span=span, text=word, actor=Actor(name=word, id=name.code, type="organisation"), rule="union of states")
    if name.kind == "city" or is_place:
        rule = {"capital": "place after a preposition", "city": "city"}.get(name.kind, "palace as a place")
        return Mention(kind="place", span=span, text=word, actor=Actor(name=word, type="place", country=name.code), rule=rule)
    if name.kind == "agency":
        return Mention(kind="state", span=span, text=word, actor=Actor(name=word, id=name.code, type="state", country=name.code), rule="seat of power")
    if name.kind == "body":
        return Mention(kind="agency", span=span, text=word, actor=Actor(name=word, type="agency", country=name.code), rule="body of a state by its name")
    if name.kind == "people":
        return Mention(kind="people", span=span, text=word, actor=Actor(name=word, type="people", country=name.code), rule="people")
    kind: str = "demonym" if name.kind == "demonym" else "state"
    rule = {"demonym": "adjective of a state", "capital": "capital for its government"}.get(name.kind, "name of a state")
    actor = Actor(name=word, id=name.code, type="state", country=name.code)
    return Mention(kind="demonym" if kind == "demonym" else "state", span=span, text=word, actor=actor, rule=rule)


def _find_russian(text: str, offset: int, ledger: Ledger) -> Iterator[Mention]:
    """Names in any case, adjectives by their stems, and bodies with the state that they belong to."""
    for match in find_russian_names(text):
        word, stem = text[match.start : match.stop], match.stem
        span = Span(offset + match.start, offset + match.stop)
        doubt = load_ambiguous().find(stem) if stem is not None else None
        if doubt is not None and doubt.excludes(text, match.start, match.start + len(doubt.word)):
            continue
        if MONEY_BEFORE.search(text[max(0, match.start - LONGEST_MONEY) : match.start]):
            continue
        known = ledger.names.get(match.base) if match.base is not None else None
        before = BODY_BEFORE.search(text[: match.start])
        behind = BODY_BEHIND.match(text, match.stop) if stem is not None else None
        code = ledger.stems[stem] if stem is not None else known.code if known is not None and known.kind in ("state", "capital") else None
        if code is not None and (behind or (before and known)):
            start, stop = (match.start, behind.end()) if behind else (before.start() if before else 0, match.stop)
            actor = Actor(name=text[start:stop], type="agency", country=code)
            yield Mention(kind="agency", span=Span(offset + start, offset + stop), text=text[start:stop], actor=actor, rule="body of a state")
        elif stem is not None:
            yield Mention(kind="demonym", span=span, text=word, actor=Actor(name=word, id=code, type="state", country=code), rule="adjective of a state")
        elif match.base is not None:
            name = _choose_name(match.base, text, match.start, match.stop)
            if name is not None:
                place = name.kind in ("capital", "agency") and read_metonym(text, match.start, match.stop, "ru")[0] == "place"
                yield msgspec.structs.replace(_named(match.base, name, span, is_place=place), text=word)


def _find_letter_before(text: str, start: int, offset: int) -> Iterator[Mention]:
    """The state of one syllable that a mark ties to the name at `start`: 한-베트남."""
    letter = re.search(rf"(?<![가-힣])([가-힣]){DOTS}$", text[max(0, start - 3) : start])
    code = load_ambiguous().syllables.get(letter[1]) if letter else None
    if letter and code:
        place = start - len(letter.group())
        actor = Actor(name=letter[1], id=code, type="state", country=code)
        yield Mention(kind="state", span=Span(offset + place, offset + place + 1), text=letter[1], actor=actor, rule="state by one syllable")


def _find_lettered(text: str, offset: int) -> Iterator[Mention]:
    """States named by one syllable each: 한러, 한미일, 한·미."""
    codes = load_ambiguous().syllables
    for match in _lettered().finditer(text):
        for place in range(match.start(), match.end()):
            letter, span = text[place], Span(offset + place, offset + place + 1)
            if letter not in codes:
                continue
            actor = Actor(name=letter, id=codes[letter], type="state", country=codes[letter])
            yield Mention(kind="state", span=span, text=letter, actor=actor, rule="state by one syllable")


@cache
def _han() -> re.Pattern[str]:
    """One Han character for a state: no part of a gloss or a row of such characters."""
    return re.compile(rf"(?<![一-龥(])[{''.join(load_ambiguous().characters)}](?=[가-힣]|, ?|[·-][一-龥가-힣])")


def _find_han(text: str, offset: int) -> Iterator[Mention]:
    """States named by one Han character each: 日외무상."""
    codes = load_ambiguous().characters
    for match in _han().finditer(text):
        actor = Actor(name=match.group(), id=codes[match.group()], type="state", country=codes[match.group()])
        span = Span(offset + match.start(), offset + match.end())
        yield Mention(kind="state", span=span, text=match.group(), actor=actor, rule="state by one character")
