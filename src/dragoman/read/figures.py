"""Figures: what a number says about the relation of states, and trends that no number tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

import msgspec

from dragoman.model import Actor, Change, Evidence, Figure, Measure, Modality, Span
from dragoman.read.clauses import case_of
from dragoman.read.counts import REACH, Counted, count_number, find_predicate, group_clauses, inherit_measure, matches, quantities_of
from dragoman.read.measures import (
    PEOPLE,
    PREDICATES,
    Measured,
    Measures,
    find_trend,
    fits_unit,
    load_measures,
    named_by,
    subjects_of,
)
from dragoman.read.modality import find_mood
from dragoman.read.page import Page, Quantity
from dragoman.read.pair import find_pair
from dragoman.read.periods import CLOSE, find_period
from dragoman.read.setting import claim_span
from dragoman.read.subjects import surface_subjects
from dragoman.read.words import Sentence, Token

OUTSIDE = ("cc", "case", "mark", "det", "punct")
"""Words before a phrase that are no part of what is counted."""
MUTUAL: tuple[Measure, ...] = ("trade_turnover", "duration", "distance")
TRENDS: tuple[Measure, ...] = ("trade_turnover", "exports", "imports", "investment", "debt", "aid", "spending", "travellers", "students")


@dataclass(frozen=True, slots=True)
class Topic:
    """What the sentence before measured, and of whom."""

    measured: Measured
    about: tuple[Actor, ...]


def find_figures(page: Page) -> Iterator[Figure]:
    """The figures of every sentence, in text order; only those about at least one state."""
    topics: dict[int, Topic] = {}
    for sentence in page.sentences:
        measures = load_measures(sentence.language)
        counted = [count_number(page, sentence, quantity, measures) for quantity in quantities_of(page, sentence)]
        counted = [_by_topic(sentence, one, topics.get(sentence.paragraph)) for one in counted]
        told: set[int] = set()
        figures: list[Figure] = []
        for group in group_clauses(counted):
            figure = _figure(page, sentence, [inherit_measure(sentence, one, counted) for one in group], topics.get(sentence.paragraph))
            if figure is not None:
                told.update(c.verb.index for c in group if c.verb is not None)
                figures.append(figure)
                base = _base_of(page, sentence, figure, counted)
                figures.extend([base] if base is not None else [])
        yield from merge_figures([*figures, *_trends(page, sentence, told)])
        yield from _ranks(page, sentence, measures)
        named = next((c.measured for c in counted if c.measured is not None and c.measured.measure in TRENDS), None) or _topic(sentence)
        if named is not None:
            topics[sentence.paragraph] = Topic(named, _about(page, sentence, named, None))


def _by_topic(sentence: Sentence, one: Counted, topic: Topic | None) -> Counted:
    """A number whose subject only points back measures what the sentence before did."""
    if one.measured is not None or one.verb is None or topic is None or not _is_pronoun(sentence, one.verb):
        return one
    return replace(one, measured=replace(topic.measured, rule="pronoun for what was measured before"))


def _base_of(page: Page, sentence: Sentence, figure: Figure, counted: list[Counted]) -> Figure | None:
    """The value from which a measure moved, where it has a time of its own: "rose from 5 million in 2002 to 9 million", "was 9 million, up from 5 in 2002"."""
    level = next((c for c in counted if c.marker != "from" and c.quantity.value is not None and c.quantity.value == figure.value), None)
    alike = (c for c in counted if level is not None and c.marker == "from" and c.verb == level.verb and c.quantity.unit == level.quantity.unit)
    base = next((c.quantity for c in alike), None)
    if base is None or level is None:
        return None
    gap = Span(base.span.stop, max(base.span.stop + CLOSE + 1, level.quantity.span.start))
    time = next((t for t in page.times if gap.start <= t.span.start < gap.stop and t.when is not None and not t.duration), None)
    if time is None or not fits_unit(figure.measure, base.unit) or sentence.language != "en":
        return None
    evidence = (Evidence(field="value", span=base.span, text=page.text_at(base.span), rule=figure.rule),)
    told = {"value": base.value, "low": base.low, "high": base.high, "unit": base.unit, "approximate": base.approximate}
    return msgspec.structs.replace(figure, **told, change=None, when=time.when, evidence=evidence)


def merge_figures(figures: list[Figure]) -> Iterator[Figure]:
    """The figures of one sentence, where a movement and the level that it led to are one ("grew by 5 %, reaching 2 billion")."""
    held: Figure | None = None
    for figure in figures:
        if held is None:
            held = figure
            continue
        joined = _join(held, figure) or _join(figure, held)
        if joined is None:
            yield held
        held = joined or figure
    if held is not None:
        yield held


def _join(level: Figure, movement: Figure) -> Figure | None:
    """A level with the movement of the same thing told beside it; `None` where they are not such a pair."""
    same = (level.measure, level.about, level.of) == (movement.measure, movement.about, movement.of)
    told = level.change is not None and (level.change.ratio is not None or level.change.amount is not None)
    if not same or level.value is None or told or movement.value is not None or movement.low is not None:
        return None
    if level.change is not None and movement.change is not None and level.change.direction != movement.change.direction:
        return None
    return msgspec.structs.replace(level, change=movement.change, when=movement.when or level.when, evidence=(*level.evidence, *movement.evidence))


def _figure(page: Page, sentence: Sentence, group: list[Counted], topic: Topic | None) -> Figure | None:
    """The figure that the numbers of one clause make; `None` where nothing about states is measured."""
    verb = group[0].verb
    direction = _direction(page, sentence, group)
    measured = next((c.measured for c in group if c.measured is not None), None)
    rule = measured.rule if measured is not None else ""
    if measured is None:
        return None
    value = next((c.quantity for c in group if c.marker == "to" or (c.marker == "" and not (direction and c.quantity.unit == "%"))), None)
    if direction is None and value is None:
        value = next((c.quantity for c in group if c.marker != "from"), None)
    if value is not None and not fits_unit(measured.measure, value.unit):
        return None
    change = _change(page, sentence, group, direction, verb)
    if value is None and change is None:
        return None
    quantity = value or group[0].quantity
    before = topic.about if topic is not None and rule.startswith("pronoun") else ()
    about = before if len(before) > 1 else _about(page, sentence, measured, verb)
    if not about or not _is_about_relation(measured, about, quantity, moves=change is not None):
        return None
    figure = _build(page, sentence, measured, verb, (quantity if value is not None else None, change, about, rule))
    behind = next((t for t in page.times if value is not None and 0 <= t.span.start - value.span.stop <= CLOSE and t.when is not None), None)
    if behind is not None and any(c.marker == "from" for c in group) and any(c.quantity is value and c.marker == "to" for c in group):
        return msgspec.structs.replace(figure, when=behind.when)
    return figure


def _direction(page: Page, sentence: Sentence, group: list[Counted]) -> str | None:
    """Which way the clause moves: by its verb, or by a word beside a share ("up 12 %", "a 5 % rise")."""
    measures, verb = load_measures(sentence.language), group[0].verb
    found = find_trend(sentence, verb) if verb is not None else None
    for one in group:
        if found is None and one.quantity.unit == "%":
            span = one.quantity.span
            before, after = page.document.text[max(0, span.start - REACH) : span.start], page.document.text[span.stop : span.stop + REACH]
            found = next(
                (d for d in ("up", "down") if matches(measures, f"{d}_after", after) or (d in measures.markers and measures.markers[d].search(before))),
                None,
            )
    return found


def _is_about_relation(measured: Measured, about: tuple[Actor, ...], quantity: Quantity, *, moves: bool) -> bool:
    """Whether an analyst of relations would ask for the figure: two sides, or a measure that crosses borders by itself."""
    sides = {actor.side for actor in about}
    if quantity.unit == "%" and measured.measure == "trade_turnover" and not moves:
        return False
    if measured.measure == "count":
        return len(sides) > 1 and (measured.rule in ("counted noun", "people counted with their verb") or quantity.unit == "km2")
    if quantity.unit == "1" and (quantity.value or quantity.low or 0) < 2:
        return False
    return len(sides) > 1 or measured.measure in ("exports", "imports", "debt", "aid", "investment")


def _is_pronoun(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject only points back."""
    measures = load_measures(sentence.language)
    subjects = [noun for noun, _ in surface_subjects(sentence, verb)]
    return any(measures.has("pronouns", noun.lemma) or noun.pos == "PRON" for noun in subjects) or not subjects


