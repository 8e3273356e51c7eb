"""The people of a Russian text: titles before names in any case, first names with family names, and later namings."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

from dragoman.model import Actor, Mention, Span
from dragoman.read.people import Person, body_of, country_of, literal_of, span_of
from dragoman.read.roles import load_roles

TABLE = Path(__file__).parent / "lang" / "ru" / "people.toml"
with TABLE.open("rb") as opened:
    KNOWN = tomllib.load(opened)
FAMILY_FIRST = frozenset(KNOWN["words"]["family_first"])
FIRST_NAMES = frozenset(KNOWN["words"]["first_names"])
WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]+)*"
SHORT = "(?:" + "|".join(f"(?<={name} )" for name in sorted(FAMILY_FIRST)) + r")[ИЭОУ](?![\w.-])"
"""A given name of one letter, behind a family name that stands first: «Ван И»."""
RUN = re.compile(rf"(?<![\w-]){WORD}(?: (?:(?:аль|эль|ас|аш|ат|ад|ар|аз|ан|бен|бин|ибн|де|ди|дер|ван|фон|да)[ \u2011-])?(?:{WORD}|{SHORT})){{0,2}}(?![\w-])")
WHOSE = r"\s(?:[а-яё-]+(?:ого|его|ой|ей)\s)?"
"""The state of a body in a title, as an adjective before the body: «глава [норвежского] МИД»."""
BODIES = (
    ("МИД", "МИД[а-яё]{0,2}"),
    ("президента", "президента"),
    ("премьера", "премьера"),
    ("ведомства", "ведомства"),
    ("правительства", "правительства"),
    ("дипломатии", "дипломатии"),
    ("парламента", "парламента"),
)
"""Bodies that end a title, with their forms."""


def _title_words(word: str) -> str:
    """The pattern of one title."""
    for body, forms in BODIES:
        if word.endswith(f" {body}"):
            word = word.removesuffix(f" {body}") + WHOSE + forms
    return word.replace(" ", r"\s").replace("~", "[а-яё]{0,4}")


TITLES = [(row["title"], "|".join(map(_title_words, row["words"]))) for row in KNOWN["title"]]
TITLE = re.compile(
    r"(?<![\w-])(?P<rank>(?:перв|бывш|экс-|и\. ?о\. |врио |исполняющ|нов)[а-яё]* ?)?(?:"
    + "|".join(f"(?P<t{i}>{words})" for i, (_, words) in enumerate(TITLES))
    + r")(?![\w-])",
    re.IGNORECASE,
)
RUSSIAN_ENDS = ("ова", "ева", "ёва", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "ского", "скому", "ским", "ской", "овой", "евой", "иной")
"""Ends of family names that decline as Russian ones do."""
CASE_ENDINGS = {
    "gent": (("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("оя", "ой"), ("уя", "уй"), ("я", "ь"), ("а", ""), ("ы", "а"), ("ии", "ия"), ("ьи", "ья")),
    "datv": (("ию", "ий"), ("ею", "ей"), ("аю", "ай"), ("ую", "уй"), ("ю", "ь"), ("у", "")),
    "ablt": (
        ("ием", "ий"),
        ("еем", "ей"),
        ("аем", "ай"),
        ("уем", "уй"),
        ("оем", "ой"),
        *((f"{sound}ем", sound) for sound in "чшжщц"),
        ("ем", "ь"),
        ("ом", ""),
        ("ой", "а"),
        ("ией", "ия"),
        ("ей", "я"),
    ),
    "loct": (("ии", "ий"),),
}
CASE_ENDINGS["accs"] = (*(pair for pair in CASE_ENDINGS["gent"] if pair[0] not in ("ы", "ии", "ьи")), ("ую", "ая"), ("у", "а"), ("ю", "я"))
"""What a case adds to a foreign name, and what stands there in the nominative."""
REGION = re.compile(rf"{WORD} (?:област|кра|район|округ|губерни|провинци|штат)(?:а|я|и|ь|й|е|ом|ем|ью|ей)?(?![\w-])")
"""The region of a governor, between his title and his name."""
BETWEEN = re.compile(r"(?<![\w-])(?:" + "|".join(word.replace("~", "[а-яё]{0,4}") for word in KNOWN["words"]["between"]) + r")(?![\w-])")
"""States and bodies in words that look like names, between a title and its name."""
OF_ANOTHER = re.compile(r"(?<![\w-])(?P<who>" + "|".join(word.replace("~", "[а-яё]{0,4}") for word in KNOWN["words"]["of_another"]) + r") \Z", re.IGNORECASE)
"""Who is the wife, aide or envoy of the title that follows."""
OPENING = 30
"""Letters at the beginning of a sentence in which its subject is named."""
REACH = 110
"""Letters within which the name must follow its title."""


@cache
def load_analyzer() -> MorphAnalyzer:
    """The dictionary of Russian word forms, loaded once."""
    return MorphAnalyzer()


@cache
def _parses(word: str) -> tuple[Parse, ...]:
    return tuple(load_analyzer().parse(word))


def _is_first_name(word: str) -> bool:
    return word in FIRST_NAMES or any("Name" in parse.tag and parse.is_known and parse.score > 0.1 for parse in _parses(word))  # noqa: PLR2004, RUF100


def base_name(words: str, case: str | None = None) -> str:
    """The name in the nominative; the case is that of its title where that is known, else read from its first word.

    Words that the dictionary does not know lose the ending that this case gives to a man's name; what ends otherwise has no cases.
    """
    parts = words.split(" ")
    case = "accs" if case == "gent" and parts[0].endswith(("у", "ю")) else case  # «посла [Анну]»
    if len(parts) > 1 and parts[0] in FAMILY_FIRST:
        return words if case is None else " ".join([parts[0], *(_without_ending(part, case) for part in parts[1:])])
    if case is not None:
        known = [p for p in _parses(parts[0]) if p.is_known and p.tag.case == case and {"Name", "Surn", "Patr"} & set(p.tag.grammemes)]
        gender = known[0].tag.gender if known else None
        return " ".join(_known_form(part, case, gender) or _without_ending(part, case) for part in parts)
    first = [parse for parse in _parses(parts[0]) if {"Name", "Surn", "Patr"} & set(parse.tag.grammemes)] or list(_parses(parts[0]))
    if parts[0] in FIRST_NAMES or first[0].tag.case in (None, "nomn"):
        return _out_of_instrumental(words)
    return " ".join(_nominative(part, first[0].tag.case, first[0].tag.gender) for part in parts)


def _out_of_instrumental(words: str) -> str:
    """A foreign name whose first word has no cases, while its last stands in the instrumental (Энтони Блинкеном) or as the dictionary knows it."""
    *given, last = words.split(" ")
    if not given or not last.endswith(("ом", "ем", "ым")) or len(last) < 5:  # noqa: PLR2004, RUF100
        return words
    known = any(parse.is_known and parse.tag.case == "nomn" for parse in _parses(last))
    return words if known or last.endswith("ым") else " ".join([*given, last[:-2]])


def _known_form(part: str, case: str, gender: str | None) -> str | None:
    """The nominative of a word that the dictionary knows as a name in this case; `None` of all others."""
    if "-" in part or part.islower():
        return part if part.islower() else None
    named = [p for p in _parses(part) if {"Name", "Surn", "Patr"} & set(p.tag.grammemes) and p.tag.number == "sing"]
    fits = [p for p in named if p.tag.case == case and (gender is None or p.tag.gender in (None, gender)) and (p.is_known or part.endswith(RUSSIAN_ENDS))]
    form = fits[0].inflect({"nomn", "sing"}) if fits else None
    return form.word.capitalize() if form is not None else None


def _without_ending(part: str, case: str) -> str:
    """A name that no dictionary knows, without the ending of a case; a hyphenated one loses it at its end."""
    for ending, base in CASE_ENDINGS.get(case, ()) if not part.endswith("еску") else ():
        if part.endswith(ending) and len(part) > len(ending) + 1 and not part.islower():
            return part[: -len(ending)] + base
    return part


def _case_of_title(title: re.Match[str]) -> str | None:
    """The case of a title, by its first word that has one; an accusative of people is a genitive."""
    for word in title.group().removeprefix("врио ").split():
        known = [p for p in _parses(word.rpartition("-")[2].lower()) if p.is_known and p.tag.number == "sing" and p.tag.case]
        parses = [p for p in known if "anim" in p.tag] or known
        if parses:
            cases = {"gent" if p.tag.case == "accs" and word.endswith(("ого", "его")) else p.tag.case for p in parses}
            return "gent" if "gent" in cases else next(iter(sorted(cases)))
    return None


def _is_plain_noun(word: str) -> bool:
    """Whether the dictionary knows a word only as a common noun or adjective, so that it is no name."""
    known = [parse for parse in _parses(word) if parse.is_known]
    return bool(known) and not any({"Name", "Surn", "Patr", "Geox", "Orgn"} & set(parse.tag.grammemes) for parse in known)


def _nominative(part: str, case: str, gender: str | None) -> str:
    """One word of a name in the nominative; as it stands where the dictionary cannot tell."""
    if "-" in part or part.islower():
        return part
    fits = [p for p in _parses(part) if p.tag.case == case and p.tag.number == "sing" and (gender is None or p.tag.gender is None or p.tag.gender == gender)]
    fits.sort(key=lambda parse: not {"Name", "Surn", "Patr"} & set(parse.tag.grammemes))
    form = fits[0].inflect({"nomn", "sing"}) if fits else None
    return form.word.capitalize() if form is not None else part


def find_russian_people(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each naming with a title, and each first name with a family name; `names` are the states already found."""
    masked = _mask_bodies(mask_names(text, offset, names))
    taken: set[int] = set()
    last = ""
    for match in TITLE.finditer(text):
        title = next(TITLES[i][0] for i in range(len(TITLES)) if match[f"t{i}"])
        told, last = title, (last if title == "counterpart" else title)
        title = last if told == "counterpart" and last else title
        following = TITLE.search(text, match.end())
        name = _name_after(masked, match.end())
        nearer = name is not None and following is not None and match.end() < following.start() and following.end() <= name.start()
        if name is not None and (_is_of_another(text, match, name) or (nearer and not (following and _is_of_another(text, following, name)))):
            continue  # "президентов главы ведомств А и Б": the name is that of the nearer title
        if name is None or all(_is_plain_noun(word) for word in name.group().split(" ")):
            continue
        taken.add(name.start())
        owner, to = _owners(text, (match.start(), match.end(), name.start()), offset, names)
        rank = (match["rank"] or "").lower()
        words = f"first {title}" if rank.startswith("перв") else title
        words = f"former {words}" if rank.startswith(("бывш", "экс")) else f"acting {words}" if rank.startswith(("и.", "исп", "врио")) else words
        plain = name.group() if _is_nominative(match) else base_name(name.group(), _case_of_title(match))
        actor = Actor(name=plain, id=body_of(owner), type="person", country=country_of(owner), literal=literal_of(owner), role=words)
        office = None if title == "professor" or told == "counterpart" else Span(offset + match.start(), offset + match.end())
        row = _second_of_row(text[match.start() :], masked, name, [m for m in names if match.end() + offset <= m.span.start < offset + name.start()])
        if row is None and to is None:
            for beside, spot, state in _beside(match, text, masked, name, offset, names):
                taken.add(spot.start - offset)
                yield Person(msgspec.structs.replace(beside, role=words), spot, office, words, None, span_of(state))
        if row is not None and to is None:
            plainly = any(parse.tag.case == "nomn" for parse in _parses(match.group().split(maxsplit=1)[0].lower()))
            first, other = (n.group() if plainly else base_name(n.group()) for n in (name, row[2]))
            actor = msgspec.structs.replace(actor, name=first, country=country_of(row[0]), literal=literal_of(row[0]))
            second = Actor(name=other, type="person", country=country_of(row[1]), literal=literal_of(row[1]), role=words)
            taken.add(row[2].start())
            yield Person(second, Span(offset + row[2].start(), offset + row[2].end()), office, words, None, span_of(row[1]))
            owner = row[0]
        yield Person(actor, Span(offset + name.start(), offset + name.end()), office, words, to, span_of(owner), body_of(owner))
    yield from _untitled(masked, offset, taken)


