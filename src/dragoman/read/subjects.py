"""Who is the subject of a predicate, said once: voice, control, relatives, coordination, and whom a pronoun means within its sentence."""

from dragoman.read.actors import marker_of
from dragoman.read.lang.en.noun_phrases import WILLS
from dragoman.read.words import Sentence, Token

PREDICATES = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubj:pass", "dislocated", "nsubj:outer")
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "agree", "offer", "refuse", "обещать", "грозить"})
"""Verbs whose infinitive is done by the subject although an object stands beside them."""
NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM")
"""Parts of speech of a plain noun phrase."""
CAUSING = frozenset({"help", "allow", "lead", "prompt", "cause", "force", "push", "compel", "spur", "drive", "oblige", "enable"})
"""Verbs whose object does what their infinitive tells."""
PAPERS = frozenset({"law", "decree", "bill", "order", "resolution", "act", "document", "statement", "note", "letter", "motion", "decision", "directive"})
"""Papers that do nothing themselves: who signed a law ratifying the treaty ratified it."""
ASKED = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "wait": ("for",), "arrange": ("for",), "rely": ("on",)}
"""Verbs whose infinitive is done by whom a preposition names: "called on [Chad] to withdraw"."""
CHARGED = frozenset({"accuse", "suspect", "advise", "warn", "caution", "discourage", "prevent", "stop", "keep", "bar", "ban", "prohibit", "dissuade"})
"""Verbs whose object does, or is kept from, what a form in "-ing" behind them tells."""
BECOMING = ("become", "remain")
RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "earliest", "recent", "among", "one"})
RANKED = 8
"""Words before a noun among which its rank stands."""
OBJECTS = ("его", "ему", "её", "ее", "ей", "их", "им")
"""Russian pronouns as objects."""
THINGS = ("it", "them")
"""Pronouns of a thing that was just named."""
SOME = ("one", "two", "three", "some", "several", "many")
"""Words before "of" that only count: "one of Canada's diplomats"."""
PRONOUNS = ("it", "he", "she", "they", "он", "она", "они", "оно")
PLACED = ("где", "куда", "откуда")
"""Russian relative adverbs: who came to the place before them does what their clause tells («посетил Лиму, где встретился с …»)."""
DEPTH = 6


def is_passive(sentence: Sentence, head: Token) -> bool:
    """Whether the surface subject of `head` is its deep object."""
    if sentence.language == "ko":
        return (head.lemma.endswith(("되", "당하", "받")) and len(head.lemma) > 2) or {"어", "지"} <= set(head.particles)
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
        return [(antecedent_of(sentence, head, subject), "relative" if is_relative(subject) else "")]
    lost = _lost_subject(sentence, head)
    if lost:
        return lost
    above = sentence.head(head)
    if above is None or depth == 0:
        return []
    if head.base_relation == "acl":
        return _noun_subject(sentence, head, above)
    if sentence.language == "ru" and head.base_relation == "ccomp":
        return _who_tells(sentence, head, above, depth)
    charged = (
        sentence.language == "en"
        and head.base_relation == "advcl"
        and above.lemma.lower() in CHARGED
        and (head.has("VerbForm=Ger") or _is_kept(sentence, head))
    )
    caused = head.base_relation == "advcl" and head.has("VerbForm=Inf") and above.lemma.lower() in CAUSING
    if (head.base_relation == "xcomp" or caused or charged) and above.lemma.lower() not in SUBJECT_CONTROL:
        controller = sentence.child(above, "obj", "iobj")
        resolved = sentence.language == "ko" and head.particles[-2:] == ("기", "로")  # "협력을 강화하기로 뜻을 모았다": who resolves does it
        if controller is not None and not resolved:
            return [(controller, "control")]
    if head.base_relation in ("xcomp", "advcl") and head.has("VerbForm=Inf") and above.lemma.lower() in ASKED and sentence.language == "en":
        asked = next((c for c in sentence.children(above, "obl") if marker_of(sentence, c) in ASKED[above.lemma.lower()]), None)
        if asked is not None:
            return [(asked, "control")]
    shared = head.base_relation in ("conj", "xcomp", "advcl") or (head.base_relation in ("ccomp", "parataxis") and sentence.language == "ko")
    if shared and above.pos in (*PREDICATES, "ADJ", "SCONJ", "CCONJ", "ADV"):
        return [(token, "control" if head.base_relation == "xcomp" else "conjunct") for token, _ in surface_subjects(sentence, above, depth - 1)]
    return []


