"""The project's own files, as the tests of the house look at them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "dragoman"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def python_files() -> tuple[Path, ...]:
    """Every module of the package."""
    return tuple(sorted(SOURCE.rglob("*.py")))


@cache
def data_files() -> tuple[Path, ...]:
    """Every knowledge file of the package; what lies with trained weights is no knowledge file."""
    return tuple(path for path in sorted(SOURCE.rglob("*.toml")) if "weights" not in path.parts)


@cache
def weight_folders() -> tuple[Path, ...]:
    """Every folder of trained weights."""
    return tuple(sorted(path for path in SOURCE.rglob("weights") if path.is_dir()))


@cache
def parse_file(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module, nested ones too."""
    for node in ast.walk(parse_file(path)):
        if isinstance(node, Function):
            yield node


def name_file(path: Path) -> str:
    """A path as it is written from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def count_parameters(function: Function) -> int:
    """All parameters that a caller can give or Python gives: `self`, positional, keyword-only, `*args` and `**kwargs` one each."""
    arguments = function.args
    listed = len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs)
    return listed + (arguments.vararg is not None) + (arguments.kwarg is not None)
