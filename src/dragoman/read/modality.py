"""How a content is meant: done, planned, proposed, discussed, possible, negated, denied, alleged."""

from dragoman.read.moods import Mood, Moods, load_moods
from dragoman.read.moods_ko import is_settled_korean, korean_mood
from dragoman.read.negations import find_negation
from dragoman.read.settled import before_case, case_text, is_settled
from dragoman.read.settled_ru import is_done_already, is_past_be, is_setting_of
from dragoman.read.subjects import is_ranked
from dragoman.read.words import QUOTES, Sentence, Token

CARRIES = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "nsubj", "nsubj:pass", "csubj", "iobj", "compound", "advcl")
"""Relations over which a governor says how its dependent is meant."""
CLAUSAL = ("xcomp", "ccomp", "acl", "advcl", "csubj")
HEIGHT = 5
WISHED = ("possible", "planned", "agreed", "proposed")
"""What is not so once its governor is negated: "is not ready to", "does not plan to"."""
CIRCUMSTANCE = ("during", "after", "before", "since", "in", "at", "following", "amid", "despite")
"""Prepositions of what only surrounds an act: "agreed in a phone call" is a call that was held."""
PROJECTED = ("project", "forecast", "predict", "target", "anticipate")
"""Verbs whose passive tells what is to come: "is projected to reach"."""
HEARSAY = ("say", "report", "believe", "think", "allege", "rumour", "rumor", "understand")
"""Verbs whose passive only passes on what is heard: "is said to have closed"."""
CAUSING = frozenset({"lead", "prompt", "cause", "force", "compel", "spur", "drive", "oblige"})
"""Verbs under which an infinitive tells what was done: "prompting Chad to close the border"."""
AGAINST = ("against", "without")
"""Prepositions before what is not, or shall not be, done: "advised its citizens against travelling to"."""
AHEAD = ("planned", "proposed", "conditional", "possible", "agreed")
"""Moods that a circumstance shares with what it surrounds; a meeting at which nothing was agreed was held."""
UNSURE = ("alleged", "denied", "negated")
"""Moods that a deed shares with its purpose: who allegedly sent troops to help allegedly helped."""
UNDONE = ("reverse", "revoke", "rescind", "overturn", "cancel", "abandon", "scrap", "drop", "withdraw", "shelve")
"""Verbs that take back a decision or plan."""
RULED_OUT = ("rule out", "исключить", "исключать")
"""Verbs that, negated, leave something possible."""
BESIDE = ("accuse", "blame", "condemn", "criticise", "criticize", "denounce", "urge", "warn", "call", "demand", "threaten", "vow")
"""Verbs of saying that tell of their own in a participle: "said it would recall the envoy, accusing Chad of"."""
REPORTS = ("say", "tell", "confirm", "add", "note", "state", "reveal", "remark", "explain", "stress", "assure")
"""Verbs under which "would" is what is to come: "said that it would reopen"."""
SENSES = ("in", "off")
"""Particles with which a verb means something else: who is called in is asked for nothing."""
CHANCES = ("opportunity", "chance", "occasion")
APPOINTED = frozenset({"appoint", "name", "send", "dispatch", "task", "mandate", "designate", "assign", "nominate", "commission", "deploy", "invite"})
"""Verbs whose passive with an infinitive tells for what somebody is chosen: "were appointed to start talks"."""
PAPERS = frozenset({"agreement", "deal", "accord", "pact", "understanding", "compromise"})
"""What two sides come to, under which an infinitive tells what they will do."""
DATES = frozenset({"date", "venue", "timetable", "timing", "schedule"})
"""Nouns of what is still to be fixed "for" a meeting."""
IFS = ("if", "unless")


