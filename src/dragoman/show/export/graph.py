"""GraphML: sides and people as nodes, events as edges that carry their day, type and words."""

import io

import networkx as nx

from dragoman.model import Event
from dragoman.show.export.material import Material, first_day, say_marked
from dragoman.show.sentences import name_state


def export_graphml(material: Material) -> bytes:
    """A directed multigraph of the sides; a mutual event has an edge between each two of them."""
    graph = nx.MultiDiGraph(name=material.title)
    for line in material.lines:
        claim = line.entry.claim
        if not isinstance(claim, Event):
            continue
        sources = list(dict.fromkeys(actor.side for actor in claim.source if actor.side))
        targets = list(dict.fromkeys(actor.side for actor in claim.target if actor.side))
        pairs = [(a, b) for a in sources for b in targets] or [(a, b) for place, a in enumerate(sources) for b in sources[place + 1 :]]
        for one, other in pairs:
            for code in (one, other):
                graph.add_node(code, label=name_state(code))
            day = first_day(claim.when)
            words = {"type": claim.type, "mode": claim.mode or "", "quad": claim.quad, "modality": claim.modality, "label": say_marked(line)}
            counts = {
                "status": line.entry.status,
                "background": line.entry.background,
                "n_reports": line.entry.n_reports,
                "n_origins": line.entry.n_origins,
                "quote": line.reports[0].text,
            }
            graph.add_edge(one, other, key=line.entry.id, day=day.isoformat() if day else "", **words, **counts)
    sink = io.BytesIO()
    nx.write_graphml(graph, sink)
    return sink.getvalue()
