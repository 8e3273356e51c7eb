"""Contents: the stretch of words that a verb of saying reports, without its frame."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.model import Span
from dragoman.read.actors import marker_of
from dragoman.read.contents_ko import reported_before
from dragoman.read.insertions_ru import parenthesis_of
from dragoman.read.lang.en.noun_phrases import HEARD
from dragoman.read.speech import load_speech
from dragoman.read.tails import before_absolute, before_aside, before_frame_above, before_present, told_of_antecedent
from dragoman.read.words import CLOSING, OPENING, Sentence, Token

SHORTEST = 12
"""Words before a frame that are fewer characters than this are no content ("However, X said")."""
NEAR = 9
"""Within how many words behind the verb "that" opens what it reports."""
FAR = 16
"""The same where no object stands between: "announced in a message broadcast on Friday that"."""
THAT = ("that", "что", "чтобы")
RIGHT = ("obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "csubj")
CHARGES = ("of", "for", "against", "as")
"""Prepositions that open what somebody is accused of, or described as."""
ASKING = ("call", "urge", "ask", "appeal", "press", "request", "warn", "beg", "implore")
"""Verbs whose infinitive is what somebody is asked to do."""
REFUTING = ("опровергнуть", "опровергать", "отрицать", "отвергнуть", "отвергать")
"""Russian verbs whose object is what is not so: «опровергли обвинения в том, что …»."""
QUOTING_VERBS = ("quote", "cite", "report")
FURTHER = ("adding", "saying", "noting", "vowing", "stating", "stressing", "emphasizing", "emphasising", "claiming", "arguing", "insisting", "explaining")
"""Participles that open a reported clause of their own behind another of the same speaker."""
OPEN = ("stating", "saying", "claiming", "arguing", "insisting", "explaining")
"""Those of them behind whose comma all that follows is reported."""
RESULTS = ("prompting", "sparking", "triggering", "leading", "drawing", "causing", "forcing")
"""Participles with which a writer tells what came of what was said."""
REMARKS = ("reserving", "marking", "signalling", "signaling", "citing", "prompting", "sparking", *FURTHER)
"""Participles behind a comma with which a writer comments on what was said."""
BUT = ("but", "while", "whilst", "whereas", "although", "но", "а", "однако")
"""Words behind a comma that may open the words of somebody else."""


def content_span(sentence: Sentence, verb: Token, subject: Token) -> Span:
    """The words that a frame reports, without those of a second verb joined to its own."""
    if (
        sentence.language == "en"
        and verb.text in OPEN
        and _opened_by_that(sentence, verb) is None
        and verb.base_relation == "advcl"
        and sentence.tokens[verb.index - 1].text == ","
    ):
        return _before_other(sentence, Span(verb.span.stop, sentence.span.stop))
    parenthesis = _beside_as(sentence, verb)
    if parenthesis is not None:
        return parenthesis
    if parenthesis_of(sentence, verb) is not None:
        return sentence.span
    if _tells_of_another(sentence, verb):
        return Span(verb.span.stop, verb.span.stop)
    content = _before_main(sentence, verb, _content_of(sentence, verb, subject))
    if content.start < verb.span.start and _tells_when(sentence, verb):
        content = _behind_verb(sentence, verb)
    first = next((word for word in sentence.tokens if content.covers(word.span) and word.text != ":"), None)
    if sentence.language == "en" and first is not None and first.text in OPENING and content.start >= verb.span.stop:
        content = _up_to_result(sentence, content)
    content = before_absolute(sentence, verb, before_frame_above(sentence, verb, content))
    behind = content.start >= verb.span.stop
    return _before_joined(sentence, verb, before_present(sentence, verb, before_aside(sentence, content)) if behind else content)


def _content_of(sentence: Sentence, verb: Token, subject: Token) -> Span:
    """The words that a frame reports: after "that" or a mark, its clause, else what stands before a closing frame, else what follows."""
    if sentence.language == "ko" or _stands_in_paper(sentence, verb):
        return _beside_paper(sentence, verb) if sentence.language == "ru" else reported_before(sentence, verb, subject)
    if verb.lemma.lower() in ("accord", *load_speech(sentence.language).credits):
        behind = sentence.span_of(subject).stop
        late = len(sentence.tokens) // 2 if sentence.language == "ru" else SHORTEST // 4
        plain = Span(sentence.span.start, verb.span.start) if verb.index > late else Span(behind, sentence.span.stop)
        return told_of_antecedent(sentence, verb, behind) or plain
    if verb.pos == "NOUN" and subject.relation == "nmod:poss" and subject.head == verb.index:
        return Span(verb.span.stop, max(sentence.span_of(verb).stop, verb.span.stop + 1))
    start = min(verb.span.start, sentence.span_of(subject, without=frozenset({"acl:relcl", "parataxis", "ccomp"})).start)
    quoting = sentence.head(verb)
    if sentence.language == "en" and quoting is not None and quoting.lemma.lower() in QUOTING_VERBS and _closes_what_is_said(sentence, quoting):
        start = min(start, sentence.span_of(quoting, without=frozenset({"ccomp", "parataxis", "punct"})).start)  # "…, the agency quoted the envoy as saying"
    long_before = start - sentence.span.start > SHORTEST and not _opens_against(sentence, verb)
    opened = _opened_by_that(sentence, verb)
    inverted = sentence.language == "en" and subject.index > verb.index and sentence.tokens[verb.index - 1].text == ","
    if opened is not None:
        charge = sentence.child(verb, "obj") if sentence.language == "ru" and verb.lemma.lower() in REFUTING else None
        first = charge if charge is not None and verb.index < charge.index < opened.index else opened
        return _before_other(sentence, Span(first.span.start, _stop_of(sentence, verb, opened)))
    if long_before and (inverted or _closes_quotation(sentence, start) or _is_enclosed(sentence, verb, start)):
        return Span(sentence.span.start, start)
    clauses = list(sentence.children(verb, "ccomp", "xcomp"))
    clause = next((c for c in clauses if c.index > verb.index), clauses[0] if clauses else None)
    aside = verb.relation == "parataxis" and (sentence.language != "en" or not _reports_behind(sentence, verb))
    if (aside or (clause is not None and clause.span.start < start)) and long_before:
        return Span(sentence.span.start, start)
    if verb.relation == "parataxis" and sentence.span_of(subject).stop < sentence.span.stop:
        return Span(max(verb.span.stop, sentence.span_of(subject).stop), sentence.span.stop)
    raised = clause is not None and clause.base_relation == "xcomp" and bool(_torn_from(sentence, verb, clause))
    if clause is not None and clause.span.start > verb.span.start and (clause.base_relation == "ccomp" or raised):
        opens = min([sentence.span_of(clause).start, *(sentence.span_of(thing).start for thing in _torn_from(sentence, verb, clause))])
        return _before_other(sentence, Span(max(verb.span.stop, opens), _with_torn_end(sentence, verb, sentence.span_of(clause).stop)))
    if any(word.text in OPENING for word in sentence.tokens[verb.index + 1 : verb.index + 3]):
        return Span(verb.span.stop, sentence.span.stop)
    return _without_clause(sentence, verb, start)


def _closes_what_is_said(sentence: Sentence, quoting: Token) -> bool:
    """Whether a verb of quoting stands behind what it quotes."""
    before = sentence.child(quoting, "ccomp", "parataxis")
    return quoting.relation == "parataxis" or (before is not None and before.index < quoting.index)


def _tells_of_another(sentence: Sentence, verb: Token) -> bool:
    """English: whether a pronoun before the verb, for somebody outside, is the subject of what is said ("a minister whom she insists is innocent")."""
    clause = sentence.child(verb, "ccomp") if sentence.language == "en" and verb.relation == "acl:relcl" else None
    subject = sentence.child(clause, "nsubj", "nsubj:pass") if clause is not None else None
    return subject is not None and subject.pos == "PRON" and subject.index < verb.index


def _before_main(sentence: Sentence, verb: Token, content: Span) -> Span:
    """English: a content of an opening clause up to the comma before the main one ("After stressing that …, the minister said")."""
    head = sentence.head(verb)
    if sentence.language != "en" or verb.base_relation != "advcl" or head is None or head.index < verb.index:
        return content
    first = min((child.index for child in sentence.children(head, "nsubj") if child.index > verb.index), default=head.index)
    comma = next((word for word in reversed(sentence.tokens[:first]) if word.text == ","), None)
    return Span(content.start, comma.span.start) if comma is not None and content.start < comma.span.start < content.stop else content


def _beside_as(sentence: Sentence, verb: Token) -> Span | None:
    """English: all but a clause with "as" that only says who says so: "As the minister told reporters, [the port is open]"."""
    head, mark = sentence.head(verb), sentence.child(verb, "mark")
    if sentence.language != "en" or verb.base_relation != "advcl" or head is None or mark is None or mark.text.lower() != "as":
        return None
    told = sentence.child(verb, "obj", "iobj") is None or verb.lemma.lower() in HEARD
    if not told or sentence.child(verb, "ccomp", "xcomp") is not None or head.index < verb.index or mark.index > 0:
        return None
    comma = next((word for word in sentence.tokens[verb.index :] if word.text == "," and word.index < head.index), None)
    return Span(comma.span.stop, sentence.span.stop) if comma is not None else None


def _opens_against(sentence: Sentence, verb: Token) -> bool:
    """English: whether "while" or "but" opens a frame, so that what stands before it are the words of somebody else."""
    marks = sentence.children(verb, "mark", "cc") if sentence.language == "en" and sentence.child(verb, "ccomp") is not None else ()
    return any(mark.lemma.lower() in BUT for mark in marks)


def _tells_when(sentence: Sentence, verb: Token) -> bool:
    """English: whether a frame stands in a clause that tells after or when the main one was ("protested after the envoy warned in a speech: …")."""
    mark = sentence.child(verb, "mark", "advmod") if sentence.language == "en" and verb.base_relation == "advcl" and verb.index > verb.head else None
    return mark is not None and mark.text.lower() in ("after", "before", "since", "when", "because", "until", "once")


def _behind_verb(sentence: Sentence, verb: Token) -> Span:
    """The quoted words behind a verb, else its own clause."""
    opening = next((word for word in sentence.tokens[verb.index + 1 :] if word.text in OPENING), None)
    return Span(opening.span.start, sentence.span.stop) if opening is not None else Span(verb.span.stop, max(sentence.span_of(verb).stop, verb.span.stop))


def _up_to_result(sentence: Sentence, content: Span) -> Span:
    """Quoted words up to the closing mark behind which is told what came of them or where they were said: "“…,” prompting the decision"."""
    for mark, word in pairwise(sentence.tokens):
        closes = mark.text in CLOSING and content.covers(word.span) and mark.span.start > content.start + 1
        ended = closes and sentence.tokens[mark.index - 1].text in (",", ".")
        placed = ended and word.pos == "ADP" and not any(w.pos in ("VERB", "AUX") for w in sentence.tokens[word.index :])
        if closes and (word.text in RESULTS or placed):
            return Span(content.start, mark.span.stop)
    return content


def _reports_behind(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb of saying has its own object behind it, so that what stands before it is no content."""
    thing = sentence.child(verb, "obj")
    return thing is not None and thing.index > verb.index and thing.text[:1] not in OPENING


