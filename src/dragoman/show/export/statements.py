"""FollowTheMoney statements as CSV: each value of each entity as a row of its own, quotes with their language."""

import csv
import hashlib
import io
from collections.abc import Iterator

from dragoman.show.export.material import Material
from dragoman.show.export.money import Entity, find_entities, load_codes

BY_ENTITY = ("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang")
COLUMNS = (*BY_ENTITY, "original_value", "external", "first_seen", "last_seen", "id")
DATASET = "dragoman"
QUOTED = "description"
"""The property whose values are words of the sources, in their own language."""


def export_statements(material: Material) -> bytes:
    """One row for each value; the id of a row is the digest that the format's own library makes of it."""
    languages = {report.text: load_codes().languages.get(report.language, "") for line in material.lines for report in line.reports}
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", dialect=csv.unix_dialect)
    writer.writeheader()
    writer.writerows(row for entity in find_entities(material) for row in _make_rows(entity, languages))
    return text.getvalue().encode()


def _make_rows(entity: Entity, languages: dict[str, str]) -> Iterator[dict[str, str]]:
    for name, values in entity.properties.items():
        for value in values:
            language = languages.get(value, "") if name == QUOTED else ""
            yield {
                "canonical_id": entity.id,
                "entity_id": entity.id,
                "prop": name,
                "prop_type": load_codes().types[name],
                "schema": entity.schema,
                "value": value,
                "dataset": DATASET,
                "lang": language,
                "external": "f",
                "id": _digest(entity.id, name, value, language),
            }


def _digest(entity: str, name: str, value: str, language: str) -> str:
    """Source: `Statement.make_key` of followthemoney 4.11."""
    key = f"{DATASET}.{entity}.{name}.{value}{f'@{language}' if language else ''}"
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()