def _is_of_another(text: str, title: re.Match[str], name: re.Match[str]) -> bool:
    """«Супруга [президента] Чада Анна Петрова»: whether a title only tells whose wife, aide or envoy the one who is named is."""
    before = OF_ANOTHER.search(text[max(0, title.start() - OPENING) : title.start()])
    first = {parse.tag.case for parse in _parses(name.group().split(" ")[0]) if "Name" in parse.tag}
    if title.group().endswith((" президента", " государства")) and _is_nominative(title):
        return "gent" in first and "nomn" not in first  # «помощник президента Чада Ивана Петрова»
    if before is None or " " not in name.group():
        return False
    genitive = any(parse.tag.case == "gent" for parse in _parses(before["who"].split(" ")[0].lower()))
    return genitive or "nomn" in first or "gent" not in first


def _untitled(masked: str, offset: int, taken: set[int]) -> Iterator[Person]:
    """Each first name with a family name that no title leads to."""
    for run in RUN.finditer(TITLE.sub(lambda match: "_" * len(match.group()), masked)):
        words = run.group()
        if run.start() not in taken and " " in words and _is_first_name(words.split(" ")[0]):
            actor = Actor(name=base_name(words), type="person")
            yield Person(actor, Span(offset + run.start(), offset + run.end()), None, "", None)


