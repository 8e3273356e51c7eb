"""Each format is read back by a library or a grammar of its own, and keeps the words and the sides."""

import csv
import io
import json
import warnings
import zipfile
from dataclasses import replace
from datetime import date

import bibtexparser
import feedparser
import msgspec
import networkx as nx
import pyarrow.parquet as pq
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON
from icalendar import Calendar
from lxml import etree
from rdflib import RDF, Graph, Namespace, URIRef

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.model import BadInput, When
from dragoman.show.export.formats import FORMATS, find_format
from dragoman.show.export.material import Material
from dragoman.show.export.table import COLUMNS
from tests.ask.builders import channel, event, view

DAY = When.on(date(2024, 3, 5))
MET = event("Ministers met <b>on</b> 5 March & “smiled”.", ["NOR", "PER"], [], DAY, symmetric=True)
AID = event("Norway will send aid.", ["NOR"], ["PER"], When.in_year(2026), start=80, type="AID", quad=2, modality="planned")
DENIED = event("Norway did not attack.", ["NOR"], ["PER"], DAY, start=120, type="ASSAULT", quad=4, modality="denied")
LINK = channel("Flights were suspended in 2020.", "suspended", ["NOR", "PER"], When.in_year(2020), start=160)


@pytest.fixture(scope="module")
def material():
    seen = view(MET, AID, DENIED, LINK)
    return Material("Norway and Peru", Chronology(dyad=Dyad("NOR", "PER")).answer(seen), seen.documents, date(2025, 6, 1))


