"""`dragoman serve` as a program: its address, its answer, its end."""

import signal
import subprocess
import sys
from contextlib import closing, contextmanager
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest

from dragoman.record.sqlite import create_desk
from dragoman.show.web.server import write_address
from tests.show.library import make_library

OPENER = build_opener(ProxyHandler({}))


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("served") / "library.desk"
    with closing(create_desk(path)) as store:
        make_library(store)
    return path


@contextmanager
def serve(file, port="0", host="127.0.0.1"):
    command = [sys.executable, "-m", "dragoman.show.cli.app", "serve", "--desk", str(file), "--port", port, "--host", host]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:  # noqa: S603 (our own program)
        try:
            yield served, served.stdout.readline().strip()
        finally:
            served.kill()


def test_it_serves_this_machine_until_it_is_interrupted(file):
    with serve(file) as (served, address):
        assert address.startswith("http://127.0.0.1:")
        assert "Norway" in OPENER.open(f"{address}board?dyad=NOR-PER", timeout=20).read().decode()
        served.send_signal(signal.SIGINT)
        assert served.wait(20) == 130


def test_beyond_this_machine_only_who_has_the_token_comes_in(file):
    with serve(file, host="0.0.0.0") as (_, address):  # noqa: S104 (that it asks for a token is what is tested)
        without = address.partition("?token=")[0]
        assert len(address.partition("?token=")[2]) >= 24
        with pytest.raises(HTTPError) as refused:
            OPENER.open(without, timeout=20)
        assert refused.value.code == 401


def test_a_port_that_is_taken_is_an_error_of_one_line(file):
    with serve(file) as (_, address):
        port = address.rstrip("/").rpartition(":")[2]
        with serve(file, port) as (second, nothing):
            assert nothing == ""
            assert second.wait(20) == 1
            assert "name another port" in second.stderr.read().splitlines()[-1]


@pytest.mark.parametrize(
    ("host", "token", "address"),
    [("127.0.0.1", None, "http://127.0.0.1:8020/"), ("::1", None, "http://[::1]:8020/"), ("::", "t", "http://127.0.0.1:8020/?token=t")],
)
def test_the_address_that_is_told(host, token, address):
    assert write_address(host, 8020, token) == address