def find_mood(sentence: Sentence, token: Token) -> Mood:
    """The modality of the act that `token` tells; what is planned or threatened "if" something else happens is conditional in English."""
    mood = _find_mood(sentence, token)
    if sentence.language != "en" or mood.modality != "planned" or mood.token is None:
        return mood
    top = mood.token if mood.token.base_relation != "aux" else sentence.tokens[mood.token.head]
    clauses = [clause for word in {token.index: token, top.index: top}.values() for clause in sentence.children(word, "advcl") if clause.index > token.index]
    mark = next((m for clause in clauses for m in sentence.children(clause, "mark") if m.text.lower() in IFS), None)
    return Mood("conditional", mark) if mark is not None else mood


def _find_mood(sentence: Sentence, token: Token) -> Mood:
    """The modality of the act that `token` tells: by its own auxiliaries and negation, then by what governs it."""
    moods = load_moods(sentence.language)
    own = own_mood(sentence, token, moods)
    if own is not None:
        return _future_of(sentence, token, own, moods)
    if _is_to_be(sentence, token, moods):
        return Mood("planned", token)
    below = token
    for _ in range(HEIGHT):
        above = sentence.head(below)
        if (
            above is None
            or _says_beside(sentence, below)
            or _is_settled(sentence, below, above)
            or not (_carries(sentence, below) or _opens_content(sentence, below, above, moods))
        ):
            break
        beside = _is_beside(sentence, below, above.lemma.lower())
        mood = own_mood(sentence, above, moods) if beside else _governed(sentence, below, above, moods)
        if mood is not None:
            by_aux = mood.modality == "conditional" and mood.token is not None and mood.token.base_relation == "aux"
            return _future_of(sentence, sentence.tokens[mood.token.head], mood, moods) if by_aux and mood.token is not None else mood
        if _stands_alone(sentence, below) or _is_setting(sentence, above):
            break
        below = above
    return Mood("actual")


def _is_to_be(sentence: Sentence, token: Token, moods: Moods) -> bool:
    """English: whether a passive infinitive says of a noun what is still to be done to it: "the diplomats to be expelled have never spied"."""
    noun = sentence.head(token)
    told = token.base_relation == "acl" and token.has("VerbForm=Part") and any(c.has("VerbForm=Inf") for c in sentence.children(token, "aux", "cop"))
    return sentence.language == "en" and told and noun is not None and noun.lemma.lower() not in moods.governors and not is_ranked(sentence, noun)


def _stands_alone(sentence: Sentence, below: Token) -> bool:
    """Whether what is above says nothing of how a clause is meant: finite words that somebody tells."""
    if sentence.language != "en":
        return False
    marks = (below, *sentence.children(below, "aux", "cop"))
    return below.base_relation == "ccomp" and any(mark.has("VerbForm=Fin") for mark in marks)


def _says_beside(sentence: Sentence, below: Token) -> bool:
    """Whether a participle tells what somebody says beside his deed ("would recall the envoy, accusing Chad of")."""
    return sentence.language == "en" and below.base_relation == "advcl" and below.lemma.lower() in BESIDE and not below.has("VerbForm=Inf")


def _future_of(sentence: Sentence, token: Token, own: Mood, moods: Moods) -> Mood:
    """The mood of a clause by its own words; "would" under "announced that" or "agreed that" is what is to come, no condition."""
    first = token
    while sentence.language == "en" and first.base_relation == "conj" and first.head != first.index:
        first = sentence.tokens[first.head]  # "said that it closed the port and that flights would resume"
    above = sentence.head(first)
    token = first if first.base_relation == "ccomp" else token
    unruled = above is not None and above.lemma.lower() in RULED_OUT and token.base_relation == "ccomp"
    if unruled and above is not None and own.modality == "planned" and find_negation(sentence, above, moods) is not None:
        return Mood("possible", above)  # «не исключил, что Перу закроет границу»
    if own.modality != "conditional" or own.token is None or own.token.lemma.lower() != "would":
        return own
    if token.relation == "root" and any(child.lemma.lower() in ("soon", "shortly") for child in sentence.children(token, "advmod")):
        return Mood("planned", own.token)
    if above is None or token.base_relation not in ("ccomp", "acl"):
        return own
    governed = moods.governors.get(above.lemma.lower())
    if token.base_relation == "acl" or governed == "possible":
        return Mood("possible", above) if governed == "possible" and sentence.language == "en" else own
    if above.lemma.lower() in REPORTS and sentence.language == "en" and not any(word.text.lower() in ("if", "unless") for word in sentence.tokens):
        return Mood("planned", own.token)
    return Mood(governed, above) if governed in ("planned", "agreed") and sentence.child(token, "mark", "nsubj") is not None else own