def _change(page: Page, sentence: Sentence, group: list[Counted], direction: str | None, verb: Token | None) -> Change | None:
    """The movement that the clause tells, with ratio or amount and the base in the text's words."""
    if direction is None or verb is None:
        return None
    measures = load_measures(sentence.language)
    by = next((c.quantity for c in group if c.marker == "by" or (c.marker == "" and c.quantity.unit == "%")), None)
    ratio = measures.ratio(verb.lemma) or measures.multiple(page.text_at(sentence.span_of(verb, without=frozenset({"conj", "parataxis", "advcl", "ccomp"}))))
    amount = None
    if by is not None:
        size = by.value if by.value is not None else by.low
        ratio, amount = (round((size or 0) / 100, 4), None) if by.unit == "%" else (None, size)
    match = measures.markers["since"].search(page.text_at(sentence.span))
    since = (match["since"] or match["yoy"]) if match else None
    return Change(direction=cast('Literal["up", "down", "flat"]', direction), ratio=abs(ratio) if ratio is not None else None, amount=amount, since=since)


def _build(
    page: Page, sentence: Sentence, measured: Measured, verb: Token | None, told: tuple[Quantity | None, Change | None, tuple[Actor, ...], str]
) -> Figure:
    """The claim."""
    quantity, change, about, rule = told
    anchor = verb or measured.noun or sentence.tokens[0]
    span = claim_span(sentence, anchor)
    if quantity is not None and not span.covers(quantity.span):
        span = sentence.span
    spot = quantity.span if quantity is not None else anchor.span
    return Figure(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=(Evidence(field="value", span=spot, text=page.text_at(spot), rule=rule), *_named_elsewhere(page, sentence, about)),
        language=sentence.language,
        modality=_modality(sentence, anchor, measured),
        when=find_period(page, sentence, anchor, measured, spot),
        rule=rule,
        measure=measured.measure,
        of=_phrase(page, sentence, measured, anchor),
        about=about,
        value=quantity.value if quantity is not None else None,
        low=quantity.low if quantity is not None else None,
        high=quantity.high if quantity is not None else None,
        unit=quantity.unit if quantity is not None else ("1" if measured.measure in PEOPLE else "%"),
        approximate=quantity.approximate if quantity is not None else False,
        change=change,
    )


