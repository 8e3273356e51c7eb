"""The state board: what is in force, by kind of link."""

from typing import Any

from dragoman.show.moments import say_age
from dragoman.show.web.screen import Shown

GROUPS = (
    ("Diplomacy", ("diplomatic_relations", "embassy", "consulate", "trade_office", "dialogue", "hotline")),
    ("Travel and transport", ("air_link", "rail_link", "sea_link", "border_crossing", "visa_free", "visa_regime")),
    ("Pressure", ("sanctions", "export_controls", "unfriendly_list")),
    ("Security", ("military_contacts", "military_presence", "arms_transfers", "defence_pact")),
    ("Economy", ("trade_agreement", "payments", "business_presence", "pipeline", "development_project", "aid")),
    ("Science and culture", ("space_cooperation", "science_cooperation", "cultural_exchange")),
)


def prepare_board(shown: Shown) -> dict[str, Any]:
    """Rows by group, each with the age of its last evidence."""
    day = getattr(shown.question, "on", None) or shown.today
    known = {channel for _, channels in GROUPS for channel in channels}
    rest = tuple(dict.fromkeys(row.channel for row in shown.answer if row.channel not in known))
    groups = [(title, [row for channel in channels for row in shown.answer if row.channel == channel]) for title, channels in (*GROUPS, ("Other", rest))]
    ages = {id(row): say_age(row.last_evidence, day) for row in shown.answer}
    return {"groups": [(title, rows) for title, rows in groups if rows], "ages": ages, "day": day, "age_of": lambda row: ages[id(row)]}
