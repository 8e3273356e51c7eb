"""Trees mended where the English graph parser hangs a word on the wrong one of two that both could govern it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.read.lang.en.joins import DAYS
from dragoman.read.lang.en.lost_verbs import ORDERING
from dragoman.read.lang.ports import Word

PERSON, STATE, PLACE = "Smith", "Germany", "Berlin"
"""What stands for a name while a text is parsed."""
OBJECTS = ("obj", "iobj")
FOLLOWING = ("obj", "obl", "xcomp", "ccomp", "advcl", "obl:unmarked")
GIVING = frozenset({"give", "grant", "offer", "hand", "send", "lend", "award", "deny", "owe", "promise", "show", "loan"})
KEEPING = frozenset({"keep", "leave", "hold", "have"})
STATES = frozenset({"closed", "shut", "open", "sealed", "suspended", "blocked", "frozen"})
"""What a thing is kept as."""
NAMING = frozenset({"call", "brand", "label", "deem", "dub", "consider"})
PARTS = frozenset({"participation", "involvement", "engagement", "role", "part", "intervention"})
SINCE = frozenset({"after", "since", "during", "before", "from"})
PARTICLES = frozenset({"out", "up", "off", "down", "back", "away"})
TIMES = frozenset(
    {
        *("day", "week", "month", "year", "time", "night", "morning", "evening", "afternoon", "today", "yesterday", "tomorrow", "tonight", "decade", "century"),
        *("hour", "minute", "moment", "weekend", "way", "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december"),
        *map(str.lower, DAYS),
    }
)
"""Nouns that need no preposition to say when or how."""
COMING = frozenset({"set", "scheduled", "slated"})
"""Participles that say what is to come."""
SAYING = frozenset({"say", "tell", "warn", "claim", "announce", "insist", "state"})
VOWING = frozenset({"vow", "add", "warn", "promise", "pledge", "call", "say", "accuse", "urge", "stress", "note", "raise", "prompt", "fuel", "mark", "spark"})


def is_under(words: tuple[Word, ...], index: int, top: int) -> bool:
    """Whether a word hangs on another, over any number of steps."""
    for _ in range(len(words)):
        if words[index].head == top:
            return True
        if words[index].head == index:
            return False
        index = words[index].head
    return False


def child_of(words: tuple[Word, ...], head: int, relations: Iterable[str]) -> int | None:
    """The first word that hangs on another by one of some relations."""
    wanted = tuple(relations)
    return next((at for at, word in enumerate(words) if word.head == head and at != head and word.relation in wanted), None)


def mend_second_verb(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a second verb joined to the first and not to its object: "expelled the envoy and [voiced] concerns"."""
    mended = list(words)
    for index, word in enumerate(words):
        noun, finite = words[word.head], word.pos == "VERB" and bool({"VerbForm=Fin", "Tense=Past"} & word.features)
        verb = noun.head
        if finite and word.relation == "conj" and noun.relation == "compound" and verb > index and words[verb].relation == "obj":
            _split(mended, word.head, index)
            continue
        if word.relation != "conj" or not finite or noun.pos not in ("NOUN", "PROPN") or noun.relation not in OBJECTS or words[verb].pos != "VERB":
            continue
        if child_of(words, index, ("nsubj", "nsubj:pass")) is not None:
            continue
        mended[index] = replace(word, head=verb)
        for at in range(index + 1, len(words)):
            if words[at].head == verb and words[at].relation in FOLLOWING:
                mended[at] = replace(mended[at], head=index)
    return tuple(mended)


def _split(words: list[Word], noun: int, second: int) -> None:
    """Gives the first verb its noun and the second verb the object behind it: "expelled the [envoy] and voiced [concerns]"."""
    thing = words[noun].head
    verb = words[thing].head
    for at, word in enumerate(words):
        if word.head == thing and at < noun:
            words[at] = replace(word, head=noun)
        elif word.head == verb and at > thing and word.relation in FOLLOWING:
            words[at] = replace(word, head=second)
    words[noun] = replace(words[noun], relation="obj", head=verb)
    words[second] = replace(words[second], head=verb)
    words[thing] = replace(words[thing], head=second)


