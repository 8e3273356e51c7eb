"""Confidence: the Wilson lower bound of the precision that a rule family had on judged claims of other documents."""

import tomllib
from functools import cache
from math import sqrt
from pathlib import Path

from dragoman.model import Claim, Post
from dragoman.read.evidence import actors_of

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


def families_of(claim: Claim) -> tuple[str, ...]:
    """The families of a claim, the widest first: its kind, whether everybody in it has a side, and whether it is told as a fact.

    On judged claims a side that is missing tells a wrong claim better than the rule that made it.
    """
    bare = isinstance(claim, Post) and not (claim.office.of or claim.office.to)
    told = "a side untold" if bare or any(actor.side is None for _, actor in actors_of(claim)) else "sides told"
    meant = "as a fact" if claim.modality == "actual" else "not as a fact"
    return claim.kind, f"{claim.kind}/{told}", f"{claim.kind}/{told}/{meant}"


def rate_claim(claim: Claim) -> float:
    """The confidence of the narrowest family of which enough claims were judged."""
    families = load_families()
    return next(families[name] for name in reversed(families_of(claim)) if name in families)
