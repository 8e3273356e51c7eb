"""Trees of Russian sentences where the order of words decides what the parser left open.

A title is followed by the words of its office, its state and the name of its holder, in this order; whatever else they
could hang on stands before the title. A preposition with a noun of its own ("в адрес") is one preposition.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.read.lang.ru.crossing import uncross
from dragoman.read.lang.ru.objects import place_object
from dragoman.read.lang.ru.participles import free_from_dateline, hang_participle, keep_behind_that, take_nominative
from dragoman.read.roles import load_roles
from dragoman.read.words import Token

PREPOSITIONS = frozenset({("в", "адрес"), ("на", "имя"), ("в", "сторона"), ("во", "глава")})
"""A preposition and its noun, before a genitive, that mark the genitive together."""
NAMING = ("state", "agency", "demonym")
SEATS = ("в", "во", "при", "на")
"""Prepositions of the place where an envoy serves, between his state and his name."""
OFFICE_IN = "дело"
"""The noun of an office with a preposition: «поверенный в делах»."""
TALKS = ("переговоры", "встреча", "беседа", "разговор", "консультация", "консультации")
DECIDING = ("решение", "намерение", "готовность", "попытка", "угроза", "обещание", "призыв", "предложение", "желание")
"""Nouns whose infinitive tells what is decided, meant or tried."""
TRIPS = ("визит", "поездка", "прибытие")
ENVOYS = ("посол", "консул", "посланник", "генконсул", "представитель")
"""Who hold an office in another state."""
ROUNDING = ("около", "порядок", "порядка", "свыше", "более", "менее")
DECLARING = ("объявление", "признание")
"""Nouns of what makes a persona non grata of somebody."""
NON_GRATA = ("нон", "грат", "грата")
REACH = 9
"""Words behind a title within which its holder is named."""


def attach(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words with the states and names behind titles hung on their titles, and compound prepositions joined."""
    found = list(tokens)
    for index, token in enumerate(tokens):
        if token.pos in ("NOUN", "PROPN") and load_roles("ru").kind_of(token.lemma.lower()) == "person" and not _is_name(token):
            _take_holder(found, index)
            _take_partner(found, index)
    for index, token in enumerate(found):
        _bind_body(found, index, token)
    for index in range(len(found) - 2):
        _join_preposition(found, index)
    for index, token in enumerate(found):
        _free_subject(found, index, token)
        _hang_told_subject(found, index, token)
        _join_roots(found, index, token)
        _hang_infinitive(found, index, token)
        _count_about(found, index, token)
        _send_visit(found, index, token)
        _free_dative(found, index, token)
        _hang_converb(found, index, token)
        _take_lost_subject(found, index, token)
        _turn_counted(found, index, token)
        _hang_persona(found, index, token)
    for index, token in enumerate(found):
        _join_owner(found, index, token)
        hang_participle(found, index, token)
        keep_behind_that(found, index, token)
        take_nominative(found, index, token)
        free_from_dateline(found, index, token)
        uncross(found, index, token)
        place_object(found, index, token)
    return tuple(found)


