"""One verifier decides, whoever proposed the claim."""

import msgspec
import pytest

from dragoman.model import Actor, Channel, Document, Evidence, Span, Zone
from dragoman.read.verify import refuse_claim

TEXT = "Lima closed its consulate in Arica.\n\nSupport us with five dollars a month."
CLAIM = Channel(
    document="0.text-1",
    span=Span(0, 35),
    text=TEXT[:35],
    language="en",
    channel="consulate",
    between=(Actor(name="Lima", id="PER", type="state", country="PER"), Actor(name="Arica", type="place", country="CHL")),
    state="ended",
)
DOCUMENT = Document(id="0.text-1", text=TEXT, file="case", language="en", zones=(Zone("body", Span(0, 35)), Zone("appeal", Span(37, len(TEXT)))))


def test_a_right_claim_stands() -> None:
    assert refuse_claim(CLAIM, DOCUMENT) is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "Lima opened its consulate in Arica."}, "words"),
        ({"span": Span(37, 44), "text": "Support"}, "furniture"),
        ({"between": CLAIM.between[:1]}, "one end"),
        ({"evidence": (Evidence(field="type", span=Span(0, 4), text="Rome", rule="x"),)}, "evidence"),
    ],
)
def test_a_wrong_claim_is_refused_with_the_reason(change: dict[str, object], why: str) -> None:
    refused = refuse_claim(msgspec.structs.replace(CLAIM, **change), DOCUMENT)
    assert refused is not None
    assert why in refused
