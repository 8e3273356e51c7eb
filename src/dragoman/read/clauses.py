"""Who does what in a sentence, said once: voice, participles, relatives, control, coordination and ellipsis.

Frames see only what stands here: a predicate with its deep arguments, whatever the surface looks like.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.read.actors import marker_of
from dragoman.read.words import Sentence, Token

PREDICATES = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubj:pass", "dislocated", "nsubj:outer")
BY = {"en": ("by",), "ru": ("Ins",), "ko": ("의하", "에게")}
"""Markers of the agent of a passive."""
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer", "refuse", "обещать", "грозить"})
"""Verbs whose infinitive is done by the subject although an object stands beside them."""
ADVERBIAL = ("where", "when", "why", "где", "когда", "куда")
"""Relative adverbs: the noun of their clause is its place or time, no participant."""
NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM")
"""Parts of speech of a plain noun phrase."""
CAUSING = frozenset({"lead", "prompt", "cause", "force", "push", "compel", "spur", "drive", "oblige", "enable"})
"""Verbs whose object does what their infinitive tells."""
ASKED = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "wait": ("for",), "arrange": ("for",), "rely": ("on",)}
"""Verbs whose infinitive is done by whom a preposition names: "called on [Chad] to withdraw"."""
BECOMING = ("become", "remain")
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "earliest", "recent", "among", "one"})
RANKED = 8
"""Words before a noun among which its rank stands."""
THINGS = ("it", "them")
"""Pronouns of a thing that was just named."""
PRONOUNS = ("it", "he", "she", "they", "он", "она", "они", "оно")
BESIDE = frozenset(
    {"host", "broker", "mediate", "facilitate", "condemn", "criticise", "criticize", "denounce", "reject", "welcome", "praise", "hail", "oppose"}
)
"""Verbs whose subject takes no part in the act that their object names: who hosts talks or condemns calls does not hold them."""
TELLING = frozenset({"объявить", "объявлять", "договориться", "договариваться", "условиться"})
"""Russian verbs whose subject does what «о …» names: «объявила об отзыве посла»."""
STEPS = frozenset({"решение", "процедура", "процесс", "указ", "постановление", "закон", "приказ"})
"""Russian nouns of steps that are taken to do what the noun under them tells."""
DEPTH = 6


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
    return tuple(read_clause(sentence, token) for token in sentence.tokens if token.pos in (*PREDICATES, "NOUN", "ADJ", "PROPN", "SCONJ", "CCONJ", "ADV"))


def read_clause(sentence: Sentence, head: Token) -> Clause:
    """The clause of one predicate."""
    if head.relation in ("obl:deed", "root:deed"):
        return _performed(sentence, head)
    if head.pos == "PROPN" and sentence.language == "en" and (stay := _stay(sentence, head)) is not None:
        return stay
    passive = is_passive(sentence, head)
    arguments = [*_subjects(sentence, head, passive), *_own(sentence, head, passive), *_shared(sentence, head)]
    if head.pos in ("NOUN", "PROPN"):
        arguments.extend(_light_verb(sentence, head))
    return Clause(sentence, head, lemma_of(sentence, head), passive, tuple(arguments))


def _stay(sentence: Sentence, head: Token) -> Clause | None:
    """The clause of who "is in" a place, which hangs on the place: "the minister is in [Lima] for talks"."""
    subject, case = sentence.child(head, "nsubj"), marker_of(sentence, head)
    if subject is None or sentence.child(head, "cop") is None or case not in ("in", "at"):
        return None
    return Clause(sentence, head, "be in", passive=False, arguments=(Argument("subject", "", subject), Argument("oblique", case, head)), performed=True)


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
    particle = sentence.child(head, "compound:prt")
    return f"{lemma} {particle.lemma.lower()}" if particle is not None else lemma


def is_passive(sentence: Sentence, head: Token) -> bool:
    """Whether the surface subject of `head` is its deep object."""
    if sentence.language == "ko":
        return head.lemma.endswith(("되", "당하", "받")) and len(head.lemma) > 2
    if head.pos not in (*PREDICATES, "ADJ"):
        return False
    if sentence.child(head, "nsubj:pass", "aux:pass") is not None or any(c.relation in ("nsubj:pass", "aux:pass") for c in sentence.children(head)):
        return any(c.relation in ("nsubj:pass", "aux:pass") for c in sentence.children(head))
    if sentence.language == "en" and head.pos == "VERB" and head.text.endswith("ed") and sentence.child(head, "cop") is not None:
        return sentence.child(head, "obj") is None  # the parser takes "was" for a copula
    past_participle = head.has("VerbForm=Part") and (head.has("Tense=Past") or head.has("Voice=Pass"))
    return past_participle and not head.has("Voice=Act") and head.relation.startswith("acl") and sentence.child(head, "nsubj", "obj", "aux") is None


def surface_subjects(sentence: Sentence, head: Token, depth: int = DEPTH) -> list[tuple[Token, str]]:
    """The grammatical subjects of `head`, its own or shared, with how they were found."""
    own = [child for child in sentence.children(head) if child.relation in SUBJECTS]
    subjects = [child for child in own if child.relation != "dislocated"] or own
    if subjects:
        if len(subjects) > 1 and all(s.relation == "nsubj" and s.pos in ("NOUN", "PROPN") for s in subjects) and subjects[-1].index < head.index:
            return [(subject, "") for subject in subjects]  # a row that the parser cut ("Ana of Peru and Luis of Chile signed")
        subject = _speaker_of(sentence, head, subjects[0])
        return [(_antecedent(sentence, head, subject), "relative" if _is_relative(subject) else "")]
    lost = _lost_subject(sentence, head)
    if lost:
        return lost
    above = sentence.head(head)
    if above is None or depth == 0:
        return []
    if head.base_relation == "acl":
        return _noun_subject(sentence, head, above)
    caused = head.base_relation == "advcl" and head.has("VerbForm=Inf") and above.lemma.lower() in CAUSING
    if (head.base_relation == "xcomp" or caused) and above.lemma.lower() not in SUBJECT_CONTROL:
        controller = sentence.child(above, "obj", "iobj")
        if controller is not None:
            return [(controller, "control")]
    if head.base_relation in ("xcomp", "advcl") and head.has("VerbForm=Inf") and above.lemma.lower() in ASKED and sentence.language == "en":
        asked = next((c for c in sentence.children(above, "obl") if marker_of(sentence, c) in ASKED[above.lemma.lower()]), None)
        if asked is not None:
            return [(asked, "control")]
    shared = head.base_relation in ("conj", "xcomp", "advcl") or (head.base_relation in ("ccomp", "parataxis") and sentence.language == "ko")
    if shared and above.pos in (*PREDICATES, "ADJ", "SCONJ", "CCONJ", "ADV"):
        return [(token, "control" if head.base_relation == "xcomp" else "conjunct") for token, _ in surface_subjects(sentence, above, depth - 1)]
    return []


def _lost_subject(sentence: Sentence, head: Token) -> list[tuple[Token, str]]:
    """English: subjects that the parser hung elsewhere.

    What stands between the comma of an opening phrase and a finite verb is its subject ("After the war, Chad and Niger signed …"),
    and so is a named noun between a preposition and a participle ("concern over Chad sending arms").
    """
    if sentence.language != "en" or head.pos != "VERB":
        return []
    before = sentence.tokens[: head.index]
    if head.has("VerbForm=Fin"):
        comma = next((token.index for token in reversed(before) if token.pos == "PUNCT"), None)
        between = before[comma + 1 :] if comma is not None and before[comma].text == "," and comma > 1 else ()
        between = tuple(token for token in between if token.pos not in ("ADV", "AUX"))
        if between and all(token.pos in NOMINAL for token in between) and any(token.head <= (comma or 0) for token in between):
            heads = [token for token in between if token.pos in ("NOUN", "PROPN") and not between[0].index <= token.head < head.index]
            return [(token, "fronted") for token in heads or between[-1:]]
    elif head.has("VerbForm=Ger") or head.has("VerbForm=Part"):
        noun = next((token for token in reversed(before) if token.pos != "ADV"), None)
        case = sentence.child(noun, "case") if noun is not None and noun.mention is not None and noun.pos in ("NOUN", "PROPN") else None
        if noun is not None and case is not None and case.lemma.lower() in ("over", "about", "of", "despite", "after", "with") and head.text.endswith("ing"):
            return [(noun, "gerund")]
    return []


def _speaker_of(sentence: Sentence, head: Token, subject: Token) -> Token:
    """Whom a pronoun in a reported or adverbial clause means: the subject of the verb above ("Oman said that it would …")."""
    above = sentence.head(head)
    if subject.lemma.lower() not in PRONOUNS or subject.mention is not None or above is None or head.base_relation not in ("ccomp", "advcl", "conj"):
        return subject
    higher = next((c for c in sentence.children(above) if c.relation in SUBJECTS and c.index != subject.index), None)
    return higher if higher is not None and higher.pos in ("NOUN", "PROPN") else subject


def meant_by(sentence: Sentence, head: Token, thing: Token) -> Token:
    """What "it" as an object means: that of the verb joined before ("closed the port and reopened it"), else the subject above ("after Chad urged it to")."""
    if thing.lemma.lower() not in THINGS or thing.mention is not None:
        return thing
    above = sentence.head(head)
    if head.base_relation == "conj" and above is not None and sentence.child(head, "nsubj") is None:
        before = sentence.child(above, "obj", "nsubj:pass") or thing
        return before if before.pos in ("NOUN", "PROPN") else thing
    if head.has("VerbForm=Inf") and above is not None and sentence.child(above, "obj") is not None and head.base_relation in ("xcomp", "advcl"):
        main = sentence.head(above) if above.base_relation in ("advcl", "acl") else None
        higher = surface_subjects(sentence, main)[:1] if main is not None else []
        return higher[0][0] if higher and higher[0][0].pos in ("NOUN", "PROPN") else thing
    if head.base_relation == "advcl" and head.text.endswith("ing") and sentence.language == "en" and sentence.child(head, "nsubj") is None:
        return _other_before(sentence, head, thing)
    if head.base_relation != "advcl" or sentence.child(head, "nsubj") is None:
        return thing
    higher = surface_subjects(sentence, above)[:1] if above is not None else []
    return higher[0][0] if higher and higher[0][0].pos in ("NOUN", "PROPN") else thing


def _other_before(sentence: Sentence, head: Token, thing: Token) -> Token:
    """The state named last before a participle that is not its doer: "closed its border with [Chad], accusing it of"."""
    doers = {token.mention.actor.side for token, _ in surface_subjects(sentence, head) if token.mention is not None and token.mention.actor is not None}
    named = [t for t in sentence.tokens[: head.index] if t.mention is not None and t.mention.kind in ("state", "organisation") and t.mention.actor is not None]
    return next((t for t in reversed(named) if t.mention is not None and t.mention.actor is not None and t.mention.actor.side not in doers), thing)


def _noun_subject(sentence: Sentence, head: Token, noun: Token) -> list[tuple[Token, str]]:
    """The noun that a participle or relative clause stands at, where it is the subject."""
    if head.relation == "acl:relcl":
        has_object_gap = any(_is_relative(c) and c.base_relation in ("obj", "obl") for c in sentence.children(head))
        return [] if has_object_gap else [(noun, "relative")]
    if head.relation == "acl:deed":
        governor = sentence.head(noun)
        return [(t, "control") for t, _ in surface_subjects(sentence, governor)] if governor is not None and governor.pos in PREDICATES else []
    if head.has("VerbForm=Inf"):
        told = sentence.child(noun, "nsubj") if sentence.child(noun, "cop") is not None and _is_ranked(sentence, noun) else None
        if told is not None:
            return [(told, "control")]
        above = sentence.head(noun)
        if above is not None and above.lemma.lower() in BECOMING and noun.base_relation in ("xcomp", "obj") and _is_ranked(sentence, noun):
            return [(t, "control") for t, _ in surface_subjects(sentence, above, 2)]
        owner = next((c for c in sentence.children(noun, "nmod:poss", "nmod") if c.relation == "nmod:poss"), None)
        if owner is not None:
            return [(owner, "control")]
        governor = sentence.head(noun)
        return [(t, "control") for t, _ in surface_subjects(sentence, governor, 2)] if governor is not None and governor.pos in PREDICATES else []
    return [(noun, "participle")]


def _is_ranked(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is told as the first or last of its kind, so that what follows is done: "was the first state to recognise"."""
    before = sentence.tokens[max(0, noun.index - RANKED) : noun.index + 1]
    return sentence.language == "en" and any(word.text.lower() in RANKS for word in before)


