"""Confidence: the Wilson lower bound of the precision that a rule family had on judged claims of other documents."""

import tomllib
from functools import cache
from math import sqrt
from pathlib import Path

from dragoman.model import Claim

TABLE = Path(__file__).parent / "confidence.toml"
Z = 1.96
"""Standard score of the two-sided 95 % interval."""


def wilson_lower(right: int, judged: int) -> float:
    """Lower bound of the 95 % Wilson interval of `right` out of `judged`; 0 where nothing was judged.

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference.
    """
    if judged == 0:
        return 0.0
    share = right / judged
    centre = share + Z * Z / (2 * judged)
    margin = Z * sqrt(share * (1 - share) / judged + Z * Z / (4 * judged * judged))
    return (centre - margin) / (1 + Z * Z / judged)


@cache
def load_families() -> dict[str, float]:
    """Confidence by rule family from `confidence.toml` (counts of right and judged claims)."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)["family"]
    return {name: round(wilson_lower(row["right"], row["judged"]), 3) for name, row in table.items()}


def rate_claim(claim: Claim) -> float:
    """The confidence of the claim's rule, else of its kind."""
    families = load_families()
    return families.get(f"{claim.kind}/{claim.rule}", families[claim.kind])
