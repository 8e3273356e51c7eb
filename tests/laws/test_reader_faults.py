"""A fault of the reader costs one document its claims, visibly, and no other document anything."""

from dragoman.desk.parts import read_or_report
from dragoman.model import Document, Reading, ReadOptions


def fail(document: Document, options: ReadOptions) -> Reading:
    """A reader with a fault."""
    del document, options
    return next(iter(()))


def test_a_fault_of_the_reader_is_a_trouble_of_the_document() -> None:
    document = Document(id="0" * 64 + ".text-1", text="Chad met Sudan.", file="x", language="en")
    reading = read_or_report(fail, document, ReadOptions())
    assert reading.claims == ()
    (trouble,) = reading.troubles
    assert trouble.document == document.id
    assert "StopIteration in test_reader_faults.py" in trouble.why


def test_a_sound_reader_is_not_touched() -> None:
    document = Document(id="0" * 64 + ".text-1", text="Chad met Sudan.", file="x", language="en")
    whole = Reading(document=document.id, version="1")
    assert read_or_report(lambda _document, _options: whole, document, ReadOptions()) is whole