def _is_relative(token: Token) -> bool:
    return token.has("PronType=Rel") or token.lemma.lower() in ("which", "who", "whom", "который")


def _antecedent(sentence: Sentence, head: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if not _is_relative(subject):
        return subject
    for above in (head, *sentence.ancestors(head)):
        if above.base_relation == "acl":
            noun = sentence.head(above)
            return noun if noun is not None else subject
    before = [token for token in sentence.tokens[: subject.index] if token.pos in ("NOUN", "PROPN")]
    return before[-1] if before else subject


def _subjects(sentence: Sentence, head: Token, passive: bool) -> Iterator[Argument]:  # noqa: FBT001 - voice is a plain yes or no
    """Deep subject (or object, of a passive) from the surface subject."""
    if head.pos in ("NOUN", "PROPN") and not any(c.relation == "cop" for c in sentence.children(head)):
        return
    for token, via in surface_subjects(sentence, head):
        yield Argument("object" if passive else "subject", "", token, "passive" if passive else via)


def _own(sentence: Sentence, head: Token, passive: bool) -> Iterator[Argument]:  # noqa: FBT001 - voice is a plain yes or no
    """Objects, obliques, possessors, modifiers and complements that hang on `head` itself."""
    for child in sentence.children(head):
        relation, marker = child.base_relation, case_of(sentence, child)
        if relation == "obj":
            yield Argument("object", "", meant_by(sentence, head, _antecedent(sentence, head, child)), "")
            yield from _purpose(sentence, child)
        elif relation == "iobj" and sentence.language == "en" and sentence.child(head, "obj") is None:
            yield Argument("object", "", child, "")  # "urged the court to wait": nothing is given, so the only object is the object
        elif relation == "iobj":
            yield Argument("iobj", marker, child, "")
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
                yield Argument("oblique", marker, meant_by(sentence, head, _antecedent(sentence, head, child)), "")
        elif relation in ("amod", "compound", "flat") and head.pos in ("NOUN", "PROPN"):
            yield Argument("modifier", "", child, "")
        elif relation == "advcl" and sentence.language == "en" and child.text.endswith("ing") and _is_kept_from(sentence, child):
            yield Argument("complement", "", child, "")
        elif relation in ("xcomp", "ccomp"):
            yield from _complement(sentence, child, marker)
    yield from _relative_object(sentence, head)


def _is_kept_from(sentence: Sentence, gerund: Token) -> bool:
    """Whether somebody is kept "from" what a gerund tells."""
    return any(mark.text.lower() == "from" for mark in sentence.children(gerund, "mark", "case"))


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
    if sentence.language == "ko" and child.base_relation == "ccomp":
        yield from (Argument("said", "", subject, "") for subject in sentence.children(child, "nsubj"))


def _relative_object(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """The noun of a relative clause whose pronoun is left out or no subject ("tariffs that Ottawa announced")."""
    if head.relation != "acl:relcl":
        return
    noun = sentence.head(head)
    subject = next((c for c in sentence.children(head) if c.relation in SUBJECTS), None)
    if any(c.lemma.lower() in ADVERBIAL for c in sentence.children(head, "advmod", "mark")):
        return
    if noun is not None and subject is not None and not _is_relative(subject) and sentence.child(head, "obj") is None:
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


def _light_verb(sentence: Sentence, head: Token) -> Iterator[Argument]:
    """What an act named by a noun takes from its verb: "Ankara paid a visit to Baku", "talks were held by"."""
    verb = sentence.head(head)
    if verb is not None and verb.lemma.lower() in STEPS and head.base_relation == "nmod" and sentence.language == "ru":
        above = sentence.head(verb)  # "приняло решение о разрыве": who takes the step does what it is about
        if above is not None and above.pos in PREDICATES and verb.base_relation == "obj":
            yield from (Argument("lightsubject", "", token, via) for token, via in surface_subjects(sentence, above))
        return
    if verb is None or verb.pos not in PREDICATES:
        return
    if head.base_relation == "obl" and verb.lemma.lower() in TELLING and marker_of(sentence, head) in ("о", "об"):
        yield from (Argument("lightsubject", "", token, via) for token, via in surface_subjects(sentence, verb))
    if head.base_relation == "obl" and marker_of(sentence, head) in ("in", "during", "at", "в", "на", "в ход", "во время", "в ходе", "에서"):
        for token, via in surface_subjects(sentence, verb):
            yield Argument("withsubject", "", token, via)
    if head.base_relation in ("obj", "nsubj") and verb.lemma.lower() not in BESIDE:
        passive = is_passive(sentence, verb)
        if head.base_relation == "obj":
            for token, via in surface_subjects(sentence, verb):
                yield Argument("lightsubject", "", token, via)
        for child in sentence.children(verb, "obl", "iobj"):
            marker = case_of(sentence, child)
            yield Argument("lightsubject" if passive and marker in BY.get(sentence.language, ()) else "oblique", marker, child, "lightverb")


def case_of(sentence: Sentence, token: Token) -> str:
    """The adposition of a dependent; without one its bare case (`Dat`, Russian) or last particle (Korean)."""
    marker = marker_of(sentence, token)
    if marker or sentence.language != "ru":
        return marker
    return next((f.removeprefix("Case=")[:3] for f in token.features if f.startswith("Case=")), "")
