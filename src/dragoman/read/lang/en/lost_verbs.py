"""Verbs of English news that a parser takes for something else, or hangs on the wrong word, found again by what stands beside them."""

from dataclasses import replace
from itertools import pairwise

from lemminflect import getAllLemmas

from dragoman.read.lang.en.lemmas import look_up
from dragoman.read.lang.ports import Word

ORDERING = frozenset({"order", "ask", "tell", "give", "urge", "instruct", "force", "request", "command", "want", "advise", "allow", "require"})
CHANGING = frozenset(
    {
        "deteriorate",
        "worsen",
        "improve",
        "cool",
        "sour",
        "thaw",
        "collapse",
        "decline",
        "warm",
        "freeze",
        "soften",
        "escalate",
        "intensify",
        "normalise",
        "normalize",
        "flare",
    }
)
"""Verbs that tell how a relation changes, without an object."""
BESIDE = frozenset({"saying", "noting", "stating", "accusing", "blaming", "citing", "warning", "demanding", "urging", "calling", "threatening", "condemning"})
"""Participles that tell what the subject of the main verb says, behind a comma."""


def mend_noun(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with verbs found again that are read as nouns: "[Name] expels two envoys", "would consider supplying arms", "which [Name] accuse of".

    The sign is an object beside a subject, or below a form in "-ing".
    """
    held: dict[int, set[str]] = {}
    for word in words:
        held.setdefault(word.head, set()).add(word.relation)
    mended = list(words)
    for index, relations in held.items():
        word = words[index]
        if word.pos not in ("NOUN", "PROPN", "ADJ") or "obj" not in relations or "cop" in relations or not word.text.islower():
            continue
        name = next((i for i in (index - 1,) if i >= 0 and words[i].head == index and words[i].relation == "compound" and words[i].pos == "PROPN"), None)
        headline = word.text.endswith("s") and ("nsubj" in relations or (word.relation == "root" and name is not None))
        gerund = word.text.endswith("ing") and word.relation in ("xcomp", "advcl", "ccomp", "acl", "conj")
        plain = "nsubj" in relations and look_up(word.text, "VERB") == word.text and word.text in getAllLemmas(word.text, "VERB").get("VERB", ())
        if not (headline or gerund or plain):
            continue
        lemma = look_up(word.text.lower(), "VERB") or word.lemma
        features = frozenset({"VerbForm=Ger"}) if gerund else frozenset({"VerbForm=Fin", "Tense=Pres"})
        mended[index] = replace(word, pos="VERB", lemma=lemma, features=features)
        thing = next((i for i, w in enumerate(words) if w.head == index and w.relation == "obj"), index)
        for place in range(thing + 1, len(words)) if gerund else ():
            if words[place].head == word.head and words[place].relation == "obl":
                mended[place] = replace(words[place], head=index)
        if name is not None and headline and "nsubj" not in relations:
            mended[name] = replace(words[name], relation="nsubj")
    return tuple(mended)


def mend_list(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a list found again that the parser takes for a verb: in "placed it on its sanctions list during …" nobody lists."""
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        noun = words[index - 1]
        if word.text != "list" or word.pos != "VERB" or noun.pos != "NOUN" or noun.relation != "obl" or noun.head >= index - 1:
            continue
        for other, child in enumerate(words[: index - 1]):
            if child.head == index - 1:
                mended[other] = replace(child, head=index)
        mended[index] = replace(word, pos="NOUN", relation="obl", head=noun.head, features=frozenset())
        mended[index - 1] = replace(noun, relation="compound", head=index)
    return tuple(mended)


def mend_again(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with an infinitive found again: in "agreed to re-establish relations" nothing is "re-establish"."""
    mended = list(words)
    for index, (to, word) in enumerate(pairwise(words)):
        noun = words[word.head]
        if (
            to.text != "to"
            or not word.text.startswith("re-")
            or word.pos not in ("ADJ", "VERB")
            or word.relation != "amod"
            or noun.head == word.head
            or word.head <= index + 1
        ):
            continue
        mended[index] = replace(to, pos="PART", relation="mark", head=index + 1)
        mended[index + 1] = replace(word, pos="VERB", relation="xcomp", head=noun.head, features=frozenset({"VerbForm=Inf"}))
        mended[word.head] = replace(noun, relation="obj", head=index + 1)
    return tuple(mended)


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


def mend_second_infinitive(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a second infinitive joined to the first, and not as a present to a past above: "voiced a wish to deepen and [strengthen] ties"."""
    mended = list(words)
    for index, word in enumerate(words):
        head = words[word.head]
        present = {"Tense=Pres", "VerbForm=Fin"} <= word.features and word.text.lower() == word.lemma
        joined = word.relation == "conj" and present and "Tense=Past" in head.features and word.head < index
        if not joined or any(w.head == index and w.relation == "nsubj" for w in words):
            continue
        first = next((at for at in range(index - 1, word.head, -1) if words[at].pos == "VERB"), None)
        if first is not None and "VerbForm=Inf" in words[first].features:
            mended[index] = replace(word, head=first, features=(word.features - {"Tense=Pres", "VerbForm=Fin"}) | {"VerbForm=Inf"})
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


def mend_declared(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with whom somebody declares unwelcome as the object of the verb, wherever the parser hung the phrase."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.text != "unwelcome" or word.relation == "xcomp":
            continue
        verb = next((i for i in range(index - 1, -1, -1) if words[i].lemma == "declare"), None)
        if verb is None:
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


def mend_intransitive(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a main verb found again: in "relations worsened after [Name] urged a change" it is the relations that worsened.

    The sign is a past form that takes no object, read as describing the noun before it, and a name behind "after" whose verb has that noun for its subject.
    """
    for index, word in enumerate(words[1:-2], 1):
        noun, opener = words[word.head], words[index + 1]
        if (
            word.lemma not in CHANGING
            or word.relation != "acl"
            or word.head >= index
            or opener.lemma not in ("after", "since", "when", "as", "until", "before")
        ):
            continue
        main = noun.head if noun.relation.startswith("nsubj") else words[noun.head].head if words[noun.head].relation.startswith("nsubj") else None
        top = word.head if noun.relation.startswith("nsubj") else noun.head
        name = next((i for i in range(index + 2, min(index + 6, len(words))) if words[i].pos == "PROPN"), None)
        if main is None or main <= index or name is None or name > main or words[main].pos != "VERB":
            continue
        mended = list(words)
        finite = word.features - {"VerbForm=Part", "Voice=Pass"} | {"VerbForm=Fin", "Tense=Past"}
        mended[index] = replace(word, pos="VERB", relation=words[main].relation, head=index if words[main].head == main else words[main].head, features=finite)
        mended[main] = replace(words[main], relation="advcl", head=index)
        mended[index + 1] = replace(opener, pos="SCONJ", relation="mark", head=main)
        mended[name] = replace(words[name], relation="nsubj", head=main)
        mended[top] = replace(words[top], relation="nsubj", head=index)
        for place, other in enumerate(words[:index]):
            if other.head == main and place != top:
                mended[place] = replace(other, head=index)
        return tuple(mended)
    return words


def mend_charge(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody is accused of as a deed: in "accused [Name] of supporting rebels" the form in "-ing" describes no rebels."""
    mended = list(words)
    for index in range(1, len(words) - 1):
        word, mark, noun = mended[index], mended[index - 1], mended[mended[index].head]
        if mark.lemma != "of" or not word.text.endswith("ing") or word.relation not in ("amod", "compound") or word.head <= index:
            continue
        verb = noun.head
        if mended[verb].lemma not in ("accuse", "suspect") or mark.head != word.head or noun.relation not in ("obl", "nmod"):
            continue
        thing = word.head
        mended[index] = replace(word, pos="VERB", lemma=look_up(word.text, "VERB"), relation="advcl", head=verb, features=frozenset({"VerbForm=Ger"}))
        mended[index - 1] = replace(mark, pos="SCONJ", relation="mark", head=index)
        mended[thing] = replace(noun, relation="obj", head=index)
        for place in range(thing + 1, len(mended)):
            if mended[place].head in (thing, verb) and mended[place].relation in ("nmod", "obl"):
                mended[place] = replace(mended[place], relation="obl", head=index)
    return tuple(mended)
