"""Reading many documents on one machine: in this process, or spread over several; the claims are the same."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from dragoman.model import Document, DragomanError, Reading, ReadOptions, Trouble
from dragoman.model.ports import DocumentReader


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be read, and how."""

    document: Document
    options: ReadOptions


class Engine(Protocol):
    """Reads many documents somewhere; a distributed engine fills this port too."""

    def __call__(self, jobs: Iterable[Job], read: DocumentReader) -> Iterator[tuple[Job, Reading | Trouble]]:
        """Each job with its reading, in the order of the jobs."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Reads on this machine; with `processes` above 1 in that many processes (each loads the parsers once)."""

    processes: int = 1

    def __call__(self, jobs: Iterable[Job], read: DocumentReader) -> Iterator[tuple[Job, Reading | Trouble]]:
        """Each job with its reading, in the order of the jobs; a reader that fails on one leaves a Trouble."""
        if self.processes < 1:
            raise DragomanError(f"the number of processes must be at least 1, not {self.processes}")
        if self.processes == 1:
            return ((job, read_job(job, read)) for job in jobs)
        return self._read_in_pool(jobs, read)

    def _read_in_pool(self, jobs: Iterable[Job], read: DocumentReader) -> Iterator[tuple[Job, Reading | Trouble]]:
        """Twice as many jobs in flight as there are processes, so that a million documents need no memory."""
        waiting: deque[tuple[Job, Future[Reading | Trouble]]] = deque()
        with ProcessPoolExecutor(self.processes, mp_context=multiprocessing.get_context("spawn")) as pool:
            for job in jobs:
                waiting.append((job, pool.submit(read_job, job, read)))
                if len(waiting) >= 2 * self.processes:
                    done, future = waiting.popleft()
                    yield done, future.result()
            for done, future in waiting:
                yield done, future.result()


def read_job(job: Job, read: DocumentReader) -> Reading | Trouble:
    """The reading of one document; a Trouble where the reader fails, so that the batch goes on."""
    try:
        return read(job.document, job.options)
    except DragomanError as error:
        return Trouble(document=job.document.id, stage="read", why=str(error))
    except Exception as error:  # noqa: BLE001 (one bad document must not stop the batch; the user sees why)
        return Trouble(document=job.document.id, stage="read", why=f"{job.document.file}: the reader failed: {type(error).__name__}: {error}")
