"""Trees mended where English weights err in a way that words side by side give away."""

from dataclasses import replace
from itertools import pairwise

from dragoman.read.lang.en.attachments import REATTACHED
from dragoman.read.lang.en.joins import join_pieces
from dragoman.read.lang.en.lost_verbs import (
    mend_accusing,
    mend_again,
    mend_charge,
    mend_closing,
    mend_declared,
    mend_intransitive,
    mend_joined,
    mend_list,
    mend_noun,
    mend_ordered,
    mend_reported,
    mend_seen,
)
from dragoman.read.lang.ports import Word

BODY = "ministry"
"""The common noun that stands for a body after an article."""
NAMING = ("compound", "nmod", "nsubj", "amod")
OPENERS = ("after", "before", "since", "until")
"""Prepositions that open clauses as well."""
DEEDS = ("lodge", "voice", "express", "convey", "issue", "impose", "announce", "deploy", "recall", "reiterate", "raise", "deliver", "demand", "extend")
"""Verbs whose participle seldom describes a noun without an article."""
TYING, TIES = ("establish", "restore", "sever", "resume", "suspend", "cut"), ("relation", "tie", "contact", "link", "relations", "ties")
"""Verbs whose participle does not describe ties right behind "and": "cut ties with [Name] and established relations with [Name]"."""
DONE = ("left", "met", "held", "sent", "told")
"""Past forms that seldom describe the noun before them."""
BECOMING = frozenset({"become", "remain", "stay", "be", "seem", "appear", "turn", "prove", "get", "sound"})
"""Verbs behind which a noun tells what the subject is."""
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "chargé", "consul", "representative", "attaché", "commissioner", "affaires", "d'affaires"})
"""Whom one calls in."""


