"""An answer as JSON or CSV: the same objects that the screen shows, whole and in the same order."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def write_answer(objects: Sequence[Mapping[str, Any]], asked: Mapping[str, str]) -> bytes:
    """`{"asked": {field: text}, "n": count, "answer": [object, …]}`; the objects are those of the contract."""
    return msgspec.json.encode({"asked": dict(asked), "n": len(objects), "answer": list(objects)})


def write_csv(objects: Iterable[Mapping[str, Any]]) -> bytes:
    """One row per object, UTF-8 with a mark of byte order, which spreadsheets need to see Hangul and Cyrillic.

    A field within a field is a column of its own (`when.from`); a list is JSON in one cell. A text that a spreadsheet
    would run as a formula has an apostrophe before it.
    """
    rows = [flatten(found) for found in objects]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([[row.get(name, "") for name in columns] for row in rows])
    return ("\ufeff" + written.getvalue()).encode()


def flatten(found: Mapping[str, Any], before: str = "") -> dict[str, str]:
    """An object as cells, by the path of each value."""
    cells: dict[str, str] = {}
    for name, value in found.items():
        path = f"{before}{name}"
        if isinstance(value, Mapping):
            cells |= flatten(value, f"{path}.")
        else:
            cells[path] = _write_cell(value)
    return cells


def _write_cell(value: Any) -> str:  # noqa: ANN401 (any JSON value)
    match value:
        case None:
            return ""
        case bool() | list() | tuple():
            return msgspec.json.encode(value).decode()
        case str():
            return f"'{value}" if value.startswith(FORMULA) else value
        case _:
            return str(value)
