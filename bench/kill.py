"""Kills an `add` with SIGKILL at random points, again and again, and compares what is left with an undisturbed run.

usage: python -m bench.kill [--documents N] [--kills N] [--seed N]
"""

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from bench.synthetic import load_notes, make_texts, name_version, read_note
from dragoman.ask.board import Board
from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.desk import Desk, Parts, create_desk, open_desk
from dragoman.model import ReadOptions
from dragoman.show.contract import export_object

AT = datetime(2025, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[1]
PARTS = Parts(load=load_notes, read=read_note, version=name_version, clock=lambda: AT)


def write_notes(folder: Path, n: int) -> None:
    """`n` notes as files of the folder."""
    folder.mkdir()
    for number, text in enumerate(make_texts(n, seed=3)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def add_all(path: Path, folder: Path) -> None:
    """What the process does that is killed: add the whole folder to the desk."""
    with open_desk(path, PARTS) as desk:
        print("begun", flush=True)
        for _ in desk.add_each([folder], ReadOptions()):
            pass


def digest(desk: Desk) -> str:
    """A hash over everything that the desk holds and answers."""
    found = hashlib.sha256()
    for kept in desk.documents():
        found.update(f"{kept}".encode())
    for claim in desk.claims():
        found.update(msgspec.json.encode(claim))
    for question in (Board(dyad=Dyad("NOR", "PER")), Chronology(dyad=Dyad("NOR", "PER"))):
        found.update(msgspec.json.encode([export_object(one) for one in desk.answer(question)]))
    for sha256, raw in desk.store.blobs():
        found.update(sha256.encode() + (raw or b"gone"))
    return found.hexdigest()


def start(path: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """A process that adds the folder."""
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen([sys.executable, __file__, "--child", str(path), str(folder)], env=environment, stdout=subprocess.PIPE)


def kill_at_random(path: Path, folder: Path, chance: random.Random, longest: float) -> bool:
    """Whether the process was killed before it was done; it is left alone until it has opened the desk, and killed within `longest` seconds."""
    with start(path, folder) as process:
        if process.stdout is not None:
            process.stdout.readline()
        try:
            process.wait(timeout=longest * chance.random())
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True
    return False


def check(path: Path, wanted: str, n: int) -> list[str]:
    """What is wrong with a desk whose add has been finished after kills."""
    with open_desk(path, PARTS) as desk:
        verified = desk.verify()
        faults = [miss.why for miss in verified.misses]
        if verified.n_documents != n:
            faults.append(f"{verified.n_documents} documents instead of {n}")
        if digest(desk) != wanted:
            faults.append("what it holds or answers differs from the undisturbed run")
    return faults


def run(n: int, kills: int, seed: int, folder: Path) -> tuple[int, int, list[str]]:
    """How many kills hit, on how many desks, and the faults that they left."""
    notes, chance = folder / "notes", random.Random(seed)  # noqa: S311 (any random points will do)
    write_notes(notes, n)
    whole = folder / "whole.desk"
    create_desk(whole, PARTS).close()
    with start(whole, notes) as process:
        if process.stdout is not None:
            process.stdout.readline()
        before = time.perf_counter()
        process.wait()
    longest = (time.perf_counter() - before) / 2
    with open_desk(whole, PARTS) as desk:
        wanted = digest(desk)
    hit, desks = 0, 0
    faults: list[str] = []
    while hit < kills:
        path = folder / f"killed{desks}.desk"
        desks += 1
        create_desk(path, PARTS).close()
        while kill_at_random(path, notes, chance, longest):
            hit += 1
            with open_desk(path, PARTS) as desk:
                faults += [miss.why for miss in desk.verify().misses]
            if hit == kills:
                break
        with start(path, notes) as process:
            process.wait()
        faults += check(path, wanted, n)
        for left in folder.glob(f"{path.name}*"):
            left.unlink()
    return hit, desks, faults


def main() -> int:
    """Print how many kills hit and what they left; exit status 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        add_all(*asked.child)
        return 0
    with tempfile.TemporaryDirectory() as name:
        hit, desks, faults = run(asked.documents, asked.kills, asked.seed, Path(name))
    print(f"{hit} kills during adds of {asked.documents} documents, on {desks} desks: {len(faults)} faults")
    print("\n".join(faults[:10]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
