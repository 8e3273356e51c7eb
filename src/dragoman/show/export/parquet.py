"""Parquet: the columns of the CSV with their types."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.show.export.material import Material
from dragoman.show.export.table import COLUMNS, make_rows

TYPES = {"from": pa.date32(), "to": pa.date32(), "value": pa.float64(), "confidence": pa.float64(), "background": pa.bool_()} | dict.fromkeys(
    ("quad", "n_reports", "n_origins", "start", "stop"), pa.int64()
)


def export_parquet(material: Material) -> bytes:
    """One row group; the codebook is the metadata of the columns."""
    fields = [pa.field(name, TYPES.get(name, pa.string()), metadata={"description": words}) for name, words in COLUMNS.items()]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(make_rows(material), schema=pa.schema(fields)), sink)
    return sink.getvalue()
