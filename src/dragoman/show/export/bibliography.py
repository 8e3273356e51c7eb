"""The documents cited, for reference managers: CSL-JSON, BibTeX and RIS."""

import re
from typing import Any

import msgspec

from dragoman.model.ports import KeptDocument
from dragoman.show.export.material import Material, name_document


def export_csl(material: Material) -> bytes:
    """CSL-JSON, the input of Zotero, Pandoc and citeproc."""
    return msgspec.json.format(msgspec.json.encode([_make_item(kept) for kept in material.cited()]), indent=1)


def _make_item(kept: KeptDocument) -> dict[str, Any]:
    item: dict[str, Any] = {"id": _key(kept), "type": "article-newspaper", "title": name_document(kept), "language": kept.language}
    if kept.outlet:
        item["container-title"] = kept.outlet
    if not kept.said_is_bound:
        item["issued"] = {"date-parts": [[kept.said.year, kept.said.month, kept.said.day]]}
    return item | {"note": f"file: {kept.file}; sha256: {kept.sha256}"}


def export_bibtex(material: Material) -> bytes:
    """BibTeX in UTF-8, one @misc for each document."""
    return "\n".join(_make_entry(kept) for kept in material.cited()).encode()


def _make_entry(kept: KeptDocument) -> str:
    fields = {"title": "{" + _plain(name_document(kept)) + "}", "howpublished": _plain(kept.outlet or ""), "note": f"file {_plain(kept.file)}"}
    if not kept.said_is_bound:
        fields |= {"year": str(kept.said.year), "date": kept.said.isoformat()}
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(kept)},\n{rows}}}\n"


def _plain(text: str) -> str:
    """Without what BibTeX reads as a command."""
    return re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[{}\\]", "", text))


def export_ris(material: Material) -> bytes:
    """RIS, with the line ends that the format asks for."""
    return "".join(_make_record(kept) for kept in material.cited()).encode()


def _make_record(kept: KeptDocument) -> str:
    rows = [("TY", "NEWS"), ("ID", _key(kept)), ("TI", name_document(kept)), ("LA", kept.language)]
    rows += [("T2", kept.outlet)] if kept.outlet else []
    rows += [] if kept.said_is_bound else [("PY", str(kept.said.year)), ("DA", kept.said.strftime("%Y/%m/%d"))]
    rows += [("N1", f"file {kept.file}"), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in rows) + "\r\n"


def _key(kept: KeptDocument) -> str:
    return f"d{kept.sha256[:12]}"