def _is_enclosed(sentence: Sentence, verb: Token, start: int) -> bool:
    """English: whether a frame stands between two commas ("…, the minister has said, possibly …"): what it reports stands before it."""
    if sentence.language != "en" or verb.index + 1 >= len(sentence.tokens):
        return False
    before = [word for word in sentence.tokens[: verb.index] if word.span.stop <= start]
    opens = bool(before) and before[-1].text == ","
    return opens and sentence.tokens[verb.index + 1].text == "," and sentence.child(verb, "obj", "ccomp") is None


def _torn_from(sentence: Sentence, verb: Token, clause: Token) -> list[Token]:
    """English: the subject of a reported clause that the parser took for the object of "said" ("said [the border] with Chile would open")."""
    if sentence.language != "en" or (clause.base_relation == "ccomp" and verb.lemma.lower() in HEARD):
        return []
    torn = {"say": ("obj", "iobj"), "claim": ("iobj",)}.get(verb.lemma.lower(), RIGHT)
    return [child for child in sentence.children(verb, *torn) if verb.index < child.index < clause.index]


def _with_torn_end(sentence: Sentence, verb: Token, stop: int) -> int:
    """English: where a reported clause ends with the objects right behind it that the parser hung on the verb of saying ("said Chad was breaking [ties …]")."""
    for child in sentence.children(verb, "xcomp", "obj", "ccomp") if sentence.language == "en" else ():
        span = sentence.span_of(child)
        between = [word for word in sentence.tokens if stop <= word.span.start < span.start]
        if child.index > verb.index and span.stop > stop and not between and child.span.start >= stop:
            stop = span.stop
    return stop


