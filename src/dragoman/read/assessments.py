"""Assessments: how the text characterises a relation or a side's position in it."""

import re
from collections.abc import Callable, Iterator

from dragoman.model import Actor, Assessment, Evidence, Modality, Span
from dragoman.read.actors import marker_of
from dragoman.read.frames import load_classes
from dragoman.read.judged import Judged, container_of, ends_phrase, is_relation
from dragoman.read.judging import Judging, load_judging
from dragoman.read.modality import find_mood
from dragoman.read.page import Page
from dragoman.read.setting import claim_span
from dragoman.read.settled_ru import is_reached_now, is_time
from dragoman.read.sides import Side, find_sides, mentions_outside, sides_at
from dragoman.read.standings import NOUNS, TOWARDS, adjectives_before, by_side, find_equated, find_holders, is_found_so, is_viewed, named_in
from dragoman.read.subjects import surface_subjects
from dragoman.read.timing import find_when
from dragoman.read.turns import turn_of_phrase
from dragoman.read.words import Sentence, Token

TRADING = ("trade", "trading", "economic", "торговый", "экономический", "교역", "무역")
"""A trading partner is a rank, no friend."""
REAL = ("actual", "negated", "possible")
"""Modalities in which "closer" or "better" says what is; in others it only says what is wanted."""
EASED = 0.4
"""The polarity of a tension that eases."""
LINKING = ("grow", "turn", "become", "remain", "get")
"""Verbs that lead to the word that judges: "have grown tense"."""
NO_LONGER = ("former", "erstwhile", "one-time", "onetime", "ex", "бывший")
"""Adjectives of what somebody is no more: "erstwhile allies"."""
WISHED = ("planned", "agreed", "proposed", "discussed", "conditional")
"""Modalities in which a judgement tells what somebody wants, and not what is."""
BEFORE_GERUNDS = ("", "in", "of", "for", "at", "on", "by", "to", "and", "towards", "toward", "that", "said", "says", "is", "was")
CLAUSES = ("root", "ccomp", "parataxis", "advcl", "acl", "conj")
"""Relations that top a clause of its own."""
FINITE = ("VerbForm=Fin", "VerbForm=Part")


Rule = Callable[[Page, Sentence, Token, Judging], Judged | None]


AHEAD = 14
"""Characters behind a Korean judging verb in which its aim shows."""
AIMED = re.compile(r"\S{1,9}(?: \S{0,4}?)?(?:기 위|기로 |는 (?:내용|것|방안|조치|데|문제)|도록|자고|려는|고자)")


def find_assessments(page: Page) -> Iterator[Assessment]:
    """The assessments of every sentence, one for each thing judged, in text order of the words that judge."""
    for sentence in page.sentences:
        judging = load_judging(sentence.language)
        taken: list[Span] = []
        for token in sentence.tokens:
            for rule in RULES:
                judged = rule(page, sentence, token, judging)
                if judged is None or len({s.actor.side for s in judged.sides}) < 2:  # noqa: PLR2004, RUF100
                    continue
                if sentence.language == "ko" and _is_aim(page, judged):
                    break
                claim = make_assessment(page, sentence, judged, rule)
                if rule in (judged_relation, effect) and claim.modality in WISHED:
                    continue
                if not any(span.overlaps(claim.evidence[0].span) for span in taken):
                    taken.append(judged.covers or claim.evidence[0].span)
                    yield claim
                break


def _is_aim(page: Page, judged: Judged) -> bool:
    """Korean: whether the judging verb only tells what is to be, or what something is about: "관계를 발전시켜 나가기 위해", "관계를 회복하는 내용"."""
    last = judged.words[-1].span if judged.words else judged.span
    return last is not None and AIMED.match(page.document.text, last.start, last.stop + AHEAD) is not None


