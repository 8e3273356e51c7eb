"""RDF in Turtle: each line with the words it rests on, in the terms of PROV and of Web Annotation."""

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV

from dragoman.ask.chronology import Line
from dragoman.model import Report
from dragoman.show.export.material import Material, find_all_actors, first_day, last_day, name_document
from dragoman.show.sentences import say_claim

OA = Namespace("http://www.w3.org/ns/oa#")
OWN = Namespace("urn:dragoman:vocabulary:")
ENTRY, CLAIM, DOCUMENT, SIDE = "urn:dragoman:entry:", "urn:dragoman:claim:", "urn:dragoman:document:", "urn:dragoman:side:"


def export_turtle(material: Material) -> bytes:
    """Entries derived from annotations on archived texts; a selector gives the quote and its place."""
    graph = Graph()
    for prefix, space in (("oa", OA), ("prov", PROV), ("dcterms", DCTERMS), ("d", OWN)):
        graph.bind(prefix, space)
    for kept in material.cited():
        node = URIRef(DOCUMENT + kept.id)
        graph.add((node, RDF.type, PROV.Entity))
        graph.add((node, DCTERMS.title, Literal(name_document(kept), lang=kept.language)))
        if not kept.said_is_bound:
            graph.add((node, DCTERMS.issued, Literal(kept.said)))
    for line in material.lines:
        _add_line(graph, line)
    return graph.serialize(format="turtle").encode()


def _add_line(graph: Graph, line: Line) -> None:
    claim, entry = line.entry.claim, URIRef(ENTRY + line.entry.id)
    graph.add((entry, RDF.type, PROV.Entity))
    graph.add((entry, RDF.type, OWN[claim.kind.capitalize()]))
    graph.add((entry, RDFS.label, Literal(say_claim(claim), lang="en")))
    told = {"modality": claim.modality, "status": line.entry.status, "background": line.entry.background}
    for name, value in (told | {"reports": line.entry.n_reports, "origins": line.entry.n_origins}).items():
        graph.add((entry, OWN[name], Literal(value)))
    for name, day in (("from", first_day(claim.when)), ("to", last_day(claim.when))):
        if day is not None:
            graph.add((entry, OWN[name], Literal(day, datatype=XSD.date)))
    for actor in find_all_actors(line):
        if actor.side:
            graph.add((entry, OWN.side, URIRef(SIDE + actor.side)))
    for report in line.reports:
        _add_report(graph, entry, report)


def _add_report(graph: Graph, entry: URIRef, report: Report) -> None:
    """The annotation whose body is the line and whose target is the words, within their document."""
    note, target, selector, place = (URIRef(CLAIM + report.claim + part) for part in ("", "#words", "#quote", "#place"))
    document = URIRef(DOCUMENT + report.document)
    graph.add((entry, PROV.wasDerivedFrom, note))
    graph.add((note, RDF.type, OA.Annotation))
    graph.add((note, RDF.type, PROV.Entity))
    graph.add((note, PROV.wasQuotedFrom, document))
    graph.add((note, OA.hasBody, entry))
    graph.add((note, OA.hasTarget, target))
    graph.add((target, RDF.type, OA.SpecificResource))
    graph.add((target, OA.hasSource, document))
    for one in (selector, place):
        graph.add((target, OA.hasSelector, one))
    graph.add((selector, RDF.type, OA.TextQuoteSelector))
    graph.add((selector, OA.exact, Literal(report.text, lang=report.language)))
    graph.add((place, RDF.type, OA.TextPositionSelector))
    graph.add((place, OA.start, Literal(report.span.start, datatype=XSD.nonNegativeInteger)))
    graph.add((place, OA.end, Literal(report.span.stop, datatype=XSD.nonNegativeInteger)))
