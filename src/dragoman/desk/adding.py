"""Documents on their way into the record: archived, read, kept, each in a transaction of its own."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.desk.parts import Parts
from dragoman.model import BadInput, DragomanError, NothingFound, Reading, ReadOptions, Trouble
from dragoman.model.ports import ArchivedDocument, ClaimStore, KeptDocument
from dragoman.run.local import Job


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `new`, `known` (nothing to do) or `reread`."""

    document: str
    file: str
    status: Literal["new", "known", "reread"]
    n_claims: int
    troubles: tuple[Trouble, ...] = ()


def add_documents(store: ClaimStore, parts: Parts, paths: Iterable[Path], options: ReadOptions) -> Iterator[Added | Trouble]:
    """What became of each document under `paths`, as it is kept: a stop loses nothing, and the next run goes on from there."""
    kept: dict[str, KeptDocument] = {}
    waiting: dict[str, ArchivedDocument] = {}
    seen: set[str] = set()
    done: deque[Added | Trouble] = deque()

    def find_jobs() -> Iterator[Job]:
        for found in (found for path in paths for found in _load(parts, path)):
            if isinstance(found, Trouble):
                store.keep_troubles([found], parts.clock())
                done.append(found)
                continue
            document = found.document
            if document.id not in seen:
                kept.update((known.id, known) for known in store.documents(ids=[document.id]))
            old = kept.get(document.id)
            if document.id in seen or (old is not None and _is_read(old, options)):
                done.append(Added(document.id, document.file, "known", old.n_claims if old else 0))
                continue
            waiting[document.id] = found
            seen.add(document.id)
            yield Job(document, options)

    for job, reading in parts.engine(find_jobs(), parts.read):
        yield from _drain(done)
        archived = waiting.pop(job.document.id)
        yield _keep(store, parts, archived, reading, options, "reread" if job.document.id in kept else "new")
    yield from _drain(done)


def reread_documents(store: ClaimStore, parts: Parts, since: str | None) -> Iterator[Added | Trouble]:
    """What became of each document that the present reader had not read yet, one by one.

    The switch to the new readings comes at the end, in one transaction; a stop before it changes nothing.
    """
    due = [kept for kept in store.documents() if kept.version != parts.version(kept.options)]
    due = [kept for kept in due if since is None or not is_since(kept.version, since)]
    switches: list[tuple[str, str]] = []
    for job, reading in parts.engine((_make_job(store, kept) for kept in due), parts.read):
        if isinstance(reading, Trouble):
            store.keep_troubles([reading], parts.clock())
            yield reading
            continue
        store.keep_reading(reading, job.options, parts.clock())
        switches.append((reading.document, reading.version))
        yield Added(job.document.id, job.document.file, "reread", len(reading.claims), reading.troubles)
    store.activate(switches, parts.clock())


def is_since(version: str, since: str) -> bool:
    """Whether `version` is `since` or a later one; where `since` names a fingerprint (`0.1.0+3f9c02aa`), it counts too."""
    number, wanted = parse_version(version), parse_version(since)
    return number > wanted or (number == wanted and ("+" not in since or version.split(maxsplit=1)[0] == since.split(maxsplit=1)[0]))


def parse_version(version: str) -> tuple[int, ...]:
    """The numbers of a version, so that 0.10 comes after 0.9; a DragomanError where there are none."""
    found = re.search(r"\d+(?:\.\d+)*", version)
    if found is None:
        raise DragomanError(f"{version}: is no version; give one as `dragoman read FILE --json` names it in `reading`, or its number")
    return tuple(int(number) for number in found.group().split("."))


def _load(parts: Parts, path: Path) -> Iterator[ArchivedDocument | Trouble]:
    """The documents under `path`; what cannot be read is a Trouble, so that the paths after it are read all the same."""
    try:
        yield from parts.load(path)
    except BadInput as error:
        yield Trouble(document=str(path), stage="archive", why=str(error))


def _is_read(old: KeptDocument, options: ReadOptions) -> bool:
    """Whether adding has nothing to add: no options were given, or the document was read with the same ones."""
    return options in (ReadOptions(), old.options)


def _make_job(store: ClaimStore, kept: KeptDocument) -> Job:
    document = store.load_document(kept.id)
    if document is None:
        raise NothingFound(f"{kept.id}: the text of this document is gone; check the record with: dragoman verify")
    return Job(document, kept.options)


def _keep(
    store: ClaimStore, parts: Parts, archived: ArchivedDocument, reading: Reading | Trouble, options: ReadOptions, status: Literal["new", "reread"]
) -> Added | Trouble:
    at = parts.clock()
    if isinstance(reading, Trouble):
        store.keep_troubles([reading], at)
        return reading
    store.keep(archived, reading, options, at)
    return Added(archived.document.id, archived.document.file, status, len(reading.claims), reading.troubles)


def _drain(done: deque[Added | Trouble]) -> Iterator[Added | Trouble]:
    while done:
        yield done.popleft()
