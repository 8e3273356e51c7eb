import jsonschema
import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Claim, Evidence, Flag, Span, claim_id
from dragoman.show.contract import export_claim, make_schema
from tests.laws.strategies import archived_documents, claims_of

claims = archived_documents().flatmap(lambda archived: st.tuples(st.just(archived.document), claims_of(archived.document)))
SCHEMA = jsonschema.Draft202012Validator(make_schema())


@given(claims)
def test_a_claim_survives_json(pair):
    _, claim = pair
    assert msgspec.json.decode(msgspec.json.encode(claim), type=Claim) == claim


@given(claims)
def test_the_quote_at_the_span_is_the_text(pair):
    document, claim = pair
    assert document.quote(claim.span) == claim.text
    assert all(document.quote(evidence.span) == evidence.text for evidence in claim.evidence)


@given(claims)
def test_the_id_does_not_depend_on_the_reader(pair):
    _, claim = pair
    evidence = (Evidence(field="who", span=Span(0, 1), text="x", rule="other"),)
    other = msgspec.structs.replace(claim, reading="9.9", confidence=0.123, rule="other", evidence=evidence, flags=(Flag(flag="headline", why="so"),), id="")
    assert claim_id(other) == claim.id


@given(claims)
def test_the_id_changes_with_place_and_content(pair):
    _, claim = pair
    moved = msgspec.structs.replace(claim, span=Span(claim.span.start + 1, claim.span.stop + 1))
    said = msgspec.structs.replace(claim, modality="denied" if claim.modality != "denied" else "actual")
    elsewhere = msgspec.structs.replace(claim, document=claim.document + "x")
    assert len({claim.id, claim_id(moved), claim_id(said), claim_id(elsewhere)}) == 4


@given(claims)
def test_what_is_printed_fits_the_schema(pair):
    _, claim = pair
    printed = msgspec.json.decode(msgspec.json.encode(export_claim(claim)))
    SCHEMA.validate(printed)
    assert "rule" not in printed
    assert printed["text"] == claim.text


def test_the_schema_refuses_a_claim_without_its_quote():
    assert not SCHEMA.is_valid({"kind": "event", "id": "c1", "span": [0, 1]})
    assert SCHEMA.is_valid({"kind": "event"}) is False
