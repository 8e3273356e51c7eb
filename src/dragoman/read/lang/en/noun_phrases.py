"""Trees mended where the English graph parser cuts a name in two, or hangs words on an auxiliary, or takes what was decided on for a purpose."""

from dataclasses import replace

from dragoman.read.lang.en.attachments import SAYING, TIMES, child_of, is_under
from dragoman.read.lang.en.joins import DAYS
from dragoman.read.lang.ports import Word

WILLS = frozenset(
    {"decision", "agreement", "demand", "proposal", "move", "plan", "intention", "refusal", "attempt", "effort", "willingness"}
    | {"readiness", "bid", "wish", "threat", "pledge", "obligation", "duty", "commitment"}
)
"""Nouns behind which an infinitive says what is willed."""
HEARD = frozenset({"tell", "inform", "warn", "assure", "remind"})
BOUND = frozenset({"commitment", "dedication", "attention", "devotion", "contribution", "opposition", "objection", "approach", "obstacle", "return"})
"""Nouns that take "to" with a gerund."""


def mend_willed(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what somebody decided on the decision: "regretted the decision of [Name] to [withdraw] troops"."""
    mended = list(words)
    for index, word in enumerate(words):
        willed = word.relation in ("advcl", "xcomp") or (word.relation == "acl" and index > 1 and words[index - 2].lemma in WILLS)
        if not willed or "VerbForm=Inf" not in word.features or not word.head < index - 1 or words[word.head].lemma in WILLS:
            continue
        between = range(word.head + 1, index)
        noun = next((at for at in reversed(between) if words[at].lemma in WILLS and words[at].pos == "NOUN" and is_under(words, at, word.head)), None)
        if noun is not None and not any(words[at].pos in ("VERB", "AUX") or words[at].text == "," for at in range(noun, index)):
            mended[index] = replace(word, relation="acl", head=noun)
    return tuple(mended)


def mend_helped(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with nothing on an auxiliary that is its verb's: "[the government] had on [Sunday] condemned"."""
    helped = {index: word.head for index, word in enumerate(words) if word.relation in ("aux", "aux:pass") and word.head != index}
    return tuple(replace(word, head=helped[word.head]) if word.head in helped and helped[word.head] != index else word for index, word in enumerate(words))


def mend_cut_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a row of capitals behind one preposition as one name: "met at Adre [One] Stop Border [Post] to discuss"."""
    mended = list(words)
    for index, word in enumerate(words[:-1]):
        case = child_of(words, index, ("case",)) if word.relation == "obl" and word.text[:1].isupper() else None
        last = index
        while case is not None and last + 1 < len(words) and words[last + 1].text[:1].isupper() and words[last + 1].text not in DAYS:
            last += 1
        tail = words[last]
        if last == index or tail.head != word.head or tail.relation not in ("obj", "obl") or child_of(words, last, ("case",)) is not None:
            continue
        mended[last] = replace(tail, relation="obl")
        mended[index] = replace(word, relation="compound", head=last)
        for at, other in enumerate(words):
            if other.head == index and at < index:
                mended[at] = replace(mended[at], head=last)
    return tuple(mended)


def mend_main_verb(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a main verb found again behind a relative clause: "the number of citizens who visited [Name] [amounted] to"."""
    mended = list(words)
    for index, word in enumerate(words):
        inner = words[word.head]
        past = "Tense=Past" in word.features and word.pos == "VERB" and child_of(words, index, ("mark", "aux", "nsubj")) is None
        if word.relation != "xcomp" or not past or inner.relation != "acl:relcl" or child_of(words, word.head, ("obj",)) is None:
            continue
        top = inner.head
        while words[top].relation == "nmod" and words[top].head < top:
            top = words[top].head
        if words[top].relation == "root":
            mended[index] = replace(word, relation="root", head=index)
        elif words[top].relation in ("nsubj", "nsubj:pass"):
            mended[index] = replace(word, relation="ccomp", head=words[top].head)
        else:
            continue
        mended[top] = replace(words[top], relation="nsubj", head=index)
    return tuple(mended)


def mend_up_to(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a sum behind "up to" as the object of its verb: "agreed to lend up to [$1 billion] to"."""
    mended = list(words)
    for index, word in enumerate(words):
        case = child_of(words, index, ("case",)) if word.relation == "obl" and word.pos in ("SYM", "NUM", "NOUN") else None
        up = words[case - 1] if case is not None and case else None
        if case is None or up is None or (up.text, words[case].text) != ("up", "to"):
            continue
        counted = word.pos in ("SYM", "NUM") or child_of(words, index, ("nummod",)) is not None
        if not counted or child_of(words, word.head, ("obj",)) is not None:
            continue
        mended[index] = replace(word, relation="obj")
        mended[case - 1] = replace(up, relation="advmod", head=index)
        mended[case] = replace(words[case], relation="fixed", head=case - 1)
    return tuple(mended)


def mend_behind_time(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what stands behind a time on the deed before it: "ordered the [expulsion] on Monday morning of the [ambassador]"."""
    mended = list(words)
    for index, word in enumerate(words):
        time = words[word.head]
        case = child_of(words, index, ("case",)) if word.relation == "nmod" else None
        if case is None or words[case].text != "of" or time.text.lower() not in TIMES or not word.head < case or not time.relation.startswith("obl"):
            continue
        deed = child_of(words, time.head, ("obj",))
        if deed is not None and deed < word.head and child_of(words, deed, ("nmod",)) is None:
            mended[index] = replace(word, head=deed)
    return tuple(mended)


def mend_case(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a preposition on the noun behind it, and not on the one before: "a row [following] the [downing] of a drone"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.relation != "case" or word.head >= index or word.text in ("'s", "’s", "'", "’"):
            continue
        behind = [at for at in range(index + 1, len(words)) if words[at].head == word.head and words[at].relation == "nmod"]
        if behind and child_of(words, behind[0], ("case",)) is None:
            mended[index] = replace(word, head=behind[0])
    return tuple(mended)


def mend_said_when(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a time right behind a verb of saying on that verb, and not on what is said: "said this [month] it would leave"."""
    mended = list(words)
    for index, word in enumerate(words):
        verb = words[words[word.head].head] if words[word.head].relation == "ccomp" else None
        said = words[word.head].head
        if verb is None or word.relation not in ("obl:unmarked", "obl:tmod", "obl") or verb.lemma not in SAYING or not said < index < word.head:
            continue
        own = {at for at in range(said + 1, index + 1) if at == index or words[at].head == index}
        if own == set(range(said + 1, index + 1)) and any(w.head == word.head and w.relation.startswith("nsubj") and at > index for at, w in enumerate(words)):
            mended[index] = replace(word, head=said)
    return tuple(mended)


def mend_bound_to(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a gerund on the noun that it belongs to: "reaffirmed its commitment to [helping] Peru", "paid attention to [building] ties"."""
    mended = list(words)
    for index, word in enumerate(words[2:], 2):
        noun = words[index - 2]
        bound = word.relation == "advcl" and word.text.endswith("ing") and words[index - 1].text == "to" and words[index - 1].head == index
        if bound and noun.lemma in BOUND and noun.head == word.head and word.head < index - 2:
            mended[index] = replace(word, relation="acl", head=index - 2)
    return tuple(mended)


def mend_what_is_held(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with the subject of what is said on its verb, and not on that of saying: "[Name] said [talks] would be held"."""
    mended = list(words)
    for index, word in enumerate(words):
        verb = words[word.head]
        heard = ("nsubj",) if verb.lemma in ("tell", "warn") else ("nsubj", "obj")
        if verb.lemma not in SAYING or word.relation not in heard or word.head > index or word.pos not in ("NOUN", "PROPN"):
            continue
        said = child_of(words, word.head, ("ccomp",))
        first = child_of(words, word.head, ("nsubj",))
        if said is None or said < index or first is None or first > word.head:
            continue
        if child_of(words, said, ("aux", "cop")) is not None and child_of(words, said, ("nsubj", "nsubj:pass")) is None:
            passive = child_of(words, said, ("aux:pass",)) is not None
            mended[index] = replace(word, relation="nsubj:pass" if passive else "nsubj", head=said)
    return tuple(mended)


def mend_hearer(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with who is told on the verb of telling, and what he is told beside him: "told the [paper] the port would [close]"."""
    mended = list(words)
    for index, word in enumerate(words):
        said = words[word.head]
        verb = said.head
        told = said.relation == "ccomp" and words[verb].lemma in HEARD and verb < index < word.head and word.relation in ("obj", "iobj")
        first = child_of(words, word.head, ("nsubj", "nsubj:pass")) if told else None
        if first is not None and index < first and child_of(words, verb, ("obj", "iobj")) is None:
            mended[index] = replace(word, head=verb)
        if word.relation == "acl:relcl" and said.relation in ("obj", "iobj") and words[verb].lemma in HEARD and child_of(words, verb, ("ccomp",)) is None:
            subject = child_of(words, index, ("nsubj", "nsubj:pass"))
            named = subject is not None and word.head < subject < index and words[subject].pos in ("NOUN", "PROPN")
            if named and child_of(words, index, ("aux", "cop")) is not None:
                mended[index] = replace(word, relation="ccomp", head=verb)
    return tuple(mended)
