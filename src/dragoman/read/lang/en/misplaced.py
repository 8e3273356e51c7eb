"""Trees mended where the English graph parser hangs a subject or an object on the word beside its verb."""

from dataclasses import replace

from dragoman.read.lang.en.attachments import child_of, is_under
from dragoman.read.lang.ports import Word

FRONTED = ("obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:unmarked")
"""Relations of a time or a place."""


def mend_lost_row(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a row of names on the verb right behind it, and not on the time or place before it: "in May, [Name], [Name] and [Name] signed"."""
    mended = list(words)
    for index, word in enumerate(words[1:], 1):
        last = words[index - 1]
        fronted = last.relation == "conj" and last.pos == "PROPN" and {"VerbForm=Fin", "Tense=Past"} & word.features and word.pos == "VERB"
        if not fronted or child_of(words, index, ("nsubj", "nsubj:pass")) is not None:
            continue
        row = _row_before(words, index)
        first, place = row[0], words[words[row[0]].head]
        if len(row) > 1 and words[first - 1].text == "," and place.relation in FRONTED and is_under(words, words[first].head, index):
            mended[first] = replace(words[first], relation="nsubj", head=index)
            for other in row[1:]:
                mended[other] = replace(words[other], head=first)
    return tuple(mended)


def _row_before(words: tuple[Word, ...], verb: int) -> list[int]:
    """The names before a verb, joined to one another, back to the "and" of another row."""
    row = [verb - 1]
    for at in range(verb - 2, -1, -1):
        if words[at].relation != "conj" or words[at].pos != "PROPN":
            if at == words[row[0]].head:
                break
            continue
        if words[at - 1].relation == "cc":
            break
        row.insert(0, at)
    return row


def mend_at_least(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a counted thing as the object of its verb, whose only preposition is that of "at least": "signed at least ten [treaties]"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.relation != "obl" or word.pos != "NOUN" or child_of(words, index, ("case",)) is not None or child_of(words, word.head, ("obj",)) is not None:
            continue
        number = child_of(words, index, ("nummod",))
        bound = child_of(words, number, ("nmod", "obl", "advmod")) if number is not None else None
        if bound is not None and words[bound].text in ("least", "most") and words[bound - 1].text == "at" and words[word.head].pos == "VERB":
            mended[index] = replace(word, relation="obj")
    return tuple(mended)


def mend_homeward(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with who is called home as the object: "called its [envoy] home" calls no home of an envoy."""
    mended = list(words)
    for index, word in enumerate(words):
        called = word.text == "home" and word.relation in ("obj", "obl") and words[word.head].lemma in ("call", "summon", "order", "bring", "recall")
        who = child_of(words, index, ("compound", "nmod")) if called else None
        if who is None or who != index - 1 or words[who].pos != "NOUN" or child_of(words, index, ("case",)) is not None:
            continue
        mended[index] = replace(word, relation="compound:prt")
        for at, child in enumerate(words):
            if child.head == index and at != who:
                mended[at] = replace(child, head=who)
        mended[who] = replace(words[who], relation="obj", head=word.head)
    return tuple(mended)


MISPLACED = (mend_lost_row, mend_at_least, mend_homeward)
"""In the order in which they are put right."""