def russian_title(words: str) -> str | None:
    """The office that a phrase names, in the terms of the vocabulary; `None` for a mere minister or counterpart of somebody."""
    match = TITLE.search(words)
    return next((TITLES[i][0] for i in range(len(TITLES)) if match[f"t{i}"]), None) if match is not None else None


def russian_base(word: str, lemma: str) -> str:
    """A noun in the nominative: singular for one who holds an office, in its own number for a body."""
    known = [parse for parse in _parses(word.lower()) if parse.normal_form == lemma.lower()]
    plural = bool(known) and known[0].tag.number == "plur" and "anim" not in known[0].tag
    form = known[0].inflect({"nomn", "plur"}) if plural else None
    return form.word if form is not None else lemma


def _is_nominative(title: re.Match[str]) -> bool:
    """Whether a title stands in the nominative, so that the name after it does too."""
    first = title.group().removeprefix("врио ").split()[0]
    known = [parse for parse in _parses(first.rpartition("-")[2].lower()) if parse.is_known and parse.tag.number == "sing"]
    people = [parse for parse in known if "anim" in parse.tag] or known
    return any(parse.tag.case == "nomn" for parse in people)


def mask_names(text: str, offset: int, names: Sequence[Mention]) -> str:
    """The text of the same length with the names of states crossed out."""
    for mention in names:
        start, stop = mention.span.start - offset, mention.span.stop - offset
        if 0 <= start < stop <= len(text):
            text = text[:start] + "_" * (stop - start) + text[stop:]
    return text


