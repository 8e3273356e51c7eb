"""Verbs of saying that say nothing: deeds, asides, words that are only asked for."""

from dragoman.read.actors import marker_of
from dragoman.read.frames import load_classes, phrases_of
from dragoman.read.roles import load_roles
from dragoman.read.speech import Speech, load_speech
from dragoman.read.subjects import SUBJECTS, is_passive, is_relative
from dragoman.read.words import QUOTES, Sentence, Token

HOLLOW = ("statement", "office", "readout", "communiqué", "communique", "release", "declaration")
"""Voices that nothing is told of where the text does not say whose they are."""
TOPICAL = ("about", "of", "against", "on", "for", "over", "regarding", "о", "об", "против", "за")
NO_SPEAKER = ("year", "month", "week", "day", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FORMAL = frozenset({"persona non grata", "personae non gratae", "grata", "ceasefire", "independence"})
PROCLAIMED = ("war", "truce", "emergency", "boycott", "embargo", "blockade")
"""What is proclaimed by an act right behind its verb."""
"""What is declared by an act, and not said."""
CALLED = ("summon", "call", "invite")
TOLD_BEFORE = frozenset({"accusation", "claim", "allegation", "charge", "assertion", "move", "decision", "demand", "report", "statement", "suggestion"})
"""What "[Name] has denied" and its like, right behind it, does not say anew."""


PAPERS = ("발표문", "성명", "공동성명", "선언", "선언문", "담화", "보고서", "논평", "계획", "명단")
"""Korean papers that somebody makes public."""


def _makes_public(sentence: Sentence, token: Token) -> bool:
    """Korean: whether a paper is only made public, and nothing of what it says is told: "공동성명을 발표했다"."""
    paper = sentence.child(token, "obj")
    told = sentence.child(token, "ccomp") is not None or (paper is not None and sentence.child(paper, "acl", "nmod") is not None)
    return paper is not None and paper.lemma.endswith(PAPERS) and not told


def is_no_saying(sentence: Sentence, token: Token, key: str) -> bool:
    """Whether the word does something ("declared persona non grata", "agreed to a plan") or stands in an aside ("whom X insists is …")."""
    head = sentence.head(token)
    public = key == "발표하" and _makes_public(sentence, token)
    if (head is not None and head.text.lower() in ("worth", "стоит")) or _is_named_or_meant(sentence, token, key) or public:
        return True
    if sentence.language == "en" and _is_no_english_saying(sentence, token, key, head):
        return True
    formal = key == "declare" and _is_formal(sentence, token)
    aside = token.relation == "acl:relcl" and head is not None and head.text.lower() in ("whom", "who", "which")
    following = {word.text.lower() for word in sentence.tokens[token.index + 1 :]}
    visits = key == "call on" and not following & {"to", "for"}
    gives = key == "offer" and sentence.child(token, "ccomp", "xcomp") is None and token.text.endswith("ing")
    meant = head is not None and token.has("VerbForm=Inf") and head.lemma.lower() in ("intend", "mean", "aim", "design")
    return formal or aside or visits or gives or meant or (key == "agree" and sentence.child(token, "ccomp") is None)


def _is_no_english_saying(sentence: Sentence, token: Token, key: str, head: Token | None) -> bool:
    """The same of English words: deeds, clauses about somebody else, what is only asked for or told without its words."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if after and after[0].text.lower() in ("was", "were", "is", "are") and sentence.child(token, "obj", "ccomp") is None:
        return True  # "rebels it alleged were based in [Name]"
    if token.relation == "acl:relcl" and head is not None:
        told_before = head.lemma.lower() in TOLD_BEFORE and sentence.child(token, "ccomp") is None
        if told_before or head.text.lower() == "what":
            return True
    passive = token.base_relation in ("advcl", "ccomp") and sentence.child(token, *SUBJECTS, "aux") is None
    if passive and token.text.lower() in ("asked", "told", "informed"):
        return True
    clauses = sentence.children(token, "advcl") if key == "respond" else []
    if any(marker_of(sentence, clause) == "by" or sentence.child(clause, "mark") is not None for clause in clauses):
        return True
    if head is not None and head.lemma.lower() in CALLED and is_passive(sentence, head) and token.has("VerbForm=Inf"):
        return True  # "the envoy was summoned to express the ministry's protest"
    rules = (_is_deed(sentence, token, key), _is_gapped(sentence, token, key), _is_beside(sentence, token, key), _has_no_words(sentence, token))
    return any(rules)


def _has_no_words(sentence: Sentence, token: Token) -> bool:
    """Whether a saying is told without its words: "said this on television", "warned Chad several times"."""
    if sentence.child(token, "ccomp", "xcomp", "parataxis", "advcl") is not None or any(word.text in QUOTES for word in sentence.tokens):
        return False
    thing = sentence.child(token, "obj")
    pointed = thing is not None and thing.text.lower() in ("this", "that", "so", "it") and thing.index > token.index
    told = [child for child in sentence.children(token, "obj", "obl") if child.index > token.index and child.mention is None]
    often = bool(told) and all(child.lemma.lower() in ("time", "occasion", "day", "week") for child in told)
    return pointed or often


def _is_formal(sentence: Sentence, token: Token) -> bool:
    """Whether something is declared by an act, and not said: "declared war on Chad", "declared persona non grata"."""
    thing = sentence.child(token, "obj")
    proclaimed = thing is not None and thing.lemma.lower() in PROCLAIMED
    return proclaimed or not FORMAL.isdisjoint(word.text.lower() for word in sentence.tokens[token.index + 1 :])


def _is_named_or_meant(sentence: Sentence, token: Token, key: str) -> bool:
    """Russian: whether a thing is only called so («разговор, который он назвал дружеским»), or a saying is what one came for («чтобы сообщить»)."""
    purpose = token.has("VerbForm=Inf") and any(mark.lemma.lower() == "чтобы" for mark in sentence.children(token, "mark"))
    return sentence.language == "ru" and (purpose or (key == "назвать" and token.relation == "acl:relcl"))


def _is_beside(sentence: Sentence, token: Token, key: str) -> bool:
    """Whether something is added to what was told ("Adding to the friction, …"), somebody is not told of it ("without informing Chad"), or only talked with."""
    added = key == "add" and token.base_relation == "advcl" and any(marker_of(sentence, child) == "to" for child in sentence.children(token, "obl"))
    untold = token.text.endswith("ing") and any(mark.text.lower() == "without" for mark in sentence.children(token, "mark", "case"))
    talked = key in load_speech("en").needs_topic and any(marker_of(sentence, child) == "with" for child in sentence.children(token, "obl"))
    passes_on = key == "report" and any(
        sentence.child(clause, "mark") is not None and clause.text.lower() == "saying" for clause in sentence.children(token, "advcl", "acl")
    )
    if passes_on:
        return True
    return (added and sentence.child(token, "obj", "ccomp") is None) or untold or talked


def _is_gapped(sentence: Sentence, token: Token, key: str) -> bool:
    """Whether somebody is accused, blamed or called home in a clause about him ("a group that Chad accuses of"), or envoys are called for consultations."""
    if key in ("accuse", "blame"):
        thing = sentence.child(token, "obj", "ccomp")
        return token.relation == "acl:relcl" and (thing is None or is_relative(thing))
    return key == "call for" and sentence.child(token, "obj") is not None


def _is_deed(sentence: Sentence, token: Token, key: str) -> bool:
    """Whether somebody adds a thing to a list, denounces a treaty or reads a text: only papers "read" what they say."""
    nouns = load_classes("en").nouns
    thing = sentence.child(token, "obj")
    if key == "read":
        subject = sentence.child(token, "nsubj") or next((child for child in sentence.children(token) if child.relation in SUBJECTS), None)
        return subject is None or not ({subject.lemma.lower()} & (nouns["declaration"] | nouns["communique"] | set(HOLLOW)))
    if key == "address" and sentence.child(token, "ccomp") is None and not any(word.text in QUOTES for word in sentence.tokens[token.index :]):
        return True  # "to address the concerns"
    if thing is None or thing.index < token.index or sentence.child(token, "ccomp") is not None:
        return False
    titled = load_roles("en").kind_of(thing.lemma.lower()) == "person"
    person = titled or (thing.mention is not None and thing.mention.kind == "person")
    if key == "welcome" and person:
        return True  # a guest at a place
    if key == "blame" and not any(
        marker_of(sentence, child) in ("for", "on", "over") for child in (*sentence.children(token, "obl", "advcl"), *sentence.children(thing, "nmod", "acl"))
    ):
        return True
    placed = key == "add" and thing.pos in ("NOUN", "PROPN") and thing.text[:1] not in ('"', "“")
    return placed or (key == "denounce" and bool(phrases_of(sentence, thing) & (nouns["agreement"] - nouns["declaration"])))


def is_only_asked(sentence: Sentence, token: Token, speech: Speech) -> bool:
    """Whether the words are only asked for or planned ("requested that Peru explain"), or ask for no name ("who asked not to be named")."""
    following = [word.text.lower() for word in sentence.tokens[token.index + 1 : token.index + 6]]
    if token.lemma.lower() in ("ask", "request", "speak") and ({"named", "identified", "anonymity"} & set(following)):
        return True
    head = sentence.head(token)
    asked = head is not None and speech.verbs.get(head.lemma.lower()) == "proposed" and token.base_relation in ("ccomp", "xcomp", "advcl")
    return asked and not token.has("Tense=Past")


def is_topic(sentence: Sentence, child: Token) -> bool:
    """Whether a phrase tells of what somebody speaks, and not when or over which line."""
    lemma = child.lemma.lower()
    return marker_of(sentence, child) in TOPICAL and lemma not in load_speech(sentence.language).media and lemma not in NO_SPEAKER
