"""The period of a figure: the time within its clause that is nearest to the number and no base of a comparison."""

from dragoman.model import Span, When
from dragoman.read.counts import REACH
from dragoman.read.measures import PREDICATES, Measured, load_measures
from dragoman.read.page import Page, TimeMention
from dragoman.read.timing import find_when
from dragoman.read.words import Sentence, Token

BESIDE = 12
"""Code points between a number and a time that dates it whatever the tree says."""
CLOSE = 4
"""Code points between a number and its year ("2.6 billion in 2011")."""
BEHIND = 60
"""How many code points before a time the words of a comparison may begin."""


def find_period(page: Page, sentence: Sentence, anchor: Token, measured: Measured, spot: Span) -> When | None:
    """The period of a figure: that of the noun it measures, else a time within its clause, the nearest to the number; else as for any act."""
    told = [t for t in page.times if sentence.span.covers(t.span) and t.when is not None and not t.duration]
    inside = [t for t in told if not _is_base(page, sentence, t, spot)]
    clause = sentence.span_of(anchor, without=frozenset({"ccomp", "parataxis"}))
    within = [t for t in inside if clause.covers(t.span)]
    own = [t for t in within if _is_of_noun(sentence, t, measured)]
    if own:
        return min(own, key=lambda t: _distance(t.span, spot)).when
    near = [t for t in within if not _in_other_clause(sentence, t, anchor)] or [t for t in within if _distance(t.span, spot) < REACH]
    near = [t for t in near if not _in_relative(sentence, t) or anchor.relation == "acl:relcl" or _distance(t.span, spot) < BESIDE]
    if near:
        return min(near, key=lambda t: _distance(t.span, spot)).when
    when = find_when(sentence, anchor, inside, page.today).when
    if when is not None and when.text:
        return when
    if anchor.relation == "acl:relcl" and sentence.language == "en":
        return when  # "was 12 million in 2008, which rose to": the year of the first is not that of the second
    plain = [t for t in inside if t.when is not None and t.when.bound == "at" and t.anchor != "base" and not _in_relative(sentence, t)]
    standing = [t for t in plain if ";" not in page.document.text[min(t.span.start, spot.start) : max(t.span.stop, spot.stop)]]
    return min(standing, key=lambda t: _distance(t.span, spot)).when if standing else when


def _is_base(page: Page, sentence: Sentence, time: TimeMention, spot: Span) -> bool:
    """Whether a time is only what a figure is compared with: "up 30 per cent on [2003]", "compared to [March 2020]", "up from 5 million in [2002]"."""
    markers = load_measures(sentence.language).markers
    before = page.document.text[max(sentence.span.start, time.span.start - BEHIND) : time.span.start]
    if "base" in markers and markers["base"].search(before) is not None:
        return True
    beside = next((q for q in page.quantities if 0 <= time.span.start - q.span.stop <= CLOSE), None)
    ahead = page.document.text[max(sentence.span.start, beside.span.start - BEHIND) : beside.span.start] if beside is not None else ""
    return beside is not None and beside.span != spot and markers["from"].search(ahead) is not None


def _is_of_noun(sentence: Sentence, time: TimeMention, measured: Measured) -> bool:
    """Whether a time hangs on the noun that is measured: "trade in [2014] was"."""
    noun = measured.noun
    words = sentence.within(time.span) if noun is not None and noun in sentence.tokens else ()
    for word in (words[0], *sentence.ancestors(words[0])) if words else ():
        if noun is not None and word.index == noun.index:
            return True
        if word.pos in PREDICATES:
            return False
    return False


def _distance(left: Span, right: Span) -> int:
    return max(left.start - right.stop, right.start - left.stop, 0)


def _in_relative(sentence: Sentence, time: TimeMention) -> bool:
    """English: whether a time stands in a relative clause, and so tells of one noun: "refugees, most of whom fled in [2017]"."""
    words = sentence.within(time.span)
    above = (words[0], *sentence.ancestors(words[0])) if words else ()
    return sentence.language == "en" and any(word.relation == "acl:relcl" for word in above)


def _in_other_clause(sentence: Sentence, time: TimeMention, anchor: Token) -> bool:
    """Whether a time belongs to a clause below the one of the figure."""
    words = sentence.within(time.span)
    for word in (words[0], *sentence.ancestors(words[0])) if words else ():
        if word.index == anchor.index:
            return False
        if word.pos in PREDICATES and word.base_relation in ("advcl", "acl", "ccomp", "conj", "parataxis"):
            return True
    return False
