"""Why reports count as one source, in words."""

from collections.abc import Iterable

from dragoman.model import Origin
from dragoman.show.sentences import load_wording


def say_origins(origins: Iterable[Origin]) -> list[str]:
    """One sentence for each source behind several reports: how many they are, and by what they were found to be one."""
    ties = load_wording().ties
    return [f"{len(origin.claims)} reports go back to one source: {'; '.join(ties[tie] for tie in origin.ties)}." for origin in origins if origin.ties]
