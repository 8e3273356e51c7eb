"""Computed blocks in a relational database: which claims are in them, what they were computed from, what they came to."""

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, func, insert, null, select, update

from dragoman.model import Claim
from dragoman.model.digests import NO_CLAIMS, change_digest, hash_claim
from dragoman.model.ports import Clocks, KeptBlock
from dragoman.model.sides import Scope, find_sides
from dragoman.record.active import find_active
from dragoman.record.schema import ACTIVATIONS, BLOBS, BLOCK_CLAIMS, BLOCK_SIDES, BLOCKS, CLAIMS, META, READINGS
from dragoman.record.scoping import in_scope

NOW = Clocks()
ALL = Scope()
KEY = "blocks"
"""The row of the table of settings that says how far the blocks have got."""
PAGE = 5_000
CHUNK = 500
LEVEL = 1
"""Of compression: a question waits for it."""
_CLAIMS = msgspec.json.Decoder(Claim)


class _Reached(msgspec.Struct, frozen=True):
    """How far the blocks have taken in the record: the last reading and the last switch, and which code named them."""

    version: str = ""
    reading: int = 0
    switch: int = 0


class SqlBlocks:
    """The blocks of one database; each method is one transaction."""

    def __init__(self, engine: Engine, writer: Engine) -> None:
        self._engine = engine
        self._writer = writer

    def fold(self, version: str, name: Callable[[Claim], str]) -> None:
        """Take in what the record learned since the last time."""
        with self._engine.begin() as connection:
            if _find_reached(connection) == _find_last(connection, version):
                return
        with self._writer.begin() as connection:
            reached, last = _find_reached(connection), _find_last(connection, version)
            if reached.version != version:
                _clear(connection)
                reached = _Reached(version)
            _index(connection, reached.reading, name)
            _digest(connection, reached.switch)
            connection.execute(delete(META).where(META.c.key == KEY))
            connection.execute(insert(META), {"key": KEY, "value": msgspec.json.encode(last).decode()})

    def find(self, scope: Scope = ALL, also: Iterable[str] = (), *, bodies: bool = True) -> list[KeptBlock]:
        """Blocks of the kinds and sides of a scope, and those named; by name."""
        columns = (BLOCKS.c.name, BLOCKS.c.digest, BLOCKS.c.made, (BLOCKS.c.body if bodies else null()).label("body"))
        named = sorted(set(also))
        found: dict[str, KeptBlock] = {}
        with self._engine.begin() as connection:
            wheres = [in_scope(scope, BLOCKS, BLOCK_SIDES, "block")]
            wheres += [[BLOCKS.c.name.in_(named[start : start + CHUNK])] for start in range(0, len(named), CHUNK)]
            for where in wheres:
                rows = connection.execute(select(*columns).where(*where))
                found.update((row.name, KeptBlock(row.name, row.digest, row.made, row.body and zlib.decompress(row.body))) for row in rows)
        return [found[name] for name in sorted(found)]

    def claims(self, names: Iterable[str], clocks: Clocks = NOW) -> Iterator[tuple[str, Claim]]:
        """Claims of active readings in the blocks of these names, each with its block."""
        query = select(BLOCKS.c.name, CLAIMS.c.body).join(BLOCK_CLAIMS, BLOCK_CLAIMS.c.claim == CLAIMS.c.seq)
        query = query.join(BLOCKS, BLOCKS.c.seq == BLOCK_CLAIMS.c.block).join(READINGS, READINGS.c.seq == CLAIMS.c.reading)
        query = query.where(READINGS.c.active if clocks == NOW else READINGS.c.seq.in_(find_active(clocks).with_only_columns(READINGS.c.seq).order_by(None)))
        wanted = sorted(set(names))
        with self._engine.begin() as connection:
            for start in range(0, len(wanted), CHUNK):
                where = BLOCKS.c.name.in_(wanted[start : start + CHUNK])
                for page in connection.execute(query.where(where)).partitions(PAGE):
                    yield from ((name, _CLAIMS.decode(body)) for name, body in page)

    def keep(self, blocks: Iterable[KeptBlock]) -> None:
        """Put what was computed in the place of what was kept; the digest of the claims stays as it is."""
        rows = {block.name: {"made": block.made, "body": block.body and zlib.compress(block.body, LEVEL)} for block in blocks}
        if not rows:
            return
        with self._writer.begin() as connection:
            _number_blocks(connection, rows)
            for name, row in rows.items():
                connection.execute(update(BLOCKS).where(BLOCKS.c.name == name).values(**row))

    def clear(self) -> None:
        """Forget everything that was computed."""
        with self._writer.begin() as connection:
            _clear(connection)


def _find_reached(connection: Connection) -> _Reached:
    value = connection.execute(select(META.c.value).where(META.c.key == KEY)).scalar()
    return msgspec.json.decode(value, type=_Reached) if value else _Reached()