def _mask_bodies(text: str) -> str:
    """The text of the same length with regions, bodies and words for states crossed out."""
    for words in (REGION, BETWEEN):
        text = words.sub(lambda match: "_" * len(match.group()), text)
    return text


def _second_of_row(words: str, masked: str, first: re.Match[str], states: Sequence[Mention]) -> tuple[Mention, Mention, re.Match[str]] | None:
    """«Министры Чада и Нигера А и Б»: the two states behind a plural title, and the second name behind «и»."""
    plural = _is_plural(words)
    joined = re.match(r" и ", masked[first.end() :])
    second = RUN.match(masked, first.end() + joined.end()) if joined is not None else None
    named = [mention for mention in states if mention.kind in ("state", "demonym")]
    if not plural or second is None or len(named) != 2 or named[0].span == named[1].span:  # noqa: PLR2004, RUF100
        return None
    return named[0], named[1], second


def _is_plural(words: str) -> bool:
    """Whether the first word of a title is a plural."""
    return any(parse.tag.number == "plur" for parse in _parses(words.split(maxsplit=1)[0].rpartition("-")[2].lower()))


def _beside(title: re.Match[str], text: str, masked: str, first: re.Match[str], offset: int, names: Sequence[Mention]) -> Iterator[tuple[Actor, Span, Mention]]:
    """The second person of «премьеры Чада А и Нигера Б», where his name stands and that of his state."""
    pair = _second_of_pair(text[title.start() :], masked, first, offset, names)
    if pair is not None:
        state, name = pair
        base = base_name(name.group(), None if _is_nominative(title) else _case_of_title(title))
        actor = Actor(name=base, type="person", country=country_of(state), literal=literal_of(state))
        yield actor, Span(offset + name.start(), offset + name.end()), state