def _stands_in_paper(sentence: Sentence, verb: Token) -> bool:
    """Whether a Russian verb tells what stands in a paper ("говорится в заявлении")."""
    speech = load_speech(sentence.language)
    return (
        verb.lemma.lower() in speech.written
        and sentence.child(verb, "nsubj") is None
        and any(child.lemma.lower() in speech.papers for child in sentence.children(verb, "obl", "nmod"))
    )


def _beside_paper(sentence: Sentence, verb: Token) -> Span:
    """What stands in a paper: before the verb where it closes the sentence, behind the paper and its comma where it opens it."""
    opened = _opened_by_that(sentence, verb)
    if opened is not None:
        return Span(opened.span.start, sentence.span.stop)
    paper = next(c for c in sentence.children(verb, "obl", "nmod") if c.lemma.lower() in load_speech(sentence.language).papers)
    stop = max(sentence.span_of(paper, without=frozenset({"acl:relcl", "acl", "parataxis", "conj"})).stop, verb.span.stop)
    start = min(verb.span.start, paper.span.start)
    if start - sentence.span.start > SHORTEST:
        return Span(sentence.span.start, start)
    return Span(stop, sentence.span.stop) if stop < sentence.span.stop else Span(sentence.span.start, start)


def _before_joined(sentence: Sentence, verb: Token, content: Span) -> Span:
    """A content up to another verb of the same speaker that is joined to the first ("condemned the raid and said …", «заявил о … и потребовал …»)."""
    speech = load_speech(sentence.language)
    for other in sentence.children(verb, "conj") if sentence.language in ("en", "ru") else ():
        start = sentence.span_of(other).start
        if (
            other.pos == "VERB"
            and other.lemma.lower() in speech.verbs
            and content.start < start < content.stop
            and sentence.child(other, "nsubj") is None
            and (sentence.child(other, "ccomp") or sentence.language == "ru")
        ):
            before = [word for word in sentence.tokens[: other.index] if word.span.start < start and word.text not in (",", "and", "и", "а", "также")]
            return Span(content.start, before[-1].span.stop)
    return content