def _who_tells(sentence: Sentence, head: Token, above: Token, depth: int) -> list[tuple[Token, str]]:
    """Russian: whom a reported clause without a subject tells of: who says it («заявил, что намерен …», «в Перу заявили, что готовы …»)."""
    if above.pos not in PREDICATES or head.pos not in (*PREDICATES, "ADJ") or head.has("Number=Plur") != above.has("Number=Plur") or _is_impersonal(head):
        return []
    told = [(token, "conjunct") for token, _ in surface_subjects(sentence, above, depth - 1)]
    inside = (c for c in sentence.children(above, "obl") if marker_of(sentence, c) in ("в", "во") and c.mention is not None and c.mention.kind != "person")
    return told or ([(c, "conjunct") for c in inside][:1] if above.has("Number=Plur") else [])


def _is_impersonal(head: Token) -> bool:
    """Whether a Russian predicate has no doer of its own: neuter past, reflexive, or a bare infinitive."""
    return head.has("Gender=Neut") or head.has("VerbForm=Inf") or head.lemma.endswith("ся") or not (head.has("VerbForm=Fin") or head.pos == "ADJ")


def _is_kept(sentence: Sentence, head: Token) -> bool:
    """Whether somebody is told "against" or kept "from" what a form in "-ing" tells."""
    marks = (child.text.lower() for child in sentence.children(head, "mark", "case"))
    return head.text.endswith("ing") and any(mark in ("against", "from") for mark in marks)


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
        named = sentence.tokens[comma - 1] if comma else None
        if not between and named is not None and named.mention is not None and named.mention.kind == "person" and named.base_relation == "appos":
            return [(named, "fronted")]
        if between and all(token.pos in NOMINAL for token in between) and any(token.head <= (comma or 0) for token in between):
            heads = [token for token in between if token.pos in ("NOUN", "PROPN") and not between[0].index <= token.head < head.index]
            if heads or between[-1].pos not in ("CCONJ", "NUM"):
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
    if higher is None and above.base_relation == "conj" and sentence.language == "en":  # "confirmed the break and said it would …"
        higher = next((token for token, _ in surface_subjects(sentence, above, 1)), None)
    return higher if higher is not None and higher.pos in ("NOUN", "PROPN") else subject


def meant_by(sentence: Sentence, head: Token, thing: Token) -> Token:
    """Of whom "one of" is, and what "it" as an object means.

    "It" is the object of the verb joined before ("closed the port and reopened it"), else the subject above ("after Chad urged it to").
    """
    if sentence.language == "en" and thing.lemma.lower() in SOME and thing.mention is None:
        of_whom = next((child for child in sentence.children(thing, "nmod") if marker_of(sentence, child) == "of" and child.pos in ("NOUN", "PROPN")), None)
        return of_whom or thing
    if sentence.language == "ru":
        return _just_named(sentence, head, thing)
    if not {thing.lemma.lower(), thing.text.lower()} & set(THINGS) or thing.mention is not None:
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


def _just_named(sentence: Sentence, head: Token, thing: Token) -> Token:
    """Russian: whom a pronoun under a joined verb means: the object of the verb before («вызвал посла и вручил [ему] ноту»)."""
    above = sentence.head(head)
    if thing.text.lower() not in OBJECTS or thing.mention is not None or head.base_relation != "conj" or above is None:
        return thing
    before = sentence.child(above, "obj")
    return before if before is not None and before.index < head.index and before.has("Number=Plur") == (thing.text.lower() in ("их", "им")) else thing