def mend_compound(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with two nouns side by side, each read as subject or object of one verb, as one name: "direct [passenger] flights were suspended"."""
    mended = list(words)
    for index, word in enumerate(words[:-1]):
        behind = words[index + 1]
        beside = word.pos == behind.pos == "NOUN" and word.head == behind.head and word.relation == behind.relation
        if not beside or word.relation not in (*OBJECTS, "nsubj", "nsubj:pass") or word.head in (index, index + 1):
            continue
        mended[index] = replace(mended[index], relation="compound", head=index + 1)
        for at, other in enumerate(words):
            if other.head == index and at != index:
                mended[at] = replace(mended[at], head=index + 1)
    return tuple(mended)


def mend_spoken(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a noun before a verb as its subject, where it is taken for a part of it: "a joint [statement] read"."""
    return tuple(
        replace(word, relation="nsubj")
        if word.relation == "compound" and words[word.head].pos == "VERB" and word.head > index and child_of(words, word.head, ("nsubj", "nsubj:pass")) is None
        else word
        for index, word in enumerate(words)
    )


def mend_inner(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with the object of the inner of two verbs on that verb: "seen [Name] expel the [envoy]"."""
    mended = list(words)
    for index, word in enumerate(words):
        inner = child_of(words, word.head, ("xcomp",)) if word.relation == "obj" else None
        if inner is not None and inner < index and words[inner].pos == "VERB":
            first = child_of(words, word.head, ("obj",))
            if first is not None and first < inner:
                mended[index] = replace(word, head=inner)
    return tuple(mended)


def mend_particle(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a particle on its verb, where two prepositions would stand before one noun: "broke [out] between"."""
    mended = list(words)
    for index, word in enumerate(words[1:-1], 1):
        verb, behind = words[index - 1], words[index + 1]
        if word.relation == "case" and word.lemma in PARTICLES and verb.pos == "VERB" and behind.relation == "case" and behind.head == word.head:
            mended[index] = replace(word, relation="compound:prt", head=index - 1)
    return tuple(mended)


def mend_bare(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a noun without preposition behind a verb as its object, unless it is a time: "shot down a [jet]"."""
    mended = list(words)
    for index, word in enumerate(words):
        bare = word.relation == "obl" and word.pos in ("NOUN", "PROPN") and word.head < index and words[word.head].pos == "VERB"
        if not bare or word.lemma.lower() in TIMES or child_of(words, index, ("case", "nummod")) is not None:
            continue
        if child_of(words, word.head, OBJECTS) is None and child_of(words, word.head, ("aux:pass", "nsubj:pass")) is None:
            mended[index] = replace(word, relation="obj")
    return tuple(mended)


def mend_part(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody takes part in on the part: "condemned the participation of soldiers in the [fighting]"."""
    mended = list(words)
    for index, word in enumerate(words):
        part = child_of(words, word.head, OBJECTS) if word.relation == "obl" else None
        if part is None or part > index or words[part].lemma not in PARTS:
            continue
        case = child_of(words, index, ("case",))
        if case is not None and words[case].lemma == "in":
            mended[index] = replace(word, relation="nmod", head=part)
    return tuple(mended)


def mend_infinitive(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with an infinitive found again, where it is taken for a part of its object: "sending troops to [support] [Name]"."""
    mended = list(words)
    for index, word in enumerate(words):
        thing = words[word.head]
        if word.pos == "VERB" or word.relation not in ("amod", "compound") or word.head <= index:
            continue
        mark = child_of(words, index, ("mark",))
        if mark is None or words[mark].pos != "PART":
            continue
        given = child_of(words, thing.head, ("iobj",))
        relation, top = ("advcl", thing.head) if given is None else ("acl", given)
        mended[index] = replace(word, pos="VERB", relation=relation, head=top, features=frozenset({"VerbForm=Inf"}))
        mended[word.head] = replace(thing, relation="obj", head=index)
        if given is not None:
            mended[given] = replace(words[given], relation="obj")
    return tuple(mended)


def mend_two_subjects(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with the first of two subjects of a verb of saying on what is said: "[the embassy], our consulate will reopen, [he] said"."""
    mended = list(words)
    governed = Counter(word.head for word in words if word.relation == "nsubj")
    for index in (verb for verb, count in governed.items() if count > 1 and words[verb].pos == "VERB"):
        subjects = [at for at, other in enumerate(words) if other.head == index and other.relation == "nsubj"]
        said = child_of(words, index, ("ccomp",))
        if said is None or not subjects[0] < said < subjects[-1]:
            continue
        own = child_of(words, said, ("nsubj", "nsubj:pass"))
        relation = "nsubj" if own is None else words[own].relation
        mended[subjects[0]] = replace(words[subjects[0]], relation=relation, head=said)
        if own is not None and own > subjects[0]:
            mended[own] = replace(words[own], relation="conj", head=subjects[0])
    return tuple(mended)


def mend_apposed(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a person beside his title and not beside its state, and with somebody else as a subject: "after the fall of [Name], [Name] came"."""
    mended = list(words)
    for index, word in enumerate(words):
        beside = words[word.head]
        if word.relation != "appos" or word.text != PERSON or word.head > index:
            continue
        if beside.text in (STATE, PLACE) and beside.relation == "nmod":
            mended[index] = replace(word, head=beside.head)
        elif beside.text == PERSON:
            verb = next((at for at in range(index + 1, len(words)) if words[at].relation == "root" and words[at].pos == "VERB"), None)
            if verb is not None and child_of(words, verb, ("nsubj", "nsubj:pass")) is None:
                mended[index] = replace(word, relation="nsubj", head=verb)
    return tuple(mended)


def mend_told(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody is to do as a complement of the order: "ordered the envoy to [leave]"."""
    mended = list(words)
    for index, word in enumerate(words):
        above = words[word.head]
        if word.relation != "advcl" or "VerbForm=Inf" not in word.features or above.lemma not in ORDERING:
            continue
        told = child_of(words, word.head, OBJECTS)
        if told is not None and told < index and child_of(words, index, ("mark",)) is not None:
            mended[index] = replace(word, relation="xcomp")
    return tuple(mended)


def mend_cased(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a noun behind a preposition on the object before it, since it is none itself: "their fear over [tariffs]"."""
    mended = list(words)
    for index, word in enumerate(words):
        case = child_of(words, index, ("case",)) if word.relation == "obj" else None
        if case is None or words[case].pos != "ADP" or case > index:
            continue
        first = child_of(words, word.head, ("obj",))
        joined = first is not None and first < case
        mended[index] = replace(word, relation="nmod", head=first) if joined and first is not None else replace(word, relation="obl")
    return tuple(mended)


def mend_given(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with both objects of giving: "gave [the envoy] 48 hours", "granted [citizens] free entry", "were granted [entry]"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.relation == "compound" and words[word.head].relation == "obj" and words[words[word.head].head].lemma in GIVING:
            _part(mended, index)
        elif word.relation == "xcomp" and word.pos == "NOUN" and words[word.head].lemma in GIVING:
            mended[index] = replace(word, relation="obj")
    for index, word in enumerate(mended):
        first = child_of(tuple(mended), word.head, ("obj",)) if word.relation == "obj" and mended[word.head].lemma in GIVING else None
        if first is not None and first < index:
            mended[first] = replace(mended[first], relation="iobj")
    return tuple(mended)


def _part(words: list[Word], index: int) -> None:
    """Makes a noun before a numbered noun an object of its own, with the article and adjectives before it."""
    thing = words[index].head
    if not any(words[at].pos == "NUM" for at in range(index + 1, thing)):
        return
    for at, word in enumerate(words):
        if word.head == thing and at < index:
            words[at] = replace(word, head=index)
        elif word.pos == "NUM" and index < at < thing:
            words[at] = replace(word, relation="nummod", head=thing)
    words[index] = replace(words[index], relation="obj", head=words[thing].head)


def mend_adjective(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with an adjective on the noun behind it, which cannot be its object: "[visa-free] entry"."""
    mended = list(words)
    for index, word in enumerate(words):
        adjective = words[word.head]
        given = adjective.relation == "xcomp" and words[adjective.head].lemma in GIVING and word.head == index - 1
        given = given and child_of(words, word.head, ("mark",)) is None
        if word.relation == "obj" and word.head < index and (given or (adjective.pos == "ADJ" and adjective.relation == "amod")):
            top = adjective.head if given else words[adjective.head].head
            mended[index] = replace(word, head=top)
            mended[word.head] = replace(adjective, pos="ADJ", relation="amod", head=index)
    return tuple(mended)


def mend_kept(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what a thing is kept as: "kept its border with [Name] [closed]"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.text.lower() in STATES and word.relation == "advcl" and words[word.head].lemma in KEEPING and child_of(words, word.head, ("obj",)) is not None:
            mended[index] = replace(word, relation="xcomp")
    return tuple(mended)


def mend_called(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody is called: "called [Name] the [friendliest] of its neighbours", "called the war a [folly]"."""
    mended = list(words)
    for index, word in enumerate(words):
        called = word.relation in ("obj", "obl:unmarked") and words[word.head].lemma in NAMING
        thing = child_of(words, word.head, ("obj",)) if called else None
        if thing is not None and thing < index:
            mended[index] = replace(word, relation="xcomp")
    return tuple(mended)


def mend_day(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a day on the verb, not on the second noun behind it: "signed a series of agreements on [Monday]"."""
    mended = list(words)
    for index, word in enumerate(words):
        noun = words[word.head]
        thing = words[noun.head]
        on_noun = word.relation == "nmod" and word.text in DAYS and noun.relation == "nmod" and thing.relation == "obj" and noun.pos == "NOUN"
        if on_noun and words[thing.head].pos == "VERB":
            mended[index] = replace(word, relation="obl", head=thing.head)
    return tuple(mended)


def mend_after_which(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what followed a time beside the verb that the time dates: "set up ties in 1884, after which [Name] [gained] influence"."""
    mended = list(words)
    for index, word in enumerate(words):
        pronoun = child_of(words, index, ("obl",)) if word.relation == "acl:relcl" else None
        if pronoun is None or words[pronoun].lemma != "which" or pronoun < 3 or words[pronoun - 1].lemma not in SINCE:
            continue
        time = pronoun - 3 if words[pronoun - 2].text == "," else pronoun - 2
        if words[time].pos != "NUM" and words[time].lemma.lower() not in TIMES:
            continue
        while words[time].pos != "VERB" and words[time].head != time:
            time = words[time].head
        if time != index and not is_under(words, time, index):
            mended[index] = replace(word, relation="advcl", head=time)
    return tuple(mended)


def mend_coming(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a participle as the verb that it is: "is [set] to visit"."""
    mended = list(words)
    for index, word in enumerate(words):
        be = child_of(words, index, ("cop",)) if word.pos == "ADJ" and word.text.lower() in COMING else None
        if be is not None and child_of(words, index, ("xcomp",)) is not None:
            mended[index] = replace(word, pos="VERB", features=frozenset({"Tense=Past", "VerbForm=Part", "Voice=Pass"}))
            mended[be] = replace(words[be], relation="aux:pass")
            subject = child_of(words, index, ("nsubj",))
            if subject is not None:
                mended[subject] = replace(words[subject], relation="nsubj:pass")
    return tuple(mended)


def mend_added(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a speaker's further words given to him: "said [Name] had attacked, [vowing] to respond"."""
    mended = list(words)
    for index, word in enumerate(words):
        said = words[word.head]
        joined = word.relation == "advcl" and word.text.endswith("ing") and word.lemma in VOWING and index > 0 and words[index - 1].text == ","
        if joined and said.relation == "ccomp" and words[said.head].lemma in SAYING and word.head < index:
            mended[index] = replace(word, head=said.head)
    return tuple(mended)


REATTACHED = (
    mend_compound,
    mend_cased,
    mend_apposed,
    mend_infinitive,
    mend_two_subjects,
    mend_bare,
    mend_particle,
    mend_inner,
    mend_spoken,
    mend_second_verb,
    mend_told,
    mend_adjective,
    mend_given,
    mend_kept,
    mend_called,
    mend_day,
    mend_part,
    mend_after_which,
    mend_coming,
    mend_added,
)
"""In the order in which they are put right."""
