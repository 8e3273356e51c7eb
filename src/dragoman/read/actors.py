"""Who a noun phrase stands for."""

from collections.abc import Iterator

from msgspec import structs

from dragoman.model import Actor, ActorType, Mention
from dragoman.read.people_ko import korean_title
from dragoman.read.people_ru import russian_base, russian_title
from dragoman.read.roles import Roles, load_roles
from dragoman.read.words import Sentence, Token

NAMING = ("demonym", "state", "place", "organisation", "agency")
OWNERS = ("amod", "compound", "nmod", "nmod:poss", "det", "flat", "obl", "nummod", "acl")
"""Relations under a noun through which its state is named: "Turkish envoy", "Ankara's envoy", "envoy of Turkey"."""
OF = ("of", "из", "от", "")
ABOUT = ("to", "with", "for", "against", "in", "from", "on", "over", "by", "в", "на", "с", "к", "при", "по")
"""Prepositions that name another side than the owner: "ambassador to Turkey", "troops in Syria"."""


ASIDE = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct", "obl", "advcl", "case"})
"""Relations that lead out of the words of an office."""
CLITICS = ("'s", "’s", "'", "’")


PAPERS = frozenset({"convention", "declaration", "treaty", "protocol", "agreement", "accord", "accords", "process", "statute", "charter", "communiqué"})
"""Papers that are called by where they were signed."""
TIED = 2
"""A hyphen and a name."""
SEATED = frozenset({"police", "court", "authority", "authorities", "official", "officials", "prosecutor", "judge", "lawmaker", "regulator"})
"""Who acts for the state in which he sits: "police in Oslo"."""
DELEGATES = frozenset(
    {"envoy", "official", "delegation", "representative", "minister", "diplomat", "leader", "delegate", "negotiator", "expert", "team", "officer", "lawmaker"}
)
"""Those who come "from" the state for which they act."""
NEIGHBOURS = frozenset({"neighbour", "neighbor", "ally", "rival", "partner", "country", "state", "nation", "kingdom", "republic", "emirate"})
"""What a state is to another, or what kind of state, before its name."""
GOVERNMENTS = frozenset({"government", "administration", "cabinet", "ministry", "country"})
GROUPS = frozenset({"delegation", "team", "mission", "group"})
LEADING = frozenset({"lead", "head", "chair", "spearhead"})
"""Verbs of who stands at the head of a delegation."""
HOSTING = frozenset({"receive", "host", "welcome", "meet", "greet"})
SPOKEN = ("spokesman", "spokeswoman", "spokesperson")
"""Those who speak "for" their own state."""


