"""Scores the matcher of names on pairs: `python bench/names.py FILE.csv` with the columns `same` (1 or 0), `a`, `b`, `kind`.

The names alone decide; state, office and time, which the record also asks for, are left out.
"""

import csv
import sys
import time
from collections import Counter
from pathlib import Path

from dragoman.know.name_keys import match_names


def main() -> int:
    """Print precision, recall and F1, and the pairs that came out wrong."""
    path = Path(sys.argv[1])
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    start = time.perf_counter()
    counts: Counter[str] = Counter()
    for row in rows:
        wanted, found = row["same"] == "1", match_names(row["a"], row["b"])
        counts["right" if wanted and found else "missed" if wanted else "made" if found else "apart"] += 1
        if wanted != found:
            print(f"{'missed' if wanted else 'made'}\t{row['a']}\t{row['b']}\t{row.get('kind', '')}")
    seconds = time.perf_counter() - start
    precision = counts["right"] / max(1, counts["right"] + counts["made"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{len(rows)} pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; {1000 * seconds / max(1, len(rows)):.2f} ms a pair")
    return 0


if __name__ == "__main__":
    sys.exit(main())
