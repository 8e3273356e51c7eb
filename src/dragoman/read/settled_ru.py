"""Russian deeds that were done whatever stands above them: what a participle tells of a noun, and what somebody is surprised at."""

from dragoman.read.actors import marker_of
from dragoman.read.words import Sentence, Token

FELT = frozenset({"удивить", "удивиться", "удивлённый", "удивленный", "обеспокоить", "обеспокоенный", "возмутить", "возмущённый", "шокировать", "разочаровать"})
"""Words for what somebody feels at a deed, which was done whether he feels it or not."""

FOLLOWED = frozenset(
    {"иметь", "повлечь", "привести", "вызвать", "повлиять", "ударить", "нанести", "подорвать", "ухудшить", "означать", "негативно", "обернуться"}
)
"""Verbs that tell what will come of a deed, which itself is done."""
OCCASIONS = ("на", "в ход", "в ходе", "во время", "в время", "в рамка", "в рамках", "после", "перед")
"""What marks talks at which, or before or after which, something was done."""
OUTCOMES = ("итог", "результат", "завершение", "окончание")
"""Nouns behind which stand talks that were held before something was done: «по итогам визита договорились»."""
JUDGING = frozenset({"оценить", "оценивать", "осудить", "осуждать", "прокомментировать", "комментировать", "расценить", "раскритиковать", "поблагодарить"})
"""Verbs of what somebody says of a deed, which itself is done."""


def is_done_already(below: Token, above: Token) -> bool:
    """Whether a deed under another word is told as done: «соглашения, подписанного в мае», «не удивлён вызовом посла»."""
    described = below.base_relation == "acl" and below.has("VerbForm=Part") and below.has("Tense=Past")
    lemma = above.lemma.lower()
    outcome = below.relation == "nsubj" and lemma in FOLLOWED
    judged = below.base_relation in ("obj", "obl") and lemma in JUDGING
    return described or (below.pos == "NOUN" and (lemma in FELT or outcome or judged))


def is_setting_of(sentence: Sentence, below: Token, above: Token) -> bool:
    """Russian: whether talks are only where something was said or done («на встрече обсудил»), or where a thing was lacking («отсутствие флага на встрече»)."""
    marker = marker_of(sentence, below) if below.pos == "NOUN" else ""
    ahead = any(child.text.lower().startswith("буд") for child in sentence.children(above, "aux", "aux:pass"))
    held = below.base_relation == "obl" and above.has("Tense=Past") and not ahead and (marker in OCCASIONS or below.lemma.lower() in OUTCOMES)
    return held or (above.lemma.lower() == "отсутствие" and bool(marker))


def is_weighed(sentence: Sentence, deed: Token) -> bool:
    """Russian: whether a deed is only what somebody tells the outcome of or marks the years of («50-летие установления»), which dates it not."""
    above = sentence.head(deed)
    years = any("летие" in child.lemma.lower() for child in sentence.children(deed, "amod", "nmod", "compound"))
    of_years = above is not None and ("летие" in above.lemma.lower() or above.lemma.lower() in ("годовщина", "юбилей"))
    outcome = above is not None and deed.relation == "nsubj" and above.lemma.lower() in FOLLOWED
    return sentence.language == "ru" and deed.pos == "NOUN" and (years or of_years or outcome)


def is_past_be(token: Token) -> bool:
    """Russian "быть" is an auxiliary of the future only in its future form, which the tagger calls a present."""
    return token.lemma == "быть" and not token.has("Tense=Fut") and not token.text.lower().startswith("буд")


def is_reached_now(sentence: Sentence, value: str) -> bool:
    """Russian: whether a degree is told as not reached before, and so as reached now: «никогда не были на таком низком уровне»."""
    return sentence.language == "ru" and " таком " in value


def is_time(adverb: Token) -> bool:
    """Whether an adverb before a word that judges tells when, and not how much."""
    return adverb.lemma.lower() in ("никогда", "сегодня", "сейчас", "уже", "вновь")
