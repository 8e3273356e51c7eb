"""Time and memory of reading: a whole cold process per file, then words per second of one warm process on one core.

usage: python bench/speed.py FILE… [--rounds N]
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import dragoman
from dragoman.desk import load_document

RUN = "import sys; from dragoman.show.cli.app import main; sys.argv[0] = 'dragoman'; main()"


def time_cold(path: Path) -> tuple[float, float]:
    """Seconds and peak MiB of `dragoman read FILE --json` as a process of its own."""
    before = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", RUN, "read", str(path), "--json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{path}: dragoman read ended with status {process.returncode}")
    return time.perf_counter() - before, usage.ru_maxrss / 1024


def time_warm(paths: list[Path], rounds: int) -> tuple[float, float, int]:
    """Words per second after a first round that loads everything, peak MiB, and the number of words."""
    documents = [load_document(path).document for path in paths]
    n_words = sum(len(document.text.split()) for document in documents)
    for path in paths:
        dragoman.read(path)
    before = time.process_time()
    for _ in range(rounds):
        for path in paths:
            dragoman.read(path)
    seconds = time.process_time() - before
    return n_words * rounds / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, n_words


def main() -> int:
    """Print one line per file and one for the warm process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print("| file | cold process, s | peak, MiB |\n|---|---|---|")
    for path in asked.files:
        seconds, peak = time_cold(path)
        print(f"| {path.name} | {seconds:.1f} | {peak:.0f} |", flush=True)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    speed, peak, n_words = time_warm(asked.files, asked.rounds)
    print(f"\nwarm, one core: {speed:,.0f} words/s over {n_words:,} words, peak {peak:.0f} MiB, Python {sys.version.split()[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
