"""Numbers for the words that sentences rest on, in the order in which they are first cited."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from dragoman.model import Report
from dragoman.model.ports import KeptDocument
from dragoman.show.brief.model import Citation

LONGEST_TITLE = 90
"""Characters of a title that stands for a document."""


class Citing:
    """Citations as they come; the same words of the same place have one number."""

    def __init__(self, documents: Mapping[str, KeptDocument]) -> None:
        self.documents = documents
        self._found: dict[tuple[str, int, int], Citation] = {}

    def cite(self, reports: Iterable[Report]) -> tuple[int, ...]:
        """The numbers of these words, each once, rising."""
        return tuple(sorted({self._number(report) for report in reports}))

    def _number(self, report: Report) -> int:
        key = (report.document, report.span.start, report.span.stop)
        if key not in self._found:
            kept = self.documents[report.document]
            said = None if kept.said_is_bound else kept.said
            quote = " ".join(report.text.split())
            self._found[key] = Citation(len(self._found) + 1, report.file, said, quote, report.language, report.claim)
        return self._found[key].number

    def listed(self) -> tuple[Citation, ...]:
        """All citations, by number."""
        return tuple(self._found.values())

    def name_source(self, report: Report) -> str:
        """The publication that the words stand in, else the title of the document, else the name of its file."""
        kept = self.documents[report.document]
        title = " ".join((kept.title or "").split())
        quoted = f"“{title}”" if title and len(title) <= LONGEST_TITLE and not set(title) & set("“”") else None
        return kept.outlet or quoted or PurePosixPath(kept.file).name
