"""Speakers: who stands before or behind a verb of saying, named or not."""

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from dragoman.model import Actor, ActorType, Span
from dragoman.read.actors import find_actors, find_owners, marker_of
from dragoman.read.papers_en import issuers_of, paper_above
from dragoman.read.roles import load_roles
from dragoman.read.speech import Speech
from dragoman.read.subjects import SUBJECTS, THINGS, is_passive, is_relative, surface_subjects
from dragoman.read.tails import who_with
from dragoman.read.words import CLOSING, QUOTES, Sentence, Token

MARKS = frozenset(',"”»—–-“«″「『‘')
NAMES = ("NOUN", "PROPN", "PRON")
ANSWERS = ("respond", "react", "reply", "answer", "retort", "counter")
FACING = ("counterpart", "colleague")
"""How an official is called by the one whom he faces."""
LEADING = 12
"""Words at the beginning of a sentence among which a colon stands that opens what somebody says."""
NEAR_TO_STATE = ("source", "official", "diplomat")
"""Voices without a name that are of the state beside them: "Chadian sources"."""
LONGEST_TITLE = 12
"""Words within which a name follows its title."""
ASIDE = frozenset({"appos", "obl", "acl", "acl:relcl", "conj", "cc", "punct", "det", "parataxis", "advmod"})


def find_subjects(sentence: Sentence, verb: Token, speech: Speech) -> list[Token]:
    """The subject of a verb of saying: its own, that of a closing frame, else a shared one."""
    paper = paper_above(sentence, verb)
    if paper is not None:
        return [paper] if issuers_of(sentence, paper) else [token for token, _ in surface_subjects(sentence, sentence.tokens[paper.head])]
    answering = _answering(sentence, verb)
    if answering is not None:
        return [token for token, _ in surface_subjects(sentence, answering)]
    framed = _inverted(sentence, verb) or _framed(sentence, verb) or who_with(sentence, verb)
    if framed is not None:
        return [framed]
    torn = _second_subject(sentence, verb)
    if torn is not None:
        return [torn]
    if not any(child.relation in SUBJECTS for child in sentence.children(verb)):
        closing = closing_subject(sentence, verb, speech)
        if closing is not None:
            return [closing]
        governor = sentence.head(verb)
        above = _saying_above(sentence, verb, speech)
        if above is not None:
            return [token for token, _ in surface_subjects(sentence, above)]
        if verb.has("VerbForm=Inf") and verb.base_relation == "acl" and governor is not None and governor.mention is not None:
            above = next((token for token in sentence.ancestors(governor) if token.pos == "VERB"), None)
            return [token for token, _ in surface_subjects(sentence, above)] if above is not None else []
        if verb.has("VerbForm=Inf") and governor is not None and governor.pos == "VERB" and governor.lemma.lower() not in speech.verbs:
            return [token for token, _ in surface_subjects(sentence, governor)]
    return [token for token, _ in surface_subjects(sentence, verb)]


def _second_subject(sentence: Sentence, verb: Token) -> Token | None:
    """English: of two subjects with a comma between, the one right before a verb that closes its sentence: "[Trade] grew by half, [the minister] said"."""
    own = [child for child in sentence.children(verb) if child.relation in SUBJECTS and child.index < verb.index] if sentence.language == "en" else []
    parted = len(own) > 1 and any(word.text == "," for word in sentence.tokens[own[-2].index : own[-1].index])
    return own[-1] if parted and sentence.child(verb, "obj", "ccomp") is None else None


def find_sayers(sentence: Sentence, verb: Token, speech: Speech) -> list[Token]:
    """Russian: the body in which something is said by nobody named: «сообщили в МИД Чили»."""
    if sentence.language != "ru" or not verb.has("Number=Plur") or any(child.relation in SUBJECTS for child in sentence.children(verb)):
        return []
    inside = (child for child in sentence.children(verb, "obl", "nmod") if marker_of(sentence, child) in ("в", "во"))
    return [child for child in inside if child.lemma.lower() in speech.bodies or any(a.type in ("agency", "state") for a in find_actors(sentence, child))][:1]


