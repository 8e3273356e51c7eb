"""Lists that need nothing but their lines."""

from typing import Any

from dragoman.show.web.pages import cut_page
from dragoman.show.web.screen import Shown


def prepare_list(shown: Shown) -> dict[str, Any]:
    """One page of the answer."""
    return {"paging": cut_page(shown.answer, shown.given.get("page"))}
