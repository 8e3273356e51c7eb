# ruff: noqa: ANN202 (builders of tests pass on whatever fields they are given)

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import zlib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from dragoman.model import BadInput, Document, DragomanError, Reading, ReadOptions
from dragoman.model.sides import Scope
from dragoman.record.sqlite import create_desk, open_desk
from tests.ask.builders import channel, on
from tests.laws.strategies import FakeArchived

AT = datetime(2025, 1, 1, tzinfo=UTC)


def make_pair(number, n_claims=3):
    text = f"{number}: Norway and Peru opened a route."
    raw = text.encode()
    document = Document(id=f"{hashlib.sha256(raw).hexdigest()}.t1", text=text, file=f"{number}.txt", language="en")
    claims = tuple(channel(text, "established", ["NOR", "PER"], on(1900 + found), document=document.id) for found in range(n_claims))
    return FakeArchived(document, raw), Reading(document=document.id, version="1.0", claims=claims)


def fill(store, numbers):
    for number in numbers:
        store.keep(*make_pair(number), ReadOptions(), AT)


def test_a_version_1_file_is_brought_up_to_date_and_answers_by_side(tmp_path):
    path = tmp_path / "old.desk"
    archived, reading = make_pair(1)
    with closing(sqlite3.connect(path)) as old:
        old.executescript((Path(__file__).parent / "version1.sql").read_text())
        sha256, stamp, rest = archived.document.sha256, "2025-01-01T00:00:00.000000Z", msgspec.structs.replace(reading, claims=())
        old.execute("INSERT INTO blobs VALUES (?, ?, ?, ?)", (sha256, zlib.compress(archived.raw), len(archived.raw), stamp))
        body = msgspec.json.encode(msgspec.structs.replace(archived.document, translated_from="ko")).decode()
        old.execute("INSERT INTO documents VALUES (1, ?, ?, 'a.txt', 'en', NULL, NULL, NULL, ?, ?)", (archived.document.id, sha256, body, stamp))
        options, told = msgspec.json.encode(ReadOptions()).decode(), msgspec.json.encode(rest).decode()
        old.execute("INSERT INTO readings VALUES (1, ?, ?, '1.0', NULL, ?, ?, 3, 1, ?)", (archived.document.id, sha256, options, told, stamp))
        old.execute("INSERT INTO activations VALUES (1, 1, ?, ?)", (sha256, stamp))
        for place, claim in enumerate(reading.claims):
            row = (place + 1, claim.id, place, claim.span.start, claim.span.stop, msgspec.json.encode(claim).decode())
            old.execute("INSERT INTO claims VALUES (?, ?, 1, ?, 'channel', ?, ?, 'actual', NULL, NULL, ?)", row)
        old.commit()
    for _ in range(2):
        with closing(open_desk(path)) as store:
            assert tuple(store.claims(scope=Scope(frozenset({"PER"})))) == reading.claims
            assert [kept.translated_from for kept in store.documents()] == ["ko"]
            assert tuple(store.claims(scope=Scope(frozenset({"CHL"})))) == ()


def test_a_newer_desk_is_left_alone(tmp_path):
    path = tmp_path / "new.desk"
    create_desk(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE meta SET value = '99'")
        file.commit()
    with pytest.raises(DragomanError, match="newer Dragoman"):
        open_desk(path)


def test_what_is_no_desk_is_refused_with_its_name(tmp_path):
    text, other = tmp_path / "a.desk", tmp_path / "b.desk"
    text.write_text("Norway and Peru")
    with closing(sqlite3.connect(other)) as file:
        file.execute("CREATE TABLE x (y)")
    for path in (text, other, tmp_path / "c.desk"):
        with pytest.raises(DragomanError, match=path.name):
            open_desk(path)
    with pytest.raises(BadInput):
        create_desk(tmp_path / "nowhere" / "a.desk")
    with pytest.raises(DragomanError, match="exists already"):
        create_desk(text)


def test_many_read_while_one_writes(tmp_path):
    path = tmp_path / "rk.desk"
    with closing(create_desk(path)) as store:
        fill(store, range(3))
    stop, seen, errors = threading.Event(), [], []

    def look():
        with closing(open_desk(path)) as reader:
            while not stop.is_set():
                try:
                    documents, claims = reader.documents(), list(reader.claims())
                    seen.append((len(documents), len(claims)))
                except Exception as error:  # noqa: BLE001 (whatever it is, the test must see it)
                    errors.append(error)
                    return

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    with closing(open_desk(path)) as writer:
        fill(writer, range(3, 40))
    stop.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert seen
    assert all(n_claims % 3 == 0 for _, n_claims in seen)


WRITER = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from dragoman.model import ReadOptions
from dragoman.record.sqlite import open_desk
from tests.record.test_sqlite import make_pair
store = open_desk(Path(sys.argv[1]))
for number in range(100_000):
    store.keep(*make_pair(number, 20), ReadOptions(), datetime.now(UTC))
    print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_and_leaves_nothing_half_written(tmp_path):
    path, root = tmp_path / "rk.desk", Path(__file__).parents[2]
    create_desk(path).close()
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}:{root}"}
    promised = -1
    for round_ in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, env=environment, cwd=root) as process:  # noqa: S603 (our own program)
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(0.05 + 0.07 * round_)
            process.send_signal(signal.SIGKILL)
            promised = max([promised, *(int(line) for line in [first, *process.stdout])])
        with closing(open_desk(path)) as store:
            documents = store.documents()
            assert len(documents) > promised
            assert all(document.n_claims == 20 for document in documents)
            assert len(list(store.claims())) == 20 * len(documents)
            assert all(hashlib.sha256(raw).hexdigest() == sha256 for sha256, raw in store.blobs())


def test_one_file_holds_it_all(tmp_path):
    path = tmp_path / "rk.desk"
    with closing(create_desk(path)) as store:
        fill(store, range(2))
    moved = Path(shutil.copy(path, tmp_path / "moved.desk"))
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("rk")] == ["rk.desk"]
    with closing(open_desk(moved)) as store:
        assert len(store.documents()) == 2