def write(material, name):
    return find_format(name).export(material)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_makes_the_same_bytes(material, name):
    assert write(material, name)
    assert write(material, name) == write(material, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_record_without_lines_makes_an_empty_file_of_the_format(material, name):
    empty = Material("Nothing", (), material.documents, material.made)
    assert isinstance(write(empty, name), bytes)


def test_plover_turns_promised_cooperation_into_agree_and_leaves_out_what_is_denied(material):
    events = [json.loads(row) for row in write(material, "plover").splitlines()]
    assert sorted(event["event_type"] for event in events) == ["AGREE", "CONSULT"]
    met = next(event for event in events if event["event_type"] == "CONSULT")
    assert [actor["country"] for actor in met["actors"] + met["recipients"]] == ["NOR", "PER"]
    assert met["texts"][0]["text"] == MET.text


def test_the_table_has_the_columns_of_its_codebook(material):
    rows = list(csv.DictReader(io.StringIO(write(material, "csv").decode("utf-8-sig"))))
    assert list(rows[0]) == list(COLUMNS)
    assert {row["quote"] for row in rows} == {claim.text for claim in (MET, AID, DENIED, LINK)}
    assert all(f"`{name}`" in write(material, "codebook").decode() for name in COLUMNS)


def test_parquet_holds_the_same_rows_with_their_types(material):
    table = pq.read_table(io.BytesIO(write(material, "parquet")))
    assert table.column_names == list(COLUMNS)
    assert date(2024, 3, 5) in table.column("from").to_pylist()


def test_turtle_is_read_back_with_the_quote_of_each_line(material):
    graph = Graph().parse(data=write(material, "rdf"), format="turtle")
    quotes = {str(value) for value in graph.objects(None, URIRef("http://www.w3.org/ns/oa#exact"))}
    assert MET.text in quotes


def test_turtle_keeps_to_the_model_of_web_annotation(material):
    graph, oa = Graph().parse(data=write(material, "rdf"), format="turtle"), Namespace("http://www.w3.org/ns/oa#")
    notes = set(graph.subjects(RDF.type, oa.Annotation))
    assert len(notes) == 4
    for note in notes:
        (target,) = graph.objects(note, oa.hasTarget)
        assert (target, RDF.type, oa.SpecificResource) in graph
        assert len(set(graph.objects(note, oa.hasBody))) == 1
        assert len(set(graph.objects(target, oa.hasSource))) == 1
        kinds = {kind for selector in graph.objects(target, oa.hasSelector) for kind in graph.objects(selector, RDF.type)}
        assert kinds == {oa.TextQuoteSelector, oa.TextPositionSelector}
    assert set(graph.subjects(oa.hasSelector)) == set(graph.subjects(RDF.type, oa.SpecificResource))
    places = list(graph.subjects(RDF.type, oa.TextPositionSelector))
    assert all(graph.value(place, oa.start).toPython() < graph.value(place, oa.end).toPython() for place in places)


IN_WORDS = ("plover", "ftm", "ftm-statements", "timeline", "ics", "atom", "markdown", "vault")


def unpack(written):
    if not written.startswith(b"PK"):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as vault:
        return b"".join(vault.read(name) for name in vault.namelist())


@pytest.mark.parametrize("name", IN_WORDS)
def test_what_is_only_background_says_so_in_every_format_of_lines(material, name):
    lines = [msgspec.structs.replace(line, entry=msgspec.structs.replace(line.entry, background=line.entry.claim == MET)) for line in material.lines]
    marked = unpack(write(replace(material, lines=tuple(lines)), name)).count(b"background")
    assert marked > unpack(write(material, name)).count(b"background") == 0


def test_the_columns_say_which_line_is_background(material):
    lines = [msgspec.structs.replace(line, entry=msgspec.structs.replace(line.entry, background=line.entry.claim == MET)) for line in material.lines]
    marked = replace(material, lines=tuple(lines))
    rows = list(csv.DictReader(io.StringIO(write(marked, "csv").decode("utf-8-sig"))))
    assert {row["quote"]: row["background"] for row in rows} == {claim.text: "true" if claim == MET else "" for claim in (MET, AID, DENIED, LINK)}
    assert sum(pq.read_table(io.BytesIO(write(marked, "parquet"))).column("background").to_pylist()) == 1
    graph = Graph().parse(data=write(marked, "rdf"), format="turtle")
    assert sum(value.toPython() for value in graph.objects(None, URIRef("urn:dragoman:vocabulary:background"))) == 1
    edges = nx.read_graphml(io.BytesIO(write(marked, "graphml"))).edges(data=True)
    assert sum(edge["background"] for *_, edge in edges) == 1


@pytest.mark.parametrize("name", ["timeline", "ics", "atom", "markdown"])
def test_what_was_denied_is_never_told_as_done(material, name):
    written = unpack(write(material, name)).decode()
    assert "attacks Peru (denied" in written.replace("\\(", "(").replace("\r\n ", "")


def test_the_feed_dates_a_line_by_when_the_record_was_told(material):
    feed = feedparser.parse(write(material, "atom"))
    assert not feed.bozo
    assert {entry.updated for entry in feed.entries} == {kept.added_at.strftime("%Y-%m-%dT%H:%M:%SZ") for kept in material.cited()}
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 4


def test_graphml_is_read_back_with_sides_and_events(material):
    graph = nx.read_graphml(io.BytesIO(write(material, "graphml")))
    assert set(graph.nodes) == {"NOR", "PER"}
    assert graph.number_of_edges() == 3


def test_the_timeline_tells_a_year_as_a_year(material):
    told = json.loads(write(material, "timeline"))
    assert {"year": 2020} in [slide["start_date"] for slide in told["events"]]
    assert all("<b>" not in slide["text"]["text"] for slide in told["events"])


def test_bibliographies_name_the_document_once(material):
    (item,) = json.loads(write(material, "csl"))
    assert item["issued"] == {"date-parts": [[2025, 5, 1]]}
    (entry,) = bibtexparser.loads(write(material, "bibtex").decode()).entries
    assert entry["year"] == "2025"
    (record,) = rispy.loads(write(material, "ris").decode())
    assert record["type_of_reference"] == "NEWS"
    assert record["year"] == "2025"


def test_a_citation_processor_sets_the_document_without_complaint(material):
    items = json.loads(write(material, "csl"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(items)
    sheet = CitationStylesBibliography(CitationStylesStyle("harvard-cite-them-right", validate=False), source, plain)
    for item in items:
        sheet.register(Citation([CitationItem(item["id"])]))
    printed = "".join(str(line) for line in sheet.bibliography())
    assert len(sheet.bibliography()) == len(items)
    assert "2025" in printed
    assert all(item["title"].lower() in printed.lower() for item in items)


def test_the_calendar_shows_only_what_is_told_for_a_day(material):
    days = [component["dtstart"].dt for component in Calendar.from_ical(write(material, "ics")).walk("VEVENT")]
    assert days == [date(2024, 3, 5), date(2024, 3, 5)]


def test_the_feed_is_well_formed_and_quotes(material):
    feed = etree.fromstring(write(material, "atom"))
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert MET.text in feed.xpath("//a:content/text()", namespaces=names)
    assert feed.xpath("count(//a:entry[a:id and a:title and a:updated])", namespaces=names) == 4


def test_markdown_takes_no_marks_from_the_texts(material):
    page = write(material, "markdown").decode()
    assert "<b>" not in page.replace("\\<b\\>", "")
    assert "## 2024" in page


def test_the_vault_links_lines_and_documents(material):
    vault = zipfile.ZipFile(io.BytesIO(write(material, "vault")))
    lines = [name for name in vault.namelist() if name.startswith("lines/")]
    assert len(lines) == 4
    assert any(MET.id in vault.read(name).decode() for name in vault.namelist() if name.startswith("documents/"))


def test_a_format_that_there_is_none_of_is_refused():
    with pytest.raises(BadInput, match="docx"):
        find_format("docx")


def test_a_line_keeps_its_counts(material):
    rows = msgspec.json.decode(b"[" + b",".join(write(material, "plover").splitlines()) + b"]")
    assert all(row["n_reports"] == 1 for row in rows)
