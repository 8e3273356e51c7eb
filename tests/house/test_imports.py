"""What import-linter cannot see: imports inside functions, and single modules of the standard library."""

import ast

import pytest

from tests.house.tree import SOURCE, functions, name_file, parse_file, python_files

FILES = pytest.mark.parametrize("path", python_files(), ids=name_file)
NETWORK = {"aiohttp", "ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "urllib.request", "urllib3"}
NETWORK_FILES = {SOURCE / "archive" / "fetch.py", SOURCE / "archive" / "feeds.py"}
CLOCKS = {"now", "today", "utcnow"}
CLOCK_FILES = {SOURCE / "desk" / "parts.py"}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@FILES
def test_no_import_inside_a_function(path):
    within = [node.name for node in functions(path) if any(isinstance(part, ast.Import | ast.ImportFrom) for part in ast.walk(node))]
    assert within == []


@FILES
def test_the_network_is_reached_from_two_files_only(path):
    names = set(imported(parse_file(path)))
    assert path in NETWORK_FILES or not {name for name in names if name in NETWORK or name.partition(".")[0] in NETWORK}


@FILES
def test_the_clock_is_read_in_one_place(path):
    calls = [node for node in ast.walk(parse_file(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    read = [call.lineno for call in calls if call.func.attr in CLOCKS and getattr(call.func.value, "id", "") in {"date", "datetime"}]
    assert path in CLOCK_FILES or read == []


@FILES
def test_the_reader_never_asks_for_randomness_or_environment(path):
    rooms = {"read", "archive", "know", "model", "reconcile"}
    names = set(imported(parse_file(path)))
    assert path.relative_to(SOURCE).parts[0] not in rooms or not names & {"random", "secrets", "os.environ", "os.getenv"}
