"""What `rebuild` finds: all lines computed anew from the claims, compared byte for byte with those that were kept."""

from dataclasses import dataclass

from dragoman.desk.blocks import find_due, name_inputs, refresh
from dragoman.desk.corrections import Corrections
from dragoman.model import Trouble
from dragoman.model.ports import ClaimStore, KeptBlock


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many blocks there are, how many of them were kept and up to date, and which of those were not what a rebuild gives."""

    n_blocks: int
    n_kept: int
    misses: tuple[Trouble, ...]


def rebuild_blocks(store: ClaimStore, corrections: Corrections) -> Rebuilt:
    """Everything that was computed is thrown away and computed again; what was kept and up to date must come out the same."""
    due = {block.name for block in find_due(store, corrections)}
    before = {block.name: block for block in store.blocks.find()}
    store.blocks.clear()
    after = {block.name: block for block in refresh(store, corrections, find_due(store, corrections))}
    kept = {name: block for name, block in before.items() if name not in due}
    misses = [Trouble(document=name, stage="rebuild", why=why) for name in sorted(kept) if (why := _compare(kept[name], after.get(name), corrections))]
    return Rebuilt(len(after), len(kept.keys() & after.keys()), tuple(misses))


def _compare(kept: KeptBlock, made: KeptBlock | None, corrections: Corrections) -> str:
    """How a kept block differs from the one made anew; nothing where it does not. A block that lost all its claims need not be there."""
    if made is None:
        return "the kept lines rest on claims that are gone" if b'"claim":' in (kept.body or b"") else ""
    if kept.made != name_inputs(made, corrections):
        return "the kept lines were computed from other claims than the record has"
    return "" if kept.body == made.body else "the kept lines are not those that the claims give"
