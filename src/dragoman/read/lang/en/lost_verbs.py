"""Verbs of English news that a parser takes for something else, or hangs on the wrong word, found again by what stands beside them."""

from dataclasses import replace

from dragoman.read.lang.en.lemmas import look_up
from dragoman.read.lang.ports import Word

REPORTING = frozenset({"say", "note", "add", "report", "state", "announce", "confirm", "warn", "claim"})
ORDERING = frozenset({"order", "ask", "tell", "give", "urge", "instruct", "force", "request", "command", "want"})
SEEING = frozenset({"see", "watch", "let", "make"})
DEED_FORMS = frozenset(
    {
        "expel",
        "recall",
        "withdraw",
        "close",
        "sever",
        "cut",
        "suspend",
        "impose",
        "visit",
        "sign",
        "ban",
        "accuse",
        "attack",
        "invade",
        "summon",
        "deport",
        "arrest",
    }
)
"""Bare forms of verbs that tell deeds, behind a name that somebody sees act."""
SAYING = frozenset({"read", "reads", "notes", "says", "states", "reports", "claims", "comments", "remarks"})
"""Forms of verbs of saying that are nouns too."""
BESIDE = frozenset({"accusing", "blaming", "citing", "warning", "demanding", "urging", "calling", "threatening", "condemning"})
"""Participles that tell what the subject of the main verb says, behind a comma."""


