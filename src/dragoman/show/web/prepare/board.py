"""The state board: what is in force, by kind of link; beside it who deals with whom, the last contacts and the latest numbers."""

from datetime import date
from typing import Any

from dragoman.ask.board import Board
from dragoman.ask.dyad import find_pair
from dragoman.ask.figures import Figures
from dragoman.ask.standing import find_counterparts, find_last_contacts, find_latest_figures
from dragoman.ask.visits import Visits
from dragoman.ask.who import Who
from dragoman.model import When
from dragoman.show.moments import say_age, say_tenure
from dragoman.show.web.screen import Shown

GROUPS = (
    ("Diplomacy", ("diplomatic_relations", "embassy", "consulate", "trade_office", "dialogue", "hotline")),
    ("Travel and transport", ("air_link", "rail_link", "sea_link", "border_crossing", "visa_free", "visa_regime")),
    ("Pressure", ("sanctions", "export_controls", "unfriendly_list")),
    ("Security", ("military_contacts", "military_presence", "arms_transfers", "defence_pact")),
    ("Economy", ("trade_agreement", "payments", "business_presence", "pipeline", "development_project", "aid")),
    ("Science and culture", ("space_cooperation", "science_cooperation", "cultural_exchange")),
)
MEASURES = ("trade_turnover", "exports", "imports", "investment", "travellers")
"""Numbers of a relation as a whole."""


def prepare_board(shown: Shown) -> dict[str, Any]:
    """Rows by group, each with the age of its last evidence, and what stands beside them."""
    day = getattr(shown.question, "day", None) or shown.today
    known = {channel for _, channels in GROUPS for channel in channels}
    rest = tuple(dict.fromkeys(row.channel for row in shown.answer if row.channel not in known))
    groups = [(title, [row for channel in channels for row in shown.answer if row.channel == channel]) for title, channels in (*GROUPS, ("Other", rest))]
    ages = {id(row): say_age(row.last_evidence, day) for row in shown.answer}
    beside = find_beside(shown, shown.question, day) if isinstance(shown.question, Board) else {}
    return {"groups": [(title, rows) for title, rows in groups if rows], "ages": ages, "day": day, "age_of": lambda row: ages[id(row)], **beside}


def find_beside(shown: Shown, board: Board, day: date) -> dict[str, Any]:
    """Who deals with the other side, the last contact at each level, and the latest numbers, under the clocks and the filter of the board."""
    clocks: dict[str, Any] = {"filter": board.filter, "on": board.on, "said_by": board.said_by, "known": board.known}
    of_pair = {"dyad": board.dyad, "strict": board.strict, **clocks}
    pair = find_pair(board.dyad, shown.desk.parts.ledger(), strict=board.strict)
    return {
        "holders": find_counterparts(shown.desk.answer(Who(**clocks)), pair, day),
        "contacts": find_last_contacts(shown.desk.answer(Visits(**of_pair)), day),
        "numbers": find_latest_figures(shown.desk.answer(Figures(**of_pair)), MEASURES),
        "span": say_tenure,
        "since_then": lambda when: say_age(_last_day(when), day),
    }


def _last_day(when: When | None) -> date | None:
    return (when.end or when.start) if when else None
