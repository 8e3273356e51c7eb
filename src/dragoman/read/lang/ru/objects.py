"""Russian words that the parser hung on a phrase beside their verb: objects behind «с визитом», who did what a noun tells, times of a second clause."""

from dataclasses import replace

from dragoman.read.roles import load_roles
from dragoman.read.words import Token

VISITING = ("посетить", "посещать", "навестить")
PHRASES = ("для", "между", "с")
"""Prepositions of a phrase that may stand between a noun of doing and what is done."""
LEADING = 10
"""Words among which who speaks stands before a colon."""
FIRST = 4
"""Words among which a phrase stands that opens its sentence."""
DOING = ("ние", "тие")
"""Ends of nouns that tell a deed."""


def place_object(tokens: list[Token], index: int, token: Token) -> None:
    """Hangs a noun on the verb or the noun of doing that it belongs to."""
    _take_visited(tokens, index, token)
    _take_near(tokens, index, token)
    _name_behind_comma(tokens, index, token)
    _lead_paper(tokens, index, token)
    _place_visit(tokens, index, token)
    _own_talks(tokens, index, token)
    _take_done(tokens, index, token)
    _take_doer(tokens, index, token)
    _take_described(tokens, index, tokens[index])
    _time_second(tokens, index, tokens[index])
    _time_first(tokens, index, tokens[index])
    _part_at_colon(tokens, index, tokens[index])


def _take_visited(tokens: list[Token], index: int, token: Token) -> None:
    """«Посетил с официальным визитом Лиму»: what stands behind the visit is what is visited."""
    visit = tokens[token.head]
    if token.mention is None or token.base_relation != "nmod" or visit.lemma.lower() != "визит" or visit.index > index or _has_case(tokens, index):
        return
    verb = tokens[visit.head]
    if verb.lemma.lower() in VISITING and not any(word.head == verb.index and word.base_relation == "obj" for word in tokens):
        tokens[index] = replace(token, head=verb.index, relation="obj")


def _place_visit(tokens: list[Token], index: int, token: Token) -> None:
    """«С президентом, прибывшим с визитом в Осло, и премьером»: where to, right behind a visit, belongs to the verb of the visit."""
    case = next((word.index for word in tokens if word.head == index and word.base_relation == "case" and word.text.lower() in ("в", "во")), None)
    visit = tokens[case - 1] if case else None
    if visit is None or token.base_relation != "obl" or visit.lemma.lower() not in ("визит", "поездка"):
        return
    verb = tokens[visit.head]
    if verb.pos == "VERB" and token.head < verb.index:
        tokens[index] = replace(token, head=verb.index)


def _own_talks(tokens: list[Token], index: int, token: Token) -> None:
    """«По итогам переговоров Чили подписано пять документов»: of two subjects the genitive right behind a noun belongs to that noun."""
    before = tokens[index - 1] if index else None
    if token.relation != "nsubj:pass" or token.mention is None or before is None or before.pos != "NOUN" or not before.has("Case=Gen") or before.head > index:
        return
    if token.has("Case=Gen") and any(word.head == token.head and word.relation == "nsubj:pass" and word.index > token.head for word in tokens):
        tokens[index] = replace(token, head=before.index, relation="nmod")


def _name_behind_comma(tokens: list[Token], index: int, token: Token) -> None:
    """«Министр обороны Чили, Анна Руис, сказала»: the name between commas behind a title is its holder, and no second one."""
    title = tokens[token.head]
    person = token.mention is not None and token.mention.kind == "person" and token.base_relation == "conj" and index > 1
    if not person or tokens[index - 1].text != "," or load_roles("ru").kind_of(title.lemma.lower()) != "person" or title.mention is not None:
        return
    behind = next((word for word in tokens[index + 1 :] if word.mention is not token.mention), None)
    alone = not any(word.head == index and word.base_relation == "cc" for word in tokens)
    if alone and behind is not None and behind.text == "," and all(word.has("Case=Gen") for word in tokens[title.index + 1 : index - 1] if word.pos != "ADP"):
        tokens[index] = replace(token, relation="appos")


def _lead_paper(tokens: list[Token], index: int, token: Token) -> None:
    """«Отмечается в ноте МИД»: a noun behind a preposition that was hung on its owner leads him."""
    owner = tokens[token.head]
    led = index > 0 and tokens[index - 1].base_relation == "case" and tokens[index - 1].head == owner.index
    if token.pos != "NOUN" or token.base_relation != "amod" or owner.index != index + 1 or not owner.has("Case=Gen") or not led:
        return
    tokens[index] = replace(token, head=owner.head, relation=owner.relation)
    tokens[owner.index] = replace(owner, head=index, relation="nmod")
    tokens[index - 1] = replace(tokens[index - 1], head=index)


def _take_near(tokens: list[Token], index: int, token: Token) -> None:
    """«Ответил, когда Перу приняло решение»: an object right behind a verb that has none is its own, not that of a verb before a comma."""
    if token.base_relation != "obj" or token.head > index or _has_case(tokens, index):
        return
    first = min((word.index for word in tokens if word.head == index and word.base_relation in ("amod", "nummod", "det")), default=index)
    verb = tokens[min(first, index) - 1]
    comma = any(word.text == "," for word in tokens[token.head + 1 : verb.index])
    if (
        verb.pos == "VERB"
        and verb.index > token.head
        and comma
        and not any(w.head == verb.index and w.base_relation in ("obj", "ccomp", "xcomp") for w in tokens)
    ):
        tokens[index] = replace(token, head=verb.index)


