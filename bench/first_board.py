"""Starts `dragoman serve`, opens the first board as a browser would, says where it is and how long it took, and stops.

    python bench/first_board.py DESK

Exit status 1 where no board came within TIMEOUT seconds.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

TIMEOUT = 60


def main() -> int:
    """Serve, look, stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    given = parser.parse_args()
    began = time.monotonic()
    command = [str(Path(sys.executable).with_name("dragoman")), "serve", "--desk", str(given.desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        try:
            address = served.stdout.readline().strip() if served.stdout else ""
            if not address:
                return 1
            page = build_opener(ProxyHandler({})).open(f"{address}board", timeout=TIMEOUT).read()
        finally:
            served.terminate()
    print(f"{address}board answered with {len(page):,} bytes, {time.monotonic() - began:.1f} s after its start")
    return 0


if __name__ == "__main__":
    sys.exit(main())