def _is_done(sentence: Sentence, below: Token) -> bool:
    """Whether a finite clause tells in a past or perfect what is done ("announced that it had closed the border")."""
    if below.base_relation != "ccomp" or sentence.language == "ko":
        return False
    marks = (below, *sentence.children(below, "aux", "aux:pass", "cop"))
    finite = [mark for mark in marks if mark.has("VerbForm=Fin") or mark.has("Tense=Past")]
    perfect = any(mark.lemma == "have" and mark.base_relation == "aux" for mark in marks)
    return any(mark.has("Tense=Past") and mark.has("VerbForm=Fin") for mark in finite) or perfect


def own_mood(sentence: Sentence, token: Token, moods: Moods) -> Mood | None:
    """What the auxiliaries, adverbs, negation and condition of a predicate say of it; what is supposed not to be is only supposed."""
    supposed = next((c for c in sentence.children(token, "mark") if c.text.lower() in IFS), None) if sentence.language == "en" else None
    negation = find_negation(sentence, token, moods) if supposed is None else None
    if supposed is not None or negation is not None:
        told = Mood("conditional", supposed) if supposed is not None else Mood("negated", negation)
        return None if supposed is None and token.lemma.lower() in moods.implicative else told
    for child in sentence.children(token):
        lemma = child.lemma.lower()
        if child.relation == "cop" and lemma == "be" and child.has("Tense=Pres") and token.has("VerbForm=Inf") and token.pos == "VERB":
            return Mood("planned", child)
        if child.relation == "mark" and lemma == "to" and _is_headline(sentence, token):
            return Mood("planned", child)
        if child.base_relation in ("mark", "case") and lemma in AGAINST and token.text.endswith("ing") and sentence.language == "en":
            return Mood("negated", child)
        if child.relation == "mark" and lemma in ("due", "set"):
            return Mood("planned", child)
        if child.relation == "mark" and (lemma in moods.conditions or (lemma == "until" and _is_yet_to_be(sentence, token))):
            return Mood("conditional", child)
        is_wish = lemma == "would" and token.lemma.lower() == "like"  # who "would like" something wants it now
        if child.base_relation == "aux" and lemma in moods.auxiliaries and not is_wish and not is_past_be(child):
            return Mood(moods.auxiliaries[lemma], child)
        if child.base_relation == "advmod" and lemma in moods.adverbs:
            return Mood(moods.adverbs[lemma], child)
    if sentence.language == "ru" and token.has("Tense=Fut") and token.has("VerbForm=Fin"):
        return Mood("planned", token)
    return korean_mood(sentence, token) if sentence.language == "ko" else None


def _is_headline(sentence: Sentence, token: Token) -> bool:
    """Whether an infinitive is all that a headline tells of its subject: "Chad to reopen border", "Chad to reopen border as Sudan protests"."""
    above = sentence.head(token)
    named = token.relation in ("acl", "csubj", "advcl") and above is not None and above.relation == "root" and above.pos == "PROPN"
    return (named and sentence.language == "en") or (token.relation == "root" and sentence.child(token, "nsubj") is not None)


def _is_yet_to_be(sentence: Sentence, token: Token) -> bool:
    """English: whether a clause with "until" stands in the present or perfect, and so lies ahead: "until the embassy has been reopened"."""
    marks = [token, *sentence.children(token, "aux", "aux:pass", "cop")]
    finite = [mark for mark in marks if mark.has("VerbForm=Fin")]
    return sentence.language == "en" and any(mark.has("Tense=Pres") for mark in finite)


