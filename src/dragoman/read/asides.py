"""Asides: words that an English parser stumbles over, taken out before it reads and hung where they belong afterwards.

Times between a subject, its verb and its object ("[Oslo] on Monday summoned the envoy" is read as one long name), and titles
before names that it takes for the end of a sentence ("and his Chilean counterpart [Name]", "PM [Name]").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dragoman.model import Document, Mention, Span
from dragoman.read.english_titles import HONOUR_WORD, HONOURS, STYLE
from dragoman.read.english_titles import TITLE as PERSONAL
from dragoman.read.lang.en.lemmas import look_up
from dragoman.read.page import TimeMention
from dragoman.read.people_rows import ROW, ROW_OF
from dragoman.read.words import Token

LED = re.compile(r"(?:(?:[Ll]ate|[Ee]arly|[Ee]arlier) )?(?:on|in|during|since) (?:the )?$|(?:late|early|earlier) (?:on )?$")
"""What leads up to an expression of time and goes with it."""
AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "did", "also"})
ALIKE = frozenset({"cut", "hit", "set", "put", "shut", "let", "struck", "quit"})
"""Past forms that look like the verb itself."""
OBJECTS = frozenset({"the", "a", "an", "its", "his", "her", "their", "two", "three", "several", "that", "new", "all", "some"})
"""Words that open the object of a verb, beside names."""
SMALL = frozenset(
    {"of", "and", "or", "to", "by", "with", "for", "from", "at", "in", "on", "that", "who", "which", "as", "after", "before", "not", "but", "than"}
)
"""Words after which a time belongs to what comes, not to a verb."""
COMPANY = ("state", "person", "organisation", "agency")
"""Kinds of names that may act together."""
POSSESSIVE = ("his", "her", "their", "its")
TITLE = re.compile(
    r"(?:(?:his|her|their|its) (?:[\w-]+ ){0,3}(?:counterpart|colleague|opposite number|host|guest)|(?<=and )[A-Z][a-z]+ (?:counterpart|colleague)|PM|FM) "
)
BESIDE = re.compile(
    r"(?:, | [–—-] |—| \()(?:along with|together with|alongside|as well as|joined by|accompanied by|followed by|flanked by|like|unlike"
    r"|and also|and later|backed by|supported by) (?P<who>[^;.!?()–—]{3,140}?)(?:, | [–—-] |—|\) )(?=[a-z])"
)
"""A companion between a subject and its verb, from its first mark to the last: ", along with Chile and Peru, "."""
ALONE = ("unlike", "like", "followed by", "backed by", "supported by", "flanked by")
"""Companions who do not do the deed."""
LONG_TITLE = re.compile(rf"(?<![\w-]){PERSONAL} {HONOURS}(?=[A-ZÀ-Ž])")
HONOUR = re.compile(rf"(?<![\w-]){HONOUR_WORD}{HONOURS}(?=[A-ZÀ-Ž])")
INVITED = re.compile(r"(?:At|On|Upon) the (?:kind |gracious )?invitation (?:of|from) ")
OFFICE_BEHIND = re.compile(rf", (?:the )?{PERSONAL} (?:of|to|for) (?:the )?{STYLE}(?=[A-Z])")
"""An apposition of an office with its state behind a name."""
TITLE_OF = re.compile(rf"(?<![\w-])(?:[Tt]he )?{PERSONAL} of (?:the )?{STYLE}(?=[A-Z])")
MANIFOLD = re.compile(r",| and | & | for | at | of ")
"""What makes a title so long that a parser cuts it."""
SHARING = re.compile(r"[A-Z][\w-]+(?:, [A-Z][\w-]+)*,? and (?:the )?[A-Z][\w-]+ ")
PARENTHESIS = re.compile(r" \((?![^()]*\d{4})[^()\n]{1,80}\)(?= \w)")
"""Words in parentheses within a sentence, without a year."""
COMMA_VERB = re.compile(
    r", (?:signed|agreed|said|announced|held|opened|closed|met|visited|arrived|condemned|accused|expelled|summoned|recalled|urged|called)\b"
)
"""A comma that some writers put between a time and the verb of the subject before it."""
ADJOINING = 60
FRONT = 60
"""Characters of titles at most before the name of who invites."""
WORD = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")


def find_asides(document: Document, span: Span, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> tuple[Span, ...]:
    """The stretches of `span` to be taken out, each with the space behind it."""
    text = document.text
    found = [*_invited(document, span, mentions)]
    found.extend(a for a in (*_titles(document, span, mentions), *_companions(document, span, mentions)) if not any(o.overlaps(a) for o in found))
    for time in times:
        stop = time.span.stop + (1 if COMMA_VERB.match(text, time.span.stop, span.stop) else 0)
        if time.duration or not span.covers(time.span) or text[stop : stop + 1] != " ":
            continue
        led = LED.search(text, max(span.start, time.span.start - 20), time.span.start)
        aside = Span(led.start() if led is not None else time.span.start, stop + 1)
        if any(other.overlaps(aside) for other in (*found, *(mention.span for mention in mentions))):
            continue
        if _stands_between(text, span, aside, mentions, is_day=time.when is not None and time.when.precision in ("day", "week")):
            found.append(aside)
    return tuple(sorted(found))


def _titles(document: Document, span: Span, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Titles right before the name of a person; the parser reads the name alone."""
    names = {mention.span.start for mention in mentions if mention.kind == "person"}
    if names:
        yield from _personal(document, span, mentions, names)
    taken = [m.span for m in mentions]
    for match in PARENTHESIS.finditer(document.text, span.start, span.stop):
        inner = Span(match.start(), match.end())
        if not any(other.overlaps(inner) and not inner.covers(other) for other in taken):
            yield inner


