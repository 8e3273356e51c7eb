"""Atom: the lines as a feed, the latest first."""

from lxml import etree

from dragoman.show.export.material import Material, first_day
from dragoman.show.sentences import say_claim
from dragoman.show.text import render_when

ATOM = "http://www.w3.org/2005/Atom"
MOST = 200


def export_atom(material: Material) -> bytes:
    """RFC 4287; each entry quotes its first report in its own language."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    made = f"{material.made.isoformat()}T00:00:00Z"
    _add(feed, "id", f"urn:dragoman:{_name(material.title)}")
    _add(feed, "title", material.title)
    _add(feed, "updated", made)
    _add(_add(feed, "author", ""), "name", "Dragoman")
    for line in list(reversed(material.lines))[:MOST]:
        claim, report = line.entry.claim, line.reports[0]
        entry = _add(feed, "entry", "")
        _add(entry, "id", f"urn:dragoman:entry:{line.entry.id}")
        _add(entry, "title", f"{render_when(claim.when)}: {say_claim(claim)}")
        day = first_day(claim.when)
        _add(entry, "updated", f"{day.isoformat()}T00:00:00Z" if day else made)
        content = _add(entry, "content", report.text)
        content.set("type", "text")
        content.set("{http://www.w3.org/XML/1998/namespace}lang", report.language)
        _add(entry, "summary", f"{report.file}; {line.entry.n_reports} reports, {line.entry.n_origins} origins")
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = "".join(char for char in text if char in "\t\n" or ord(char) >= 32) or None
    return child


def _name(title: str) -> str:
    return "-".join(title.casefold().split())