def _carries(sentence: Sentence, token: Token) -> bool:
    if token.relation == "acl:relcl":
        return False
    if token.base_relation == "advcl" and any(child.has("VerbForm=Fin") for child in sentence.children(token, "aux")):
        return False
    if token.base_relation == "advcl":
        return any(token.has(f"VerbForm={form}") for form in ("Inf", "Part", "Ger"))
    return token.base_relation in CARRIES or token.relation in CARRIES or token.base_relation == "conj"


def _opens_content(sentence: Sentence, below: Token, above: Token, moods: Moods) -> bool:
    """Whether a clause that the parser took for a relative one is what a noun holds: "rumours that Peru closed the border"."""
    objects = list(sentence.children(below, "obj"))
    mark = sentence.child(below, "mark") or (objects[0] if len(objects) > 1 else None)
    return below.relation == "acl:relcl" and mark is not None and mark.text.lower() == "that" and above.lemma.lower() in moods.governors


def _by_phrase(sentence: Sentence, below: Token, above: Token, moods: Moods) -> Mood | None:
    """What more than one word says: "is going to", "has yet to", "is said to", "did not miss the opportunity to", "denied claims that"."""
    if sentence.language != "en":
        return None
    lemma, infinitive = above.lemma.lower(), below.has("VerbForm=Inf") or sentence.child(below, "aux") is not None
    if lemma == "go" and above.text.lower() == "going" and infinitive:
        return Mood("negated" if find_negation(sentence, above, moods) else "planned", above)
    between = [word.text.lower() for word in sentence.tokens[above.index + 1 : below.index]]
    if (lemma == "have" and "yet" in between) or (lemma == "stop" and "short" in between):
        return Mood("negated", above)
    if below.base_relation == "xcomp" and sentence.child(above, "nsubj:pass", "aux:pass") is not None:
        if lemma in (*HEARSAY, *PROJECTED):
            return Mood("planned" if lemma in PROJECTED else "alleged", above)
        if lemma in APPOINTED and infinitive:
            return _purpose(sentence, above, "", moods)
    if lemma == "say" and below.base_relation == "xcomp" and below.has("VerbForm=Inf"):
        return Mood("planned", above)  # a headline: "minister says embassy to reopen"
    is_content = lemma in PAPERS and below.base_relation == "acl" and below.has("VerbForm=Inf")
    if is_content or (lemma == "open" and above.pos == "ADJ" and "to" in between):
        return Mood("planned" if is_content else "possible", above)
    if lemma == "look" and "forward" in between:
        return Mood("possible" if below.text.endswith("ing") else "planned", above)
    if lemma in DATES and below.base_relation == "nmod" and case_text(sentence, below) == "for":
        return Mood("planned", above)
    return _by_holder(sentence, above, moods)


def _by_neighbour(sentence: Sentence, below: Token, above: Token, moods: Moods) -> Mood | None:
    """English: what the noun before a preposition says, which a parser hung on the verb ("held talks on the resumption"); "stopped short of"."""
    if sentence.language != "en":
        return None
    holder, before = sentence.head(above), before_case(sentence, below)
    if above.lemma.lower() == "short" and holder is not None and holder.lemma.lower() == "stop":
        return Mood("negated", holder)
    talked = before is not None and before.pos == "NOUN" and before.head == above.index and moods.governors.get(before.lemma.lower()) == "discussed"
    if talked and below.base_relation == "obl" and case_text(sentence, below) in ("on", "about", "over", "regarding"):
        return Mood("discussed", before)
    return None


