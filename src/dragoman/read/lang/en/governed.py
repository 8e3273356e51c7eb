"""Trees mended where what a word is known to govern, or the lexicon, tells on which of two words another one hangs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lemminflect import getAllLemmas

from dragoman.read.lang.en.attachments import PARTICLES, PERSON, STATE, TIMES, child_of
from dragoman.read.lang.en.joins import DAYS
from dragoman.read.lang.ports import Word

BURDENS = frozenset({"tariff", "restriction", "ban", "sanction", "embargo", "duty", "quota", "tax", "curb", "limit", "levy", "toll", "moratorium", "cap"})
"""What lies on something."""
DOING = frozenset({"rule", "consider", "stop", "begin", "start", "continue", "avoid", "deny", "admit", "suggest", "propose", "recommend", "resume", "cease"})
"""Verbs whose object is a deed in "-ing"."""
GOING = frozenset({"sail", "walk", "go", "run", "fall", "come", "drive", "fly", "travel", "march", "climb", "slide", "get", "step", "drift", "sink"})
"""Verbs behind which "off", "up" or "down" tells a way or a place."""
PHRASAL = frozenset(
    {("break", "off"), ("cut", "off"), ("call", "off"), ("put", "off"), ("seal", "off"), ("set", "up"), ("take", "up"), ("step", "up"), ("give", "up")}
    | {("draw", "up"), ("shut", "down"), ("scale", "down"), ("scale", "back"), ("cut", "back"), ("carry", "out"), ("rule", "out"), ("pull", "out")}
)
"""Verbs that are one with their particle also before a bare noun: "broke off relations"."""
WATERS = frozenset({"coast", "shore", "island", "water", "port", "harbour", "harbor", "reef", "cape", "peninsula", "road", "street", "river", "hill", "course"})
TIES = frozenset({"tie", "ties", "relation", "relations", "link", "contact"})
TYING = {"severs": "sever", "cuts": "cut", "breaks": "break", "restores": "restore", "resumes": "resume", "ends": "end", "suspends": "suspend"}
"""Verbs of headlines that have ties as their object."""
COUNTING = frozenset({"expel", "deport", "kill", "arrest", "detain", "recall", "wound", "injure", "evacuate", "free", "release", "send", "deploy", "evict"})
"""Verbs behind which "over" before a number only says how many."""
BOUNDS = frozenset({"over", "about", "around"})
TOLD_OF = frozenset({"over", "about", "despite", "due", "of"})
"""Prepositions before somebody and what he does."""
DETERMINERS = frozenset({"a", "an", "the", "all", "its", "their", "his", "her", "some", "any", "several", "many", "two", "three"})


def mend_worth(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a thing on its verb and not on what it is worth: "provide [loans] worth 100 million euros"."""
    mended = list(words)
    for index, word in enumerate(words[:-1]):
        if word.head == index + 1 and words[index + 1].text == "worth" and word.pos == "NOUN":
            value = words[words[index + 1].head]
            mended[index] = replace(word, head=value.head, relation=value.relation)
    return tuple(mended)


