"""What a rule for dates cannot do without: a paragraph that has none of it need not be searched."""

import re
from collections.abc import Mapping

PIECE = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|\{:?(?P<slot>[a-z]+)2?\}|(?P<open>\((?:\?(?:P<\w+>|[:=!]|<[=!]|-i:))?)|(?P<close>\)(?:[?*]|\{0,\d*\})?)|.", re.DOTALL
)
"""One step through a pattern: an escape, a class of characters, a slot, the beginning or the end of a group, any other character."""
LOOKING = ("(?=", "(?!", "(?<=", "(?<!")
DIGITS = frozenset("0123456789")
OPTIONAL = ("?", "*", "{0")
NUMBERS = ("year", "day", "monthnum", "digit")
"""Slots that always hold a digit."""
WORDS = ("month", "weekday", "season", "century", "unit")
"""Slots that always hold one of a few words, the rarer ones first."""


def find_slots(pattern: str) -> frozenset[str]:
    """The slots that every match of a pattern fills, "digit" among them: outside of groups that may be missing and of what is only looked at.

    Of alternatives those count that all of them fill.
    """
    groups: list[list[set[str]]] = [[set()]]
    openings = [""]
    for step in PIECE.finditer(pattern):
        if step["open"]:
            groups.append([set()])
            openings.append(step["open"])
        elif step["close"] and len(groups) > 1:
            inner, opening = set.intersection(*groups.pop()), openings.pop()
            if step["close"] == ")" and opening not in LOOKING:
                groups[-1][-1] |= inner
        elif step.group() == "|":
            groups[-1].append(set())
        elif not pattern.startswith(OPTIONAL, step.end()) and (step["slot"] or step.group() == r"\d"):
            groups[-1][-1].add(step["slot"] or "digit")
    return frozenset(set.intersection(*groups[0]))


def find_needs(pattern: str, words: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Of these stretches of small letters a text must hold one, or a pattern reads nothing in it; empty where nothing is known."""
    slots = find_slots(pattern)
    for slot in WORDS:
        table = words.get({"century": "centuries"}.get(slot, f"{slot}s"), {})
        if slot in slots and table:
            return frozenset(form.lower() for form in table)
    return DIGITS if slots & set(NUMBERS) else frozenset()
