"""The people of a Korean text: names before titles, with the state between them, and later namings."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.know.ambiguous import load_ambiguous
from dragoman.know.japanese_names import is_japanese_family
from dragoman.know.states import load_ledger
from dragoman.model import Actor, Mention, Span
from dragoman.read.people import Person, country_of, literal_of, span_of
from dragoman.read.roles import load_roles

TABLE = Path(__file__).parent / "lang" / "ko" / "people.toml"
with TABLE.open("rb") as opened:
    KNOWN = tomllib.load(opened)
FAMILIES, GIVEN, DOUBLE = KNOWN["words"]["families"], KNOWN["words"]["given"], tuple(KNOWN["words"]["double"])
NO_NAME = frozenset(KNOWN["words"]["no_name"])
ENDINGS = "|".join(sorted(KNOWN["words"]["endings"], key=len, reverse=True))
TITLES = [(row["title"], row["words"]) for row in KNOWN["title"]]
TITLE = re.compile(r"(?P<title>" + "|".join(f"(?P<t{i}>{words})" for i, (_, words) in enumerate(TITLES)) + rf")(?=(?:{ENDINGS})?(?![가-힣]))")
BEFORE = re.compile(r"(?<![가-힣\d])(?:(?P<given>[가-힣]{1,6}) )?(?P<last>[가-힣]{1,6}) $")
FOREIGN = re.compile(r"(?<![가-힣])(?:[가-힣]{1,12}[ ·-]){0,4}[가-힣]{1,12} $")
"""The words before a foreign state and title, of which the name is the last ones."""
RANKS = re.compile(
    r"(?<![가-힣])(?:(?:신임|새|현|현직|당시|차기|임시|과도|전임|후임|부총리 겸|총리 겸|수석|상임|대행|특명전권|초대|제\d+대|공산당|노동당|국민당|인민당) ?)+$"
)
"""Words of rank between a state and a title."""
JOINT = re.compile(r"(?:(?<=[ ])|^)(?:[가-힣]{2,12} ){1,5}겸 ?$")
"""Another office of the same person before his title."""
BOUND = re.compile(r"(?:은|는|을|를|에서|에|의|과|와|로|한|된|인|던|등|며|고|서|해|아|면|려|간|쪽|측|도|부터|까지)$")
LINKS = tuple(word for word in KNOWN["words"]["links"] if len(word) > 1)
"""Ends of words that link clauses or carry a particle, before which no name goes on."""
MARKED = re.compile(r"(?:은|는|을|를|에서|에|[가-힣]{2}(?:한|된|했던))$")
"""Endings that part of a foreign name seldom has."""
HANGUL_NAMES = ("KOR", "PRK", "CHN", "TWN")
"""States whose names are one word in Korean."""
HOME = "KOR"
"""Whose an office is that a Korean text names with a Korean name and without a state."""
SHORT = load_ambiguous().seats

TITLED = {
    "외상": "JPN",
    "방위상": "JPN",
    "관방장관": "JPN",
    "총통": "TWN",
    "부총통": "TWN",
    "외교부장": "CHN",
    "국방부장": "CHN",
    "상무부장": "CHN",
    "공안부장": "CHN",
}
"""Titles that are those of one state alone."""
ACCREDITED = re.compile(rf"(?<![가-힣])주(?P<to>{'|'.join(SHORT)}) ?$")

BODY = re.compile(rf"(?:{'|'.join(KNOWN['words']['bodies'])})(?:과|와|의|은|는|이|가|을|를)?$")
"""Words that name a body, never a person: a party, a ministry, a committee."""
SPEAKING_FOR = {
    "외교부": "foreign ministry",
    "외무부": "foreign ministry",
    "외무성": "foreign ministry",
    "국방부": "defence ministry",
    "국방성": "defence ministry",
    "군": "armed forces",
}
"""Bodies whose spokesmen have a title of their own."""
BECOMES = re.compile(r"(?:으?로|에) ?(?:임명|내정|지명|선출|발탁|기용|취임|부임|당선)")
NAMED = re.compile(r" ?(?:지명인|지명자|내정자|후보자|후보|당선인|당선자)")
"""Words behind an office that its holder has yet to take."""
SUBJECT = re.compile(r"[이가]$")
"""A word with the particle of a subject before an office that somebody comes into: he is no holder yet, and his name has no such end."""
PREDECESSOR = re.compile(r"(?:전임|전직) $")
OWNED = re.compile(r"(?P<tie>의|[가-힣]{0,4} [가-힣]{2,8}인|) (?P<name>[가-힣]{2,12}[ ·-](?:[가-힣]{1,12}[ ·-]){0,3})")
"""What stands behind a state that owns the name behind it."""
GLOSS = re.compile(r"(?:\([^()가-힣]{1,40}\)[」』>〉’'”\"]?|[」』>〉’]) ?$")
"""A name in its own letters behind the name, and the mark that closes it: 왕이(王毅), 「왕이」."""
PROVINCE = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,10}(?:주|성|현|도)) ?$")
"""The province whose governor somebody is."""
SHORT_NAME = 3
"""Syllables of a name in one word up to which its family name has one."""
LATER = {
    "부장": "minister",
    "차관": "minister",
    "국장": "director",
    "위원": "minister",
    "대표": "representative",
    "주임": "director of the central foreign affairs office",
    "차관보": "assistant foreign minister",
}
"""Titles by which later namings shorten an office, and how the full one ends in the vocabulary."""
SHORTENED = {"leader": "chairman of state affairs"}
"""Titles that later namings shorten to another one of the list: 국무위원장 to 위원장."""
OFFICES = "|".join([*(f"(?:{words})" for _, words in TITLES), *LATER])
SENT_TO = re.compile(r"(?<![가-힣])주(?P<to>[가-힣]{2,8}) ?$")


def find_korean_people(text: str, offset: int, names: Sequence[Mention]) -> Iterator[Person]:
    """Each naming with a title; `names` are the states already found."""
    for match in TITLE.finditer(text):
        title = next(TITLES[i][0] for i in range(len(TITLES)) if match[f"t{i}"])
        start = _before_ranks(text, match.start("title"))
        province = PROVINCE.search(text[:start]) if title == "governor" else None
        start = province.start("name") if province is not None else start
        owner, start = _state_before(text, start, offset, names)
        owner, start = (owner, start) if owner is not None else _state_before_joint_office(text, start, offset, names)
        start = _before_ranks(text, start)
        owner = owner or _possessing_state(GLOSS.sub(" ", text[:start]), offset, names)
        country = country_of(owner)
        to = None
        sent = accredited(text[:start])
        if sent is not None:
            to, start = sent
        former = re.search(r" 전 $", text[:start])
        start = former.start() + 1 if former else start
        before = GLOSS.sub(" ", text[:start])
        foreign = (country is not None and country not in HANGUL_NAMES) or match["title"] in TITLED
        name = _foreign_before(before, names, offset) if foreign else _name_before(before, names, offset)
        if name is None or (BECOMES.match(text, match.end()) and SUBJECT.search(text[name[0] : name[1]])):
            continue
        if owner is None:
            owner = _owner_ahead(text, offset, name[0], names)
            country, title = country_of(owner) or TITLED.get(match["title"]), _office_at(owner, title)
        words = f"former {title}" if former or PREDECESSOR.search(text[: name[0]]) else title
        words = f"then {words}" if "당시 " in text[name[1] : match.start("title")] else words
        if country is None and title != "leader":
            country = find_home(text[name[0] : name[1]])
        actor = Actor(name=text[name[0] : name[1]], type="person", country=country, literal=literal_of(owner), role=words)
        office = None if title in ("professor", "general") or NAMED.match(text, match.end()) else Span(offset + start, offset + match.end())
        yield Person(actor, Span(offset + name[0], offset + name[1]), office, words, to, span_of(owner))


def find_home(name: str) -> str | None:
    """Whose an office is without a state beside it: with a Korean name in one word it is that of the readers' own state."""
    return HOME if is_korean_name(name) else None


