import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import inspect

from dragoman.model import BadInput, DragomanError, ReadOptions
from dragoman.model.sides import Scope
from dragoman.record.postgres import create_desk, open_desk
from dragoman.record.stores import create_store, open_store
from tests.record.test_sqlite import make_pair
from tests.show.test_cli import dragoman, objects

AT = datetime(2025, 1, 1, tzinfo=UTC)


def test_two_write_at_the_same_time_and_what_both_add_is_kept_once(database):
    create_desk(database).close()
    errors = []

    def write(numbers) -> None:
        with closing(open_desk(database)) as store:
            try:
                for number in numbers:
                    store.keep(*make_pair(number), ReadOptions(), AT)
            except Exception as error:  # noqa: BLE001 (whatever it is, the test must see it)
                errors.append(error)

    threads = [threading.Thread(target=write, args=(numbers,)) for numbers in (range(40), range(59, 19, -1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with closing(open_desk(database)) as store:
        assert sorted(document.file for document in store.documents()) == sorted(f"{number}.txt" for number in range(60))
        assert len(list(store.claims())) == 180


def test_a_reader_sees_one_moment_while_another_writes(database):
    with closing(create_desk(database)) as store:
        store.keep(*make_pair(1), ReadOptions(), AT)
        claims = store.claims()
        first = next(claims)
        with closing(open_desk(database)) as other:
            other.keep(*make_pair(2), ReadOptions(), AT)
        assert {claim.document for claim in (first, *claims)} == {first.document}


def test_what_is_no_desk_is_refused_without_the_password(database):
    with pytest.raises(DragomanError, match="is no desk; make one with: dragoman init postgresql://"):
        open_desk(database)
    nowhere = database.replace("dragoman@/", "dragoman:secret@/no")
    with pytest.raises(DragomanError, match="cannot be reached") as caught:
        open_desk(nowhere)
    assert "secret" not in str(caught.value)
    with pytest.raises(BadInput):
        open_desk("postgresql://host:port/x")
    with closing(create_store(database)), pytest.raises(DragomanError, match="already"):
        create_desk(database)


def test_an_older_schema_is_brought_up_to_date(database):
    with closing(create_desk(database)) as store:
        store.keep(*make_pair(1), ReadOptions(), AT)
        with store._writer.begin() as connection:
            connection.exec_driver_sql("DROP TABLE sides")
            connection.exec_driver_sql("ALTER TABLE documents DROP COLUMN translated_from")
            connection.exec_driver_sql("UPDATE meta SET value = '1'")
    with closing(open_store(database)) as store:
        assert len(list(store.claims(scope=Scope(frozenset({"PER"}))))) == 3
        assert "sides" in inspect(store._engine).get_table_names()


def test_the_command_line_takes_a_database_for_a_desk(database, tmp_path):
    assert dragoman("init", database, folder=tmp_path).returncode == 0
    with closing(open_desk(database)) as store:
        store.keep(*make_pair(1), ReadOptions(), AT)
    (kept,) = objects(dragoman("documents", "--json", folder=tmp_path, DRAGOMAN_RECORD=database))
    assert kept["file"] == "1.txt"
    assert dragoman("verify", "--record", database, folder=tmp_path).returncode == 0