def holder_of_title(sentence: Sentence, quoted: Sequence[Span]) -> Token | None:
    """Russian: the person named behind the title that is the subject of a sentence («официальный представитель МИД Чили А осудил …»)."""
    for token in sentence.tokens:
        title = sentence.head(token)
        named = token.mention is not None and token.mention.kind == "person" and token.base_relation == "appos"
        if named and title is not None and title.relation in SUBJECTS and not any(span.covers(token.span) for span in quoted):
            return token
    return None


def quoted_as_saying(sentence: Sentence, token: Token) -> tuple[Token, Token | None] | None:
    """Who is quoted, and who quotes: "Reuters quoted the envoy as saying", "the envoy was quoted as saying by Reuters"."""
    head = sentence.head(token)
    if token.text.lower() not in ("saying", "telling") or head is None or head.lemma.lower() not in ("quote", "cite", "quot", "cit", "report"):
        return None
    subject, thing = sentence.child(head, "nsubj", "nsubj:pass"), sentence.child(head, "obj")
    if is_passive(sentence, head) and subject is not None:
        return subject, next((child for child in sentence.children(head, "obl") if marker_of(sentence, child) == "by"), None)
    return (thing, subject) if thing is not None else None


def named_behind(sentence: Sentence, holder: Token) -> Token:
    """Russian: who is named between commas behind a title («по словам посла Чили, Анны Руис, …»), else the word of the title."""
    stop = sentence.span_of(holder, without=frozenset({"appos", "parataxis", "acl", "punct"})).stop
    after = [word for word in sentence.tokens if word.span.start >= stop][:2]
    person = after[1] if len(after) > 1 and after[0].text == "," and after[1].mention is not None and after[1].mention.kind == "person" else None
    return person if person is not None and load_roles("ru").kind_of(holder.lemma.lower()) == "person" else holder


def before_colon(sentence: Sentence) -> tuple[Token, Token] | None:
    """Russian: who stands before a colon behind which he speaks («МИД Чили: граница закрыта»), and the colon."""
    colon = next((word for word in sentence.tokens[:LEADING] if word.text == ":"), None) if sentence.language == "ru" else None
    if colon is None or not colon.index:
        return None
    before, after = sentence.tokens[: colon.index], sentence.tokens[colon.index + 1 :]
    plain = before[0].pos != "ADP" and not any(word.pos in ("VERB", "AUX", "PUNCT") for word in before if word.mention is None or word.mention.kind != "agency")
    if not plain or not any(word.pos == "VERB" for word in after):
        return None
    kinds = [(word, word.mention.kind if word.mention is not None else "") for word in before]
    person = next((word for word, kind in kinds if kind == "person"), None)
    first = before[0]
    titled = load_roles("ru").kind_of(first.lemma.lower()) == "person" and any(actor.side for actor in find_actors(sentence, first))
    alone = kinds[0][1] == "agency" or (len(before) == 1 and kinds[0][1] == "state")
    subject = first if titled or alone else person if person is not None and all(kind in ("person", "office") for _, kind in kinds) else None
    return (subject, colon) if subject is not None else None


def passed_on(sentence: Sentence, verb: Token, speech: Speech) -> tuple[Token, Token | None] | None:
    """Russian: who is quoted and who quotes him: «цитирует агентство слова министра», «приводит газета заявление МИД»."""
    if sentence.language != "ru" or verb.lemma.lower() not in speech.quoting:
        return None
    words = next((c for c in sentence.children(verb, "obj", "nmod", "obl", "nsubj") if c.lemma.lower() in speech.credits | speech.papers), None)
    said = next(iter(sentence.children(words, "nmod")), None) if words is not None else sentence.child(verb, "obj")
    outlet = next((c for c in sentence.children(verb) if c.relation in SUBJECTS and c is not words), None)
    return (said, outlet) if said is not None and find_actors(sentence, said) else None


