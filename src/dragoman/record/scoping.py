"""The conditions of a scope, on whatever table has sides."""

from sqlalchemy import ColumnElement, Table, and_, or_, select

from dragoman.model.sides import Scope


def in_scope(scope: Scope, rows: Table, sides: Table, owner: str) -> list[ColumnElement[bool]]:
    """The conditions of `scope` on `rows`, whose sides stand in `sides`; its column `owner` names the row.

    A block has the sides of any of its claims, not of one alone.
    """
    named = [rows.c.seq.in_(select(sides.c[owner]).where(sides.c.code.in_(sorted(codes)))) for codes in (scope.one, scope.other) if codes]
    conditions = [and_(*named)] if named else []
    if named and scope.loose:
        conditions = [or_(conditions[0], and_(rows.c.kind.in_(sorted(scope.loose)), or_(*named)))]
    if not scope.kinds:
        return conditions
    typed = (rows.c.name.like(f"event|{one}|%") if "name" in rows.c else rows.c.body.like(f'%"type":"{one}"%') for one in sorted(scope.events))
    return [*conditions, or_(rows.c.kind.in_(sorted(scope.kinds)), *(and_(rows.c.kind == "event", row) for row in typed))]