def find_actors(sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """The actors of the noun phrase headed by `token`, with its coordinated members; empty where none is named.

    A name stands for its actor. A common noun of office, body or people ("minister", "troops", "companies")
    stands for an actor of the state that the phrase names.
    """
    found: list[Actor] = []
    members = list(coordinated(sentence, token))
    for member in members:
        if _is_title_of_next(sentence, member, members):
            continue
        for actor in _single(sentence, member):
            if actor not in found:
                found.append(actor)
    return tuple(found)


def _is_title_of_next(sentence: Sentence, member: Token, members: list[Token]) -> bool:
    """English: whether a title and the name behind its comma are taken for two of a row: "Chad's [president], Ali Idris, and"."""
    behind = next((other for other in members if other.index == member.index + 2), None)
    if sentence.language != "en" or behind is None or member.mention is not None or sentence.tokens[member.index + 1].text != ",":
        return False
    owners = {actor.country for actor in find_owners(sentence, member)}
    return any(_is_person(mention) and mention.actor is not None and mention.actor.country in owners for mention in mentions_of(sentence, behind))


def find_actor(sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """The actors of the noun phrase headed by `token` without those joined to it."""
    return tuple(_single(sentence, token))


def coordinated(sentence: Sentence, token: Token) -> Iterator[Token]:
    """`token` and the heads coordinated with it."""
    yield token
    for child in sentence.children(token, "conj"):
        if child.pos not in ("VERB", "AUX"):
            yield from coordinated(sentence, child)
    yield from _hyphenated(sentence, token)
    yield from _side_by_side(sentence, token)
    if token.mention is not None and token.mention.kind == "person":  # "Ana of Peru and Luis of Chile", the second hung on Peru
        for place in sentence.children(token, "nmod"):
            yield from (child for child in sentence.children(place, "conj") if child.mention is not None and child.mention.kind == "person")


def _side_by_side(sentence: Sentence, token: Token) -> Iterator[Token]:
    """English: states that a headline puts side by side without "and": "Chad, [Niger] recall envoys"."""
    if sentence.language != "en" or token.mention is None or token.mention.kind != "state" or token.mention.actor is None:
        return
    for child in sentence.children(token, "appos"):
        between = sentence.tokens[token.index + 1 : child.index]
        beside = bool(between) and all(word.text == "," or (word.mention is not None and word.mention.kind == "state") for word in between)
        other = child.mention.actor if child.mention is not None and child.mention.kind == "state" else None
        if beside and other is not None and other.side != token.mention.actor.side:
            yield from coordinated(sentence, child)


def _hyphenated(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The second of two states that a hyphen ties before a noun, wherever the parser hung it: "the Oman-Yemen talks"."""
    after = sentence.tokens[token.index + 1 : token.index + 3]
    if sentence.language != "en" or token.mention is None or len(after) < TIED or after[0].text not in ("-", "–", "—"):
        return
    second = after[1]
    tight = token.span.stop == after[0].span.start and after[0].span.stop == second.span.start
    if tight and second.mention is not None and second.mention.kind in ("state", "demonym") and second.base_relation != "conj":
        yield second


def _single(sentence: Sentence, token: Token) -> list[Actor]:
    """The actors of one member."""
    named = [m.actor for m in mentions_of(sentence, token) if m.actor is not None]
    owners = find_owners(sentence, token)
    roles = load_roles(sentence.language)
    kind = roles.kind_of(token.lemma.lower())
    if named and token.mention is not None and token.mention.kind not in ("demonym", "office"):
        return _envoy_of(sentence, token) or named
    nearby = sentence.children(token, "flat", "appos", "compound", "nmod")
    below = next((child for child in nearby if any(map(_is_person, mentions_of(sentence, child)))), None)
    person = next((m.actor for m in mentions_of(sentence, below) if _is_person(m)), None) if below is not None else None
    if below is not None and token.has("Number=Plur") and sentence.language == "en" and kind == "person":
        row = [m.actor for member in coordinated(sentence, below) for m in mentions_of(sentence, member) if m.actor is not None and _is_person(m)]
        if len(row) > 1:
            return row
    if person is not None and person.country is None and kind == "person" and owners:
        return [structs.replace(person, country=owners[0].country)]
    row = _named_row(sentence, token, below) if kind == "person" and sentence.language == "ru" else []
    if row:
        return row
    styled = below is not None and below.base_relation == "flat" and token.pos == "PROPN" and token.mention is None and sentence.language == "en"
    if person is not None and (styled or kind == "person" or (token.mention is not None and token.mention.kind == "office")):
        return [person]
    behind = _people_behind(sentence, token) if kind == "person" and sentence.language == "ru" else []
    if behind:
        return behind
    if token.mention is not None and token.mention.kind == "office" and named:
        return named
    if kind is not None and owners:
        return [_bearer(sentence, token, owner, kind, shared=len(owners) > 1) for owner in owners]
    if named:
        return named
    return _named_neighbour(sentence, token) or _reference(sentence, token, roles)


def _named_neighbour(sentence: Sentence, token: Token) -> list[Actor]:
    """English: the state that is named right behind what it is to another: "Peru and its neighbour [Chile]"."""
    behind = sentence.tokens[token.index + 1 : token.index + 2] if sentence.language == "en" and token.lemma.lower() in NEIGHBOURS else ()
    named = (word for word in behind if word.base_relation == "appos" and word.head in (token.index, token.head))
    return [m.actor for word in named for m in mentions_of(sentence, word) if m.actor is not None and m.kind == "state"][:1]


def _envoy_of(sentence: Sentence, token: Token) -> list[Actor]:
    """Korean: who holds the office that is one word with its state, by name where one stands before it: "다나카 주한 [일본대사]를"."""
    title = korean_title(token.lemma) if sentence.language == "ko" and token.mention is not None and token.mention.kind == "state" else None
    state = token.mention.actor if token.mention is not None else None
    if title is None or state is None or token.lemma == state.name:
        return []
    people = [m.actor for child in sentence.children(token, "compound") for m in mentions_of(sentence, child) if m.actor is not None and _is_person(m)]
    named = [person for person in people if person.country == state.country]
    return named or [Actor(name=token.lemma, type="person", country=state.country, role=title, literal=state.literal)]


def _named_row(sentence: Sentence, token: Token, below: Token | None) -> list[Actor]:
    """The people behind a Russian title that is plural, or whose first name has another one joined to it; empty of one alone."""
    joined = sentence.child(below, "conj") if below is not None else None
    in_row = joined is not None and any(map(_is_person, mentions_of(sentence, joined)))
    row = _people_behind(sentence, token, in_row=True) if in_row or token.has("Number=Plur") else []
    return row if len(row) > 1 else []


def _people_behind(sentence: Sentence, token: Token, *, in_row: bool = False) -> list[Actor]:
    """Who is named right behind a Russian title and the words of its state, wherever the parser hung the name.

    After a plural, or `in_row`, all the names of the row: "министры Чада А и Нигера Б".
    """
    found: list[Actor] = []
    is_plural = token.has("Number=Plur") or in_row
    for word in sentence.tokens[token.index + 1 :]:
        actor = word.mention.actor if word.mention is not None and word.mention.kind == "person" else None
        if actor is not None:
            found.extend([actor] if actor not in found else [])
        elif (found and not is_plural) or not (word.pos in ("NOUN", "PROPN", "ADJ") or (is_plural and (word.pos == "CCONJ" or word.text == ","))):
            break
    return found


def mentions_of(sentence: Sentence, token: Token) -> list[Mention]:
    """The mentions that `token` carries: one as a rule, one per state for "the two countries"."""
    del sentence
    if token.mention is None:
        return []
    return [token.mention, *token.others]


def _is_person(mention: Mention) -> bool:
    return mention.actor is not None and mention.actor.type == "person"


def find_owners(sentence: Sentence, token: Token) -> list[Actor]:
    """The states that a noun phrase names as its own: by adjective, possessive or "of"."""
    found: list[Actor] = []
    for child in _owning(sentence, token):
        mentions = [m for m in mentions_of(sentence, child) if m.actor is not None and m.actor.side and m.kind in (*NAMING, "person")]
        marker = marker_of(sentence, child)
        if child.relation == "compound" and token.lemma.lower() in PAPERS and token.text[:1].isupper() and any(m.kind == "place" for m in mentions):
            continue  # "the Vienna Convention" is not Austria's
        own = (marker == "for" and token.lemma.lower() in SPOKEN) or _sent(sentence, token, marker)
        if child.relation in ("nmod", "obl") and marker in ABOUT and not own:
            continue
        if not mentions and child.relation in ("amod", "compound", "nmod:poss", "nmod") and marker in (*OF, "의"):
            found.extend(actor for actor in find_owners(sentence, child) if actor not in found)
            continue
        for member in coordinated(sentence, child):
            found.extend(m.actor for m in mentions_of(sentence, member) if m.actor is not None and m.actor.side and m.actor not in found)
    if not found and sentence.language == "ko":  # "호주산 쌀과 밀": what is joined before has the owner of both
        found.extend(actor for child in sentence.children(token, "conj") if child.index < token.index for actor in find_owners(sentence, child))
    return found or _own_state(sentence, token) or _seat(sentence, token) or _led(sentence, token)


def _sent(sentence: Sentence, token: Token, marker: str) -> bool:
    """English: whether "from" tells whose somebody is who does something ("[envoys] from Chad will meet"), and not whence he is moved."""
    top = token
    while top.base_relation == "conj" and (above := sentence.head(top)) is not None:
        top = above
    above = sentence.head(top)
    received = top.relation == "obj" and above is not None and above.lemma.lower() in HOSTING
    doing = top.relation == "nsubj" or received or marker_of(sentence, token) in ("by", "between", "with")
    return sentence.language == "en" and marker == "from" and doing and token.lemma.lower() in DELEGATES


def _led(sentence: Sentence, token: Token) -> list[Actor]:
    """English: the state of who leads a delegation: "a delegation led by [Chadian] Minister [Name]"."""
    if sentence.language != "en" or token.lemma.lower() not in GROUPS:
        return []
    leads = [child for child in sentence.children(token, "acl") if child.lemma.lower() in LEADING]
    leaders = [by for lead in leads for by in sentence.children(lead, "obl") if marker_of(sentence, by) == "by"]
    return [actor for leader in leaders for actor in find_actors(sentence, leader) if actor.side]


def _seat(sentence: Sentence, token: Token) -> list[Actor]:
    """The state of the place where a Korean envoy or embassy serves, or English police, courts and officials sit, where nothing else says whose they are."""
    if sentence.language == "en":
        inside = sentence.children(token, "nmod") if token.lemma.lower() in SEATED else ()
        places = [child for child in inside if marker_of(sentence, child) == "in"]
        return [m.actor for place in places for m in mentions_of(sentence, place) if m.actor is not None and m.actor.side and m.kind in ("state", "place")]
    posts = [child for child in sentence.children(token, "acl") if child.lemma == "주재"]
    places = [place for post in posts for place in sentence.children(post, "obl")]
    return [m.actor for place in places for m in mentions_of(sentence, place) if m.actor is not None and m.actor.side]


def _own_state(sentence: Sentence, token: Token) -> list[Actor]:
    """The state that "its" means: the nearest subject above that is one ("Oman said that its minister would …")."""
    its = next((child for child in sentence.children(token, "nmod:poss") if child.lemma.lower() == "its" and child.mention is None), None)
    if its is None:
        return _own_government(sentence, token)
    for above in sentence.ancestors(token):
        subject = sentence.child(above, "nsubj") if above.pos == "VERB" else None
        actor = subject.mention.actor if subject is not None and subject.mention is not None else None
        if subject is not None and actor is not None and subject.index < its.index and actor.type in ("state", "agency") and actor.country is not None:
            return [Actor(name=actor.name, id=actor.country, type="state", country=actor.country, role=None, literal=actor.literal)]
    return []


def _own_government(sentence: Sentence, token: Token) -> list[Actor]:
    """English: whose "his" or "her" government is: that of the person who is the nearest subject above."""
    bound = next((c for c in sentence.children(token, "nmod:poss") if c.text.lower() in ("his", "her") and c.mention is None), None)
    if bound is None or sentence.language != "en" or token.lemma.lower() not in GOVERNMENTS:
        return []
    for above in sentence.ancestors(token):
        subject = sentence.child(above, "nsubj") if above.pos == "VERB" else None
        actor = subject.mention.actor if subject is not None and subject.mention is not None else None
        if subject is not None and actor is not None and subject.index < bound.index and actor.type == "person" and actor.country is not None:
            return [actor]
    return []


DONE_TO = frozenset({"파병", "침공", "공격", "공습", "방문", "국빈방문", "파견", "침략", "폭격", "수출", "투자"})
"""Korean nouns of deeds: whose they are stands before 의, where they go right before them."""


def _owning(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words under a noun that may name its state; of a Korean clause "that is in" its place."""
    done = sentence.language == "ko" and token.lemma in DONE_TO and any(c.mention is not None for c in sentence.children(token, "nmod:poss"))
    for child in sentence.children(token, *OWNERS):
        if done and child.relation != "nmod:poss":
            continue  # "페루의 러시아 파병" is a deed of Peru
        if child.relation == "acl:relcl" and sentence.language == "en":
            continue  # "his family, who are in the Peruvian embassy", is not Peruvian
        yield child
        if sentence.language == "ko" and child.base_relation == "acl" and child.lemma in ("있", "위치하"):
            yield from (place for place in sentence.children(child, "obl") if place.particles[-1:] == ("에",))


def marker_of(sentence: Sentence, token: Token) -> str:
    """The adposition, or in Korean the particle, that marks `token`; empty where there is none."""
    case = sentence.child(token, "case")
    if case is None and token.mention is not None and token.mention.kind == "person":
        titles = (sentence.child(title, "case") for title in sentence.children(token, "compound", "nmod:desc", "flat") if title.mention is None)
        case = next((found for found in titles if found is not None), None)
    if case is not None and case.lemma not in ("'s", "’s", "be") and case.text not in CLITICS:
        fixed = [child.text.lower() for child in sentence.children(case, "fixed")]
        return " ".join([case.lemma.lower(), *fixed])
    return token.particles[-1] if sentence.language == "ko" and token.particles else ""


def _base(sentence: Sentence, word: Token) -> str:
    """A word of a name as it stands; in Korean without its particles, in the base form that the contract wants."""
    if word.mention is not None:
        return word.mention.text
    return word.lemma if sentence.language == "ko" and word.particles else word.text


def _bearer(sentence: Sentence, token: Token, owner: Actor, kind: ActorType, *, shared: bool = False) -> Actor:
    """Somebody of the owner's state, named by the phrase's own words; where several states share the noun, by that of each."""
    country = owner.country
    if kind == "state" and country is not None:
        return Actor(name=owner.name, id=country, type="state", country=country, role=None, literal=owner.literal)
    role = (_office(sentence, token) or token.lemma.lower()) if kind == "person" else None
    name = _shared_name(sentence, token, owner) if shared and sentence.language == "en" else _bearer_name(sentence, token)
    return Actor(name=name, id=None if country else owner.id, type=kind, country=country, role=role, literal=owner.literal)


def _bearer_name(sentence: Sentence, token: Token) -> str:
    """The phrase's own words up to its noun; in Russian the noun in its base form with the words of the office behind it."""
    if sentence.language == "ru":
        return _russian_bearer(sentence, token)
    words = [
        w for w in sentence.subtree(token, without=frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct", "obl", "advcl"})) if w.index <= token.index
    ]
    cut = max((w.index for w in sentence.tokens[: token.index] if w.text in (",", ";", ":", "—")), default=-1)
    named = [w for w in words if (w.index > cut and (w.pos not in ("DET", "ADP") and w.base_relation not in ("case", "mark"))) or w.text in CLITICS]
    return " ".join(dict.fromkeys(_base(sentence, w) for w in named)).replace(" '", "'").replace(" ’", "’")


def _shared_name(sentence: Sentence, token: Token, owner: Actor) -> str:
    """The noun of a phrase in the singular, behind the one state of those that share it: "Norwegian foreign minister"."""
    words = sorted((c for c in sentence.children(token, "amod", "compound") if c.mention is None and c.index < token.index), key=lambda word: word.index)
    before = next((word.index for word in reversed(words) if word.pos == "CCONJ"), -1)
    noun = " ".join([*(word.text for word in words if word.index > before), token.lemma.lower()])
    behind = any(marker_of(sentence, child) in ("of", "from") and child.mention is not None for child in sentence.children(token, "nmod"))
    return f"{noun} of {owner.name}" if behind else f"{owner.name} {noun}"


def _russian_bearer(sentence: Sentence, token: Token) -> str:
    """A Russian noun in its base form with what agrees with it where it stands so, and the genitives of its office and its one state."""
    is_base = token.has("Case=Nom")
    before = [w.text for w in sentence.children(token, "amod") if is_base and w.index < token.index]
    behind = [w for w in sentence.subtree(token, without=ASIDE) if w.index > token.index and (w.has("Case=Gen") or w.text.isupper())]
    shared = len(find_owners(sentence, token)) > 1
    words = [w.text for w in behind if not shared or (w.mention is None and w.pos != "NUM")]
    noun = (token.text if is_base and not shared else russian_base(token.text, token.lemma)).lower()
    return " ".join([*before, noun.upper() if token.text[: len(noun)].isupper() else noun, *words])


def _office(sentence: Sentence, token: Token) -> str | None:
    """The office that a Russian or Korean phrase names, in the terms of the vocabulary."""
    words = sorted(sentence.subtree(token, without=ASIDE), key=lambda word: word.index)
    phrase = " ".join(_base(sentence, word) for word in words)
    match sentence.language:
        case "ru":
            return russian_title(phrase)
        case "ko":
            return korean_title(phrase)
        case _:
            return None


def _reference(sentence: Sentence, token: Token, roles: Roles) -> list[Actor]:
    """The actor that a unit of a phrase names where its head is a group or a part ("a group of Turkish officials")."""
    if token.lemma.lower() not in roles.containers:
        return []
    inner = next((child for child in sentence.children(token, "nmod") if marker_of(sentence, child) in OF), None)
    return list(find_actors(sentence, inner)) if inner is not None else []
