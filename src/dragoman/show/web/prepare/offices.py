"""Offices: who held which, as far as the sources say."""

from typing import Any

from dragoman.show.moments import say_tenure
from dragoman.show.web.pages import cut_page
from dragoman.show.web.screen import Shown


def prepare_offices(shown: Shown) -> dict[str, Any]:
    """One page of tenures."""
    return {"paging": cut_page(shown.answer, shown.given.get("page")), "span": say_tenure}
