"""Atom: the lines as a feed, the latest first."""

from datetime import UTC, datetime, time

from lxml import etree

from dragoman.show.export.material import Material, say_counts, say_marked
from dragoman.show.moments import say_when

ATOM = "http://www.w3.org/2005/Atom"
MOST = 200


def export_atom(material: Material) -> bytes:
    """RFC 4287; each entry quotes its first report in its own language."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    latest = max((kept.added_at for kept in material.cited()), default=datetime.combine(material.made, time(), UTC))
    _add(feed, "id", f"urn:dragoman:{_name(material.title)}")
    _add(feed, "title", material.title)
    _add(feed, "updated", _write_moment(latest))
    _add(_add(feed, "author", ""), "name", "Dragoman")
    for line in list(reversed(material.lines))[:MOST]:
        claim, report = line.entry.claim, line.reports[0]
        entry = _add(feed, "entry", "")
        _add(entry, "id", f"urn:dragoman:entry:{line.entry.id}")
        _add(entry, "title", f"{say_when(claim.when)}: {say_marked(line)}")
        _add(entry, "updated", _write_moment(max(material.documents[found.document].added_at for found in line.reports)))
        content = _add(entry, "content", report.text)
        content.set("type", "text")
        content.set("{http://www.w3.org/XML/1998/namespace}lang", report.language)
        _add(entry, "summary", f"{report.file}; {say_counts(line.entry)}")
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = "".join(char for char in text if char in "\t\n" or ord(char) >= 32) or None
    return child


def _write_moment(at: datetime) -> str:
    """When the record was told of it, as RFC 3339 writes it: when it happened stands in the title, in its own precision."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _name(title: str) -> str:
    return "-".join(title.casefold().split())
