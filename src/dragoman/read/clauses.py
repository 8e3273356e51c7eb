"""Who does what in a sentence, said once: voice, participles, relatives, control, coordination and ellipsis.

Frames see only what stands here: a predicate with its deep arguments, whatever the surface looks like.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.read.actors import marker_of
from dragoman.read.subjects import PREDICATES, SUBJECTS, antecedent_of, is_passive, is_relative, meant_by, surface_subjects
from dragoman.read.words import Sentence, Token

BY = {"en": ("by",), "ru": ("Ins",), "ko": ("의하", "에게")}
"""Markers of the agent of a passive."""
ADVERBIAL = ("where", "when", "why", "где", "когда", "куда")
"""Relative adverbs: the noun of their clause is its place or time, no participant."""
BESIDE = frozenset(
    {"host", "broker", "mediate", "facilitate", "condemn", "criticise", "criticize", "denounce", "reject", "welcome", "praise", "hail", "oppose"}
    | {"осудить", "осуждать", "оценить", "оценивать", "прокомментировать", "комментировать", "критиковать", "раскритиковать", "приветствовать", "отвергнуть"}
    | {"расценить", "назвать", "посчитать"}
)
"""Verbs whose subject takes no part in the act that their object names: who hosts talks or condemns calls does not hold them."""
TELLING = frozenset({"заявить", "заявлять", "объявить", "объявлять", "договориться", "договариваться", "условиться"})
"""Russian verbs whose subject does what «о …» names: «объявила об отзыве посла»."""
ANSWERING = frozenset({"ответить", "отреагировать", "пригрозить"})
"""Russian verbs whose subject does what their instrumental names: «ответила высылкой двух дипломатов»."""
WAYS = ("back", "home", "out", "down", "off")
"""English adverbs that make another verb of the one before them, as particles do."""
ASKING = frozenset({"call", "appeal", "plead"})
"""English verbs with which somebody is asked to do something behind a preposition."""
JOURNEYS = frozenset({"visit", "trip", "tour"})
"""What somebody is on who does or says something there."""
TAKING = frozenset(
    {"принять", "принимать", "объявить", "объявлять", "издать", "подписать", "утвердить", "начать", "огласить", "озвучить", "вынести", "одобрить", "поддержать"}
)
"""Russian verbs by which a step is taken; who condemns or awaits one does not take it."""
DURING = ("in", "during", "at", "в", "на", "в ход", "во время", "в время", "в ходе", "в рамка", "в рамках", "에서")
"""What marks the talks or visit in which somebody does what the verb tells."""
EXTENDING = ("продление", "срок")
"""Russian nouns by which a deed is only made longer, and goes on."""
PAPERS = frozenset({"документ", "соглашение", "договор", "меморандум", "протокол", "декларация", "заявление"})
"""Russian nouns of papers that tell what those do who sign them."""
SIGNING = frozenset({"подписать", "подписывать", "заключить", "парафировать"})
HOSTING = frozenset({"receive", "welcome", "host", "greet", "invite"})
"""English verbs whose object is on a visit, and not their subject."""
BACK = frozenset({"return", "come", "arrive", "fly"})
STEPS = frozenset({"решение", "процедура", "процесс", "указ", "постановление", "закон", "приказ"})
"""Russian nouns of steps that are taken to do what the noun under them tells."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: `role` of subject, object, iobj, oblique, possessor, modifier, complement, said or within (whom or what a clause is about).

    `marker` is the adposition (or bare case, or Korean particle) of an oblique; `via` tells how a participant
    that the surface does not give was found: passive, control, relative, conjunct, participle.
    """

    role: str
    marker: str
    token: Token
    via: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its deep arguments."""

    sentence: Sentence
    head: Token
    lemma: str
    passive: bool
    arguments: tuple[Argument, ...]
    performed: bool = False
    """A deed told by a noun that a verb performs ("국경 폐쇄를 발표했다")."""

    def at(self, role: str, *markers: str) -> Iterator[Argument]:
        """The arguments in a role, of the given markers where there are some."""
        return (a for a in self.arguments if a.role == role and (not markers or a.marker in markers))


