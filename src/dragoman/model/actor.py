"""Whoever acts, speaks or is acted upon."""

from typing import Literal

import msgspec

ActorType = Literal["state", "agency", "person", "firm", "organisation", "people", "place"]


class LiteralReading(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the words say where the reader departs from them."""

    country: str | None
    id: str | None


class Actor(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=False):
    """A state, agency, person, firm, organisation, people or place as a claim names it.

    `name` is the document's own words in their base form. `country` is ISO 3166 alpha-3, historic states as in
    the ledger of states (`SUN`), `None` for unions of states, whose `id` says which (`EU`, `NATO`).
    `role` is the office or description, in English terms of the vocabulary where known. `literal` stands beside
    a reading that departs from the words; a `suspect-identity` flag of the claim then says why.
    """

    name: str
    id: str | None = None
    type: ActorType
    country: str | None = None
    role: str | None = None
    literal: LiteralReading | None = None

    @property
    def side(self) -> str | None:
        """The state or union of states that the actor counts for."""
        return self.country or self.id
