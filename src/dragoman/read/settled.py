"""English deeds that were done whatever stands above them: what somebody answers, was asked, or reports on."""

from dragoman.read.moods import load_moods
from dragoman.read.words import Sentence, Token

ANSWERING = frozenset({"retaliate", "respond", "react", "reply", "protest", "apologise", "apologize", "condemn", "criticise", "criticize", "punish", "thank"})
"""Verbs of answering what was done: "will retaliate for the expulsion"."""
REPLIES = frozenset({"response", "reaction", "reply", "answer", "retaliation", "gesture", "protest", "punishment"})
"""Nouns of answering what was done."""
ASKED = frozenset({"request", "appeal", "demand", "plea", "accusation", "protest"})
WEIGHING = frozenset({"consider", "discuss", "weigh", "review", "mull", "reject", "refuse", "decline", "deny", "dismiss", "turn", "grant", "approve"})
"""Verbs of dealing with what was asked."""


def is_settled(sentence: Sentence, below: Token, above: Token) -> bool:
    """Whether what is told was done whatever stands above: to the noun before it ("a claim denied by Chad"), or as what somebody answers."""
    if above.pos == "VERB" and above.lemma.lower() == "report" and below.base_relation == "obl" and case_text(sentence, below) == "on":
        return True  # "reports on the resumption of ties": who reports on a thing doubts nothing
    if below.lemma.lower() in ASKED and (load_moods("en").governors.get(above.lemma.lower()) == "discussed" or above.lemma.lower() in WEIGHING):
        return True  # "is weighing a Ugandan request": who rejects or discusses a request was asked
    if below.lemma.lower() == "invitation" and below.base_relation in ("obl", "nmod") and case_text(sentence, below) in ("at", "on", "upon", "to"):
        return True  # "will visit Lima at the invitation of": who was invited
    if below.base_relation == "acl":
        return below.has("VerbForm=Part") and not below.text.endswith("ing") and sentence.child(below, "mark") is None
    if below.base_relation == "obl" and (before := before_case(sentence, below)) is not None and before.lemma.lower() in REPLIES:
        return True  # "will recall its envoy in response to the closure"
    if below.base_relation == "nmod" and above.lemma.lower() in REPLIES:
        return case_text(sentence, below) in ("to", "for", "over")  # "a gesture in return for the visit"
    return below.base_relation == "obl" and above.lemma.lower() in ANSWERING and case_text(sentence, below) in ("for", "to", "over", "after")


def before_case(sentence: Sentence, token: Token) -> Token | None:
    """The word right before the preposition of a noun."""
    case = sentence.child(token, "case")
    return sentence.tokens[case.index - 1] if case is not None and case.index else None


def case_text(sentence: Sentence, token: Token) -> str:
    """The adposition of a noun as it stands, small."""
    case = sentence.child(token, "case")
    return case.text.lower() if case is not None else ""
