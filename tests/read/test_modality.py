"""How a content is meant."""

import pytest

from dragoman.read.modality import find_mood
from tests.read.marked import read_marked

CASES = [
    ("[Peru|state:PER] issued a statement rejecting the claim of [Chile|state:CHL].", "reject", "actual"),
    ("[Peru|state:PER] closed the border.", "close", "actual"),
    ("[Peru|state:PER] may close the border.", "close", "possible"),
    ("[Peru|state:PER] will close the border.", "close", "planned"),
    ("[Peru|state:PER] did not close the border.", "close", "negated"),
    ("[Peru|state:PER] agreed to close the border.", "close", "agreed"),
    ("[Peru|state:PER] proposed to close the border.", "close", "proposed"),
    ("[Peru|state:PER] plans to close the border.", "close", "planned"),
    ("[Peru|state:PER] and [Chile|state:CHL] discussed the resumption of flights.", "resumption", "discussed"),
    ("[Peru|state:PER] reportedly closed the border.", "close", "alleged"),
    ("[Finland|state:FIN] protested over [Chile|state:CHL] allegedly sending troops to support [Peru|state:PER].", "support", "alleged"),
]


@pytest.mark.parametrize(("text", "lemma", "modality"), CASES)
def test_modality(text: str, lemma: str, modality: str) -> None:
    (sentence,) = read_marked(text)
    token = next(token for token in sentence.tokens if token.lemma == lemma)
    assert find_mood(sentence, token).modality == modality
