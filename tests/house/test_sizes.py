"""Size is a smell, measured. A verb of the command line declares one parameter per flag and is counted apart."""

import ast

import pytest

from tests.house.tree import SOURCE, count_parameters, functions, name_file, parse_file, python_files

FILES = pytest.mark.parametrize("path", python_files(), ids=name_file)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager", "managers"}


@FILES
def test_a_file_has_fewer_than_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@FILES
def test_a_function_has_fewer_than_40_lines(path):
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions(path)}
    assert {name: length for name, length in lengths.items() if length >= 40} == {}


@FILES
def test_a_function_has_at_most_six_parameters(path):
    limit = 8 if path.is_relative_to(SOURCE / "show" / "cli") else 6
    counts = {node.name: count_parameters(node) for node in functions(path)}
    assert {name: count for name, count in counts.items() if count > limit} == {}


@FILES
def test_a_name_says_what_is_in_the_file(path):
    names = {path.stem, *path.relative_to(SOURCE).parts[:-1]}
    assert not names & FORBIDDEN_NAMES


@FILES
def test_every_public_function_and_class_says_what_you_get(path):
    tree = parse_file(path)
    scopes = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))]
    named = [node for scope in scopes for node in scope.body if hasattr(node, "name") and hasattr(node, "decorator_list")]
    public = [node for node in named if not node.name.startswith("_") and not is_overload(node)]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def is_overload(node):
    return any(getattr(decorator, "id", getattr(decorator, "attr", "")) == "overload" for decorator in node.decorator_list)