def _by_holder(sentence: Sentence, above: Token, moods: Moods) -> Mood | None:
    """What is said of a content by the verb that its noun hangs on: "missed the opportunity to", "reversed the decision to", "denied claims that"."""
    lemma, holder = above.lemma.lower(), sentence.head(above)
    if above.pos != "NOUN" or holder is None or above.base_relation not in ("obj", "nsubj"):
        return None
    if moods.governors.get(lemma) in WISHED and holder.lemma.lower() in UNDONE and own_mood(sentence, holder, moods) is None:
        return Mood("negated", holder)
    if lemma in CHANCES and holder.lemma.lower() in moods.implicative:
        return Mood("actual" if find_negation(sentence, holder, moods) else "negated", holder)
    if lemma in CHANCES and holder.lemma.lower() in ("take", "use", "seize"):
        return Mood("actual", holder)
    denied = moods.governors.get(holder.lemma.lower()) == "denied" or holder.lemma.lower() in ("reject", "dismiss", "refute")
    return Mood("denied", holder) if moods.governors.get(lemma) == "alleged" and denied else None


def _is_apart(sentence: Sentence, below: Token) -> bool:
    """Whether what a noun or clause tells is done, whatever stands above it.

    English: talks that fail were held. Korean: a circumstance ("at the talks") is not what is planned or discussed, and a linked past comes first.
    """
    if sentence.language != "ko":
        above = sentence.head(below)
        return sentence.language == "en" and below.relation == "nsubj" and above is not None and above.lemma.lower() == "fail"
    if below.base_relation == "obl":
        return below.particles[-1:] in (("서",), ("에서",), ("중",), ("때",))
    if [word.text for word in sentence.tokens[below.index + 1 : below.index + 3]] == ["데", "이어"]:
        return True
    if below.base_relation == "advcl" and below.particles[-1:] == ("ᆫ",):
        return True
    return below.base_relation == "conj" and bool(set(below.particles) & {"었", "았", "였"})


def _purpose(sentence: Sentence, above: Token, lemma: str, moods: Moods) -> Mood:
    """How the purpose of a deed is meant: as unsure as the deed, else as its verb says, else planned."""
    around = own_mood(sentence, above, moods)
    return around if around is not None and around.modality in UNSURE else Mood(moods.governors.get(lemma, "planned"), above)


def _is_beside(sentence: Sentence, below: Token, lemma: str) -> bool:
    """Whether a clause is no content of what stands above it.

    English: what a deed brought about ("prompting Chad to close the border"), or a participle beside it.
    Korean: a deed linked to the next ("찾아 지원을 약속했다").
    """
    if sentence.language != "en":
        return sentence.language == "ko" and below.base_relation == "conj" and below.pos == "VERB"
    caused = below.base_relation in ("advcl", "xcomp") and below.has("VerbForm=Inf") and lemma in CAUSING
    return caused or (below.base_relation == "advcl" and below.text.endswith("ing") and sentence.child(below, "mark") is None)


def _governor(sentence: Sentence, above: Token, moods: Moods) -> str:
    """The lemma by which a word governs, with its particle where that makes another one; nothing of a verb that governs as a noun alone."""
    lemma = above.lemma.lower()
    if above.pos == "VERB" and lemma in moods.nominal:
        return ""
    particle = sentence.child(above, "compound:prt")
    phrase = f"{lemma} {particle.lemma.lower()}" if particle is not None else ""
    return phrase if particle is not None and (phrase in moods.governors or particle.lemma.lower() in SENSES) else lemma