def is_korean_name(name: str) -> bool:
    """Whether a word may be a Korean name as its syllables go: a family name and a given name, and no Japanese family name."""
    size = 2 if name.startswith(DOUBLE) and len(name) > SHORT_NAME else 1
    given = name[size:]
    return name[:1] in FAMILIES and len(given) in (1, 2) and all(syllable in GIVEN for syllable in given) and not is_japanese_family(name)


def _state_before_joint_office(text: str, start: int, offset: int, names: Sequence[Mention]) -> tuple[Mention | None, int]:
    """The state before another office that the same person holds: "중국 국무위원 겸 외교부장"."""
    joint = JOINT.search(text[:start])
    for mention in reversed(names) if joint is not None else ():
        here = mention.kind in ("state", "agency") and mention.actor is not None and offset <= mention.span.start
        if here and joint is not None and joint.start() <= mention.span.start - offset and mention.span.stop <= offset + start:
            return mention, mention.span.start - offset
    return None, start


def _owner_ahead(text: str, offset: int, start: int, names: Sequence[Mention]) -> Mention | None:
    """The state or body right before a name whose title follows: "중국 외교부 NAME 대변인"."""
    near = (mention for mention in names if mention.kind in ("state", "agency") and mention.actor is not None and offset <= mention.span.start)
    return next((mention for mention in near if mention.span.stop - offset < start and text[mention.span.stop - offset : start] == " "), None)