def mend_noun(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with verbs of headlines found again: a "noun" that has both subject and object ("[Name] expels two envoys") is a verb."""
    held = {word.head: {other.relation for other in words if other.head == word.head} for word in words if word.relation == "obj"}
    mended = list(words)
    for index, relations in held.items():
        word = words[index]
        name = next((i for i in (index - 1,) if i >= 0 and words[i].head == index and words[i].relation == "compound" and words[i].pos == "PROPN"), None)
        told = "nsubj" in relations or (word.relation == "root" and name is not None)
        if word.pos in ("NOUN", "PROPN", "ADJ") and told and "cop" not in relations and word.text.endswith("s"):
            lemma = look_up(word.text.lower(), "VERB") or word.lemma
            mended[index] = replace(word, pos="VERB", lemma=lemma, features=frozenset({"VerbForm=Fin", "Tense=Pres"}))
            if name is not None and "nsubj" not in relations:
                mended[name] = replace(words[name], relation="nsubj")
    return tuple(mended)


def mend_closing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a verb that closes a quotation found again: in "…," the statement read. it is no noun."""
    for index in range(3, len(words)):
        word = words[index]
        ends = index + 1 == len(words) or words[index + 1].text in (".", ",", ":")
        if word.text not in SAYING or word.pos != "NOUN" or not ends:
            continue
        subject = next((i for i in range(index - 1, -1, -1) if words[i].head == index and words[i].relation == "compound"), None)
        first = min((i for i, w in enumerate(words[:index]) if w.head in (index, subject) and w.pos != "PUNCT"), default=index)
        if subject is None or not first or words[first - 1].text not in ('"', ",", "\u201d"):
            continue
        mended = list(words)
        mended[index] = replace(word, pos="VERB", lemma=look_up(word.text, "VERB"), features=frozenset({"VerbForm=Fin"}))
        mended[subject] = replace(words[subject], relation="nsubj")
        for place in range(first, index):
            if words[place].head == index and place != subject and words[place].relation in ("det", "amod", "compound", "nmod:poss", "nmod"):
                mended[place] = replace(words[place], head=subject)
        return tuple(mended)
    return words


def mend_reported(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a main clause given back its subject: in "[Name] has ratified the pact, its minister has said, …" the name ratified.

    The sign is a verb of saying with two subjects, the second behind a comma, and a clause between them that has none.
    """
    for index, verb in enumerate(words):
        if verb.lemma not in REPORTING or verb.pos != "VERB":
            continue
        subjects = [i for i, w in enumerate(words[:index]) if w.head == index and w.relation == "nsubj"]
        if len(subjects) != 2:  # noqa: PLR2004, RUF100
            continue
        first, second = subjects
        begins = min((i for i, w in enumerate(words[:second]) if w.head == second), default=second)
        clause = next(
            (i for i in range(first + 1, begins) if words[i].head == index and words[i].pos == "VERB" and words[i].relation in ("advcl", "ccomp")), None
        )
        if clause is None or words[begins - 1].text != "," or any(w.head == clause and w.relation.startswith("nsubj") for w in words):
            continue
        mended = list(words)
        mended[clause] = replace(words[clause], relation=verb.relation, head=clause if verb.head == index else verb.head)
        mended[index] = replace(verb, relation="parataxis", head=clause)
        for place, word in enumerate(words[:begins]):
            if word.head == index and place != clause:
                mended[place] = replace(mended[place], head=clause)
        return tuple(mended)
    return words


def mend_joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a finite past verb joined to the finite one above, and not to its infinitive: "ordered [Name] to leave and recalled its envoy"."""
    mended = list(words)
    for index, word in enumerate(words):
        past = word.pos == "VERB" and word.relation == "conj" and {"VerbForm=Fin", "Tense=Past"} <= word.features
        above = words[word.head]
        if not past or "VerbForm=Inf" not in above.features or above.relation not in ("xcomp", "advcl", "acl", "ccomp"):
            continue
        top, steps = words[above.head], above.head
        while top.pos != "VERB" and top.head != steps:
            top, steps = words[top.head], top.head
        if top.pos == "VERB" and "VerbForm=Inf" not in top.features and steps < index:
            mended[index] = replace(word, head=steps)
    return tuple(mended)


def mend_ordered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody is ordered to do on the verb: "ordered the envoy to the kingdom to leave" sends him away."""
    mended = list(words)
    for index, word in enumerate(words):
        place = words[word.head]
        verb = words[place.head]
        if word.relation != "acl" or "VerbForm=Inf" not in word.features or place.relation not in ("obl", "nmod"):
            continue
        at = place.head if verb.pos == "VERB" else verb.head
        verb = words[at]
        ordered = verb.pos == "VERB" and verb.lemma in ORDERING and any(w.head == at and w.relation in ("obj", "nsubj:pass") for w in words)
        if ordered and at < word.head < index:
            mended[index] = replace(word, relation="xcomp", head=at)
    return tuple(mended)


def mend_seen(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what one sees somebody do: in "has seen [Name] expel the envoy" the bare form is a verb."""
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        name, noun = words[index - 1], words[word.head]
        bare = word.relation in ("amod", "compound", "case", "mark", "advmod") and word.text in DEED_FORMS and word.head > index
        if not bare or name.pos != "PROPN" or name.head != word.head or noun.relation != "obj" or words[noun.head].lemma not in SEEING:
            continue
        mended[index - 1] = replace(name, relation="obj", head=noun.head)
        mended[index] = replace(word, pos="VERB", relation="xcomp", head=noun.head, lemma=word.text, features=frozenset({"VerbForm=Inf"}))
        mended[word.head] = replace(noun, head=index)
    return tuple(mended)


def mend_declared(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with whom somebody declares unwelcome as the object of the verb, wherever the parser hung the phrase."""
    mended = list(words)
    for index, word in enumerate(words):
        verb = next((i for i in range(index - 1, -1, -1) if words[i].lemma == "declare"), None)
        if word.text != "unwelcome" or verb is None or word.relation == "xcomp":
            continue
        noun = next((i for i in range(index - 1, verb, -1) if words[i].head == index and words[i].relation == "compound"), None)
        if noun is not None and word.relation == "obj":
            for place in range(verb + 1, index):
                if words[place].head == index and place != noun and words[place].pos != "PUNCT":
                    mended[place] = replace(words[place], head=noun)
            mended[noun] = replace(words[noun], relation="obj", head=verb)
        mended[index] = replace(word, pos="ADJ", relation="xcomp", head=verb)
    return tuple(mended)


def mend_accusing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a participle of saying behind a comma on the main verb: in "closed the border amid a crisis, accusing it of" no crisis accuses."""
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        if word.text not in BESIDE or word.relation != "acl" or words[index - 1].text != ",":
            continue
        above = word.head
        while words[above].pos not in ("VERB", "AUX") and words[above].head != above:
            above = words[above].head
        while words[above].relation == "ccomp" and words[words[above].head].pos == "VERB":
            above = words[above].head
        if words[above].pos == "VERB" and above < index:
            mended[index] = replace(word, relation="advcl", head=above)
    return tuple(mended)