def _take_done(tokens: list[Token], index: int, token: Token) -> None:
    """«О введении для граждан Чада безвизового режима»: a second genitive behind a phrase is what the noun of doing before it tells."""
    holder = tokens[token.head]
    noun = tokens[holder.head]
    if (
        token.pos != "NOUN"
        or not token.has("Case=Gen")
        or token.base_relation != "nmod"
        or holder.base_relation != "nmod"
        or not noun.index < holder.index < index
    ):
        return
    led = any(w.head == holder.index and w.base_relation == "case" and w.lemma.lower() in PHRASES for w in tokens)
    owned = any(w.head == holder.index and w.base_relation == "nmod" and w.has("Case=Gen") and w.index < index for w in tokens)
    empty = not any(w.head == noun.index and w.base_relation == "nmod" and w.has("Case=Gen") and not _has_case(tokens, w.index) for w in tokens)
    if led and owned and empty and noun.lemma.endswith(DOING) and not _has_case(tokens, index):
        tokens[index] = replace(token, head=noun.index)


def _take_doer(tokens: list[Token], index: int, token: Token) -> None:
    """«Из-за закрытия Перу границы», «закрытие Польшей границы»: an instrumental right behind a noun of doing is who does it."""
    before = tokens[index - 1] if index else None
    if token.mention is None or before is None or not token.has("Case=Ins") or token.head <= index or not before.lemma.endswith(DOING):
        return
    if before.pos == "NOUN" and tokens[token.head].head == before.index and not _has_case(tokens, index):
        tokens[index] = replace(token, head=before.index, relation="nmod")


def _time_second(tokens: list[Token], index: int, token: Token) -> None:
    """«Работа шла с мая, в июне стороны подписали …»: a phrase right behind a comma, with subject and verb behind it, belongs to these."""
    if token.base_relation != "obl" or token.head > index:
        return
    first = min((word.index for word in tokens if word.head == index and word.base_relation in ("case", "amod")), default=index)
    if first < 1 or tokens[first - 1].text != "," or tokens[token.head].index > first - 1:
        return
    verb = next((w for w in tokens[index + 1 :] if w.pos == "VERB" or w.text in (",", ";", ":", "—")), None)
    if verb is None or verb.pos != "VERB" or not verb.has("VerbForm=Fin"):
        return
    if any(w.head == verb.index and w.relation == "nsubj" and index < w.index < verb.index for w in tokens):
        tokens[index] = replace(token, head=verb.index)


def _take_described(tokens: list[Token], index: int, token: Token) -> None:
    """«Встретил прибывшего с визитом президента»: whom a participle before him describes is the object of the verb before it."""
    if token.pos not in ("NOUN", "PROPN") or not (token.has("Case=Gen") or token.has("Case=Acc")) or token.head > index:
        return
    told = next((word for word in tokens[:index] if word.relation == "acl" and word.head == index and word.has("VerbForm=Part")), None)
    if told is None or not told.index < token.head < index:
        return
    verb = next((word for word in reversed(tokens[: told.index]) if word.pos == "VERB" or word.text == ","), None)
    if verb is not None and verb.pos == "VERB" and not any(word.head == verb.index and word.base_relation == "obj" for word in tokens):
        tokens[index] = replace(token, head=verb.index, relation="obj")


def _time_first(tokens: list[Token], index: int, token: Token) -> None:
    """«В мае торговля выросла, в июне ожидается спад», «закрыла границу 4 мая, обвинив …»: a phrase before a comma belongs to the clause before it."""
    comma = next((word.index for word in tokens[index + 1 : token.head] if word.text == ","), None)
    if token.base_relation != "obl" or comma is None:
        return
    below = tokens[token.head]
    main = tokens[below.head]
    if below.has("VerbForm=Conv") and below.index == comma + 1 and main.index < index:
        tokens[index] = replace(token, head=main.index)
        return
    verb = next((word for word in tokens[index + 1 : comma] if word.pos == "VERB" and word.has("VerbForm=Fin")), None)
    if index <= FIRST and verb is not None and any(w.head == verb.index and w.relation == "nsubj" and w.index < comma for w in tokens):
        tokens[index] = replace(token, head=verb.index)


def _part_at_colon(tokens: list[Token], index: int, token: Token) -> None:
    """«Посол: отношения Чада и Нигера развиваются»: who speaks before a colon is no subject behind it, and what stands right behind it is one."""
    low, high = sorted((index, token.head))
    colon = next((word for word in tokens[low + 1 : high] if word.text == ":"), None) if low < LEADING else None
    if colon is None or any(word.pos == "VERB" for word in tokens[: colon.index]):
        return
    if token.relation.startswith("nsubj") and index < colon.index:
        tokens[index] = replace(token, relation="parataxis")
    elif index == high and token.has("Case=Nom") and token.pos in ("NOUN", "PROPN"):
        verb = next((word for word in tokens[index + 1 :] if word.pos == "VERB"), None)
        if verb is not None and not any(w.head == verb.index and w.base_relation == "nsubj" and w.index > colon.index for w in tokens):
            tokens[index] = replace(token, head=verb.index, relation="nsubj")


def _has_case(tokens: list[Token], index: int) -> bool:
    return any(word.head == index and word.base_relation == "case" for word in tokens)