def find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """One clause for each verb, adjective or noun that may tell of an act, in text order."""
    return sentence.once(_find_clauses)


def _find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    return tuple(read_clause(sentence, token) for token in sentence.tokens if token.pos in (*PREDICATES, "NOUN", "ADJ", "PROPN", "SCONJ", "CCONJ", "ADV"))


def read_clause(sentence: Sentence, head: Token) -> Clause:
    """The clause of one predicate."""
    if head.relation in ("obl:deed", "root:deed"):
        return _performed(sentence, head)
    if head.mention is not None and sentence.language in ("en", "ru") and (stay := _stay(sentence, head)) is not None:
        return stay
    passive = is_passive(sentence, head)
    arguments = [*_subjects(sentence, head, passive), *_own(sentence, head, passive), *_shared(sentence, head)]
    if head.pos in ("NOUN", "PROPN"):
        arguments.extend(_light_verb(sentence, head))
    return Clause(sentence, head, lemma_of(sentence, head), passive, tuple(arguments))


def _stay(sentence: Sentence, head: Token) -> Clause | None:
    """The clause of who "is in" a place, which hangs on the place: "the minister is in [Lima] for talks", "is here"."""
    subject, case = sentence.child(head, "nsubj"), "in" if head.pos == "ADV" else marker_of(sentence, head)
    if subject is None or sentence.child(head, "cop") is None or case not in ("in", "at", "в"):
        return None
    return Clause(
        sentence,
        head,
        "быть в" if case == "в" else "be in",
        passive=False,
        arguments=(Argument("subject", "", antecedent_of(sentence, head, subject)), Argument("oblique", case, head)),
        performed=True,
    )


def _performed(sentence: Sentence, head: Token) -> Clause:
    """The clause of a Korean deed told by a noun: what stands before it is its object, who performs it its subject."""
    verb = sentence.tokens[head.head]
    arguments = [Argument("subject", "", token, via) for token, via in surface_subjects(sentence, verb)]
    beside = sentence.children(verb, "obl") if verb.index != head.index else ()
    own = [child for child in sentence.children(head, "compound", "nmod:poss") if child.relation != "nmod"][-1:]
    arguments.extend(Argument("object", "", child, "") for child in own)
    arguments.extend(Argument("oblique", case_of(sentence, child), child, "") for child in sentence.children(head, "nmod"))
    arguments.extend(Argument("oblique", case_of(sentence, c), c, "") for c in beside if c.relation != "obl:deed" and c.particles)
    return Clause(sentence, head, head.lemma + "하", passive=False, arguments=tuple(arguments), performed=True)


def lemma_of(sentence: Sentence, head: Token) -> str:
    """The lemma with its particle ("call in"); a Korean passive in its active form."""
    lemma = head.lemma.lower()
    if sentence.language == "ko":
        for ending in ("되", "당하", "받"):
            if lemma.endswith(ending) and len(lemma) > len(ending) + 1:
                return lemma.removesuffix(ending) + "하"
        return lemma
    particle = sentence.child(head, "compound:prt") or _way(sentence, head)
    return f"{lemma} {particle.lemma.lower()}" if particle is not None else lemma


def _way(sentence: Sentence, head: Token) -> Token | None:
    """The adverb that tells an English verb of moving somebody which way: "called its envoy back", "ordered him out"."""
    if sentence.language != "en" or head.pos != "VERB":
        return None
    return next((child for child in sentence.children(head, "advmod") if child.text in WAYS and child.index > head.index), None)