def _office_at(owner: Mention | None, title: str) -> str:
    """The title with the body whose spokesman he is."""
    if owner is None or owner.kind != "agency" or title != "spokesperson":
        return title
    return next((f"spokesperson of the {body}" for word, body in SPEAKING_FOR.items() if owner.text.endswith(word)), title)


def _possessing_state(text: str, offset: int, names: Sequence[Mention]) -> Mention | None:
    """The state in "인도의 NAME" at the end of `text`, where nothing but the words of a name stand behind it."""
    near = [
        mention for mention in names if mention.kind in ("state", "agency") and mention.actor is not None and offset <= mention.span.start < offset + len(text)
    ]
    for mention in reversed(near[-1:]):
        match = OWNED.fullmatch(text[mention.span.stop - offset :])
        words = match["name"].split() if match is not None else []
        if match is not None and not match["tie"] and (len(words) < 2 or any(BODY.search(word) or _is_office(word) for word in words)):  # noqa: PLR2004, RUF100
            continue
        if words and not any(word in NO_NAME or word.endswith(LINKS) or (MARKED.search(word) and len(word) > 1) for word in words):
            return mention
    return None


def korean_title(words: str) -> str | None:
    """The office that a phrase names, in the terms of the vocabulary."""
    match = TITLE.search(words)
    return next((TITLES[i][0] for i in range(len(TITLES)) if match[f"t{i}"]), None) if match is not None else None


def _before_ranks(text: str, start: int) -> int:
    """Where the words before a title end, without its ranks."""
    found = RANKS.search(text[:start].rstrip(" ") + " ")
    return found.start() if found and found.start() < start else start


def accredited(text: str) -> tuple[str, int] | None:
    """The state that an envoy is sent to and where its word begins: 주한, 주러시아."""
    short = ACCREDITED.search(text)
    if short is not None:
        return SHORT[short["to"]], short.start()
    long = SENT_TO.search(text)
    name = load_ledger().names.get(long["to"]) if long is not None else None
    return (name.code, long.start()) if long is not None and name is not None and name.kind == "state" else None


def _foreign_before(text: str, names: Sequence[Mention], offset: int) -> tuple[int, int] | None:
    """The place of a foreign name that ends the text: its last words, back to one with a particle or to another name."""
    match = FOREIGN.search(text)
    if match is None:
        return None
    words = [(found.start() + match.start(), found.end() + match.start()) for found in re.finditer(r"[가-힣]+", match.group())]
    taken: list[tuple[int, int]] = []
    for start, stop in reversed(words):
        word = text[start:stop]
        is_other = any(mention.span.overlaps(Span(offset + start, offset + stop)) for mention in names)
        is_counted = start > 0 and (text[start - 1].isdigit() or (text[start - 1] == ")" and stop - start == 1))
        is_half = len(taken) == 1 and len(word) == 1 and taken[0][1] - taken[0][0] == 1
        is_plain = (
            (word in NO_NAME and not is_half)
            or (len(word) > 1 and word.rstrip("도은는이가을를의") in NO_NAME)
            or BODY.search(word) is not None
            or word.endswith(LINKS)
        )
        is_holder = load_roles("ko").kind_of(word.rstrip("와과은는이가의을를")) == "person"
        if is_other or is_counted or is_plain or is_holder or (MARKED.search(word) and len(word) > 1):
            break
        taken.append((start, stop))
    if not taken or sum(stop - start for start, stop in taken) < 2:
        return None
    return taken[-1][0], taken[0][1]


def _state_before(text: str, start: int, offset: int, names: Sequence[Mention]) -> tuple[Mention | None, int]:
    """The state right before a title, and where the words before it end."""
    for mention in names:
        if mention.kind == "agency" and mention.actor is not None and mention.span.start < offset + start < mention.span.stop:
            return mention, mention.span.start - offset
        gap = text[mention.span.stop - offset : start] if mention.span.start >= offset and mention.span.stop - offset <= start else "?"
        if gap.strip() == "" and mention.actor is not None and mention.kind in ("state", "demonym", "agency"):
            return mention, mention.span.start - offset
    return None, start


