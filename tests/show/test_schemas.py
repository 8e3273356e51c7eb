"""Exports without a library to read them back are held against schemas of what their formats have published, and against a strict reader."""

import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.know.plover import load_plover
from dragoman.model.claim import Modality
from dragoman.show.export.formats import find_format
from dragoman.show.export.material import Material
from tests.show.library import make_library

SCHEMAS = Path(__file__).parent / "schemas"
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")
RIS_TAGS = {"TY", "ID", "TI", "LA", "T2", "PY", "DA", "N1", "UR", "ER"}
DAY = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
ACTOR = {
    "type": "object",
    "required": ["text", "country", "id", "type", "sector", "role"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string", "minLength": 1}, "country": {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"}}
    | {key: {"type": ["string", "null"]} for key in ("id", "type", "sector", "role")},
}


def make_plover_schema():
    """An event of PLOVER: each type with its own modes, quad and intensities, as the codes of the ontology have them."""
    types = [
        {
            "properties": {
                "event_type": {"const": name},
                "event_mode": {"enum": [None, *row.modes]},
                "quad_code": {"const": row.quad},
                "intensity": {"enum": sorted({row.intensity_of(mode) for mode in (None, *row.modes)})},
            }
        }
        for name, row in load_plover().types.items()
    ]
    fields = {
        "id": {"type": "string", "minLength": 1},
        "context": {"type": "array", "items": {"enum": sorted(load_plover().contexts)}, "uniqueItems": True},
        "date_start": DAY,
        "date_end": DAY,
        "modality": {"enum": sorted(set(get_args(Modality)) - {"negated", "denied"})},
        "actors": {"type": "array", "minItems": 1, "items": ACTOR},
        "recipients": {"type": "array", "items": ACTOR},
        "location": {"type": ["object", "null"]},
        "n_reports": {"type": "integer", "minimum": 1},
        "n_origins": {"type": "integer", "minimum": 1},
        "texts": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "required": ["file", "language", "text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        },
    }
    marks = {"background": {"const": True}}
    named = dict.fromkeys(("event_type", "event_mode", "quad_code", "intensity"), True)
    return {"type": "object", "properties": fields | named | marks, "required": sorted(fields | named), "additionalProperties": False, "oneOf": types}


def load_schema(name):
    return make_plover_schema() if name == "plover" else json.loads((SCHEMAS / f"{name}.json").read_text())


@pytest.fixture(scope="module")
def material():
    desk = make_library()
    lines = desk.answer(Chronology(dyad=Dyad("NOR", "PER")))
    return Material("Norway and Peru", lines, {kept.id: kept for kept in desk.documents()}, date(2025, 6, 1))


def find_objects(material, name):
    written = find_format(name).export(material)
    return [json.loads(line) for line in written.splitlines()] if name == "plover" else [json.loads(written)]


@pytest.mark.parametrize("name", ["csl", "timeline", "plover"])
def test_json_keeps_to_its_schema(material, name):
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema)
    found = find_objects(material, name)
    assert found
    assert [error.message for one in found for error in Draft202012Validator(schema).iter_errors(one)] == []


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("csl", lambda written: written[0].update(type="newspaper")),
        ("csl", lambda written: written[0].update(issued={"date-parts": [[2024, 13]]})),
        ("timeline", lambda written: written["events"][0]["start_date"].update(month=0)),
        ("timeline", lambda written: written["events"].extend(written["events"] * 20)),
        ("plover", lambda written: written.update(event_type="CONSULT", quad_code=4)),
        ("plover", lambda written: written.update(modality="denied")),
        ("plover", lambda written: written.update(actors=[])),
    ],
)
def test_a_schema_refuses_what_is_no_such_file(material, name, spoil):
    written = find_objects(material, name)[0]
    spoil(written)
    assert not Draft202012Validator(load_schema(name)).is_valid(written)


def test_atom_keeps_to_its_grammar_and_the_grammar_refuses(material):
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    feed = etree.fromstring(find_format("atom").export(material))
    grammar.assertValid(feed)
    feed.remove(feed.find("{*}updated"))
    assert not grammar.validate(feed)


def read_ris(written):
    """Records of a RIS file as lists of tag and value; ValueError where a line, a tag or an end is amiss."""
    records, here = [], None
    for line in written.decode().split("\r\n"):
        if not line:
            continue
        tag, value = line[:2], line[6:]
        if not RIS_LINE.fullmatch(line) or tag not in RIS_TAGS or (tag == "TY") != (here is None):
            raise ValueError(line)
        here = [*(here or []), (tag, value)]
        if tag == "ER":
            records.append(here[:-1])
            here = None
    if here is not None:
        raise ValueError(here)
    return records


def test_ris_is_read_back_record_by_record(material):
    records = [dict(record) for record in read_ris(find_format("ris").export(material))]
    assert [record["TI"] for record in records] == [kept.title or kept.file for kept in material.cited()]
    assert all(record["TY"] == "NEWS" and (("PY" in record) == ("DA" in record)) for record in records)
    assert all(re.fullmatch(r"[0-9]{4}/[0-9]{2}/[0-9]{2}", record["DA"]) for record in records if "DA" in record)


@pytest.mark.parametrize("written", [b"TI  - No type\r\nER  - \r\n", b"TY  - NEWS\r\nTI - one blank\r\nER  - \r\n", b"TY  - NEWS\r\nTI  - No end\r\n"])
def test_a_broken_ris_file_is_refused(written):
    with pytest.raises(ValueError, match=r"."):
        read_ris(written)
