"""A PostgreSQL of our own for as long as the tests run, and the stores that every law is tried on."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from dragoman.record.memory import MemoryStore
from dragoman.record.postgres import create_desk as create_in_postgres
from dragoman.record.sqlite import create_desk

FREE: list[str] = []
USED: list[str] = []


def find_programs() -> Path | None:
    """The folder of the newest `pg_ctl` on this machine."""
    beside = shutil.which("pg_ctl")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return Path(beside).parent if beside else found[-1].parent if found else None


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The folder of the socket of a fresh cluster; it runs as `postgres` where the tests run as root, which PostgreSQL refuses."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL here (Debian: apt-get install postgresql)")
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if user:
            shutil.chown(folder, user)

        def run(program: str, *words: str) -> None:
            subprocess.run([programs / program, *words], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (PostgreSQL's own programs)

        run("initdb", "-D", f"{folder}/data", "-U", "dragoman", "--auth=trust", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        run("pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")


@contextmanager
def open_database(cluster: str) -> Iterator[str]:
    """The address of an empty database; it is emptied and used again, which is faster than making another."""
    if not FREE:
        FREE.append(f"desk{len(USED)}")
        USED.append(FREE[-1])
        with psycopg.connect(host=cluster, user="dragoman", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {FREE[-1]} TEMPLATE template0 STRATEGY wal_log")
    name = FREE.pop()
    try:
        yield f"postgresql://dragoman@/{name}?host={cluster}"
    finally:
        with psycopg.connect(host=cluster, user="dragoman", dbname=name, autocommit=True) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        FREE.append(name)


@pytest.fixture
def database(cluster: str) -> Iterator[str]:
    """The address of an empty database of PostgreSQL."""
    with open_database(cluster) as address:
        yield address


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def open_store(request: pytest.FixtureRequest):
    """Opens an empty store of each kind, as often as it is called."""

    @contextmanager
    def open_one():  # noqa: ANN202
        if request.param == "memory":
            yield MemoryStore()
        elif request.param == "sqlite":
            with tempfile.TemporaryDirectory() as folder, closing(create_desk(Path(folder) / "law.desk")) as store:
                yield store
        else:
            with open_database(request.getfixturevalue("cluster")) as address, closing(create_in_postgres(address)) as store:
                yield store

    return open_one


@pytest.fixture
def store(open_store):
    """An empty store of each kind."""
    with open_store() as opened:
        yield opened