def _is_office(word: str) -> bool:
    """Whether a word is a noun of office with its particle ("주석은", "총리가"), and no name."""
    return load_roles("ko").kind_of(re.sub(r"(?:은|는|이|가|을|를|과|와|의|도)$", "", word)) == "person"


def _name_before(text: str, names: Sequence[Mention], offset: int) -> tuple[int, int] | None:
    """The place of the name that ends the text: a Korean name, or the words of a foreign one."""
    match = BEFORE.search(text)
    if match is None or match["last"] in NO_NAME or match["last"].endswith(LINKS) or BODY.search(match["last"]) or _is_office(match["last"]):
        return None
    begin = match.start("last")
    if any(m.span.overlaps(Span(offset + begin, offset + match.end("last"))) for m in names):
        return None
    last, given = match["last"], match["given"]
    japanese = given is not None and given not in NO_NAME and is_japanese_family(given)
    korean = is_korean_name(last) and not japanese
    if not korean and (len(last) == 1 or (given is not None and len(given) == 1)):
        return _foreign_before(text, names, offset)
    if given and len(given) > 1 and given not in NO_NAME and (japanese or not BOUND.search(given)) and not korean:
        whole = Span(offset + match.start("given"), offset + match.end("given"))
        if not any(m.span.overlaps(whole) for m in names):
            return _first_of_three(text, match.start("given")) if not japanese else match.start("given"), match.end("last")
    return (begin, match.end("last")) if korean or not BOUND.search(last) else None


def _first_of_three(text: str, start: int) -> int:
    """Where a foreign name of two words begins: one word earlier where that is no other word ("레제프 타이이프 에르도안")."""
    third = re.search(r"(?<![가-힣])(?P<word>[가-힣]{2,5}) $", text[:start])
    plain = third is None or third["word"] in NO_NAME or third["word"].endswith(LINKS) or BOUND.search(third["word"]) or _is_office(third["word"])
    return start if plain or third is None or BODY.search(third["word"]) else third.start("word")


def find_later_korean(text: str, offset: int, people: dict[str, Actor], first: dict[str, Span]) -> Iterator[Mention]:
    """Namings by the full name, by one word of a foreign name, or by a family name before a title that its holder has."""
    aliases: dict[str, Actor] = {}
    for name, actor in people.items():
        aliases[name] = actor
        if " " in name:
            aliases.update({part: actor for part in name.split(" ") if len(part) > 1})
    if not aliases:
        return
    families = _families(people)
    words = "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))
    short = "|".join(sorted(families, key=len, reverse=True))
    titled = rf"(?P<family>{short or '(?!)'})(?= (?P<office>{OFFICES})(?:{ENDINGS})?(?![가-힣]))"
    pattern = re.compile(rf"(?<![가-힣])(?:(?P<name>{words})(?=(?:{ENDINGS})?(?![가-힣]))|{titled})")
    for match in pattern.finditer(text):
        called = aliases[match["name"]] if match["name"] else _holder(families[match["family"]], match["office"])
        if called is None:
            continue
        origin = first.get(called.name)
        span = Span(offset + match.start(), offset + match.end())
        chain = (origin,) if origin is not None and origin != span and match.group() != called.name else ()
        yield Mention(kind="person", span=span, text=match.group(), actor=called, rule="person of the document", chain=chain)


def _families(people: dict[str, Actor]) -> dict[str, list[Actor]]:
    """The syllables by which people are called before a title: the first of a name in one word, or one word of another ("럼 주석")."""
    found: dict[str, list[Actor]] = {}
    for name, actor in people.items():
        parts = [part for part in name.split(" ") if len(part) == 1] if " " in name else [name[:1], *([name[:2]] if len(name) > SHORT_NAME else [])]
        for part in parts:
            if actor not in found.setdefault(part, []):
                found[part].append(actor)
    return found


def _holder(people: Sequence[Actor], office: str) -> Actor | None:
    """Of people with one family name the holder of an office, which later namings shorten ("외교부장", "부장")."""
    title = korean_title(office)
    titles = {title or "?", SHORTENED.get(title or "", title or "?")}
    held = [actor for actor in people if any(known in (actor.role or "") for known in titles)]
    loose = [actor for actor in people if title is None and (actor.role or "").endswith(LATER.get(office, "?"))]
    return next(iter([*held, *loose]), None)
