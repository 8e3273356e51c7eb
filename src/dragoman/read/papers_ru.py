"""Russian papers that say something: whose they are, and verbs that only point back to the sentence before."""

from dragoman.read.actors import find_actors, marker_of
from dragoman.read.speech import Speech
from dragoman.read.words import Sentence, Token


def written(sentence: Sentence, token: Token, speech: Speech) -> Token | None:
    """Whose paper says it: «говорится в заявлении МИД», "сказано в сообщении посольства"; `token` is the verb."""
    if sentence.language != "ru" or token.lemma.lower() not in speech.written:
        return None
    papers = (child for child in sentence.children(token, "obl", "nmod") if marker_of(sentence, child) == "в" and child.lemma.lower() in speech.papers)
    found = next((owner for paper in papers for owner in sentence.children(paper, "nmod") if find_actors(sentence, owner)), None)
    return found or _of_which(sentence, token, speech)


def _of_which(sentence: Sentence, token: Token, speech: Speech) -> Token | None:
    """Whose the paper is before «в котором говорится»: its owner, else who published it."""
    paper = sentence.head(token)
    relative = any(child.lemma.lower() == "который" and marker_of(sentence, child) == "в" for child in sentence.children(token, "obl"))
    if token.relation != "acl:relcl" or paper is None or not relative or paper.lemma.lower() not in speech.papers:
        return None
    owner = next((child for child in sentence.children(paper, "nmod") if find_actors(sentence, child)), None)
    verb = sentence.head(paper)
    publisher = sentence.child(verb, "nsubj") if verb is not None and paper.base_relation == "obj" else None
    return owner or publisher


def is_impersonal(sentence: Sentence, token: Token) -> bool:
    """Whether a Russian short participle tells what is said by nobody named: «сказано», «отмечено»."""
    return sentence.language == "ru" and token.has("Voice=Pass") and token.text.lower().endswith("но") and not points_back(sentence, token)


def in_paper_of_nobody(sentence: Sentence, token: Token, speech: Speech) -> bool:
    """Whether something stands in a paper whose owner is only told before: «“…”, — говорится в сообщении»."""
    if sentence.language != "ru" or token.lemma.lower() not in speech.written or token.pos != "VERB" or sentence.child(token, "nsubj") is not None:
        return False
    papers = [c for c in sentence.children(token, "obl", "nmod") if marker_of(sentence, c) == "в" and c.lemma.lower() in speech.papers]
    return bool(papers) and written(sentence, token, speech) is None


def points_back(sentence: Sentence, token: Token) -> bool:
    """Whether a Russian verb only says whence the sentence before is known («Об этом сообщает …»)."""
    if sentence.language != "ru" or sentence.child(token, "ccomp") is not None:
        return False
    return any(child.lemma.lower() == "это" and marker_of(sentence, child) in ("о", "об") for child in sentence.children(token, "obl", "iobj"))