def _personal(document: Document, span: Span, mentions: Sequence[Mention], names: Collection[int]) -> Iterator[Span]:
    """Titles before people whose names begin at `names`, and offices behind theirs."""
    yield from (Span(m.start(), m.end()) for m in TITLE.finditer(document.text, span.start, span.stop) if m.end() in names)
    long = (m for m in LONG_TITLE.finditer(document.text, span.start, span.stop) if m.end() in names and MANIFOLD.search(m["title"]))
    yield from (Span(m.start("title"), m.end()) for m in long)
    yield from (Span(m.start(), m.end()) for m in HONOUR.finditer(document.text, span.start, span.stop) if m.end() in names)
    yield from _behind(document, span, mentions)
    people = {mention.span.start: mention for mention in mentions if mention.kind == "person"}
    for match in TITLE_OF.finditer(document.text, span.start, span.stop):
        of = next((m for m in mentions if m.span.start <= match.end() < m.span.stop and m.kind in ("state", "organisation")), None)
        behind = re.compile(r",? ").match(document.text, of.span.stop) if of is not None else None
        person = people.get(behind.end()) if behind is not None else None
        if person is not None and document.text[person.span.stop : person.span.stop + 1] != ",":
            yield Span(match.start(), person.span.start)
    for match in ROW_OF.finditer(document.text, span.start, span.stop):
        states = [m for m in mentions if m.kind == "state" and match.end() <= m.span.start < match.end() + ADJOINING]
        stops = {m.span.stop + len(", ") for m in states if document.text[m.span.stop : m.span.stop + 2] == ", "}
        person = next((m for start, m in sorted(people.items()) if start in stops), None)
        if person is not None and len(states) > 1:
            yield Span(match.start() - (4 if document.text[match.start() - 4 : match.start()].lower() == "the " else 0), person.span.start)
    for match in ROW.finditer(document.text, span.start, span.stop):
        if match.end() in names:
            owners = [m for m in mentions if m.kind == "demonym" and m.span.stop < match.start() and match.start() - m.span.stop < ADJOINING]
            start = min((m.span.start for m in owners if SHARING.fullmatch(document.text[m.span.start : match.start()])), default=match.start())
            yield Span(start, match.end())