def mend_joined_subject(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a name on the verb behind it, whose "and" stands before it: "cut ties with [Name], and [Name] followed suit"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.relation != "conj" or word.pos != "PROPN" or word.head > index:
            continue
        verb = next((at for at in range(index + 1, len(words)) if words[at].relation == "conj" and words[at].pos == "VERB"), None)
        if verb is None or child_of(words, verb, ("nsubj", "nsubj:pass")) is not None:
            continue
        joint = child_of(words, verb, ("cc",))
        if joint == index - 1 and words[word.head].head != verb and {"VerbForm=Fin", "Tense=Past"} & words[verb].features:
            mended[index] = replace(word, relation="nsubj", head=verb)
    return tuple(mended)


def mend_pair(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with both of two states on the noun that is theirs: "the [Name]-[Name] consultation"."""
    mended = list(words)
    for index, word in enumerate(words[:-2]):
        other = words[index + 2]
        if word.text == other.text == STATE and words[index + 1].text in ("-", "–", "—") and word.head == index + 2 and other.relation == "compound":
            mended[index] = replace(word, relation="compound", head=other.head)
    return tuple(mended)


def mend_each_other(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with "each other's" as whose a thing is: "expelled each other's envoys"."""
    mended = list(words)
    for index, word in enumerate(words[:-2]):
        other, mark = words[index + 1], words[index + 2]
        if word.text.lower() == "each" and other.text == "other" and mark.text in ("'s", "’s"):
            mended[index + 1] = replace(other, relation="nmod:poss")
            mended[index + 2] = replace(mark, relation="case", head=index + 1)
    return tuple(mended)


def mend_gerund(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a deed as the object of its verb: "ruled out [expelling] the envoy"."""
    mended = list(words)
    for index, word in enumerate(words):
        above = words[word.head]
        if word.relation != "advcl" or not word.text.endswith("ing") or above.lemma not in DOING:
            continue
        near = word.head < index and all(words[at].head == word.head for at in range(word.head + 1, index))
        if near and child_of(words, index, ("mark", "nsubj")) is None and words[index - 1].text != ",":
            mended[index] = replace(word, relation="xcomp")
    return tuple(mended)


def mend_burden(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with that on which a burden lies beside the burden: "lifted restrictions on [wine]"."""
    mended = list(words)
    for index, word in enumerate(words):
        case = child_of(words, index, ("case",)) if word.relation == "obl" and word.pos in ("NOUN", "PROPN") else None
        if case is None or words[case].lemma != "on" or word.text in DAYS or word.lemma.lower() in TIMES:
            continue
        thing = words[case - 1]
        if thing.lemma in BURDENS and thing.head == word.head and thing.relation in ("obj", "nsubj:pass"):
            mended[index] = replace(word, relation="nmod", head=case - 1)
    return tuple(mended)


def mend_span(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with how long after something a deed was on the deed: "recalled its envoy two [days] after [Name] closed the port"."""
    mended = list(words)
    for index, word in enumerate(words[:-1]):
        later = words[word.head]
        before = words[index + 1]
        if word.relation == "obl:unmarked" and before.relation == "mark" and before.head == word.head > index and later.relation == "advcl":
            mended[index] = replace(word, head=later.head)
    return tuple(mended)


def mend_no_verb(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a plural as the noun that it is: "an embassy in [Name] and [consulates] in [Name]", "has [consulates] in [Name]"."""
    mended = list(words)
    for index, word in enumerate(words):
        plural = word.pos == "VERB" and word.text.islower() and word.text.endswith("s")
        if not plural or getAllLemmas(word.text, "VERB") or not getAllLemmas(word.text, "NOUN"):
            continue
        have = child_of(words, index, ("aux",))
        if word.relation != "conj" and (have is None or words[have].lemma != "have"):
            continue
        noun = replace(word, pos="NOUN", lemma=getAllLemmas(word.text, "NOUN")["NOUN"][0], features=frozenset({"Number=Plur"}))
        if word.relation != "conj" and have is not None:
            mended[have] = replace(words[have], pos="VERB", relation=word.relation, head=have if word.head == index else word.head)
            noun = replace(noun, relation="obj", head=have)
        mended[index] = noun
        for at, other in enumerate(words):
            if other.head == index and other.relation == "obl" and at > index:
                mended[at] = replace(other, relation="nmod")
            elif other.head == index and noun.relation == "obj" and other.relation in ("nsubj", "punct", "advmod"):
                mended[at] = replace(other, head=noun.head)
    return tuple(mended)


def mend_firing_off(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a particle on its verb, and the thing behind it as its object: "fired [off] a note", "sealed [off] the border"."""
    mended = list(words)
    for index, noun in _behind_particles(words):
        mended[index] = replace(words[index], relation="compound:prt", head=index - 1)
        mended[noun] = replace(words[noun], relation="obj")
    return tuple(mended)


def _behind_particles(words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Words that may be particles, each with the noun behind it."""
    for index, word in enumerate(words[1:-1], 1):
        verb, noun = words[index - 1], words[word.head]
        if word.relation != "case" or word.lemma not in PARTICLES or verb.pos != "VERB" or verb.lemma in GOING:
            continue
        if words[index + 1].lemma not in DETERMINERS and (verb.lemma, word.lemma) not in PHRASAL:
            continue
        thing = noun.relation == "obl" and noun.head == index - 1 and noun.pos == "NOUN" and noun.lemma not in WATERS
        if thing and child_of(words, index - 1, ("obj",)) is None:
            yield index, word.head


def mend_two_contents(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with the first of a row of subjects on what is said, where it is taken for all that is: "[the embassy], our consulate will reopen, he said"."""
    mended = list(words)
    for index, word in enumerate(words):
        if word.relation != "ccomp" or word.pos not in ("NOUN", "PROPN"):
            continue
        said = next((at for at in range(index + 1, len(words)) if words[at].head == word.head and words[at].relation == "ccomp"), None)
        if said is None or words[said].pos != "VERB" or said > word.head:
            continue
        own = child_of(words, said, ("nsubj", "nsubj:pass"))
        if own is not None and own > index and child_of(words, index, ("cop", "nsubj")) is None:
            mended[index] = replace(word, relation=words[own].relation, head=said)
            mended[own] = replace(words[own], relation="conj", head=index)
    return tuple(mended)


def mend_joined_thing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a second thing beside the first and not beside its verb: "has an embassy in [Name] and [consulates] in [Name]"."""
    mended = list(words)
    for index, word in enumerate(words):
        verb = words[word.head]
        if word.relation != "conj" or word.pos not in ("NOUN", "PROPN") or verb.pos != "VERB" or word.head > index:
            continue
        thing = max((at for at in range(word.head + 1, index) if words[at].head == word.head and words[at].relation == "obj"), default=None)
        if thing is not None and child_of(words, index, ("nsubj", "nsubj:pass", "obj", "cop", "aux", "aux:pass")) is None:
            mended[index] = replace(word, head=thing)
    return tuple(mended)


def mend_reading(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with "read" as a verb behind what is read: "…, a joint statement [read]"."""
    mended = list(words)
    for index, word in enumerate(words):
        paper = child_of(words, index, ("compound",)) if word.text == "read" and word.pos == "NOUN" else None
        if paper is None or paper != index - 1:
            continue
        mended[index] = replace(word, pos="VERB", features=frozenset({"Tense=Past", "VerbForm=Fin"}))
        mended[paper] = replace(words[paper], relation="nsubj")
        for at, other in enumerate(words[:paper]):
            if other.head == index and other.relation in ("det", "amod", "nmod:poss"):
                mended[at] = replace(other, head=paper)
    return tuple(mended)


def mend_year(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a year on the deed before it, and what follows "and" as a deed of its own: "recognised [Name] in [1920] and relations were restored"."""
    for index, word in enumerate(words[:-2]):
        verb = words[word.head].head
        year = word.relation == "nummod" and len(word.text) == 4 and word.text.isdigit() and words[index + 1].text == "and" and word.head > index + 2
        if not year or not words[word.head].relation.startswith("nsubj") or words[verb].relation not in ("ccomp", "conj", "advcl", "parataxis"):
            continue
        top = words[verb].head
        case = child_of(words, word.head, ("case",))
        if top > index or words[top].pos != "VERB" or case != index - 1:
            continue
        mended = list(words)
        mended[index] = replace(word, relation="obl", head=top)
        mended[case] = replace(words[case], head=index)
        mended[index + 1] = replace(words[index + 1], relation="cc", head=verb)
        mended[verb] = replace(words[verb], relation="conj")
        for at in range(index + 2, word.head):
            if words[at].head == index:
                mended[at] = replace(words[at], relation="amod", head=word.head)
        return tuple(mended)
    return words


def mend_titled(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a title on the name behind it, where each is taken for a subject: "its press [secretary] [Name] stated"."""
    mended = list(words)
    for index, (title, name) in enumerate(pairwise(words)):
        if name.text == PERSON and title.head == name.head and title.relation == name.relation and title.relation in ("nsubj", "nsubj:pass"):
            mended[index] = replace(title, relation="nmod:desc", head=index + 1)
    return tuple(mended)


def mend_numbered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a number on the noun behind it, whose subject it cannot be: "and [three] consulates in [Name]"."""
    return tuple(
        replace(word, relation="nummod")
        if word.pos == "NUM" and word.relation == "nsubj" and word.head == index + 1 and words[index + 1].pos in ("NOUN", "PROPN")
        else word
        for index, word in enumerate(words)
    )


def mend_doer(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a deed in "-ing" on whom it is told of: "concern over [Name] [sending] troops", "due to [Name] [supporting] rebels"."""
    mended = list(words)
    for index, word in enumerate(words):
        at = index - 1
        while at > 0 and words[at].pos == "ADV":
            at -= 1
        case = child_of(words, at, ("case",)) if word.relation == "advcl" and word.text.endswith("ing") and words[at].pos == "PROPN" else None
        if case is not None and words[case].lemma in TOLD_OF and words[at].relation in ("nmod", "obl"):
            mended[index] = replace(word, relation="acl", head=at)
    return tuple(mended)


def mend_cut(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with "cut" as the verb of a clause, which looks the same in the past: "came after [Name] [cut] ties with [Name]"."""
    mended = list(words)
    for index, word in enumerate(words[:-1]):
        ties, name = index + 1, index - 1
        compound = word.text.lower() == "cut" and word.relation == "compound" and word.head == ties and words[ties].lemma in TIES
        if not compound or name < 1 or words[name].pos != "PROPN" or words[name].head != ties or words[ties].head == ties:
            continue
        mended[index] = replace(word, pos="VERB", relation="advcl", head=words[ties].head, features=frozenset({"VerbForm=Fin", "Tense=Past"}), lemma="cut")
        mended[ties] = replace(words[ties], relation="obj", head=index)
        mended[name] = replace(words[name], relation="nsubj", head=index)
        for at in range(name):
            if words[at].head == ties:
                mended[at] = replace(words[at], relation="mark" if words[at].relation == "case" else words[at].relation, head=index)
    return tuple(mended)


def mend_ties(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a headline with the verb before "ties", which is no verb itself: "[Name] [severs] ties with [Name]"."""
    for index, (verb, ties) in enumerate(pairwise(words)):
        lemma = TYING.get(verb.text.lower())
        if lemma is None or ties.text.lower() != "ties" or ties.pos != "VERB" or verb.head != index + 1:
            continue
        mended = [replace(word, head=index) if word.head == index + 1 else word for word in words]
        top = index if ties.head == index + 1 else ties.head
        mended[index] = replace(verb, pos="VERB", lemma=lemma, relation=ties.relation, head=top, features=frozenset({"VerbForm=Fin", "Tense=Pres", "Mood=Ind"}))
        mended[index + 1] = replace(ties, pos="NOUN", lemma="tie", relation="obj", head=index, features=frozenset({"Number=Plur"}))
        return tuple(mended)
    return words


def mend_over(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with a counted noun as the object of its verb, where "over" or "about" only says how many: "expelled over 100 [diplomats]"."""
    mended = list(words)
    for index, word in enumerate(words[:-2]):
        case, noun = index + 1, words[index + 1].head
        if word.pos != "VERB" or word.lemma not in COUNTING or words[case].text.lower() not in BOUNDS or words[case].relation != "case":
            continue
        number = child_of(words, noun, ("nummod",)) if words[noun].head == index and words[noun].relation == "obl" else None
        if number is not None and child_of(words, index, ("obj",)) is None:
            mended[case] = replace(words[case], relation="advmod", head=number)
            mended[noun] = replace(words[noun], relation="obj")
    return tuple(mended)


def mend_second_thing(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each of two joined verbs over the object behind it: "ended the [war] and established [relations]"."""
    mended = list(words)
    for index, word in enumerate(words):
        verb = word.head
        if word.relation != "obj" or words[verb].pos != "VERB" or index < verb:
            continue
        first = child_of(words, verb, ("obj",))
        joined = [at for at, w in enumerate(words) if w.head == verb and w.relation == "conj" and w.pos == "VERB" and verb < at < index]
        if first is None or not joined or not first < joined[-1]:
            continue
        if child_of(words, joined[-1], ("obj", "ccomp", "xcomp", "obl", "nsubj:pass")) is None:
            mended[index] = replace(word, head=joined[-1])
    return tuple(mended)


GOVERNED = (
    mend_cut,
    mend_ties,
    mend_over,
    mend_second_thing,
    mend_year,
    mend_no_verb,
    mend_titled,
    mend_numbered,
    mend_doer,
    mend_worth,
    mend_joined_subject,
    mend_pair,
    mend_each_other,
    mend_gerund,
    mend_burden,
    mend_span,
    mend_joined_thing,
    mend_reading,
    mend_firing_off,
    mend_two_contents,
)
"""In the order in which they are put right."""
