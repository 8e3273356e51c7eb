"""FollowTheMoney: every line keeps to the schemata of the format, which lie beside this file as its makers publish them."""

import csv
import importlib
import io
import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from dragoman.ask.chronology import Chronology, Line
from dragoman.ask.dyad import Dyad
from dragoman.know.states import load_state_names
from dragoman.model import Figure, When
from dragoman.show.export.formats import find_format
from dragoman.show.export.material import Material
from dragoman.show.export.money import load_codes
from tests.ask.builders import channel, event, place, post, seal, state, view
from tests.show.library import make_library

MISSING = "followthemoney needs ICU, which must be compiled: .ci/run installs it (make EXTRAS=dev,formats); the schemata are checked without it"
SCHEMATA = Path(__file__).parent / "followthemoney"
MET = event("Ministers met.", ["NOR"], ["PER"], When.in_month(2024, 3))
PLANNED = event("They will meet.", ["NOR"], ["PER"], When.in_year(2027), start=20, modality="planned")
DENIED = event("Norway did not attack.", ["NOR"], ["PER"], None, start=40, type="ASSAULT", quad=4, modality="denied")
LINK = channel("Flights have been suspended since May 2020.", "suspended", ["NOR", "PER"], When.in_month(2020, 5).since(), start=80)
HOLDS = post("Dahl, ambassador to Peru", "Dahl", "ambassador", "NOR", "incumbent", When.on(date(2024, 3, 5)), start=140)
VACANT = post("The embassy has no ambassador.", None, "ambassador", "PER", "vacant", start=180)
TRADE = seal(Figure(**place("Trade was 5 million.", 220), measure="trade_turnover", of="trade", about=(state("NOR"), state("PER")), value=5e6, unit="USD"))


@cache
def load_schema(name):
    own = yaml.safe_load((SCHEMATA / f"{name}.yaml").read_text())[name]
    above = [load_schema(parent) for parent in own.get("extends", [])]
    properties = {key: value or {} for parent in above for key, value in parent["properties"].items()} | (own.get("properties") or {})
    required = {key for parent in above for key in parent["required"]} | set(own.get("required", []))
    names = {name}.union(*(parent["names"] for parent in above))
    return {"properties": properties, "required": required, "names": names, "abstract": own.get("abstract", False)}


def export(claims):
    seen = view(*claims)
    lines = [Line(entry=entry, reports=seen.reports(entry.support)) for entry in seen.entries]
    return read(Material("Norway and Peru", lines, seen.documents, date(2025, 6, 1)))


def read(material):
    return [json.loads(row) for row in find_format("ftm").export(material).splitlines()]


@pytest.fixture(scope="module")
def entities():
    return export((MET, PLANNED, DENIED, LINK, HOLDS, VACANT, TRADE))


def read_rows(material):
    return list(csv.DictReader(io.StringIO(find_format("ftm-statements").export(material).decode()), dialect=csv.unix_dialect))


@pytest.fixture(scope="module")
def material():
    desk = make_library()
    lines = desk.answer(Chronology(dyad=Dyad("NOR", "PER")))
    return Material("Norway and Peru", lines, {kept.id: kept for kept in desk.documents()}, date(2025, 6, 1))


@pytest.fixture(scope="module")
def library(material):
    return read(material)


def find_faults(entities):
    known = {entity["id"]: entity["schema"] for entity in entities}
    codes = load_codes()
    forms = {
        "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?").fullmatch,
        "country": set(codes.countries.values()).__contains__,
        "language": set(codes.languages.values()).__contains__,
        "name": lambda value: 0 < len(value) <= 384,
        "string": lambda value: 0 < len(value) <= 1024,
        "text": lambda value: 0 < len(value) <= 65000,
    }
    for entity in entities:
        schema = load_schema(entity["schema"])
        if schema["abstract"] or not schema["required"] <= set(entity["properties"]):
            yield f"{entity['schema']} {entity['id']}: abstract, or without what it must have"
        for name, values in entity["properties"].items():
            rule = schema["properties"].get(name)
            if rule is None:
                yield f"{entity['schema']} has no {name}"
                continue
            kind = rule.get("type", "string")
            for value in values:
                if kind == "entity" and rule["range"] not in load_schema(known.get(value, "Value"))["names"]:
                    yield f"{entity['schema']}.{name} must point at a {rule['range']}, not {known.get(value)}"
                if not isinstance(value, str) or not forms.get(kind, bool)(value):
                    yield f"{entity['schema']}.{name} is no {kind}: {value!r}"