def _behind(document: Document, span: Span, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Offices behind a name that part it from "and" or its verb: "[Name], President of the Republic of [State], visited"."""
    for person in (m for m in mentions if m.kind == "person"):
        found = OFFICE_BEHIND.match(document.text, person.span.stop, span.stop)
        state = next((m for m in mentions if found is not None and m.span.start <= found.end() < m.span.stop and m.kind in ("state", "organisation")), None)
        if found is None or state is None:
            continue
        stop = state.span.stop
        stop += 1 if re.match(r", [a-z]", document.text[stop : stop + 3]) else 0
        if document.text[stop : stop + 1] in (" ", ","):
            yield Span(found.start(), stop)


def _invited(document: Document, span: Span, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Who invited, at the beginning of a sentence: "At the invitation of [Name], President of [State], [Name] visited"."""
    for match in INVITED.finditer(document.text, span.start, span.stop):
        host = next((m for m in mentions if m.span.start >= match.end() and m.kind in COMPANY), None)
        if host is None or host.span.start - match.end() > FRONT:
            continue
        office = next(iter(_behind(document, span, [host, *(m for m in mentions if m.span.start > host.span.start)])), None)
        stop = office.stop if office is not None and office.start == host.span.stop else host.span.stop
        if document.text[stop : stop + 2] == ", ":
            yield Span(match.start(), stop + 2)


def _companions(document: Document, span: Span, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Companions named between a subject and its verb ("[Chad], along with [Togo], severed …"), without the first blank, which stays."""
    ends = {mention.span.stop for mention in mentions if mention.kind in COMPANY}
    for match in BESIDE.finditer(document.text, span.start, span.stop):
        inner = [m for m in mentions if match.start("who") <= m.span.start and m.span.stop <= match.end("who") and m.kind in COMPANY]
        verb = WORD.match(document.text, match.end())
        told = verb is not None and (verb.group() in AUXILIARIES or is_past(verb.group()) or look_up(verb.group(), "VERB") != verb.group())
        if match.start() in ends and inner and inner[-1].span.stop == match.end("who") and told:
            yield Span(match.start(), match.end() - 1)


def _stands_between(text: str, span: Span, aside: Span, mentions: Sequence[Mention], *, is_day: bool) -> bool:
    """Whether a time stands right before the verb of a subject, or between a verb and its object."""
    before = re.search(r"([\w'’.-]+) $", text[span.start : aside.start])
    after = re.match(r"[\w'’-]+", text[aside.stop : span.stop])
    if before is None or after is None or before.group(1).endswith(".") or before.group(1).lower() in SMALL:
        return False
    names = {end for mention in mentions for end in (mention.span.stop, mention.span.stop + 1)}
    told = is_past(before.group(1)) and aside.start - 1 not in names
    if told:
        return after.group() in OBJECTS or any(mention.span.start == aside.stop for mention in mentions)
    follows = is_past(after.group()) or after.group() in AUXILIARIES
    return follows and not any(mention.span.start == aside.stop for mention in mentions) and (is_day or aside.start - 1 in names)


def is_past(word: str) -> bool:
    """Whether a word may be the past form of a verb."""
    if not word.islower() or word.endswith(("ing", "s")):
        return False
    return word in ALIKE or look_up(word, "VERB") != word


def put_back(document: Document, tokens: Sequence[Token], asides: Sequence[Span], mentions: Sequence[Mention] = ()) -> tuple[Token, ...]:
    """The tree with the words of the asides that lie within it: times hung on their verb, titles on their name."""
    whole = tuple(tokens)
    for aside in asides:
        place = next((token.index for token in whole if token.span.start >= aside.stop), None)
        words = [Span(aside.start + m.start(), aside.start + m.end()) for m in WORD.finditer(document.quote(aside)) if m.group() != ","]
        if place is None:
            continue
        if INVITED.match(document.quote(aside)):
            whole = _insert(whole, place, list(_company(document, aside, place, mentions, joins=False)))
        elif OFFICE_BEHIND.match(document.quote(aside)) or PARENTHESIS.match(document.quote(aside) + " a"):
            if place:
                whole = _insert(whole, place, list(_company(document, aside, place, mentions, joins=False)))
        elif BESIDE.match(document.quote(aside) + " a"):
            if place:
                whole = _insert(whole, place, list(_company(document, aside, place, mentions)))
        elif _is_title(document.quote(aside)):
            if whole[place].span.start == aside.stop:
                whole = _insert(whole, place, list(_title(document, words, place, mentions)))
        elif place:
            whole = _insert(whole, place, list(_time(document, words, place, _verb_beside(whole, place))))
    return whole


def _is_title(words: str) -> bool:
    """Whether an aside before a name is a title or an honour, and no time."""
    of_many = ROW_OF.match(words.removeprefix("the ").removeprefix("The ")) is not None
    return (
        of_many
        or TITLE.fullmatch(words) is not None
        or ROW.search(f"{words}A") is not None
        or any(p.match(f"{words}A") for p in (LONG_TITLE, TITLE_OF, HONOUR))
    )


def _insert(tokens: tuple[Token, ...], place: int, added: Sequence[Token]) -> tuple[Token, ...]:
    """The tree with words before the one at `place`."""
    shift = len(added)
    moved = [replace(t, index=_after(t.index, place, shift), head=_after(t.head, place, shift)) for t in tokens]
    return (*moved[:place], *added, *moved[place:])


def _after(index: int, place: int, shift: int) -> int:
    return index + shift if index >= place else index


def _verb_beside(tokens: Sequence[Token], place: int) -> int:
    """The verb that a time stands beside: the one before it, else the next, else what is above."""
    if tokens[place - 1].pos == "VERB":
        return place - 1
    for token in tokens[place : place + 3]:
        if token.base_relation == "acl":
            return _verb_above(tokens, token)
        if token.pos == "VERB" or token.head == token.index:
            return token.index
        if token.pos == "AUX":
            return token.head
    return tokens[place].head


def _verb_above(tokens: Sequence[Token], participle: Token) -> int:
    """The verb above a participle that tells more of a noun: "held talks [on Monday] aimed at"."""
    above = participle
    for _ in tokens:
        above = tokens[above.head]
        if above.pos == "VERB" or above.head == above.index:
            break
    return above.index


def _time(document: Document, words: Sequence[Span], place: int, verb: int) -> Iterator[Token]:
    """The words of a time as one phrase whose last word hangs on the verb."""
    top = place + len(words) - 1
    for index, span in enumerate(words, place):
        text = document.quote(span)
        if index == top:
            yield Token(index, text, span, text, "NOUN", "obl:tmod", _after(verb, place, len(words)))
        elif text.lower() in ("on", "in", "during", "since"):
            yield Token(index, text, span, text.lower(), "ADP", "case", top)
        else:
            yield Token(index, text, span, text, "NOUN", "compound", top)


def _title(document: Document, words: Sequence[Span], place: int, mentions: Sequence[Mention]) -> Iterator[Token]:
    """The words of a title as one phrase that hangs on the name behind it."""
    named = {mention.span: mention for mention in mentions}
    words = _with_mentions(words, list(named))
    top = place + len(words) - 1
    for index, span in enumerate(words, place):
        text = document.quote(span)
        if index == top:
            yield Token(index, text, span, text.lower(), "NOUN", "nmod:desc", top + 1)
        elif text in POSSESSIVE:
            yield Token(index, text, span, text, "PRON", "nmod:poss", top)
        else:
            yield Token(index, text, span, text, "ADJ", "amod", top, mention=named.get(span))


def _with_mentions(words: Sequence[Span], mentions: Sequence[Span]) -> list[Span]:
    """The words, of each name of several words the whole name."""
    found: list[Span] = []
    for word in words:
        whole = next((span for span in mentions if span.covers(word)), word)
        if whole not in found:
            found.append(whole)
    return found


def _company(document: Document, aside: Span, place: int, mentions: Sequence[Mention], *, joins: bool = True) -> Iterator[Token]:
    """The words of an aside, hung on the word before it, else on the one behind; each name of a companion is joined to the subject that it stands beside."""
    named = {m.span: m for m in mentions if aside.covers(m.span)}
    text = document.quote(aside)
    joined = joins and not text.lstrip(" ,–—-(").startswith(ALONE)
    words = _with_mentions([Span(aside.start + m.start(), aside.start + m.end()) for m in WORD.finditer(text)], list(named))
    top = place - 1 if place else len(words)
    for index, span in enumerate(words, place):
        mention, word = named.get(span), document.quote(span)
        if mention is not None and mention.kind in COMPANY:
            lemma = mention.actor.name if mention.actor is not None else word
            yield Token(index, word, span, lemma, "PROPN", "conj" if joined else "dep", top, mention=mention)
        elif word[0].isalnum():
            yield Token(index, word, span, word.lower(), "X", "dep", top, mention=mention)
        else:
            yield Token(index, word, span, word.lower(), "PUNCT", "punct", top)
