"""Russian words that the parser hung too near or too far: participles agree with their noun, what stands behind «что» stays behind it."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.read.words import Token

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
GENDERS = ("Masc", "Fem", "Neut")


def hang_participle(tokens: list[Token], index: int, token: Token) -> None:
    """«Соглашения о партнёрстве, подписанного между …»: what was signed is the agreement, with which the participle agrees, not what it is about."""
    if token.base_relation != "acl" or not token.has("VerbForm=Part") or token.has("Variant=Short") or token.head > index:
        return
    noun = tokens[token.head]
    if noun.pos not in ("NOUN", "PROPN") or _agree(noun, token) or tokens[index - 1].text != ",":
        return
    fitting = next((above for above in _chain(tokens, noun) if _agree(above, token)), None)
    if fitting is not None:
        tokens[index] = replace(token, head=fitting.index)


def _chain(tokens: list[Token], noun: Token) -> Iterator[Token]:
    """The nouns above a noun within one phrase, nearest first."""
    while noun.base_relation in ("nmod", "appos", "conj") and noun.head < noun.index:
        noun = tokens[noun.head]
        if noun.pos not in ("NOUN", "PROPN"):
            return
        yield noun


def _agree(noun: Token, participle: Token) -> bool:
    """Whether a noun and a participle have one case and number, and in the singular one gender."""
    case = next((case for case in CASES if participle.has(f"Case={case}")), None)
    gender = next((gender for gender in GENDERS if participle.has(f"Gender={gender}")), None)
    single = participle.has("Number=Sing")
    alike = case is not None and noun.has(f"Case={case}") and noun.has("Number=Sing") == single
    manly = gender in ("Masc", "Neut") and case not in ("Nom", "Acc")  # «подписанного» is of both
    genders = ("Masc", "Neut") if manly else (gender,)
    return alike and (not single or gender is None or any(noun.has(f"Gender={one}") for one in genders))


def free_from_dateline(tokens: list[Token], index: int, token: Token) -> None:
    """«АгентствоА (А) - Чад и Нигер подписали …»: the state behind the dash is the subject, not the outlet before it."""
    verb = tokens[token.head]
    dash = next((word for word in tokens[index + 1 : index + 6] if word.text in ("-", "–", "—")), None)
    if token.relation != "nsubj" or index > 1 or verb.pos != "VERB" or dash is None or dash.index + 1 >= verb.index or token.mention is not None:
        return
    state = tokens[dash.index + 1]
    if state.mention is None or state.mention.kind not in ("state", "agency") or state.head != index:
        return
    tokens[state.index] = replace(state, head=verb.index, relation="nsubj")
    tokens[index] = replace(token, relation="parataxis")
    for word in tokens[state.index + 1 : verb.index]:
        if word.head == index and word.base_relation == "conj":
            tokens[word.index] = replace(word, head=state.index)


def keep_behind_that(tokens: list[Token], index: int, token: Token) -> None:
    """«Посол сообщил, что президент А и премьер Б …»: who is joined behind «что» is joined to its subject, and a name before it belongs to who speaks."""
    low, high = sorted((index, token.head))
    that = next((word for word in tokens[low + 1 : high] if word.pos == "SCONJ" and word.lemma.lower() == "что" and low < word.index < high), None)
    if that is None:
        return
    if token.base_relation == "conj" and token.head < that.index and token.pos in ("NOUN", "PROPN"):
        subject = next((word for word in reversed(tokens[that.index + 1 : index]) if word.relation == "nsubj"), None)
        if subject is not None:
            tokens[index] = replace(token, head=subject.index)
    elif token.base_relation == "appos" and token.head > that.index:
        speaker = next((word for word in reversed(tokens[:index]) if word.relation == "nsubj" and word.pos == "NOUN"), None)
        if speaker is not None:
            tokens[index] = replace(token, head=speaker.index)


def take_nominative(tokens: list[Token], index: int, token: Token) -> None:
    """«По итогам переговоров президенты подписали …»: a nominative hung on a phrase before it is the subject of the verb behind it that has none."""
    if token.pos != "NOUN" or not token.has("Case=Nom") or token.relation != "nmod" or token.head > index:
        return
    if any(word.head == index and word.base_relation == "case" for word in tokens):
        return
    behind = tokens[index + 1 :]
    verb = next((word for word in behind if word.pos == "VERB" or word.text in (",", ":", ";", "—", "–")), None)
    if (
        verb is None
        or verb.pos != "VERB"
        or not verb.has("VerbForm=Fin")
        or any(w.head == verb.index and w.base_relation in ("nsubj", "csubj") for w in tokens)
    ):
        return
    if token.has("Number=Plur") == verb.has("Number=Plur") or any(w.head == index and w.base_relation == "conj" for w in tokens):
        tokens[index] = replace(token, head=verb.index, relation="nsubj")