def _is_name(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "person"


def _take_holder(tokens: list[Token], title: int) -> None:
    """Hangs the state and the name behind a title on it, past the words of the office and the seat of an envoy."""
    owned = seat = False
    for index in range(title + 1, min(title + REACH, len(tokens))):
        token = tokens[index]
        if _is_name(token):
            if not title <= token.head < index or owned or seat:
                tokens[index] = replace(token, head=title, relation="appos")
            _take_rest(tokens, index)
            return
        if token.text.lower() in SEATS:
            seat = True
        elif token.lemma.lower() == OFFICE_IN:
            seat = False
        elif token.mention is not None and token.mention.kind in (*NAMING, "place"):
            if not seat and not owned and token.has("Case=Gen") and (not title < token.head < index or tokens[token.head].lemma.lower() == OFFICE_IN):
                tokens[index] = replace(token, head=title, relation="nmod")
            owned = owned or not seat
        elif not (token.has("Case=Gen") and token.pos in ("NOUN", "ADJ", "PROPN")):
            return


def _take_partner(tokens: list[Token], title: int) -> None:
    """«Переговоры … с главой …, на которых»: a partner hangs on the talks before him, never on a word behind the next comma."""
    token = tokens[title]
    led = any(word.text.lower() in ("с", "со") for word in tokens[max(0, title - 2) : title])
    if not led or token.head <= title or not any(word.text == "," for word in tokens[title : token.head]):
        return
    talks = [word.index for word in tokens[:title] if word.lemma.lower() in TALKS]
    if talks:
        tokens[title] = replace(token, head=talks[-1], relation="nmod")


def _take_rest(tokens: list[Token], first: int) -> None:
    """The further words of a name hang on its first one."""
    mention = tokens[first].mention
    for index in range(first + 1, len(tokens)):
        if tokens[index].mention is not mention:
            return
        if tokens[index].head != first:
            tokens[index] = replace(tokens[index], head=first, relation="flat:name")


def _bind_body(tokens: list[Token], index: int, token: Token) -> None:
    """The words of a body hang within it, so that its state is nobody else's."""
    if token.mention is None or token.mention.kind != "agency" or token.base_relation == "conj":
        return
    first = next(word for word in tokens if word.mention is token.mention)
    led = first.head == index and first.base_relation == "amod"  # «сербского МИД»: the adjective hangs on the body
    if first.index < index and tokens[token.head].mention is not token.mention and not led:
        tokens[index] = replace(token, head=first.index, relation="nmod")


def _join_preposition(tokens: list[Token], index: int) -> None:
    """Makes "в адрес" the marker of the genitive behind it."""
    noun = tokens[index + 1]
    if (tokens[index].lemma.lower(), noun.lemma.lower()) not in PREPOSITIONS:
        return
    inner = next((t for t in tokens[index + 2 :] if t.head == noun.index and t.base_relation == "nmod" and t.has("Case=Gen")), None)
    if inner is None or noun.head == noun.index:
        return
    tokens[inner.index] = replace(inner, head=noun.head, relation=noun.relation)
    tokens[index] = replace(tokens[index], head=inner.index, relation="case")
    tokens[noun.index] = replace(noun, head=index, relation="fixed", pos="ADP")


def _free_subject(tokens: list[Token], index: int, token: Token) -> None:
    """«В ответ на высылку пять дипломатов объявлены»: a counted noun right behind another one is the subject of a verb that has none."""
    counted = index > 1 and tokens[index - 1].head == index and tokens[index - 1].relation == "nummod:gov" and token.head == index - 2
    if not counted or token.relation != "nmod":
        return
    verb = next((word for word in tokens[index + 1 :] if word.pos == "VERB" and word.has("Number=Plur") and word.relation == "root"), None)
    if verb is not None and not any(word.head == verb.index and word.base_relation == "nsubj" for word in tokens):
        tokens[index] = replace(token, head=verb.index, relation="nsubj:pass" if verb.has("VerbForm=Part") else "nsubj")


def _join_roots(tokens: list[Token], index: int, token: Token) -> None:
    """«Чили вызвала посла, объявила о мерах»: of two roots the verb behind a comma without a subject goes on with that of the first."""
    before = next((word for word in reversed(tokens[:index]) if word.relation == "root" and word.pos == "VERB"), None)
    if token.relation != "root" or token.pos != "VERB" or before is None or any(word.head == index and word.base_relation == "nsubj" for word in tokens):
        return
    alike = all(token.has(feature) == before.has(feature) for feature in ("Number=Plur", "Tense=Past", "Gender=Fem", "Gender=Neut", "VerbForm=Fin"))
    between = tokens[before.index + 1 : index]
    comma = any(word.text == "," for word in between) and not any(word.text in (".", ":", ";", "—", "-", "»") for word in between)
    if alike and comma and any(word.head == before.index and word.base_relation == "nsubj" for word in tokens[: before.index]):
        tokens[index] = replace(token, head=before.index, relation="conj")


def _hang_told_subject(tokens: list[Token], index: int, token: Token) -> None:
    """«Посол отметил, что визит важен»: what stands behind «что» is the subject of its clause, never of the verb before."""
    verb = tokens[token.head]
    that = next((word for word in tokens[verb.index + 1 : index] if word.pos == "SCONJ" and word.lemma.lower() == "что"), None)
    if token.relation != "nsubj" or verb.index > index or that is None or tokens[that.head].index in (verb.index, index):
        return
    tokens[index] = replace(token, head=that.head if tokens[that.head].index > index else index)


def _hang_infinitive(tokens: list[Token], index: int, token: Token) -> None:
    """«Осудил решение Чили закрыть границу»: an infinitive behind a decision, its owner and a pronoun is what is decided."""
    if not token.has("VerbForm=Inf"):
        return
    before = index - 1
    while before >= 0 and tokens[before].lemma.lower() not in DECIDING and _may_own(tokens[before]):
        before -= 1
    if before >= 0 and tokens[before].lemma.lower() in DECIDING and tokens[before].head != index:
        tokens[index] = replace(token, head=before, relation="acl")


def _may_own(token: Token) -> bool:
    """Whether a word may stand between a decision and its infinitive: whose it is, or whom it is about."""
    return token.pos in ("PROPN", "PRON", "CCONJ") or (token.pos == "NOUN" and token.has("Case=Gen"))


def _count_about(tokens: list[Token], index: int, token: Token) -> None:
    """«Около 20 дипломатов», «порядка одного миллиарда»: what only rounds a number marks no case of the noun."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.lemma.lower() in ROUNDING and token.base_relation == "case" and following is not None and following.pos == "NUM":
        tokens[index] = replace(token, relation="advmod", pos="ADV")


def _send_visit(tokens: list[Token], index: int, token: Token) -> None:
    """«Визит президента Чили в Перу», «вызов посла Перу в МИД Чили»: where to hangs on the visit or summons, not on who goes there."""
    goer = tokens[token.head]
    trip = tokens[goer.head]
    led = any(word.head == index and word.base_relation == "case" and word.text.lower() in ("в", "во", "на") for word in tokens)
    sent = (trip.lemma.lower() == "вызов" and token.has("Case=Acc")) or (trip.lemma.lower() in TRIPS and goer.lemma.lower() not in ENVOYS)
    if led and token.base_relation == "nmod" and goer.base_relation == "nmod" and trip.index < goer.index < index and sent:
        tokens[index] = replace(token, head=trip.index)


def _free_dative(tokens: list[Token], index: int, token: Token) -> None:
    """«Дипломату посольства был заявлен протест»: a dative that only hangs on a word which hangs on it is whom the verb turns to."""
    if token.pos != "NOUN" or not token.has("Case=Dat") or token.head == index or tokens[token.head].head != index:
        return
    verb = next((word for word in tokens[index + 1 :] if word.pos == "VERB" and word.relation == "root"), None)
    if verb is not None:
        tokens[index] = replace(token, head=verb.index, relation="iobj")


def _hang_converb(tokens: list[Token], index: int, token: Token) -> None:
    """«— Да, — сказал министр, добавив, что»: what is done beside a saying hangs on the verb of saying, not on what is said."""
    if token.base_relation != "advcl" or not token.has("VerbForm=Conv") or token.head > index:
        return
    saying = next((word for word in reversed(tokens[token.head + 1 : index]) if word.pos == "VERB" and word.has("VerbForm=Fin")), None)
    if saying is not None and saying.relation == "parataxis" and saying.head == token.head:
        tokens[index] = replace(token, head=saying.index)
        for other in range(index + 1, len(tokens)):
            told = tokens[other]
            if told.head == token.head and told.pos == "VERB" and any(w.head == other and w.relation == "mark" and w.index > index for w in tokens):
                tokens[other] = replace(told, head=index, relation="ccomp")


def _take_lost_subject(tokens: list[Token], index: int, token: Token) -> None:
    """«Консул Перу А в четверг был вызван»: of two roots the noun in the nominative is the subject of the verb behind it that has none."""
    if token.pos != "VERB" or token.relation != "root" or any(word.head == index and word.base_relation in ("nsubj", "csubj") for word in tokens):
        return
    noun = next((w for w in tokens[:index] if w.relation == "root" and w.pos in ("NOUN", "PROPN") and w.has("Case=Nom")), None)
    if noun is not None and not any(word.text in (":", ";", "—") for word in tokens[noun.index : index]):
        tokens[noun.index] = replace(noun, head=index, relation="nsubj:pass" if token.has("Voice=Pass") else "nsubj")


def _turn_counted(tokens: list[Token], index: int, token: Token) -> None:
    """«Двух дипломатов объявили персонами нон грата»: a counted accusative is no subject."""
    counted = any(word.head == index and word.relation == "nummod" for word in tokens)
    if token.relation == "nsubj" and token.has("Case=Gen") and counted and tokens[token.head].has("Number=Plur"):
        tokens[index] = replace(token, relation="obj")


def _hang_persona(tokens: list[Token], index: int, token: Token) -> None:
    """«После объявления консула персоной нон грата Чили закрыла»: what somebody is declared hangs on the declaration, not on a later verb."""
    if token.lemma.lower() != "персона" or not token.has("Case=Ins"):
        return
    before = next((word for word in reversed(tokens[max(0, index - REACH) : index]) if word.pos == "VERB" or word.lemma.lower() in DECLARING), None)
    if before is not None and before.pos == "NOUN":
        tokens[index] = replace(token, head=before.index, relation="nmod")
        for word in tokens[index + 1 : index + 3]:
            tokens[word.index] = replace(word, head=index, relation="flat") if word.lemma.lower() in NON_GRATA else word


def _join_owner(tokens: list[Token], index: int, token: Token) -> None:
    """A second state behind a body is a second owner ("главы МИД Чили и Перу"): it hangs on the body's own word."""
    head = tokens[token.head]
    body = head.mention
    if token.base_relation != "conj" or token.mention is None or token.mention.kind != "state" or body is None or body.kind != "agency":
        return
    first = next(word for word in tokens if word.mention is body)
    if first.index < head.index:
        tokens[index] = replace(token, head=first.index)