def _other_before(sentence: Sentence, head: Token, thing: Token) -> Token:
    """The state named last before a participle that is not its doer: "closed its border with [Chad], accusing it of"."""
    doers = {token.mention.actor.side for token, _ in surface_subjects(sentence, head) if token.mention is not None and token.mention.actor is not None}
    named = [t for t in sentence.tokens[: head.index] if t.mention is not None and t.mention.kind in ("state", "organisation") and t.mention.actor is not None]
    return next((t for t in reversed(named) if t.mention is not None and t.mention.actor is not None and t.mention.actor.side not in doers), thing)


def _noun_subject(sentence: Sentence, head: Token, noun: Token) -> list[tuple[Token, str]]:
    """The noun that a participle or relative clause stands at, where it is the subject."""
    if head.relation == "acl:relcl" and sentence.language == "ru" and any(child.lemma.lower() in PLACED for child in sentence.children(head, "advmod")):
        main = next((above for above in sentence.ancestors(noun) if above.pos in PREDICATES), None)
        return [(token, "relative") for token, _ in surface_subjects(sentence, main, 2)] if main is not None else []
    if head.relation == "acl:relcl":
        has_object_gap = any(is_relative(c) and c.base_relation in ("obj", "obl") for c in sentence.children(head))
        return [] if has_object_gap else [(_ranked(sentence, noun) or noun, "relative")]
    if head.relation == "acl:deed":
        governor = sentence.head(noun)
        return [(t, "control") for t, _ in surface_subjects(sentence, governor)] if governor is not None and governor.pos in PREDICATES else []
    if head.has("VerbForm=Inf"):
        told = _ranked(sentence, noun)
        if told is not None:
            return [(told, "control")]
        above = sentence.head(noun)
        if above is not None and above.lemma.lower() in BECOMING and noun.base_relation in ("xcomp", "obj") and is_ranked(sentence, noun):
            return [(t, "control") for t, _ in surface_subjects(sentence, above, 2)]
        owner = next((c for c in sentence.children(noun, "nmod:poss", "nmod", "amod") if c.relation == "nmod:poss" or _is_owner(sentence, c)), None)
        if owner is not None:
            return [(owner, "control")]
        governor = sentence.head(noun)
        return [(t, "control") for t, _ in surface_subjects(sentence, governor, 2)] if governor is not None and governor.pos in PREDICATES else []
    governor = sentence.head(noun)
    if head.text.endswith("ing") and noun.lemma.lower() in PAPERS and noun.base_relation == "obj" and governor is not None and sentence.language == "en":
        return [(t, "control") for t, _ in surface_subjects(sentence, governor, 2)]
    return [(noun, "participle")]


def _is_owner(sentence: Sentence, token: Token) -> bool:
    """Whether a Russian genitive, or "of", "by" and an adjective of a state in English, name whose decision or attempt it is."""
    if sentence.language == "en":
        noun = sentence.head(token)
        of = marker_of(sentence, token) in ("of", "by") or (token.base_relation == "amod" and token.mention is not None)
        return of and noun is not None and noun.lemma.lower() in WILLS
    nominal = sentence.language == "ru" and token.base_relation == "nmod"
    return nominal and token.has("Case=Gen") and token.mention is not None and sentence.child(token, "case") is None


def _ranked(sentence: Sentence, noun: Token) -> Token | None:
    """Who is told to be the first or last of its kind, and so means the same: "[Chad] was the first state that"."""
    return sentence.child(noun, "nsubj") if sentence.child(noun, "cop") is not None and is_ranked(sentence, noun) else None


def is_ranked(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is told as the first or last of its kind, so that what follows is done: "was the first state to recognise"."""
    before = sentence.tokens[max(0, noun.index - RANKED) : noun.index + 1]
    return sentence.language == "en" and any(word.text.lower() in RANKS for word in before)


def is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun."""
    return token.has("PronType=Rel") or token.lemma.lower() in ("which", "who", "whom", "который")


def antecedent_of(sentence: Sentence, head: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if not is_relative(subject):
        return subject
    for above in (head, *sentence.ancestors(head)):
        if above.base_relation == "acl":
            noun = sentence.head(above)
            return (_ranked(sentence, noun) or noun) if noun is not None else subject
    before = [token for token in sentence.tokens[: subject.index] if token.pos in ("NOUN", "PROPN")]
    return before[-1] if before else subject