def _named_elsewhere(page: Page, sentence: Sentence, about: tuple[Actor, ...]) -> Iterator[Evidence]:
    """Where a state of the page's pair is named that the paragraph of a figure does not name."""
    start = page.paragraphs[sentence.paragraph].span.start
    for actor in about:
        named = [m.span for m in page.mentions if m.actor is not None and m.actor.side == actor.side]
        if named and not any(start <= span.start < sentence.span.stop for span in named):
            yield Evidence(field="about", span=named[0], text=page.text_at(named[0]), rule="the two states of the page")


def _modality(sentence: Sentence, anchor: Token, measured: Measured) -> Modality:
    """How the figure is meant; how long one may stay is a fact, and so is a debt that somebody offers to pay."""
    measures, above = load_measures(sentence.language), sentence.head(anchor)
    reached = sentence.language == "en" and measures.has("hows", anchor.lemma) and anchor.base_relation == "advcl"
    came_of = above if reached and above is not None and measures.direction(above.lemma) else anchor
    modality = find_mood(sentence, came_of).modality  # "rose to reach": what was reached is as real as the movement
    if modality == "actual" and _is_goal(sentence, anchor):
        return "planned"
    owed = measured.measure == "debt" and (measured.noun is None or not measures.has("lent", measured.noun.lemma))
    known = sentence.language == "en" and measured.measure == "count" and measured.noun is not None
    if known and measured.noun is not None and any(c.text.lower() == "the" for c in sentence.children(measured.noun, "det")):
        return "actual"  # "wants the eight men back"
    standing = (modality == "possible" and measured.measure in ("duration", "price")) or owed or measured.measure == "population"
    return "actual" if standing else modality


