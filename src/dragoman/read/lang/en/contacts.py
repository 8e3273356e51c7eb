"""Trees mended where the English graph parser loses who meets whom, or who is to visit somebody."""

from dataclasses import replace

from dragoman.read.lang.en.attachments import child_of
from dragoman.read.lang.ports import Word

MEETING = frozenset({"meet", "talk", "speak", "confer", "negotiate"})


def mend_met_with(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with whom somebody meets on that verb, and not on how or where: "met behind closed doors with [Name]"."""
    mended = list(words)
    for index, word in enumerate(words):
        case = child_of(words, index, ("case",))
        if word.relation != "nmod" or word.pos not in ("NOUN", "PROPN") or case is None or words[case].text != "with":
            continue
        beside = words[word.head]
        verb = beside.head
        hung = beside.relation == "obl" and verb < word.head < index and words[verb].lemma in MEETING
        led = child_of(words, word.head, ("case",)) if hung else None
        if led is not None and words[led].text not in ("with", "between") and child_of(words, verb, ("obj",)) is None:
            mended[index] = replace(word, relation="obl", head=verb)
    return tuple(mended)


def mend_visiting(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with who is visiting as what he does or with whom: in "[Visiting] Minister [Name] said" and "talks with [visiting] Minister [Name]"."""
    mended = list(words)
    for index, word in enumerate(words):
        guest = child_of(words, index, ("obj",)) if word.text.lower() == "visiting" and word.pos == "VERB" else None
        if guest is None or guest < index or not any(w.head == guest and w.relation in ("nmod:desc", "compound") for w in words[index + 1 : guest]):
            continue
        marks = [at for at, w in enumerate(words) if w.head == index and w.relation in ("mark", "case")]
        led = {words[at].text.lower() for at in marks}
        if word.relation != "csubj" and led != {"with"}:
            continue
        relation = "nsubj" if word.relation == "csubj" else "nmod" if words[word.head].pos in ("NOUN", "PROPN") else "obl"
        mended[guest] = replace(words[guest], relation=relation, head=word.head)
        mended[index] = replace(word, relation="amod", head=guest)
        for at in marks:
            mended[at] = replace(words[at], relation="case", pos="ADP", head=guest)
        for at, child in enumerate(words):
            if child.head == index and at > guest:
                mended[at] = replace(child, head=word.head)
    return tuple(mended)


def mend_two_plans(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a headline with its first plan as the verb: in "[Name] to [visit] Chad, [meet] its leader" both infinitives say what is to come."""
    top = next((index for index, word in enumerate(words) if word.relation == "root"), 0)
    subject = child_of(words, top, ("nsubj",))
    first = child_of(words, subject, ("acl",)) if subject is not None else None
    if subject is None or first is None or not subject < first < top or words[first - 1].text != "to" or words[top - 1].text not in (",", "and", ";"):
        return words
    if words[top].pos != "VERB" or words[top].text != words[top].lemma or child_of(words, top, ("aux", "cop")) is not None:
        return words
    mended = list(words)
    mended[subject] = replace(words[subject], head=first)
    mended[first] = replace(words[first], relation="root", head=first)
    mended[top] = replace(words[top], relation="conj", head=first, features=frozenset({"VerbForm=Inf"}))
    return tuple(mended)