def _answering(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of "responded to … by saying", whatever stands between."""
    if sentence.language != "en" or verb.text != "saying" or not verb.index or sentence.tokens[verb.index - 1].text != "by":
        return None
    return next((word for word in reversed(sentence.tokens[: verb.index]) if word.pos == "VERB" and word.lemma.lower() in ANSWERS), None)


def _inverted(sentence: Sentence, verb: Token) -> Token | None:
    """Whoever closes a sentence behind ", said": a person by name, whatever stands as the subject."""
    if sentence.language != "en" or verb.text != "said" or not verb.index or sentence.tokens[verb.index - 1].text not in (",", '"', "”"):
        return None
    after = sentence.tokens[verb.index + 1 :]
    if any(word.pos in ("VERB", "AUX") for word in after):
        return None
    return next((word for word in after if word.mention is not None and word.mention.kind == "person"), None)


def _framed(sentence: Sentence, verb: Token) -> Token | None:
    """English: the one word between a comma or closing mark and the verb (", he told"), whatever else the parser took for the subject."""
    before = sentence.tokens[max(0, verb.index - 2) : verb.index]
    if sentence.language != "en" or len(before) < 2 or before[0].text not in (",", '"', "”", "–", "—"):  # noqa: PLR2004, RUF100
        return None
    is_person = before[1].pos == "PRON" or (before[1].mention is not None and before[1].mention.kind == "person")
    return before[1] if is_person and not is_relative(before[1]) and before[1].lemma.lower() not in THINGS else None


def _saying_above(sentence: Sentence, verb: Token, speech: Speech) -> Token | None:
    """The verb of saying whose words end with "…, adding that", on whatever word of them it hangs: who says the one says the other."""
    closes = verb.base_relation == "advcl" and verb.text.endswith("ing") and verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
    if sentence.language != "en" or not closes:
        return None
    for place, above in enumerate(sentence.ancestors(verb)):
        lemma = above.lemma.lower()
        if above.pos == "VERB" and lemma in speech.verbs and (lemma not in speech.needs_clause or sentence.child(above, "ccomp") is not None):
            return above if place else None
        if above.relation == "acl:relcl" and verb.text != "adding":
            return None
    return None


def closing_subject(sentence: Sentence, verb: Token, speech: Speech) -> Token | None:
    """The speaker of a frame that closes its sentence, whatever the parser made of it: ", X notes", "," stresses X"."""
    words = sentence.tokens
    after = [word for word in words[verb.index + 1 :] if word.pos != "PUNCT"]
    quote = next((i for i in range(verb.index - 1, -1, -1) if words[i].text in CLOSING), None)
    comma = next((i for i in range(verb.index - 1, -1, -1) if words[i].text in MARKS), None)
    inverted = comma == verb.index - 1 and verb.lemma.lower() != "tell" and not (sentence.language == "en" and verb.text.endswith("ing"))
    if inverted and after and after[0].pos in (*NAMES, "DET", "ADJ") and not any(w.pos in ("VERB", "AUX") for w in after):
        return _head_of(after)
    start = quote if quote is not None and not any(w.pos in ("VERB", "AUX") for w in words[quote : verb.index]) else comma
    if start is None or start == verb.index - 1 or (verb.pos != "VERB" and after):
        return None
    before = words[start + 1 : verb.index]
    return _head_of(before) if before[0].pos in (*NAMES, "DET", "ADJ") and not any(w.pos in ("VERB", "AUX") for w in before) else None


def _head_of(words: Sequence[Token]) -> Token | None:
    """The noun of a phrase that is a speaker: a named person, else the word that the others hang on."""
    person = next((w for w in words if w.mention is not None and w.mention.kind == "person"), None)
    if person is not None:
        return person
    inside = {w.index for w in words}
    return next((w for w in words if w.pos in NAMES and w.head not in inside), None) or next((w for w in words if w.pos in NAMES), None)


def name_speaker(sentence: Sentence, subject: Token, speech: Speech) -> tuple[Actor, ...]:
    """The actors that a subject stands for: resolved ones, a title with a name, a voice without a name."""
    issuers = issuers_of(sentence, subject)
    if issuers:
        return tuple(actor for issuer in issuers for actor in name_speaker(sentence, issuer, speech) or _nameless(issuer))
    actors = tuple(_without_preposition(sentence, subject, actor) for actor in find_actors(sentence, subject))
    beside = _name_beside(sentence, subject, speech)
    kind = load_roles(sentence.language).kind_of(subject.lemma.lower())
    if beside is not None and not any(actor.type == "person" and actor.name != beside and actor.role != subject.lemma.lower() for actor in actors):
        country = next((actor.country for actor in actors if actor.country), None)
        return (Actor(name=beside, type="person", country=country, role=subject.lemma.lower()),)
    behind = _person_behind(sentence, subject) if kind == "person" and not any(actor.type == "person" and actor.role is None for actor in actors) else None
    if behind is not None and all(actor.type == "person" and actor.country in (None, behind.country) for actor in actors):
        return (behind,)
    if actors:
        return _without_counterparts(actors)
    return _named(sentence, subject) or _unnamed(sentence, subject, speech, kind)


def _nameless(issuer: Token) -> tuple[Actor, ...]:
    """Whoever issued a paper, by the common noun that the text has ("the party's statement")."""
    return (Actor(name=issuer.lemma.lower(), type="organisation"),) if issuer.pos == "NOUN" else ()


def _without_counterparts(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors without "his counterpart" where the counterpart of that state is named among them."""
    named = {actor.country for actor in actors if actor.type == "person" and not actor.name.endswith(FACING)}
    return tuple(actor for actor in actors if not (actor.name.endswith(FACING) and actor.country in named))


def _person_behind(sentence: Sentence, subject: Token) -> Actor | None:
    """The person named behind a title and its place, before any verb: "Peru's ambassador to Chile Ana Ruiz said"."""
    if sentence.language != "en" or (subject.mention is not None and subject.mention.kind != "office"):
        return None
    comma = False
    for word in sentence.tokens[subject.index + 1 : subject.index + LONGEST_TITLE]:
        if word.mention is not None and word.mention.kind == "person":
            actor = word.mention.actor
            known = not comma or (actor is not None and actor.role is not None and subject.lemma.lower() in actor.role)
            return actor if known and sentence.tokens[word.index - 1].pos not in ("CCONJ", "ADP") else None
        if word.pos in ("VERB", "AUX", "PRON", "SCONJ") or (word.pos == "PUNCT" and word.text != ","):
            return None
        comma = comma or word.text == ","
    return None


def _without_preposition(sentence: Sentence, subject: Token, actor: Actor) -> Actor:
    """The actor without "according to" before its name."""
    case = sentence.child(subject, "case")
    words = " ".join(word.text for word in sentence.subtree(case)) + " " if case is not None else ""
    return msgspec.structs.replace(actor, name=actor.name.removeprefix(words)) if words and actor.name.startswith(words) else actor


def _name_beside(sentence: Sentence, subject: Token, speech: Speech) -> str | None:
    """A personal name beside a title that no mention holds."""
    lemma = subject.lemma.lower()
    if subject.mention is not None or not (load_roles(sentence.language).kind_of(lemma) == "person" or lemma.endswith(speech.titles)):
        return None
    for child in sentence.children(subject, "appos", "flat", "compound"):
        body = child.lemma.lower() in speech.bodies or load_roles(sentence.language).kind_of(child.lemma.lower()) == "agency"
        if child.pos == "PROPN" and child.mention is None and not body and (sentence.language == "ko" or child.text[:1].isupper()):
            full = " ".join([child.text, *(word.text for word in sentence.children(child, "flat"))])
            return f"{full} {subject.lemma}" if len(full) == 1 else full
    return None


def _unnamed(sentence: Sentence, subject: Token, speech: Speech, kind: ActorType | None) -> tuple[Actor, ...]:
    """Experts, analysts, media, "the ministry": voices that the text credits without a name."""
    lemma = subject.lemma.lower().removesuffix("들")
    if lemma in speech.people or kind == "people":
        owner = next(iter(find_owners(sentence, subject)), None) if sentence.language == "en" and lemma in NEAR_TO_STATE else None
        country = owner.country if owner is not None else None
        return (Actor(name=subject.text.lower() if subject.text.isascii() else lemma, type="people", country=country),)
    if lemma in speech.organisations and sentence.language == "ru":
        named = next((child.text for child in sentence.children(subject, "appos", "flat", "nmod") if child.text[:1].isupper()), None)
        return (Actor(name=named or lemma, type="organisation"),)
    if lemma in speech.organisations:
        return (Actor(name=subject.text.lower() if subject.text.isascii() else lemma, type="organisation"),)
    if lemma in speech.bodies or kind == "agency":
        owner = next(iter(find_owners(sentence, subject)), None) or _doer_before(sentence, subject)
        return (Actor(name=lemma, type="agency", country=owner.country if owner is not None else None),)
    return ()


def _doer_before(sentence: Sentence, subject: Token) -> Actor | None:
    """The state whose deed a body without a name reports: "Chad is opening the border, the government said"."""
    first = next((word for word in sentence.tokens[: subject.index] if word.relation == "nsubj"), None)
    if (
        sentence.language != "en"
        or first is None
        or first.mention is None
        or first.mention.kind not in ("state", "agency")
        or sentence.tokens[subject.index - 1].text.lower() not in ("the", "its", "a")
    ):
        return None
    return first.mention.actor


def _goes_on_as(word: Token, name: Token) -> bool:
    """English: whether a word behind a name is the rest of it that the parser hung beside it: "quoted [Ana] [Ruiz]"."""
    beside = word.head == name.head and word.relation == name.relation and word.index != name.index
    return beside and word.pos == name.pos == "PROPN" and word.mention is None and word.text[:1].isupper()


def _named(sentence: Sentence, subject: Token) -> tuple[Actor, ...]:
    """A proper name that no mention holds: a body by its own noun, capitals an organisation, else a person."""
    if sentence.language == "ru" and subject.text.isupper():
        return ()
    unknown = sentence.language == "en" and subject.pos == "NOUN" and subject.index > 0 and sentence.child(subject, "det", "amod", "nmod:poss") is None
    if not (subject.pos == "PROPN" or unknown) or not subject.text[:1].isupper() or subject.mention is not None:
        return ()
    cases = {w.index for case in sentence.children(subject, "case") for w in sentence.subtree(case)}
    words = [w for w in sentence.subtree(subject, without=ASIDE) if w.text not in ("Mr", "Mrs", "Ms", "Dr") and w.index not in cases]
    comma = next((w.index for w in sentence.tokens[subject.index :] if w.text == ","), len(sentence.tokens))
    words = [w for w in words if w.index < comma] if sentence.language == "en" else words
    first = next((i for i, word in enumerate(words) if word.pos == "PROPN" or (word.text[:1].isupper() and word.mention is None)), None)
    if first is None:
        return ()
    if sentence.language == "en":
        words.extend(takewhile(lambda w: _goes_on_as(w, subject), sentence.tokens[words[-1].index + 1 :]))
    name = " ".join(word.text for word in words[first:]).replace(" '", "'").replace(" ’", "’")
    kind = load_roles(sentence.language).kind_of(subject.lemma.lower())
    if kind in ("agency", "organisation", "firm"):
        owner = next(iter(find_owners(sentence, subject)), None)
        return (Actor(name=name, type=kind, country=owner.country if owner is not None else None),)
    marked = sentence.language == "ru" and words[first].index > 0 and sentence.tokens[words[first].index - 1].text in QUOTES
    return (Actor(name=name, type="organisation" if subject.text.isupper() or len(words) > 3 or marked else "person"),)
