"""RDF in Turtle: each line with the words it rests on, in the terms of PROV and of Web Annotation."""

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV

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
        graph.add((node, DCTERMS.issued, Literal(kept.said)))
    for line in material.lines:
        _add_line(graph, line)
    return graph.serialize(format="turtle").encode()


def _add_line(graph: Graph, line) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 (a Line)
    claim, entry = line.entry.claim, URIRef(ENTRY + line.entry.id)
    graph.add((entry, RDF.type, PROV.Entity))
    graph.add((entry, RDF.type, OWN[claim.kind.capitalize()]))
    graph.add((entry, RDFS.label, Literal(say_claim(claim), lang="en")))
    graph.add((entry, OWN.modality, Literal(claim.modality)))
    for name, day in (("from", first_day(claim.when)), ("to", last_day(claim.when))):
        if day is not None:
            graph.add((entry, OWN[name], Literal(day, datatype=XSD.date)))
    for actor in find_all_actors(line):
        if actor.side:
            graph.add((entry, OWN.side, URIRef(SIDE + actor.side)))
    for report in line.reports:
        note, selector, place = (URIRef(CLAIM + report.claim + part) for part in ("", "#quote", "#place"))
        graph.add((entry, PROV.wasDerivedFrom, note))
        graph.add((note, RDF.type, OA.Annotation))
        graph.add((note, OA.hasTarget, URIRef(DOCUMENT + report.document)))
        for one in (selector, place):
            graph.add((note, OA.hasSelector, one))
        graph.add((selector, RDF.type, OA.TextQuoteSelector))
        graph.add((selector, OA.exact, Literal(report.text, lang=report.language)))
        graph.add((place, RDF.type, OA.TextPositionSelector))
        graph.add((place, OA.start, Literal(report.span.start)))
        graph.add((place, OA.end, Literal(report.span.stop)))