def _is_goal(sentence: Sentence, anchor: Token) -> bool:
    """English: whether an infinitive tells what a noun or deed is for ("agreements to raise trade to $1 billion"); not what came of a movement."""
    measures, top = load_measures(sentence.language), anchor
    while top.base_relation == "conj" and (above := sentence.head(top)) is not None:
        top = above
    above = sentence.head(top)
    infinitive = any(child.text.lower() == "to" for child in sentence.children(top, "mark"))
    if sentence.language != "en" or above is None or not infinitive or top.base_relation not in ("acl", "advcl"):
        return False
    return not (measures.has("hows", top.lemma) or measures.direction(above.lemma))


def _phrase(page: Page, sentence: Sentence, measured: Measured, anchor: Token) -> str:
    """What is counted, in the text's words; of an earlier sentence only the noun."""
    noun = measured.noun
    if noun is None:
        return anchor.text
    if noun.index >= len(sentence.tokens) or sentence.tokens[noun.index] != noun:
        return noun.text
    words = sentence.subtree(noun, without=frozenset({"acl", "obl", "punct", "appos", "nummod", "cop", "nsubj", "parataxis"}))
    amount = next((i for i, word in enumerate(words) if load_measures(sentence.language).has("telling", word.text) and word.index > noun.index), len(words))
    words = words[:amount]
    named = [word for index, word in enumerate(words) if any(w.base_relation not in OUTSIDE for w in words[: index + 1])]
    span = Span(named[0].span.start, max(w.span.stop for w in named)) if named else noun.span
    span = _with_hyphen(sentence, span)
    named_by_particles = "".join(words[-1].particles) if named and words[-1].span.stop == span.stop else ""
    phrase = page.text_at(span) if len(span) < 120 else noun.text
    return phrase.removesuffix(named_by_particles) or phrase


def _with_hyphen(sentence: Sentence, span: Span) -> Span:
    """A phrase from the beginning of its first word, where a hyphen joins that to the one before ("two-way trade")."""
    words = sentence.within(Span(max(sentence.span.start, span.start - 1), span.stop))
    tied = words and words[0].text == "-" and words[0].index > 0
    before = sentence.tokens[words[0].index - 1] if tied else None
    return Span(before.span.start, span.stop) if before is not None and before.span.stop == words[0].span.start else span


def _about(page: Page, sentence: Sentence, measured: Measured, verb: Token | None) -> tuple[Actor, ...]:
    """The states measured: of the phrase, else of the clause, the sentence, and last of the sentence or heading before."""
    measures = load_measures(sentence.language)
    noun = measured.noun if measured.noun in sentence.tokens else None
    scopes: list[list[Token]] = [sentence.subtree(noun)] if noun is not None else []
    if verb is not None:
        scopes.extend(sentence.subtree(subject) for subject, _ in surface_subjects(sentence, verb))
        scopes.append(sentence.subtree(verb, without=frozenset({"ccomp", "parataxis", "advcl"})))
    scopes.append(list(sentence.tokens))
    seen: dict[str, Actor] = {}
    counted = [quantity for quantity in quantities_of(page, sentence) if quantity.unit != "1"]
    for scope, tokens in enumerate(scopes):
        for token in tokens:
            if (scope and len(seen) > 1) or any(quantity.span.covers(token.span) for quantity in counted):
                continue
            for mention in (token.mention, *token.others) if token.mention is not None else ():
                if mention.actor is not None and mention.actor.side is not None and mention.kind not in ("instrument", "time", "quantity"):
                    seen.setdefault(mention.actor.side, mention.actor)
        if len(seen) > 1 or (seen and measured.measure == "spending"):
            break
    if noun is not None and any(measures.has("foreign", t.lemma) for t in sentence.subtree(noun)):
        return tuple(seen.values())[:4]
    needed = 1 if measured.measure in ("population", "spending") else 2
    if len(seen) < needed and (measured.measure in (*MUTUAL, *PEOPLE, "price", "rank") or not seen or _goes_to(sentence, noun)):
        for actor in _before(page, sentence, far=noun is not None and any(measures.has("mutual", t.lemma) for t in sentence.subtree(noun))):
            if len(seen) < needed and actor.side:
                seen.setdefault(actor.side, actor)
    return tuple(seen.values())[:4]


