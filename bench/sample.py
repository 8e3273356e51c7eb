"""Writes the sample of README.md anew: what the command line prints for the examples, at 80 columns.

usage: python bench/sample.py [--page README.md]
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import dragoman

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- sample -->", "<!-- end of sample -->"
COMMANDS = ((("board", "IND-CHN"), 30), (("chronology", "IND-CHN"), 14))
"""What is asked, and how many lines of the answer are shown."""


def ask(arguments: list[str]) -> str:
    """What the command line prints at 80 columns."""
    settings = {**os.environ, "COLUMNS": "80", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run([sys.executable, "-m", "dragoman.show.cli.app", *arguments], cwd=ROOT, env=settings, capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def make_sample() -> str:
    """The block between the marks: a sentence and the answers."""
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        desk = str(Path(folder) / "demo.desk")
        ask(["init", desk])
        ask(["add", "examples", "--desk", desk])
        for command, most in COMMANDS:
            lines = ask([*command, "--desk", desk]).splitlines()
            shown = [*lines[:most], "…"] if len(lines) > most else lines
            parts.append("\n".join([f"$ dragoman {' '.join(command)} --desk demo.desk", *shown]))
    words = (
        f"Real output of version {dragoman.__version__} on the examples, written here by `python bench/sample.py`. The quotes are its reason for being; "
        "the reader is young and misses much ([docs/quality.md](docs/quality.md) says how much)."
    )
    return "\n".join([words, "", "```", "\n\n".join(parts), "```"])


def main() -> int:
    """Write the sample into the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--page", type=Path, default=ROOT / "README.md")
    page = parser.parse_args().page
    sample = make_sample()
    pattern = re.compile(re.escape(BEGIN) + r".*?" + re.escape(END), re.DOTALL)
    page.write_text(pattern.sub(lambda _: f"{BEGIN}\n{sample}\n{END}", page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