def mend(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with all that is known to go wrong put right."""
    for repair in REPAIRS:
        words = repair(words)
    return words


def mend_call_in(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with an envoy as the object of "called in", which the parser takes for a place, and what he is to hear as its purpose."""
    mended = list(words)
    for index, (verb, particle) in enumerate(pairwise(words)):
        if verb.lemma != "call" or particle.text != "in" or particle.relation != "case":
            continue
        envoy = words[particle.head]
        if envoy.head != index or envoy.relation != "obl" or envoy.lemma.lower() not in ENVOYS:
            continue
        mended[index + 1] = replace(particle, relation="compound:prt", head=index)
        mended[particle.head] = replace(envoy, relation="obj")
        for other, word in enumerate(words):
            if word.head == index and word.relation == "xcomp" and "VerbForm=Inf" in word.features:
                mended[other] = replace(word, relation="advcl")
    return tuple(mended)


def mend_perfect(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a perfect put together: in "[Name] has since accused [Name]" it is the participle that has subject and object.

    The sign is a participle that describes the object of "have" and stands right behind it, but for adverbs.
    """
    mended = list(words)
    for index, have in enumerate(words):
        verb = index + 1
        while verb < len(words) and (words[verb].pos == "ADV" or words[verb].text.lower() == "since"):
            verb += 1
        if have.lemma != "have" or have.relation.startswith("aux") or verb >= len(words) or not words[verb].text.endswith("ed"):
            continue
        noun = words[verb].head
        if words[verb].pos != "VERB" or words[verb].relation != "amod" or words[noun].head != index or words[noun].relation != "obj":
            continue
        top = verb if have.head == index else have.head
        for other, word in enumerate(words):
            if word.head == index and other != index:
                mended[other] = replace(word, head=verb)
        for between in range(index + 1, verb):
            mended[between] = replace(words[between], relation="advmod", head=verb)
        mended[verb] = replace(words[verb], relation=have.relation, head=top)
        mended[index] = replace(have, pos="AUX", relation="aux", head=verb)
    return tuple(mended)


def mend_named(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a name as the object of the verb before it, where the parser takes it for what somebody becomes: "phoned Minister [Name]"."""
    governed = {word.head for word in words if word.relation in ("obj", "iobj")}
    return tuple(
        replace(word, relation="obj")
        if word.relation == "xcomp" and word.pos == "PROPN" and word.head < index and word.head not in governed and words[word.head].lemma not in BECOMING
        else word
        for index, word in enumerate(words)
    )


def mend_verbless(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with lost verbs found again: "[Name] imposed sanctions" read as one noun phrase becomes a clause.

    The sign is a name and a participle in "-ed" side by side before one noun, which is the root or hangs behind a word that opens clauses too
    ("after [Name] imposed sanctions"). With a hyphen it would be one word ("[Name]-imposed sanctions").
    """
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        name, noun = words[index - 1], words[word.head]
        lost = word.pos in ("VERB", "ADJ") and word.relation == "amod" and word.text.endswith("ed") and word.head > index
        if not lost or not (name.pos == "PROPN" or name.text == BODY) or name.head != word.head or name.relation not in NAMING:
            continue
        opener = next((i for i, w in enumerate(words[:index]) if w.head == word.head and w.relation == "case" and w.lemma in OPENERS), None)
        if noun.relation == "root":
            mended[index] = replace(word, pos="VERB", relation="root", head=index)
        elif opener is not None:
            mended[index] = replace(word, pos="VERB", relation="advcl", head=noun.head)
            mended[opener] = replace(words[opener], pos="SCONJ", relation="mark", head=index)
        else:
            continue
        mended[index - 1] = replace(name, relation="nsubj", head=index)
        mended[word.head] = replace(noun, relation="obj", head=index)
    return tuple(mended)


def mend_fragment(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with the verb of a whole sentence found again: "[Peoples'] firms invested in [Name]." says what they did.

    The sign is a full stop behind one root noun and a participle right after it, and no finite verb anywhere.
    """
    roots = [index for index, word in enumerate(words) if word.relation == "root"]
    finite = any("VerbForm=Fin" in word.features for word in words)
    if len(roots) != 1 or finite or words[-1].text != "." or roots[0] + 1 >= len(words):
        return words
    noun, verb = words[roots[0]], words[roots[0] + 1]
    if noun.pos not in ("NOUN", "PROPN") or verb.relation != "acl" or verb.head != roots[0] or not verb.text.endswith(("ed", *DONE)):
        return words
    mended = list(words)
    mended[roots[0]] = replace(noun, relation="nsubj", head=roots[0] + 1)
    mended[roots[0] + 1] = replace(verb, relation="root", head=roots[0] + 1, features=verb.features - {"VerbForm=Part"} | {"VerbForm=Fin", "Tense=Past"})
    ends = len(words) - 1
    mended[ends] = replace(words[ends], head=roots[0] + 1)
    return tuple(mended)


def mend_after(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with subjects given back: in "two days after [Name] closed the port" it is the name that closes, and not the days."""
    mended = list(words)
    for index, word in enumerate(words[2:], 2):
        name, opener = words[index - 1], words[index - 2]
        noun = words[name.head]
        stolen = word.pos == "VERB" and noun.relation == "nsubj" and noun.head == index and name.relation == "nmod" and name.pos == "PROPN"
        if not stolen or opener.head != index - 1 or opener.lemma not in OPENERS or word.head == index:
            continue
        mended[index] = replace(word, relation="advcl")
        mended[index - 1] = replace(name, relation="nsubj", head=index)
        mended[index - 2] = replace(opener, pos="SCONJ", relation="mark", head=index)
        mended[name.head] = replace(noun, relation="obl", head=word.head)
    return tuple(mended)


def mend_conjunct(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a second verb found again: in "summoned the envoy and voiced concerns" somebody voiced them.

    The sign is a participle of saying or giving right behind "and", before a bare noun that was joined to the object of a past verb.
    """
    mended = list(words)
    for index in range(2, len(words)):
        word, noun = mended[index], mended[mended[index].head]
        tied = word.lemma in TYING and noun.lemma in TIES
        if word.relation != "amod" or not (tied or word.lemma in DEEDS) or mended[index - 1].relation != "cc" or noun.relation != "conj" or word.head < index:
            continue
        thing = mended[noun.head]
        if thing.relation == "nmod" and mended[thing.head].pos == "NOUN":
            thing = mended[thing.head]
        verb = mended[thing.head]
        if thing.relation not in ("obj", "obl", "nmod") or verb.pos != "VERB" or not verb.features & {"Tense=Past"}:
            continue
        for place in range(word.head + 1, len(mended)):
            if mended[place].head == noun.head and mended[place].relation == "nmod":
                mended[place] = replace(mended[place], head=word.head)
        mended[word.head] = replace(noun, relation="obj", head=index)
        mended[index - 1] = replace(mended[index - 1], head=index)
        mended[index] = replace(word, relation="conj", head=thing.head, features=word.features - {"VerbForm=Part"} | {"VerbForm=Fin", "Tense=Past"})
    return tuple(mended)


def mend_headline(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a headline with its verb found again: in "[Name] to visit [Name]" the infinitive says what is to come."""
    roots = [index for index, word in enumerate(words) if word.relation == "root"]
    if len(roots) != 1 or words[-1].text in (".", "?", "!") or any("VerbForm=Fin" in word.features for word in words):
        return words
    noun = roots[0]
    verb = next((i for i, w in enumerate(words) if w.head == noun and w.relation in ("acl", "xcomp") and "VerbForm=Inf" in w.features and i > noun), None)
    if verb is None or words[noun].pos not in ("NOUN", "PROPN") or words[verb - 1].text != "to":
        return words
    mended = list(words)
    mended[noun] = replace(words[noun], relation="nsubj", head=verb)
    mended[verb] = replace(words[verb], relation="root", head=verb)
    return tuple(mended)


def mend_clause(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with clauses given back to their names: in "closed the port after [Name] urged it to" the name urges.

    The sign is an opener read as the preposition of a name, and a finite past verb right behind the name that hangs on a verb before them.
    """
    mended = list(words)
    for index in range(3, len(words)):
        verb = mended[index]
        name_at = next((i for i in range(index - 1, max(index - 4, 0), -1) if mended[i].pos not in ("ADV", "AUX")), 0)
        name, opener, main = mended[name_at], mended[name_at - 1], mended[verb.head]
        past = verb.pos == "VERB" and "VerbForm=Fin" in verb.features | mended[index - 1].features and "Tense=Past" in verb.features
        lost = opener.lemma in OPENERS and opener.relation == "case" and opener.head == name_at and name.head != index
        if not (past and lost and name.pos == "PROPN" and main.pos == "VERB" and verb.head < name_at - 1):
            continue
        for place, word in enumerate(mended[: name_at - 1]):
            if word.head == index:
                mended[place] = replace(word, head=verb.head, relation="obl" if word.relation.startswith("nsubj") else word.relation)
        mended[index] = replace(verb, relation="advcl")
        mended[name_at] = replace(name, relation="nsubj", head=index)
        mended[name_at - 1] = replace(opener, pos="SCONJ", relation="mark", head=index)
    return tuple(mended)


REPAIRS = (
    join_pieces,
    *REATTACHED,
    mend_noun,
    mend_closing,
    mend_reported,
    mend_declared,
    mend_accusing,
    mend_intransitive,
    mend_charge,
    mend_joined,
    mend_ordered,
    mend_seen,
    mend_verbless,
    mend_after,
    mend_clause,
    mend_conjunct,
    mend_fragment,
    mend_headline,
    mend_call_in,
    mend_perfect,
    mend_named,
    mend_list,
    mend_again,
)
"""All that is known to go wrong, in the order in which it is put right."""
