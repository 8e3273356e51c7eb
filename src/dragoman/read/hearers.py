"""Hearers: whom words are told, and in what they are told."""

from dragoman.model import Actor
from dragoman.read.actors import find_actors, marker_of
from dragoman.read.speech import Speech, load_speech
from dragoman.read.words import Sentence, Token

TOLD = ("tell", "inform", "ask", "urge", "assure", "warn", "remind", "notify")


def find_addressee(sentence: Sentence, verb: Token) -> tuple[Actor, ...]:
    """Whom the words are told: the object of "tell", or "to X"; an outlet or the press by its own words."""
    if verb.lemma.lower() in TOLD:
        for child in sentence.children(verb, "iobj", "obj"):
            named = _heard(sentence, child)
            if named:
                return named
    for child in sentence.children(verb, "obl"):
        if marker_of(sentence, child) == "to":
            return _heard(sentence, child)
    return ()


def _heard(sentence: Sentence, token: Token) -> tuple[Actor, ...]:
    """Who is told: whom the phrase names, else an outlet by its name, or the press."""
    named = find_actors(sentence, token) if token.pos in ("PROPN", "NOUN") else ()
    if named:
        return named
    words = [w for w in (*sentence.children(token, "compound", "flat", "amod"), token) if w.pos in ("PROPN", "NOUN", "ADJ")]
    name = " ".join(w.text for w in sorted(words, key=lambda w: w.index))
    if token.lemma.lower() in load_speech(sentence.language).press:
        return (Actor(name=name, type="people"),)
    capital = any(w.pos == "PROPN" for w in words)
    return (Actor(name=name, type="organisation"),) if capital and not _is_forum(sentence, token) else ()


def _is_forum(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in load_speech(sentence.language).media


def find_medium(sentence: Sentence, verb: Token, speech: Speech) -> str | None:
    """In what it was said ("in a statement", "at a briefing")."""
    for child in sentence.children(verb, "obl", "nmod", "advcl"):
        words = [w.lemma.lower() for w in sentence.children(child, "compound")]
        lemma = next((m for m in (" ".join([*words[-1:], child.lemma.lower()]), child.lemma.lower()) if m in speech.media), None)
        lemma = lemma or next((m for m in speech.media if sentence.language == "ko" and child.lemma.endswith(m)), None)
        if lemma is not None and (sentence.language == "ko" or marker_of(sentence, child) in ("in", "at", "during", "on", "by", "via", "в", "на", "по")):
            return lemma
        if any(word.text in speech.networks for word in (child, *sentence.children(child, "compound", "flat"))):
            return "post"
    told = sentence.child(verb, "obj", "iobj") if verb.lemma.lower() in TOLD else None
    return told.lemma.lower() if told is not None and told.lemma.lower() in speech.media else None