def _without_clause(sentence: Sentence, verb: Token, start: int) -> Span:
    """What a frame reports that opens no clause: its object with what belongs to it, or the words before it."""
    things = [child for child in sentence.children(verb, *RIGHT) if child.index > verb.index and not _is_medium(sentence, verb, child)]
    thing = next((child for child in things if child.base_relation in ("obj", "obl", "xcomp")), None)
    comma = not _speaks_of(sentence, verb, things) and any(
        word.text in CLOSING or word.text == "," for word in sentence.tokens if start - 2 <= word.span.start < start
    )
    opens = thing is not None and thing.base_relation == "xcomp" and thing.has("VerbForm=Inf")
    opens = opens or _speaks_of(sentence, verb, things)
    closing = thing is None or comma or (verb.span.start - sentence.span.start > 0.6 * len(sentence.span) and not opens)
    if closing and start - sentence.span.start > SHORTEST and sentence.child(verb, "obj") is None:
        return Span(sentence.span.start, start)
    if thing is not None:
        told = [child for child in things if child.base_relation != "advcl" or _is_told(sentence, verb, child)]
        spans = [sentence.span_of(child, without=frozenset({"parataxis"})) for child in told]
        return Span(max(verb.span.stop, sentence.span_of(thing).start), _with_purpose(sentence, max(span.stop for span in spans)))
    return Span(verb.span.stop, sentence.span.stop)


def _with_purpose(sentence: Sentence, stop: int) -> int:
    """English: where an object ends with the infinitive right behind it ("regret over the need [to close the border]")."""
    after = [word for word in sentence.tokens if word.span.start >= stop][:2]
    if sentence.language != "en" or len(after) < 2 or after[0].text != "to" or not after[1].has("VerbForm=Inf"):  # noqa: PLR2004, RUF100
        return stop
    return max(stop, sentence.span_of(after[1]).stop)


def _speaks_of(sentence: Sentence, verb: Token, things: Sequence[Token]) -> bool:
    """English: whether somebody speaks "of" what stands behind."""
    about = any(marker_of(sentence, child) in ("of", "about") for child in things)
    return about and sentence.language == "en" and verb.lemma.lower() in load_speech("en").needs_topic


def _is_told(sentence: Sentence, verb: Token, clause: Token) -> bool:
    """Whether a clause without a subject is what somebody is accused of, thanked for, or asked to do ("called on Chad to withdraw")."""
    if verb.lemma.lower() in ASKING and clause.has("VerbForm=Inf") and sentence.language == "en":
        return True
    return any(child.lemma.lower() in CHARGES for child in sentence.children(clause, "mark", "case"))


