"""Where English reported words end and the writer goes on, and what an "according to" within a clause credits."""

from itertools import pairwise

from dragoman.model import Span
from dragoman.read.speech import load_speech
from dragoman.read.words import OPENING, Sentence, Token

ASIDES = ("come", "follow", "mark", "draw", "spark", "prompt", "trigger")
"""Verbs of an aside in which a writer puts what was said into its place (", which came days after …", ", a move that drew …")."""
MOVES = ("move", "step", "decision", "development", "accusation", "claim", "charge", "allegation", "statement", "remark")
DENIALS = frozenset({"deny", "dismiss", "reject", "refute", "dispute"})
"""Verbs by which a writer tells that others do not hold it so (", which Chad denies")."""
NEAR = 5
"""Words within which such a verb follows."""
TURNS = ("as", "but", "while", "whilst", "although", "though")
"""Words behind a comma with which a writer goes on in the present about what was told in the past."""
SHIFTED = frozenset({"had", "was", "were", "would", "could", "did"})
"""Forms by which a report moves the present of the speaker into the past."""
RELATIVES = ("which", "who", "that")


def before_aside(sentence: Sentence, content: Span) -> Span:
    """An English content up to a comma behind which the writer goes on: ", which came after …", ", a move that …", ", claims Chad denies"."""
    words = sentence.tokens if sentence.language == "en" else ()
    for comma in words[:-3]:
        if comma.text == "," and content.covers(comma.span) and _is_aside(sentence, comma.index + 1):
            return Span(content.start, comma.span.start)
    return content


def _is_aside(sentence: Sentence, here: int) -> bool:
    """Whether the writer goes on at a word behind a comma."""
    words = sentence.tokens
    if words[here].lemma.lower() in MOVES and sentence.child(words[here], "acl:relcl", "acl") is not None:
        return True
    if words[here].text.lower() in ("a", "an", "the") and words[here + 1].lemma.lower() in MOVES:
        if words[here].text.lower() != "the" and here + 2 < len(words) and words[here + 2].text.lower() not in ("and", "or", ","):
            return True
        here += 2
    if here + 1 >= len(words) or words[here].text.lower() not in RELATIVES:
        return False
    denied = words[here].text.lower() == "which" and any(word.lemma.lower() in DENIALS for word in words[here + 2 : here + NEAR])
    return denied or words[here + 1].lemma.lower() in ASIDES


def before_absolute(sentence: Sentence, verb: Token, content: Span) -> Span:
    """An English content up to ", with [somebody else] writing that …", whose words are his own."""
    for word in sentence.tokens if sentence.language == "en" else ():
        says = word.text.endswith("ing") and word.index != verb.index and word.lemma.lower() in load_speech("en").verbs
        other = who_with(sentence, word) if says else None
        opens = next((w for w in reversed(sentence.tokens[: other.index]) if w.text == "with"), None) if other is not None else None
        before = sentence.tokens[opens.index - 1] if opens is not None and opens.index else None
        if before is not None and before.text == "," and content.covers(before.span) and content.start < before.span.start:
            return Span(content.start, before.span.start)
    return content


def who_with(sentence: Sentence, verb: Token) -> Token | None:
    """English: whoever does something behind "with" and a comma, wherever the parser hung him: ", with [the envoy] writing that …"."""
    if sentence.language != "en" or not verb.text.endswith("ing"):
        return None
    comma = next((word.index for word in reversed(sentence.tokens[: verb.index]) if word.text == ","), None)
    between = sentence.tokens[comma + 1 : verb.index] if comma is not None else ()
    if not between or between[0].text != "with":
        return None
    return next((word for word in reversed(between) if word.mention is not None or word.relation == "nsubj"), None)


def before_frame_above(sentence: Sentence, verb: Token, content: Span) -> Span:
    """An English content up to the comma before the frame that closes its sentence: "alleged that …, [the ministry said]"."""
    for above in sentence.ancestors(verb) if sentence.language == "en" else ():
        if above.index < verb.index or above.lemma.lower() not in load_speech("en").verbs or not content.covers(above.span):
            continue
        subject = sentence.child(above, "nsubj")
        first = sentence.span_of(subject).start if subject is not None and subject.index < above.index else above.span.start
        comma = next((word for word in reversed(sentence.tokens) if word.span.stop <= first), None)
        if comma is not None and comma.text == "," and comma.span.start > content.start:
            return Span(content.start, comma.span.start)
    return content


def before_present(sentence: Sentence, verb: Token, content: Span) -> Span:
    """A content told in the past up to a comma and "as" or "but" with the writer's present behind it ("said it would …, but flights are still …")."""
    inside = [word for word in sentence.tokens if content.covers(word.span)]
    if sentence.language != "en" or not verb.has("Tense=Past") or any(word.text in OPENING for word in inside):
        return content
    first = next((word for word in inside if word.has("VerbForm=Fin")), None)
    if first is None or first.text.lower() not in SHIFTED:
        return content
    for comma, turn in pairwise(inside):
        finite = next((word for word in inside if word.index > turn.index and word.has("VerbForm=Fin")), None)
        told = finite is not None and finite.has("Tense=Pres") and sentence.tokens[turn.index + 1].pos != "PRON"
        if comma.text == "," and turn.text.lower() in TURNS and turn.index > first.index and told:
            return Span(content.start, comma.span.start)
    return content


def told_of_antecedent(sentence: Sentence, credit: Token, behind: int) -> Span | None:
    """The rest of a relative clause in which "according to X" stands, which alone X tells: "a treaty which, according to Chad, [is void]"."""
    before = sentence.tokens[max(0, credit.index - 2) : credit.index]
    relative = next((word for word in before if word.text.lower() in RELATIVES), None) if sentence.language == "en" else None
    if relative is None or any(word is not relative and word.text != "," for word in before):
        return None
    clause = next((above for above in sentence.ancestors(relative) if above.relation == "acl:relcl"), None)
    stop = sentence.span_of(clause).stop if clause is not None else sentence.span.stop
    rest = next((word.span.start for word in sentence.tokens if word.span.start >= behind and word.text != ","), stop)
    return Span(rest, stop) if rest < stop else None