def _second_of_pair(words: str, masked: str, first: re.Match[str], offset: int, names: Sequence[Mention]) -> tuple[Mention, re.Match[str]] | None:
    """«Премьеры Чада А и Нигера Б»: behind a plural title and the first name the second state with its name."""
    behind = re.match(r" и (?:_[_ ]*)(?:[-–—] )?", masked[first.end() :])
    second = RUN.match(masked, first.end() + behind.end()) if behind is not None else None
    if second is None or not _is_plural(words) or " " not in second.group():
        return None
    state = next((m for m in names if first.end() <= m.span.start - offset < second.start() and m.kind in ("state", "demonym")), None)
    return (state, second) if state is not None else None


def _name_after(text: str, start: int) -> re.Match[str] | None:
    """The name that a title leads to: past the words of its state or body, before the clause ends."""
    end = re.compile(r"(?<!(?<![\w])[А-ЯЁ])[.]|[;:!?()«»\n]|,(?! [А-ЯЁ])").search(text, start)
    stop = min(end.start() if end else len(text), start + REACH)
    run = RUN.search(text, start, stop)
    if run is None:
        return None
    run = _of_one_case(text, run)
    verbs = re.search(r"(?<![\w-])[а-яё]+(?:л|ла|ли|ет|ит|ют|ят|ся|ть|готов|готова|намерен|намерена|должен|должна)(?![\w-])", text[start : run.start()])
    near = run.start() - start <= 1 or _is_named_alone(text[start : run.start()], run.group())
    return run if verbs is None and (near or " " in run.group()) else None


def _of_one_case(text: str, run: re.Match[str]) -> re.Match[str]:
    """A name up to a title, or a first name in the nominative behind words in another case: «с [Хуаном Руисом] Антон Смирнов»."""
    words = run.group().split(" ")
    titled = next((i for i, word in enumerate(words) if i and (TITLE.match(word) or load_roles("ru").kind_of(word.lower()) == "person")), None)
    if titled is not None:
        return RUN.match(text, run.start(), run.start() + len(" ".join(words[:titled]))) or run
    first = [parse for parse in _parses(words[0]) if "Name" in parse.tag]
    if not first or any(parse.tag.case == "nomn" for parse in first):
        return run
    other = next((i for i, word in enumerate(words[1:], 1) if i > 1 and _is_first_name(word) and any(p.tag.case == "nomn" for p in _parses(word))), None)
    return RUN.match(text, run.start(), run.start() + len(" ".join(words[:other]))) or run if other is not None else run