def test_every_line_keeps_to_its_schema(entities, library):
    assert {entity["schema"] for entity in entities} == {"Article", "PublicBody", "Person", "Position", "Occupancy", "Event", "Note"}
    assert list(find_faults(entities)) == []
    assert list(find_faults(library)) == []


def test_the_check_finds_what_breaks_a_schema(entities):
    (held,) = (entity for entity in entities if entity["schema"] == "Occupancy")
    broken = held | {"properties": held["properties"] | {"post": held["properties"]["holder"], "shoe": ["42"], "date": ["5 March"]}}
    assert len(list(find_faults([*entities, broken]))) == 3


def test_the_library_of_the_format_takes_every_line(entities, library):
    try:
        model = importlib.import_module("followthemoney").model
    except ImportError:
        pytest.skip(MISSING)
    for entity in [*entities, *library]:
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values)


def test_every_value_is_a_statement_with_the_type_of_its_property_and_quotes_have_their_language(material):
    rows = read_rows(material)
    wanted = [(entity["id"], name, value) for entity in read(material) for name, values in entity["properties"].items() for value in values]
    assert [(row["entity_id"], row["prop"], row["value"]) for row in rows] == wanted
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row["prop_type"] == (load_schema(row["schema"])["properties"][row["prop"]].get("type", "string")) for row in rows} == {True}
    assert {row["lang"] for row in rows if row["prop"] == "description"} == {"eng", "rus", "kor"}
    assert {row["lang"] for row in rows if row["prop"] != "description"} == {""}


def test_the_library_of_the_format_makes_the_same_entities_of_the_statements(material):
    try:
        serialize, statements = (importlib.import_module(f"followthemoney.statement.{name}") for name in ("serialize", "entity"))
    except ImportError:
        pytest.skip(MISSING)
    dataset = importlib.import_module("followthemoney").Dataset.make({"name": "dragoman", "title": "Dragoman"})
    written = list(serialize.read_csv_statements(io.BytesIO(find_format("ftm-statements").export(material))))
    assert [found.id for found in written] == [found.generate_key() for found in written]
    assert [found.prop_type for found in written] == [row["prop_type"] for row in read_rows(material)]
    grouped: dict[str, list] = {}
    for found in written:
        grouped.setdefault(found.entity_id, []).append(found)
    for entity in read(material):
        proxy = statements.StatementEntity.from_statements(dataset, grouped.pop(entity["id"]))
        assert proxy.schema.name == entity["schema"]
        assert {name: sorted(proxy.get(name)) for name in proxy.properties} == {name: sorted(values) for name, values in entity["properties"].items()}
    assert not grouped


def test_times_are_as_fine_as_the_source_tells_them(entities):
    named = {entity["properties"]["description"][0]: entity["properties"] for entity in entities if "description" in entity["properties"]}
    assert named[MET.text]["date"] == ["2024-03"]
    assert named[PLANNED.text]["date"] == ["2027"]
    assert named[LINK.text]["startDate"] == ["2020-05"]
    assert not {"date", "endDate"} & set(named[LINK.text])


def test_what_is_denied_is_no_event_and_what_is_planned_says_so(entities):
    events = [entity["properties"] for entity in entities if entity["schema"] == "Event"]
    assert DENIED.text not in [event["description"][0] for event in events]
    assert next(event for event in events if event["description"] == [PLANNED.text])["name"][0].endswith("(planned)")


def test_every_line_is_proved_by_a_document(entities):
    told = [entity for entity in entities if entity["schema"] in {"Event", "Note", "Occupancy"}]
    documents = {entity["id"] for entity in entities if entity["schema"] == "Article"}
    assert len(told) == 6
    assert all(set(entity["properties"]["proof"]) <= documents for entity in told)


def test_codes_are_those_of_the_format():
    countries = load_codes().countries
    assert [countries[code] for code in ("NOR", "KOR", "PRK", "SUN", "EU")] == ["no", "kr", "kp", "suhh", "eu"]
    assert countries.keys() <= load_state_names().keys()
