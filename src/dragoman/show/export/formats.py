"""Every format by its name: how its files end, what it is for, and who makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model import BadInput
from dragoman.model.ports import fill_port
from dragoman.show.export.material import Material


@dataclass(frozen=True, slots=True)
class Format:
    """`maker` stands at `module:function` below `dragoman.show.export`, and is imported when it is asked for."""

    suffix: str
    what: str
    maker: str

    def export(self, material: Material) -> bytes:
        """The bytes of the file."""
        make: Callable[[Material], bytes] = fill_port(f"dragoman.show.export.{self.maker}")
        return make(material)


FORMATS: dict[str, Format] = {
    "plover": Format(".plover.jsonl", "events in PLOVER's own terms, one JSON object a line", "plover:export_plover"),
    "csv": Format(".csv", "one row a line, for spreadsheets", "table:export_csv"),
    "codebook": Format(".codebook.md", "what the columns of the table hold", "table:export_codebook"),
    "parquet": Format(".parquet", "the same columns with their types", "parquet:export_parquet"),
    "rdf": Format(".ttl", "Turtle, with PROV and Web Annotation", "linked:export_turtle"),
    "ftm": Format(".ftm.json", "FollowTheMoney entities, one JSON object a line", "money:export_money"),
    "ftm-statements": Format(".ftm-statements.csv", "FollowTheMoney statements: one value of one entity a row", "statements:export_statements"),
    "graphml": Format(".graphml", "sides as nodes and events as edges", "graph:export_graphml"),
    "timeline": Format(".timeline.json", "slides for TimelineJS", "timeline:export_timeline"),
    "csl": Format(".csl.json", "the documents cited, for Zotero and Pandoc", "bibliography:export_csl"),
    "bibtex": Format(".bib", "the documents cited, for BibTeX", "bibliography:export_bibtex"),
    "ris": Format(".ris", "the documents cited, for reference managers", "bibliography:export_ris"),
    "ics": Format(".ics", "what is told for one day, for calendars", "calendar:export_ics"),
    "atom": Format(".atom", "the lines as a feed", "atom:export_atom"),
    "markdown": Format(".md", "the lines by year, for reading", "vault:export_markdown"),
    "vault": Format(".vault.zip", "notes that link to each other, for Obsidian and its kin", "vault:export_vault"),
}


def find_format(name: str) -> Format:
    """The format of that name; BadInput where there is none."""
    if name not in FORMATS:
        raise BadInput(f"{name}: is no format; it is one of {', '.join(FORMATS)}")
    return FORMATS[name]