def _is_named_alone(between: str, name: str) -> bool:
    """Whether a single word behind a title and the name of its state, or behind initials, is a family name: «президент Чада [Саллах]»."""
    if re.fullmatch(r"\s*(?:_[\s_]*)?(?:[А-ЯЁ]\.\s?){0,2}", between) is None or " " in name:
        return False
    parses = _parses(name)
    named = any({"Surn", "Name"} & set(parse.tag.grammemes) for parse in parses)
    return named or not any(parse.is_known for parse in parses)


def _owners(text: str, places: tuple[int, int, int], offset: int, names: Sequence[Mention]) -> tuple[Mention | None, str | None]:
    """The state of an office, before the title as an adjective or after it, and the one an envoy is accredited to."""
    title, stop, name = places
    before = [m for m in names if m.actor and m.kind in ("demonym", "agency") and re.fullmatch(r"\s(?:[а-яё]+\s)?", text[m.span.stop - offset : title])]  # noqa: PLR2004, RUF100
    after = [m for m in names if m.actor and m.kind != "person" and offset + title <= m.span.start < offset + name]
    to = next((m.actor.country for m in after if m.actor and re.search(r"\b(?:в|во|при|на|по)\s$", text[stop : m.span.start - offset])), None)
    own = [m for m in after if m.actor and m.actor.country != to]
    return (own[0] if own else before[-1] if before else _meant_by_country(text, places, offset, names)), to


def _meant_by_country(text: str, places: tuple[int, int, int], offset: int, names: Sequence[Mention]) -> Mention | None:
    """The one state that a sentence names before a title of «страны» or «этой страны»."""
    title, stop, name = places
    if re.match(r" (?:этой |своей )?(?:страны|республики)\b", text[stop:name]) is None:
        return None
    for start, end in _sentences_before(text, title):
        named = [m for m in names if m.actor and m.kind in ("state", "agency") and offset + start < m.span.start < offset + end]
        if len({m.actor.country for m in named if m.actor}) == 1 or (named and named[0].span.start - offset - start < OPENING):
            return named[0]
        if named or not text[start:title].strip(" .").startswith("Об этом"):
            return None
    return None


def _sentences_before(text: str, title: int) -> Iterator[tuple[int, int]]:
    """The stretch of a sentence before a title, and the sentence before it."""
    end = title
    for _ in range(2):
        start = max(text.rfind(mark, 0, end - 1) for mark in (". ", "! ", "? ", "\n"))
        yield max(start, -1), end
        end = max(start, 1)


def find_later_russian(text: str, offset: int, people: dict[str, Actor], first: dict[str, Span]) -> Iterator[Mention]:
    """Later namings by the family name in any case, led back to the first full naming."""
    aliases: dict[str, Actor] = {}
    for name, actor in people.items():
        parts = name.split(" ")
        alias = parts[0] if parts[0] in FAMILY_FIRST else parts[-1]
        aliases.setdefault(re.sub(r"[аяийоьеу]$", "", alias) if len(alias) > 4 else alias, actor)  # noqa: PLR2004, RUF100
    if not aliases:
        return
    pattern = re.compile(
        r"(?<![\w-])(" + "|".join(re.escape(a) for a in sorted(aliases, key=len, reverse=True)) + r")(?:[аяуюейыо]|ым|ой|ом|ем|ей|ого|ому|им)?(?![\w-])"
    )
    for match in pattern.finditer(text):
        actor = aliases[match[1]]
        origin = first.get(actor.name)
        span = Span(offset + match.start(), offset + match.end())
        yield Mention(kind="person", span=span, text=match.group(), actor=actor, rule="person of the document", chain=(origin,) if origin else ())