def judged_relation(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """A relation with an adjective, or with a predicate or verb that judges it."""
    if not is_relation(sentence, token, judging) or _names_agreement(sentence, token):
        return None
    top = container_of(sentence, token, judging)
    for judge in (_by_adjective, _by_predicate, _by_calling, _by_verb_above, _by_participle):
        found = judge(sentence, top, judging)
        if found is not None:
            words, polarity, predicate = found
            if judging.has(judging.aims, sentence, words[0]) and find_mood(sentence, predicate).modality not in REAL:
                return None
            turn = turn_of_phrase(page, sentence, token, judging)
            if turn is not None and turn.span is not None and turn.span.overlaps(words[-1].span):
                return turn
            held = judging.has(judging.held, sentence, token)
            beside = words[-1].index < token.index and (judge is _by_adjective or words[-1].index == top.index - 1)
            spread = (*words, token) if beside else words
            return Judged(token, spread, polarity, find_sides(page, sentence, token, held=held), predicate)
    return None


def _names_agreement(sentence: Sentence, token: Token) -> bool:
    """Whether a relation is only what an agreement is about («соглашение о стратегическом партнёрстве», "a treaty on allied relations")."""
    head = sentence.head(token)
    agreements = load_classes(sentence.language).nouns.get("agreement", frozenset())
    return sentence.language in ("en", "ru") and token.base_relation == "nmod" and head is not None and head.lemma.lower() in agreements


def judging_noun(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """A noun that judges by itself: tension, a row, a thaw; a change of a relation: an improvement in ties."""
    if token.mention is not None or token.pos not in NOUNS or (token.pos == "PROPN" and token.index and sentence.language == "en"):
        return None
    own = judging.grade(judging.nouns, sentence, token)
    words = [*adjectives_before(sentence, token), token]
    if own is not None and ends_phrase(sentence, token):
        if judging.has(judging.parting, sentence, token) and not any(word.text.lower() == "between" for word in sentence.tokens[token.index :]):
            return None
        inner = next((c for c in sentence.children(token, "nmod", "obl") if is_relation(sentence, c, judging)), token)
        sides = _between(page, sentence, inner) or _between(page, sentence, token)
        eased = next((w for w in _predicates(sentence, token) if own < 0 and judging.has(judging.easing, sentence, w)), None)
        return Judged(token, (*words, eased) if eased else tuple(words), EASED if eased else own, sides, token) if sides else None
    change = judging.grade(judging.changes, sentence, token)
    if change is None:
        return None
    related = next((c for c in sentence.children(token, "nmod", "obl") if is_relation(sentence, c, judging)), None)
    if related is None or find_mood(sentence, token).modality not in ("actual", "negated"):
        return None
    return Judged(token, (*words, related), change, find_sides(page, sentence, related), token)


def standing(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """What one side is to the other: an ally, a key partner, an enemy, a threat."""
    value = judging.grade(judging.standings, sentence, token) or _by_bearing(sentence, token, judging)
    noun = token.pos in NOUNS or (sentence.language == "ko" and token.pos == "VERB")
    if value is None or token.mention is not None or not noun or not ends_phrase(sentence, token):
        return None
    words = adjectives_before(sentence, token)
    if any(word.lemma.lower() in NO_LONGER for word in words):
        return None
    ranked = [word for word in words if judging.has(judging.ranking, sentence, word)]
    viewed = is_viewed(sentence, token, judging)
    if judging.has(judging.qualified, sentence, token) and (not (ranked or viewed) or any(word.lemma.lower() in TRADING for word in words)):
        return None
    del page
    equated = by_side([*find_equated(sentence, token, judging)])
    owned = [side for side in find_holders(sentence, token) if side.actor.side not in equated]
    return Judged(token, (*words, token), value, (*equated.values(), *owned[:1]) if equated else tuple(by_side(owned[:2]).values()), token)


def _by_bearing(sentence: Sentence, token: Token, judging: Judging) -> float | None:
    """What an adjective makes of a state: "a hostile country", "a friendly nation"; where it is called so by somebody."""
    if not judging.has(judging.bearing, sentence, token) or not is_viewed(sentence, token, judging):
        return None
    graded = (judging.grade(judging.adjectives, sentence, word) for word in adjectives_before(sentence, token))
    return next((value for value in graded if value is not None), None)


def attitude(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """How one side feels about another: hostile to, wary of, grateful to, distrust of."""
    value = judging.grade(judging.attitudes, sentence, token)
    if value is None or token.mention is not None or token.pos not in (*NOUNS, "ADJ", "VERB"):
        return None
    del page
    objects = [c for c in sentence.children(token, "obl", "nmod") if c.relation != "nmod:poss" and marker_of(sentence, c) in TOWARDS]
    felt = by_side(
        [side for child in objects for word in (child, *sentence.children(child, "nmod:poss", "amod", "compound", "conj")) for side in sides_at(word)]
    )
    holder = by_side([*find_holders(sentence, token, within=False), *(s for t, _ in surface_subjects(sentence, token) for s in named_in(sentence, t))])
    holder = {side: s for side, s in holder.items() if side not in felt}
    if not felt or not holder:
        return None
    return Judged(token, (*adjectives_before(sentence, token), token), value, (*holder.values(), *felt.values()), token)


def effect(page: Page, sentence: Sentence, token: Token, judging: Judging) -> Judged | None:
    """What something is to a relation: an obstacle to better ties, a step towards normalisation."""
    value = judging.grade(judging.effects, sentence, token)
    if value is None or token.mention is not None or token.pos not in NOUNS:
        return None
    for below in sentence.subtree(token, without=frozenset({"acl:relcl", "parataxis", "conj"})):
        about = is_relation(sentence, below, judging) or (judging.grade(judging.changes, sentence, below) or 0) > 0
        if about and token.lemma.lower() == "opportunity" and not _is_bettered(sentence, below, judging):
            continue  # "an opportunity to review cooperation"
        if below.index > token.index and about and below.mention is None:
            words = (*adjectives_before(sentence, token), token)
            worst = min((judging.grade(judging.adjectives, sentence, word) or 0.0 for word in words), default=0.0)
            harmed = [w for w in sentence.tokens[token.index + 1 : below.index] if (judging.grade(judging.changes, sentence, w) or 0) < 0]
            value = min(worst, -value) if harmed and value > 0 else worst if worst < 0 else value  # "a step toward the deterioration of ties"
            return Judged(token, words, value, find_sides(page, sentence, below), token, covers=sentence.span_of(token))
    return None


def _is_bettered(sentence: Sentence, relation: Token, judging: Judging) -> bool:
    """Whether a relation is what is to be improved, by the verb or noun above it."""
    above = sentence.head(relation)
    if above is None:
        return False
    return any((judging.grade(scale, sentence, above) or 0) > 0 for scale in (judging.acts, judging.moves, judging.changes))


RULES: tuple[Rule, ...] = (judged_relation, judging_noun, standing, effect, attitude, turn_of_phrase)


Found = tuple[tuple[Token, ...], float, Token]


def _by_adjective(sentence: Sentence, token: Token, judging: Judging) -> Found | None:
    """An adjective before the noun."""
    before = [*adjectives_before(sentence, token), *(c for c in sentence.children(token, "amod") if c.index > token.index)]
    before = [word for word in before if not _is_gerund(sentence, word)]
    graded = [(word, value) for word in before if (value := judging.grade(judging.adjectives, sentence, word)) is not None]
    if not graded:
        return None
    return tuple(w for w in before if w.index >= graded[0][0].index), max((v for _, v in graded), key=abs), token


def _is_gerund(sentence: Sentence, word: Token) -> bool:
    """Whether "improving" before a noun tells of doing so ("interest in improving ties", "said improving ties is"), not how the noun is."""
    before = sentence.tokens[word.index - 1].text.lower() if word.index else ""
    return word.text.lower().endswith("ing") and before in BEFORE_GERUNDS


def _by_predicate(sentence: Sentence, token: Token, judging: Judging) -> Found | None:
    """What the relation is, or what it does: "are tense", "have improved"."""
    head = sentence.head(token)
    if head is None or token.base_relation not in ("nsubj", "csubj", "dislocated"):
        return None
    modality = find_mood(sentence, head).modality
    if modality not in REAL and not is_found_so(sentence, head, modality):
        return None
    judges = [head, *sentence.children(head, "xcomp", "conj", "obj", "amod", "advmod")]
    if head.lemma.lower() in LINKING and len(judges) > 1:
        judges = [*judges[1:], head]
    for word in judges:
        scales = (judging.adjectives, judging.acts) if token.relation == "nsubj:pass" else (judging.adjectives, judging.moves)
        value = next((v for scale in scales if (v := judging.grade(scale, sentence, word)) is not None), None)
        if value is not None and word.mention is None and word.index > token.index:
            words = [c for c in sentence.children(word, "advmod") if token.index < c.index < word.index and c.pos == "ADV" and not is_time(c)]
            return (*words[-1:], word), value, head
    return None


def _by_verb_above(sentence: Sentence, token: Token, judging: Judging) -> Found | None:
    """The verb of which the relation is the object, where it is done and no more than done."""
    head = sentence.head(token)
    if head is None or head.pos not in ("VERB", "ADJ") or token.base_relation not in ("obj", "nsubj"):
        return None
    value = judging.grade(judging.acts, sentence, head)
    done = any(head.has(feature) for feature in FINITE) or sentence.child(head, "aux") is not None or sentence.language != "en"
    modality = find_mood(sentence, head).modality
    feared = sentence.language == "en" and modality == "possible" and value is not None and value < 0
    if sentence.language == "en" and head.text.endswith("ing") and sentence.child(head, "aux") is None:
        done = head.base_relation == "advcl" and sentence.child(head, "mark", "case") is None  # "paid attention to strengthening ties" wishes it
    bare = sentence.language == "ru" and head.has("VerbForm=Inf") and sentence.child(head, "aux") is None
    if value is None or not done or bare or head.has("VerbForm=Ger") or not (feared or modality == "actual"):
        return None
    return (head,), value, head


def _by_calling(sentence: Sentence, token: Token, judging: Judging) -> Found | None:
    """What somebody calls the relation: "described ties with Peru as frank"."""
    head = sentence.head(token)
    if head is None or token.base_relation not in ("obj", "nsubj") or not judging.has(judging.views, sentence, head):
        return None
    for word in sentence.tokens[token.index + 1 :]:
        value = judging.grade(judging.adjectives, sentence, word)
        if value is not None and head.index in (word.head, sentence.tokens[word.head].head):
            return (*(c for c in sentence.children(word, "advmod") if c.index < word.index), word), value, head
    return None


def _by_participle(sentence: Sentence, token: Token, judging: Judging) -> Found | None:
    """A participle behind the noun: "relations strained by the row"."""
    for word in sentence.children(token, "acl"):
        value = judging.grade(judging.acts, sentence, word) or judging.grade(judging.adjectives, sentence, word)
        if value is not None and word.has("VerbForm=Part") and word.relation != "acl:relcl":
            return (word,), value, token
    return None


def _predicates(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The verb of which a noun is subject, or the object of one that is no more than done."""
    head = sentence.head(token)
    if head is not None and token.base_relation in ("nsubj", "obj") and find_mood(sentence, head).modality == "actual":
        yield head
        yield from sentence.children(head, "xcomp")


def _between(page: Page, sentence: Sentence, token: Token) -> tuple[Side, ...]:
    """The sides of a noun that judges by itself: those that its phrase or clause names, or all of what its verb governs; others are bystanders."""
    sides = find_sides(page, sentence, token)
    top = next((above for above in (token, *sentence.ancestors(token)) if above.base_relation in CLAUSES), token)
    clause = sentence.subtree(top, without=frozenset({"parataxis"}))
    inside = [side for side in sides if any(side.span.overlaps(word.span) for word in clause)]
    return sides if len(inside) == len(sides) else ()


def _modality(sentence: Sentence, predicate: Token) -> Modality:
    """How it is meant: a noun beside what is agreed or denied is there all the same ("agreed after years of hostility")."""
    modality = find_mood(sentence, predicate).modality
    if modality in ("discussed", "proposed") and is_viewed(sentence, predicate, load_judging(sentence.language)):
        return "actual"  # "considers Peru its partner" weighs no plan
    past = predicate.relation == "acl:relcl" and predicate.has("Tense=Past") and sentence.child(predicate, "aux") is None
    if is_found_so(sentence, predicate, modality) or (past and modality != "negated"):
        return "actual"
    aside = predicate.pos in NOUNS and predicate.base_relation in ("nmod", "obl", "nsubj") and sentence.child(predicate, "cop") is None
    return "actual" if aside and modality in ("agreed", "negated", "planned", "proposed", "discussed") else modality


def make_assessment(page: Page, sentence: Sentence, judged: Judged, rule: Rule) -> Assessment:
    """The claim."""
    words = judged.words
    spot = judged.span or Span(min(w.span.start for w in words), max(w.span.stop for w in words))
    span = claim_span(sentence, judged.anchor)
    if not span.covers(spot):
        span = sentence.span
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    name = rule.__name__.replace("_", " ")
    outside = [Evidence(field="between", span=link, text=page.text_at(link), rule="a side named elsewhere") for link in mentions_outside(judged.sides, span)]
    return Assessment(
        document=page.document.id,
        span=span,
        text=page.text_at(span),
        evidence=(Evidence(field="value", span=spot, text=page.text_at(spot), rule=name), *outside),
        language=sentence.language,
        modality="actual" if is_reached_now(sentence, page.text_at(spot)) else _modality(sentence, judged.predicate),
        when=find_when(sentence, judged.predicate, times, page.today).when,
        rule=name,
        between=tuple(_as_state(sentence, side.actor, span) for side in judged.sides),
        value=page.text_at(spot) if sentence.language != "ko" else _bare(sentence, page.text_at(spot)),
        polarity=judged.polarity,
    )


def _as_state(sentence: Sentence, actor: Actor, span: Span) -> Actor:
    """English: the state that the claim's words name rather than its official: a relation is between states."""
    if sentence.language != "en" or actor.type != "person" or actor.country is None:
        return actor
    mentions = (token.mention for token in sentence.tokens if token.mention is not None and span.covers(token.span))
    states = (m.actor for m in mentions if m.kind in ("state", "demonym") and m.actor is not None and m.actor.country == actor.country)
    return next(states, actor)


def _bare(sentence: Sentence, words: str) -> str:
    """Korean words of a judgement without the particle at their end and a bound noun at their beginning."""
    last = next((t for t in sentence.tokens if words.endswith(t.text) and t.particles and t.pos in ("NOUN", "PROPN")), None)
    bare = words[: len(words) - len(last.text)] + last.lemma if last is not None else words
    return bare.removeprefix("간 ")
