"""Computed in parts or at once: the lines are the same, byte for byte."""

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.desk.blocks import Blocks
from dragoman.model import correct_claim
from dragoman.reconcile.entries import reconcile
from dragoman.reconcile.known import Known
from tests.ask.builders import document
from tests.laws.strategies import days, documents_with_claims

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
batches = st.lists(documents_with_claims(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].document.id)


def dump(made):
    return msgspec.json.encode([made.entries, made.disputes])


@FEW
@given(batch=batches, said=days, data=st.data())
def test_blocks_kept_from_before_give_what_a_full_computation_gives(batch, said, data):
    blocks = Blocks()
    known = Known({archived.document.id: document(archived.document.id, said) for archived, _ in batch})
    claims = []
    for _, reading in data.draw(st.permutations(batch)):
        claims += reading.claims
        assert dump(blocks.reconcile(claims, known)) == dump(reconcile(claims, known))
    later = Known({name: document(name, said.replace(year=2001)) for name in known.documents})
    assert dump(blocks.reconcile(claims, later)) == dump(reconcile(claims, later))
    if claims:
        corrected = [correct_claim(claims[0], {"modality": "denied"}), *claims[1:]]
        assert dump(blocks.reconcile(corrected, known)) == dump(reconcile(corrected, known))
    assert dump(blocks.reconcile(claims, known)) == dump(reconcile(claims, known))