def _goes_to(sentence: Sentence, noun: Token | None) -> bool:
    """English: whether a noun tells from or to whom alone: "exports [to Peru]" are those of the other side."""
    return sentence.language == "en" and noun is not None and any(case_of(sentence, c) in ("to", "from") for c in sentence.children(noun, "nmod"))


def _before(page: Page, sentence: Sentence, *, far: bool = False) -> Iterator[Actor]:
    """The states of the sentence before in the same paragraph, nearest first; of what two share the pair of the page, where it has one."""
    if far and sentence.language == "en" and len(pair := find_pair(page.mentions)) > 1:
        yield from (mention.actor for mention in pair.values() if mention.actor is not None)
        return
    first = min((s.span.start for s in page.sentences if s.paragraph == sentence.paragraph), default=sentence.span.start)
    for mention in reversed(page.mentions):
        named = mention.actor is not None and mention.actor.type == "state" and first <= mention.span.start < sentence.span.start
        if named and mention.actor is not None and not any(quantity.span.covers(mention.span) for quantity in page.quantities):
            yield mention.actor  # but for "US$"


def _topic(sentence: Sentence) -> Measured | None:
    """What a sentence without numbers measures as its subject ("trade continues to fall")."""
    measures = load_measures(sentence.language)
    for token in sentence.tokens:
        named = measures.noun(token.lemma) if token.mention is None and token.base_relation == "nsubj" else None
        if named in TRENDS:
            return Measured(named, token, "subject of the sentence before")
    return None


def _trends(page: Page, sentence: Sentence, told: set[int]) -> Iterator[Figure]:
    """Measures that rise or fall without a number, where noun and verb are plain."""
    measures = load_measures(sentence.language)
    for verb in sentence.tokens:
        if verb.pos not in PREDICATES or verb.index in told or verb.base_relation == "xcomp" or verb.relation.startswith("acl"):
            continue
        if any(child.index in told for child in sentence.children(verb, "xcomp")):
            continue
        direction = find_trend(sentence, verb)
        named = [(noun, named_by(sentence, noun, measures)) for noun in subjects_of(sentence, verb)] if direction else []
        noun, measure = next(((n, m) for n, m in named if m in TRENDS), (None, None))
        if noun is None or measure is None or noun.mention is not None:
            continue
        measured = Measured(measure, noun, "trend without a number")
        about = _about(page, sentence, measured, verb)
        if not about or (len({a.side for a in about}) < 2 and measure != "spending"):
            continue
        match = measures.markers["since"].search(page.text_at(sentence.span))
        ratio = measures.multiple(page.text_at(sentence.span_of(verb, without=frozenset({"conj", "parataxis", "advcl", "ccomp"}))))
        change = Change(direction=cast('Literal["up", "down", "flat"]', direction), ratio=ratio, since=(match["since"] or match["yoy"]) if match else None)
        yield _build(page, sentence, measured, verb, (None, change, about, measured.rule))


def _ranks(page: Page, sentence: Sentence, measures: Measures) -> Iterator[Figure]:
    """Places in an order: "the third most popular language", "second-largest trading partner"."""
    text = page.text_at(sentence.span)
    for match in measures.rank.finditer(text):
        groups = match.groupdict()
        thing, ordinal = groups["thing"] or groups.get("thing2") or "", groups["ordinal"]
        plain = (groups["superlative"] or "").lower() in ("main", "leading", "top") and ordinal is None
        if plain or not measures.rank_always.search(match.group() if ordinal else thing):
            continue
        value = measures.ordinals.get(ordinal.lower()) if ordinal else 1
        spot = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        token = next(iter(sentence.within(spot)), None)
        verb = find_predicate(sentence, token) if token is not None else None
        measured = Measured("rank", None, "place in an order")
        about = _about(page, sentence, measured, verb)
        if value is None or len({a.side for a in about}) < 2:
            continue
        quantity = Quantity(spot, page.text_at(spot), float(value), None, None, "1", approximate=False, rule="ordinal")
        figure = _build(page, sentence, measured, verb, (quantity, None, about, measured.rule))
        yield msgspec.structs.replace(figure, of=thing.strip())
