# ruff: noqa: ANN003 (builders of tests pass on whatever fields they are given)

import hashlib

import msgspec

from dragoman.model import Document, Event, Span, Trouble, claim_id
from dragoman.record.anchors import find_anchored, make_anchor
from tests.ask.builders import state

TEXT = "Lima said no. Norway recalled its envoy. Later Norway recalled its envoy. The sea was calm."
QUOTE = "Norway recalled its envoy."


def make_document(text=TEXT, edition="text-1"):
    return Document(id=f"{hashlib.sha256(TEXT.encode()).hexdigest()}.{edition}", text=text, file="a.txt", language="en")


def recall(document, start, **fields):
    span = Span(start, start + len(fields.pop("quote", QUOTE)))
    own = {"type": "REJECT", "quad": 3, "source": (state("NOR"),), "target": (state("PER"),), "reading": "1", **fields}
    claim = Event(document=document.id, span=span, text=document.quote(span), language="en", **own)
    return msgspec.structs.replace(claim, id=claim_id(claim))


def test_of_two_equal_sentences_the_context_says_which():
    document = make_document()
    first, second = recall(document, 14), recall(document, 47)
    for claim in (first, second):
        assert find_anchored(make_anchor(claim, document), [first, second], document) == claim


def test_it_survives_another_reader():
    document = make_document()
    judged = recall(document, 14)
    again = recall(document, 14, reading="2", rule="other", confidence=0.9)
    assert find_anchored(make_anchor(judged, document), [again], document) == again


def test_it_survives_another_edition_of_the_text():
    document, edition = make_document(), make_document("MENU\n" + TEXT.replace("its envoy", "its\n  envoy"), "text-2")
    judged = recall(document, 47)
    start = edition.text.rindex("Norway")
    moved = recall(edition, start, quote=QUOTE + "  ")
    first = recall(edition, edition.text.index("Norway"), quote=QUOTE + "  ")
    assert find_anchored(make_anchor(judged, document), [first, moved], edition) == moved


def test_what_no_longer_fits_is_a_trouble_that_says_why():
    document = make_document()
    anchor = make_anchor(recall(document, 14), document)
    gone = find_anchored(anchor, [], make_document("Nothing of it."))
    unread = find_anchored(anchor, [], document)
    changed = find_anchored(anchor, [recall(document, 14, modality="denied")], document)
    assert all(isinstance(found, Trouble) for found in (gone, unread, changed))
    assert "no longer in the text" in gone.why
    assert "no event is read there" in unread.why
    assert "something else" in changed.why
