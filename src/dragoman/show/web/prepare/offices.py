"""Offices: who held which, as far as the sources say."""

from typing import Any

from dragoman.ask.who import Tenure
from dragoman.show.moments import say_day
from dragoman.show.web.pages import cut_page
from dragoman.show.web.screen import Shown


def prepare_offices(shown: Shown) -> dict[str, Any]:
    """One page of tenures."""
    return {"paging": cut_page(shown.answer, shown.given.get("page")), "span": say_tenure}


def say_tenure(tenure: Tenure) -> str:
    """`from … to …` where the sources give the tenure, else `observed …`."""
    if tenure.start or tenure.end:
        parts = [f"from {say_day(tenure.start)}" if tenure.start else "", f"to {say_day(tenure.end)}" if tenure.end else ""]
        return " ".join(part for part in parts if part)
    days = list(dict.fromkeys(say_day(day) for day in (tenure.observed_from, tenure.observed_to) if day))
    return f"observed {' – '.join(days)}" if days else "undated"