def _governed(sentence: Sentence, below: Token, above: Token, moods: Moods) -> Mood | None:
    """What the governor `above` says of `below`."""
    phrase = _by_phrase(sentence, below, above, moods) or _by_neighbour(sentence, below, above, moods)
    if phrase is not None or _is_apart(sentence, below):
        return phrase or (own_mood(sentence, above, moods) if below.base_relation == "obl" else None)
    lemma = "" if _leaves_open(sentence, below, above) else _governor(sentence, above, moods)
    if below.base_relation == "conj":
        return own_mood(sentence, above, moods) if sentence.child(below, "aux", "nsubj") is None and _shares_mood(sentence, below, above) else None
    if below.relation in ("nsubj", "obl") and above.pos == "VERB" and lemma not in moods.governors:
        return own_mood(sentence, above, moods) if below.relation == "nsubj" or below.pos == "NOUN" else None
    if lemma in moods.implicative and (negation := find_negation(sentence, above, moods)) is not None:
        return Mood("possible", negation) if lemma in RULED_OUT else None
    case = sentence.child(below, "case") if below.base_relation == "obl" else None
    if case is not None and case.text.lower() in CIRCUMSTANCE and sentence.language == "en":
        around = own_mood(sentence, above, moods)
        return around if around is not None and around.modality in AHEAD else None
    if below.base_relation == "advcl" and below.has("VerbForm=Inf"):
        return _purpose(sentence, above, lemma, moods)
    turned = _by_clause_above(sentence, below, above, lemma, moods)
    if turned is not None:
        return turned
    if lemma in moods.governors and (below.base_relation in CLAUSAL or below.pos in ("NOUN", "PROPN") or below.has("VerbForm=Ger")):
        told_done = moods.governors[lemma] in ("planned", "agreed") and _is_done(sentence, below)
        return None if told_done else Mood(moods.governors[lemma], above)
    if below.base_relation == "ccomp":
        return None
    return own_mood(sentence, above, moods)


def _leaves_open(sentence: Sentence, below: Token, above: Token) -> bool:
    """English: whether a governor says nothing of this: who "reported" quoted words doubts nothing, who "undertook a visit" made it."""
    if sentence.language == "en" and above.lemma.lower() == "undertake" and below.base_relation == "obj":
        return True
    between = sentence.tokens[min(below.index, above.index) : max(below.index, above.index)]
    return sentence.language == "en" and above.lemma.lower() == "report" and any(word.text in QUOTES for word in between)


def _by_clause_above(sentence: Sentence, below: Token, above: Token, lemma: str, moods: Moods) -> Mood | None:
    """What a wish that is negated, or a refusal that is only supposed, says: "is not ready to", "if Chad fails to expel the rebels"."""
    governed = moods.governors.get(lemma)
    if governed == "negated" and sentence.language == "en":
        around = own_mood(sentence, above, moods)
        return around if around is not None and around.modality == "conditional" else None
    if governed in (*WISHED, "discussed") and sentence.language in ("en", "ru"):
        negation = find_negation(sentence, above, moods)
        thought = lemma == "consider" and below.base_relation == "obj"
        if negation is not None and ((below.base_relation in CLAUSAL and governed in WISHED) or thought):
            return Mood("negated", negation)
    return None


def _shares_mood(sentence: Sentence, below: Token, above: Token) -> bool:
    """Whether a joined verb is meant as the first: not an English finite one behind an auxiliary, or behind a "not" with "and"."""
    if sentence.language != "en" or not below.has("VerbForm=Fin"):
        return True
    denied = find_negation(sentence, above) is not None and not any(c.text.lower() in ("or", "nor") for c in sentence.children(below, "cc"))
    return above.has("VerbForm=Fin") and not denied


def _is_settled(sentence: Sentence, below: Token, above: Token) -> bool:
    """Whether what is told was done whatever stands above."""
    if sentence.language == "ru":
        return is_done_already(below, above) or is_setting_of(sentence, below, above)
    return is_settled_korean(sentence, below, above) if sentence.language == "ko" else sentence.language == "en" and is_settled(sentence, below, above)


def _is_setting(sentence: Sentence, above: Token) -> bool:
    """English: whether a noun only says on what occasion or within what something was done ("on the occasion of", "as part of the visit")."""
    case = case_text(sentence, above)
    occasion = above.lemma.lower() in ("occasion", "invitation") and case in ("on", "at")
    return sentence.language == "en" and (occasion or (above.lemma.lower() in ("part", "framework", "course") and case in ("as", "in", "within")))
