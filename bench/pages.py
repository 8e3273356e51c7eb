"""Writes the computed parts of docs/: the file lists of map.md, and contract.md from the types themselves.

usage: python bench/pages.py [--check]
"""

import argparse
import ast
import sys
import tomllib
import typing
from pathlib import Path

import msgspec

from dragoman import model
from dragoman.show.contract import render_schema

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "dragoman"
BEGIN, END = "<!-- files: written by make docs -->", "<!-- end of files -->"
ROOMS = ("show", "desk", "run", "ask", "record", "reconcile", "read", "archive", "know", "model")
KINDS = (model.Event, model.Channel, model.Post, model.Figure, model.Statement, model.Assessment, model.Instrument)
PARTS = (model.Actor, model.When, model.Span, model.Evidence, model.Flag, model.Place, model.Office, model.Topic, model.Change, model.LiteralReading)


def find_purpose(path: Path) -> str:
    """The first line of a module's docstring, or of a data file's note."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0].replace("|", "\\|")
    meta = tomllib.loads(text).get("meta", {})
    words = meta.get("what") or meta.get("note") or "knowledge; source and licence in its [meta]"
    return " ".join(words.split()).partition(". ")[0].replace("|", "\\|")


def render_folder(folder: Path) -> list[str]:
    """A heading and a table for one folder, then for those below it."""
    files = sorted(path for path in folder.iterdir() if path.suffix in {".py", ".toml"} and path.name != "__init__.py")
    below = sorted(path for path in folder.iterdir() if path.is_dir() and path.name not in {"__pycache__", "weights"})
    lines = []
    if files:
        lines = [f"### `{folder.relative_to(ROOT).as_posix()}/`", "", "| file | what it yields |", "|---|---|"]
        lines += [f"| `{path.name}` | {find_purpose(path)} |" for path in files]
        lines += [""]
    for path in below:
        lines += render_folder(path)
    return lines


def render_map(page: str) -> str:
    """docs/map.md with its lists of files as they are now."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    top = [f"### `{SOURCE.relative_to(ROOT).as_posix()}/`", "", "| file | what it yields |", "|---|---|"]
    top += [f"| `{path.name}` | {find_purpose(path)} |" for path in sorted(SOURCE.glob("*.py"))]
    lines = [*top, ""]
    for room in ROOMS:
        if (SOURCE / room).is_dir():
            lines += render_folder(SOURCE / room)
    return f"{before}{BEGIN}\n" + "\n".join(lines).rstrip() + f"\n{END}{after}"


def name_type(kind: object) -> str:
    """A type as a reader of the page would say it."""
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal:
        return " ".join(f"`{value}`" for value in arguments)
    if typing.get_origin(kind) is tuple:
        return f"list of {name_type(arguments[0])}"
    if arguments:
        return " or ".join("null" if part is type(None) else name_type(part) for part in arguments)
    return {"str": "text", "float": "number", "int": "whole number", "bool": "true or false"}.get(
        getattr(kind, "__name__", ""), getattr(kind, "__name__", str(kind))
    )


def render_struct(struct: type[msgspec.Struct], *, without: frozenset[str] = frozenset()) -> list[str]:
    """One type: its docstring and its fields."""
    text = " ".join((struct.__doc__ or "").split())
    lines = [f"### {struct.__name__}", "", text, "", "| field | type |", "|---|---|"]
    hints = typing.get_type_hints(struct)
    lines += [f"| `{name}` | {name_type(hints[name])} |" for name in struct.__struct_fields__ if name not in without]
    return [*lines, ""]


def render_contract() -> str:
    """docs/contract.md: what reading one document yields."""
    common = model.claim.ClaimFields
    lines = [
        "# What reading one document yields",
        "",
        "Written by `make docs` from the types in `src/dragoman/model/`; `dragoman schema` prints the same as JSON Schema.",
        "",
    ]
    lines += [
        "`dragoman read FILE --json` prints one claim per line, in text order. `text` is always the archived text from `span[0]` to `span[1]`,",
        "in Unicode code points.",
        "",
    ]
    lines += ["## Every claim", "", *render_struct(common), "## The kinds", "", "Each has the fields of every claim and these:", ""]
    for kind in KINDS:
        lines += render_struct(kind, without=frozenset(common.__struct_fields__))
    lines += ["## Their parts", ""]
    for part in PARTS:
        if issubclass(part, msgspec.Struct):
            lines += render_struct(part)
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Write the pages, or with --check say which of them are out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 where a page is out of date")
    asked = parser.parse_args()
    map_page, contract_page = ROOT / "docs" / "map.md", ROOT / "docs" / "contract.md"
    pages = {map_page: render_map(map_page.read_text(encoding="utf-8")), contract_page: render_contract()}
    pages[ROOT / "docs" / "claim.schema.json"] = render_schema()
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if not asked.check:
            path.write_text(pages[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {'out of date; run make docs' if asked.check else 'written'}")
    return 1 if asked.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
