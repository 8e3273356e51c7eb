"""Trees mended where English weights err in a way that words side by side give away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.read.lang.en.attachments import REATTACHED
from dragoman.read.lang.en.contacts import mend_met_with, mend_two_plans, mend_visiting
from dragoman.read.lang.en.governed import GOVERNED
from dragoman.read.lang.en.joins import join_pieces
from dragoman.read.lang.en.lost_verbs import (
    mend_accusing,
    mend_again,
    mend_charge,
    mend_declared,
    mend_intransitive,
    mend_joined,
    mend_list,
    mend_noun,
    mend_ordered,
    mend_second_infinitive,
)
from dragoman.read.lang.en.misplaced import MISPLACED
from dragoman.read.lang.en.noun_phrases import (
    mend_behind_time,
    mend_bound_to,
    mend_case,
    mend_cut_name,
    mend_hearer,
    mend_helped,
    mend_main_verb,
    mend_said_when,
    mend_up_to,
    mend_what_is_held,
    mend_willed,
)
from dragoman.read.lang.en.repairs import apply_repairs
from dragoman.read.lang.ports import Word

BODY = "ministry"
"""The common noun that stands for a body after an article."""
DEEDS = ("lodge", "voice", "express", "convey", "issue", "impose", "announce", "deploy", "recall", "reiterate", "raise", "deliver", "demand", "extend")
"""Verbs whose participle seldom describes a noun without an article."""
TYING, TIES = ("establish", "restore", "sever", "resume", "suspend", "cut"), ("relation", "tie", "contact", "link", "relations", "ties")
"""Verbs whose participle does not describe ties right behind "and": "cut ties with [Name] and established relations with [Name]"."""
BECOMING = frozenset({"become", "remain", "stay", "be", "seem", "appear", "turn", "prove", "get", "sound"})
"""Verbs behind which a noun tells what the subject is."""
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "chargé", "consul", "representative", "attaché", "commissioner", "affaires", "d'affaires"})
"""Whom one calls in."""


def mend(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a text with all that is known to go wrong put right, sentence by sentence."""
    words = join_pieces(words)
    starts = [index for index, word in enumerate(words) if word.opens and index] if words else []
    if not starts:
        return mend_sentence(mend_headline(words))
    mended: list[Word] = []
    for start, stop in pairwise((0, *starts, len(words))):
        mended.extend(shift(mend_sentence(tuple(shift(words[start:stop], -start))), start))
    return tuple(mended)


def shift(words: Sequence[Word], by: int) -> Iterable[Word]:
    """The words with heads counted from another place; built by hand, since this is done for every word."""
    if not by:
        return words
    return (Word(w.text, w.start, w.stop, w.lemma, w.pos, w.relation, w.head + by, w.features, w.particles, w.opens) for w in words)


def mend_sentence(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of one sentence, mended."""
    return apply_repairs(words, REPAIRS)


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
    if len(roots) != 1 or words[-1].text in (".", "?", "!"):
        return words
    noun = roots[0]
    verb = next((i for i, w in enumerate(words) if w.head == noun and w.relation in ("acl", "xcomp") and "VerbForm=Inf" in w.features and i > noun), None)
    if (
        verb is None
        or any("VerbForm=Fin" in word.features for word in words[:verb])
        or words[noun].pos not in ("NOUN", "PROPN")
        or words[verb - 1].text != "to"
    ):
        return words
    mended = list(words)
    mended[noun] = replace(words[noun], relation="nsubj", head=verb)
    mended[verb] = replace(words[verb], relation="root", head=verb)
    return tuple(mended)


REPAIRS = (
    mend_helped,
    mend_cut_name,
    mend_willed,
    *REATTACHED,
    *GOVERNED,
    *MISPLACED,
    mend_noun,
    mend_declared,
    mend_accusing,
    mend_intransitive,
    mend_charge,
    mend_joined,
    mend_second_infinitive,
    mend_ordered,
    mend_conjunct,
    mend_call_in,
    mend_perfect,
    mend_named,
    mend_list,
    mend_again,
    mend_main_verb,
    mend_case,
    mend_up_to,
    mend_behind_time,
    mend_said_when,
    mend_bound_to,
    mend_what_is_held,
    mend_hearer,
    mend_met_with,
    mend_two_plans,
    mend_visiting,
)
"""All that is known to go wrong, in the order in which it is put right."""