def _is_medium(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether a phrase only names in what something was said, and not what is welcomed or condemned."""
    speech = load_speech(sentence.language)
    judged = token.base_relation == "obj" and verb.lemma.lower() in speech.loaded
    return token.lemma.lower() in speech.media and not judged


def _opened_by_that(sentence: Sentence, verb: Token) -> Token | None:
    """The "that" behind the verb, with no other verb between; in English far behind it where no object stands between."""
    hearer = sentence.child(verb, "obj", "iobj")
    near = FAR if sentence.language == "en" and (hearer is None or verb.lemma.lower() in HEARD) else NEAR
    for word in sentence.tokens[verb.index + 1 : verb.index + 1 + near]:
        if word.lemma.lower() in THAT and word.pos in ("SCONJ", "PRON", "CCONJ", "DET"):
            after = sentence.tokens[word.index + 1] if word.index + 1 < len(sentence.tokens) else None
            heard = (*load_speech("en").press, *load_speech("en").occasions)
            told = sentence.language == "en" and sentence.tokens[word.index - 1].lemma.lower() in heard
            if sentence.tokens[word.head].relation == "acl:relcl" and word.pos == "PRON":
                return word if told else None
            return word if word.pos != "DET" or (after is not None and after.pos in ("PROPN", "PRON")) else None
        if word.pos in ("VERB", "AUX") or word.text in ".;:":
            return None
    return None


def _stop_of(sentence: Sentence, verb: Token, that: Token) -> int:
    """Where a reported clause ends: before a comma with another frame, else at the end of the sentence."""
    speech = load_speech(sentence.language)
    tail: Sequence[Token] = [w for w in sentence.tokens[that.index + 2 :] if w.lemma.lower() in speech.verbs and w.relation == "parataxis"]
    for other in tail:
        comma = next((w for w in reversed(sentence.tokens[: other.index]) if w.text == ","), None)
        if comma is not None and comma.index > that.index and other.index > verb.index:
            return comma.span.start
    plain = [w for w in sentence.tokens[that.index + 1 :] if w.text == '"']
    closing = {w.index for w in plain[1::2]} | {w.index for w in sentence.tokens if w.text in CLOSING and w.text != '"'}
    mark = next((w for w in sentence.tokens[that.index + 2 :] if w.index in closing), None)
    if mark is None:
        return sentence.span.stop
    further = next((w.index for w in sentence.tokens[mark.index + 1 :] if w.text in OPENING), len(sentence.tokens))
    behind = sentence.tokens[mark.index + 1 : further]
    said = next((w for w in behind if w.lemma.lower() in speech.verbs and w.pos == "VERB" and w.relation != "acl:relcl"), None)
    if said is None:
        return sentence.span.stop
    comma = next((w for w in reversed(sentence.tokens[mark.index + 1 : said.index]) if w.text == ","), None)
    goes_on = sentence.language == "en" and comma is not None and any(w.pos in ("VERB", "AUX") for w in sentence.tokens[mark.index + 1 : comma.index])
    return comma.span.start if goes_on and comma is not None else mark.span.start


def _before_other(sentence: Sentence, content: Span) -> Span:
    """A content up to a comma and "but", behind which somebody else speaks, or a participle with which the writer comments."""
    speech = load_speech(sentence.language)
    for word in sentence.tokens[1:]:
        if word.text in REMARKS and content.covers(word.span) and sentence.tokens[word.index - 1].text == "," and word.span.start > content.start:
            content = Span(content.start, sentence.tokens[word.index - 1].span.start)
            break
    content = _before_credit(sentence, before_aside(sentence, content))
    for word in sentence.tokens[1:]:
        comma = sentence.tokens[word.index - 1].text == ","
        if word.lemma.lower() not in BUT or not content.covers(word.span) or not (comma or word.text in ("while", "whilst", "whereas")):
            continue
        rest = [w for w in sentence.tokens[word.index :] if w.span.stop <= content.stop]
        if any(w.pos == "VERB" and w.lemma.lower() in speech.verbs and _has_own_subject(sentence, w) for w in rest):
            return Span(content.start, sentence.tokens[word.index - 1].span.start if comma else word.span.start)
    return content


def _has_own_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody who is named, and no pronoun for the first speaker, is the subject of a verb."""
    subject = sentence.child(verb, "nsubj")
    return subject is not None and (sentence.language != "en" or subject.pos != "PRON")


def _before_credit(sentence: Sentence, content: Span) -> Span:
    """A content up to a comma and "according to", which credits the whole to somebody."""
    for comma, word in pairwise(sentence.tokens):
        if comma.text == "," and word.text == "according" and content.covers(comma.span):
            return Span(content.start, comma.span.start)
    return content


def _closes_quotation(sentence: Sentence, start: int) -> bool:
    """Whether a closing mark, or a comma within it, stands right before the frame."""
    before = [word for word in sentence.tokens if word.span.stop <= start][-2:]
    return any(word.text in CLOSING or word.text[-1:] in CLOSING for word in before)