def _subjects(sentence: Sentence, head: Token, passive: bool) -> Iterator[Argument]:  # noqa: FBT001 - voice is a plain yes or no
    """Deep subject (or object, of a passive) from the surface subject."""
    if head.pos in ("NOUN", "PROPN") and not any(c.relation == "cop" for c in sentence.children(head)):
        return
    guest = sentence.head(head) if head.relation == "amod" and head.text.lower() == "visiting" else None
    if guest is not None:
        above = sentence.head(guest) if guest.relation == "nmod:desc" else None  # "his visiting Chadian counterpart [Name]"
        yield Argument("guest", "", above or guest, "participle")
    for token, via in surface_subjects(sentence, head):
        yield Argument("object" if passive else "subject", "", token, "passive" if passive else via)


def _own(sentence: Sentence, head: Token, passive: bool) -> Iterator[Argument]:  # noqa: FBT001 - voice is a plain yes or no
    """Objects, obliques, possessors, modifiers and complements that hang on `head` itself."""
    for child in sentence.children(head):
        relation, marker = child.base_relation, case_of(sentence, child)
        if relation == "obj":
            yield Argument("object", "", meant_by(sentence, head, antecedent_of(sentence, head, child)), "")
            yield from _purpose(sentence, child)
        elif relation == "iobj" and sentence.language == "en" and sentence.child(head, "obj") is None:
            yield Argument("object", "", child, "")  # "urged the court to wait": nothing is given, so the only object is the object
        elif relation == "iobj":
            yield Argument("iobj", marker, meant_by(sentence, head, child), "")
        elif child.relation == "nmod:desc":
            yield Argument("modifier", "", child, "")
        elif child.relation == "nmod:poss":
            yield Argument("possessor", "", child, "")
        elif (
            relation in ("obl", "nmod")
            or (relation == "appos" and marker and sentence.language == "en")
            or (sentence.language == "ko" and relation in ("advcl", "advmod", "dislocated") and marker)
        ):
            if passive and (child.relation == "obl:agent" or marker in BY.get(sentence.language, ())):
                yield Argument("subject", "", child, "passive")
            else:
                yield Argument("oblique", marker, meant_by(sentence, head, antecedent_of(sentence, head, child)), "")
        elif relation in ("amod", "compound", "flat") and head.pos in ("NOUN", "PROPN"):
            yield Argument("modifier", "", child, "")
        elif relation == "advcl" and sentence.language == "en" and (_is_kept_from(sentence, child) or _is_asked(head, child)):
            yield Argument("complement", "", child, "")
        elif relation in ("xcomp", "ccomp"):
            yield from _complement(sentence, child, marker)
    yield from _relative_object(sentence, head)
    yield from _here(sentence, head)
    yield from _relative_place(sentence, head)