def _find_last(connection: Connection, version: str) -> _Reached:
    last = [connection.execute(select(func.max(table.c.seq))).scalar() or 0 for table in (READINGS, ACTIVATIONS)]
    return _Reached(version, *last)


def _clear(connection: Connection) -> None:
    connection.execute(delete(META).where(META.c.key == KEY))
    for table in (BLOCK_CLAIMS, BLOCK_SIDES, BLOCKS):
        connection.execute(delete(table))


def _index(connection: Connection, reading: int, name: Callable[[Claim], str]) -> None:
    """The block of each claim of the readings after `reading`, active or not, and the sides that the blocks are about."""
    query = select(CLAIMS.c.seq, CLAIMS.c.body).where(CLAIMS.c.reading > reading).order_by(CLAIMS.c.seq).limit(PAGE)
    numbers: dict[str, int] = {}
    last = 0
    while page := connection.execute(query.where(CLAIMS.c.seq > last)).all():
        last = page[-1].seq
        placed = [(row.seq, name(claim), find_sides(claim)) for row in page for claim in (_CLAIMS.decode(row.body),)]
        numbers |= _number_blocks(connection, {block for _, block, _ in placed} - numbers.keys())
        connection.execute(insert(BLOCK_CLAIMS), [{"claim": seq, "block": numbers[block]} for seq, block, _ in placed])
        _index_sides(connection, {(code, numbers[block]) for _, block, sides in placed for code in sides})


def _number_blocks(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The numbers of the blocks of these names; those that are new get one."""
    wanted = sorted(names)
    numbers: dict[str, int] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = connection.execute(select(BLOCKS.c.name, BLOCKS.c.seq).where(BLOCKS.c.name.in_(wanted[start : start + CHUNK])))
        numbers.update((row.name, row.seq) for row in rows)
    for name in wanted:
        if name not in numbers:
            row = {"name": name, "kind": name.partition("|")[0], "digest": NO_CLAIMS}
            numbers[name] = connection.execute(insert(BLOCKS).returning(BLOCKS.c.seq), row).scalar_one()
    return numbers


def _index_sides(connection: Connection, pairs: set[tuple[str, int]]) -> None:
    blocks = sorted({block for _, block in pairs})
    for start in range(0, len(blocks), CHUNK):
        known = connection.execute(select(BLOCK_SIDES.c.code, BLOCK_SIDES.c.block).where(BLOCK_SIDES.c.block.in_(blocks[start : start + CHUNK])))
        pairs -= {(row.code, row.block) for row in known}
    if pairs:
        connection.execute(insert(BLOCK_SIDES), [{"code": code, "block": block} for code, block in sorted(pairs)])


def _digest(connection: Connection, switch: int) -> None:
    """The digest of each block that a switch after `switch` touched, by the claims of the former readings that went and of the active ones that came."""
    changed = select(ACTIVATIONS.c.sha256).where(ACTIVATIONS.c.seq > switch)
    last = select(func.max(ACTIVATIONS.c.seq)).where(ACTIVATIONS.c.seq <= switch, ACTIVATIONS.c.sha256.in_(changed)).group_by(ACTIVATIONS.c.sha256)
    former = select(ACTIVATIONS.c.reading).where(ACTIVATIONS.c.seq.in_(last))
    gone = _find_hashes(connection, READINGS.c.seq.in_(former))
    come = _find_hashes(connection, and_(READINGS.c.active, READINGS.c.sha256.in_(changed)))
    touched = sorted(gone.keys() | come.keys())
    for start in range(0, len(touched), CHUNK):
        rows = connection.execute(select(BLOCKS.c.seq, BLOCKS.c.digest).where(BLOCKS.c.seq.in_(touched[start : start + CHUNK]))).all()
        for block, digest in rows:
            changed_digest = change_digest(digest, come.get(block, ()), gone.get(block, ()))
            connection.execute(update(BLOCKS).where(BLOCKS.c.seq == block).values(digest=changed_digest))


def _find_hashes(connection: Connection, where: ColumnElement[bool]) -> dict[int, list[int]]:
    """What the claims of these readings add to their blocks."""
    query = select(BLOCK_CLAIMS.c.block, CLAIMS.c.id, READINGS.c.version, READINGS.c.said, BLOBS.c.added_at)
    query = query.join(CLAIMS, BLOCK_CLAIMS.c.claim == CLAIMS.c.seq).join(READINGS, CLAIMS.c.reading == READINGS.c.seq)
    query = query.join(BLOBS, READINGS.c.sha256 == BLOBS.c.sha256).where(where)
    hashes: dict[int, list[int]] = defaultdict(list)
    for page in connection.execute(query).partitions(PAGE):
        for block, claim, version, said, added_at in page:
            hashes[block].append(hash_claim(claim, version, said or added_at[:10], is_bound=said is None))
    return hashes