def _here(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """English: the place that an adverb means, as a phrase with a preposition names one: "arrived here", "his visit here"."""
    for child in sentence.children(head, "advmod") if sentence.language == "en" else ():
        if child.mention is not None:
            yield Argument("oblique", "to" if head.pos == "NOUN" else "in", child, "")


def _relative_place(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """Russian: the place before «где» and «куда», where something is done or somebody goes: «в Лиме, куда прибыл президент»."""
    for adverb in sentence.children(head, "advmod", "mark") if sentence.language == "ru" else ():
        place = sentence.tokens[adverb.index - 2] if adverb.lemma.lower() in ("где", "куда") and adverb.index > 1 else None
        if place is not None and place.mention is not None and place.mention.kind in ("state", "place") and sentence.tokens[adverb.index - 1].text == ",":
            yield Argument("oblique", "в", place, "relative")


def _is_kept_from(sentence: Sentence, gerund: Token) -> bool:
    """Whether somebody is kept "from" what a gerund tells."""
    return gerund.text.endswith("ing") and any(mark.text.lower() == "from" for mark in sentence.children(gerund, "mark", "case"))


def _is_asked(head: Token, infinitive: Token) -> bool:
    """Whether an infinitive is what somebody is called on to do."""
    return head.lemma.lower() in ASKING and infinitive.has("VerbForm=Inf")


def _purpose(sentence: Sentence, thing: Token) -> Iterator[Argument]:
    """English: what an infinitive under an object is to act on ("need a visa to enter [Togo]")."""
    for infinitive in sentence.children(thing, "acl") if sentence.language == "en" else ():
        if infinitive.has("VerbForm=Inf"):
            yield from (Argument("within", "", inner, "") for inner in sentence.children(infinitive, "obj", "obl"))


def _complement(sentence: Sentence, child: Token, marker: str) -> Iterator[Argument]:
    """A complement, with who is meant in it: "declared [the envoy] persona non grata", of whom a Korean clause says something."""
    yield Argument("complement", marker, child, "")
    named = sentence.child(child, "nsubj") if child.pos in ("NOUN", "PROPN", "ADJ") and sentence.child(child, "cop") is None else None
    if named is not None:
        yield Argument("object", "", named, "small clause")
    if sentence.language in ("en", "ru") and child.base_relation == "xcomp":
        yield from (Argument("within", "", thing, "") for thing in sentence.children(child, "obj"))
    if sentence.language in ("ko", "en") and child.base_relation == "ccomp":
        yield from (Argument("said", "", subject, "") for subject in sentence.children(child, "nsubj"))


def _relative_object(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """The noun of a relative clause whose pronoun is left out or no subject ("tariffs that Ottawa announced")."""
    if head.relation != "acl:relcl":
        return
    noun = sentence.head(head)
    subject = next((c for c in sentence.children(head) if c.relation in SUBJECTS), None)
    if any(c.lemma.lower() in ADVERBIAL for c in sentence.children(head, "advmod", "mark")):
        return
    if noun is not None and subject is not None and not is_relative(subject) and sentence.child(head, "obj") is None:
        yield Argument("object", "", noun, "relative")


def _shared(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """The object that coordinated verbs share ("signed and ratified the treaty")."""
    if head.pos not in PREDICATES or sentence.child(head, "obj") is not None:
        return
    for partner in sentence.children(head, "conj"):
        shared = sentence.child(partner, "obj")
        if (
            partner.index > head.index
            and partner.pos in PREDICATES
            and shared is not None
            and not is_passive(sentence, head)
            and sentence.child(head, "obl", "ccomp", "xcomp") is None
        ):
            yield Argument("object", "", shared, "conjunct")


def _own_journey(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """English: whose "his" or "her" journey within a phrase is: the subject above ("said that the purpose of her visit to [Lima] was …")."""
    bound = any(child.text.lower() in ("his", "her") and child.mention is None for child in sentence.children(head, "nmod:poss"))
    if sentence.language != "en" or not bound or head.lemma.lower() not in JOURNEYS:
        return
    within = list(sentence.ancestors(head))
    for above in within:
        subject = sentence.child(above, "nsubj") if above.pos == "VERB" else None
        if subject is not None and subject not in within and subject.index < head.index:
            yield Argument("lightsubject", "", subject, "pronoun")
            return


def _is_on_journey(sentence: Sentence, head: Token, verb: Token) -> bool:
    """English: whether who does something is on a journey, or back from one of his own: "on a visit", "returned from a visit", "after her visit"."""
    marker = marker_of(sentence, head)
    own = any(child.text.lower() in ("his", "her") and child.mention is None for child in sentence.children(head, "nmod:poss"))
    ended = (marker == "from" and verb.lemma.lower() in BACK) or (own and marker in ("after", "following", "follow"))
    return head.lemma.lower() in JOURNEYS and (marker == "on" or ended)


def _has_partner(sentence: Sentence, head: Token) -> bool:
    """Whether talks are told of with whom they were held, and not between whom: "said so after a meeting with [Name]"."""
    cases = {case_of(sentence, child) for child in sentence.children(head, "nmod")}
    return "with" in cases and not cases & {"of", "between", "by"}


def _light_verb(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """What an act named by a noun takes from its verb: "Ankara paid a visit to Baku", "talks were held by"."""
    verb = sentence.head(head)
    while sentence.language == "ru" and verb is not None and verb.lemma.lower() in EXTENDING and verb.base_relation in ("nmod", "obj", "obl"):
        head, verb = verb, sentence.head(verb)  # "решение о [продлении срока] закрытия"
    if verb is not None and head.base_relation == "nmod" and sentence.language == "ru" and verb.lemma.lower() in STEPS | PAPERS:
        yield from _by_step(sentence, verb)
        return
    if verb is None or verb.pos not in PREDICATES:
        yield from _own_journey(sentence, head)
        return
    told = verb.lemma.lower() in TELLING and marker_of(sentence, head) in ("о", "об")
    if head.base_relation in ("obl", "iobj") and (told or (verb.lemma.lower() in ANSWERING and case_of(sentence, head) == "Ins")):
        yield from (Argument("lightsubject", "", token, via) for token, via in surface_subjects(sentence, verb))
    if head.base_relation == "obl" and marker_of(sentence, head) in DURING:
        agents = [c for c in sentence.children(verb, "obl") if c is not head and marker_of(sentence, c) in BY.get(sentence.language, ())]
        doers = [(agent, "passive") for agent in agents] if is_passive(sentence, verb) and agents else surface_subjects(sentence, verb)
        for token, via in doers:
            yield Argument("withsubject", "", token, via)
    if head.base_relation in ("obl", "advcl") and _is_done_on(sentence, head, verb):
        hosted = sentence.language == "en" and verb.lemma.lower() in HOSTING and head.lemma.lower() in JOURNEYS and marker_of(sentence, head) == "on"
        guests = [(guest, "") for guest in sentence.children(verb, "obj")] if hosted else surface_subjects(sentence, verb)
        yield from (Argument("withsubject", "", token, via) for token, via in guests)
    if head.base_relation in ("obj", "nsubj") and verb.lemma.lower() not in BESIDE:
        passive = is_passive(sentence, verb)
        if head.base_relation == "obj":
            for token, via in surface_subjects(sentence, verb):
                yield Argument("lightsubject", "", token, via)
        for child in sentence.children(verb, "obl", "iobj"):
            marker = case_of(sentence, child)
            yield Argument("lightsubject" if passive and marker in BY.get(sentence.language, ()) else "oblique", marker, child, "lightverb")


def _is_done_on(sentence: Sentence, head: Token, verb: Token) -> bool:
    """Whether the subject of a verb takes part in the talks before it, is on the journey, or comes upon the invitation («по приглашению»)."""
    marker = marker_of(sentence, head)
    talked = marker in ("after", "following", "follow") and _has_partner(sentence, head)
    invited = sentence.language == "ru" and head.lemma.lower() == "приглашение" and marker == "по"
    invited = invited or (sentence.language == "en" and head.lemma.lower() == "invitation" and marker in ("at", "on", "upon"))
    return talked or invited or _is_on_journey(sentence, head, verb)


def _by_step(sentence: Sentence, step: Token) -> Iterator[Argument]:
    """Russian: who takes a step or signs a paper does what it is about: «приняло решение о разрыве», «подписала документ о нормализации отношений с …»."""
    verb = sentence.head(step)
    known = TAKING if step.lemma.lower() in STEPS else SIGNING
    if verb is not None and verb.lemma.lower() in known and step.base_relation == "obj":
        yield from (Argument("lightsubject", "", token, via) for token, via in surface_subjects(sentence, verb))


def case_of(sentence: Sentence, token: Token) -> str:
    """The adposition of a dependent; without one its bare case (`Dat`, Russian) or last particle (Korean)."""
    marker = marker_of(sentence, token)
    if marker or sentence.language != "ru":
        return marker
    return next((f.removeprefix("Case=")[:3] for f in token.features if f.startswith("Case=")), "")
