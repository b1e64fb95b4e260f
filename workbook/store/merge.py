"""Two people's work as one: a three-way merge by record, field and entry (store.md 2).

One side changed: that side counts. Both changed the same place: ours stays, and the other
value is kept in the table `_conflicts`, so that nothing is lost and people can choose. An edit
wins over a removal. Lists of plain values are merged as ordered sets; an object, such as the
cells of a row, entry by entry. The same code serves a save and a merge of two files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

if TYPE_CHECKING:
    from workbook.store.format import Held

CONFLICTS = "_conflicts"


class _Sign(Enum):
    MISSING = "missing"
    BOTH = "both"


_MISSING: Final = _Sign.MISSING
"""Where there is no value."""
_BOTH: Final = _Sign.BOTH
"""Both sides changed the place, each in its own way."""
_PLAIN = {str, int, float}


class _Place(NamedTuple):
    table: str
    record: str
    field: str = ""
    key: str = ""


def merge(base: Held, ours: Held, theirs: Held, *, who: str = "", at: str = "") -> Held:
    """What both sides made of `base`. who, at: who brings them together, and when.

    A table that one side lacks is taken for damage, not for a removal of all that was in it.
    """
    work = _Merging(who, at)
    held: Held = {}
    for name in dict.fromkeys([*theirs, *ours]):
        was = base.get(name, {})
        held[name] = work.table(name, was, ours.get(name, was), theirs.get(name, was))
    if work.conflicts:
        held[CONFLICTS] = work.conflicts | held.get(CONFLICTS, {})
    return held


def same(one: Any, other: Any) -> bool:
    """Whether two values are written alike; 1, 1.0 and true are not."""
    if one is other:
        return True
    if isinstance(one, _Sign) or isinstance(other, _Sign):
        return False
    return bool(one == other) and orjson.dumps(one) == orjson.dumps(other)


def _side(base: Any, ours: Any, theirs: Any) -> Any:
    """The side that changed, or _BOTH."""
    if same(ours, theirs) or same(theirs, base):
        return ours
    return theirs if same(ours, base) else _BOTH


class _Merging:
    """One merge, and the conflicts that it met."""

    def __init__(self, who: str, at: str) -> None:
        self._who, self._at = who, at
        self.conflicts: dict[str, dict[str, Any]] = {}

    def table(
        self, name: str, base: Mapping[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
    ) -> dict[str, Any]:
        """One table of both sides."""
        if ours is base or theirs is base:
            return theirs if ours is base else ours
        return _entries(
            base, ours, theirs, lambda id, *sides: self._record(_Place(name, id), *sides)
        )

    def _record(self, place: _Place, base: Any, ours: Any, theirs: Any) -> Any:
        side = _side(base, ours, theirs)
        if side is not _BOTH:
            return side
        if ours is _MISSING or theirs is _MISSING:
            return self._stays(place, base, *self._edited_first(ours, theirs))
        return _entries(
            {} if base is _MISSING else base,
            ours,
            theirs,
            lambda field, *sides: self._value(place._replace(field=field), *sides),
        )

    def _value(self, place: _Place, base: Any, ours: Any, theirs: Any) -> Any:
        side = _side(base, ours, theirs)
        if side is not _BOTH:
            return side
        if _are_sets(ours, theirs):
            return _as_sets(base if _are_sets(base) else [], ours, theirs)
        if isinstance(ours, dict) and isinstance(theirs, dict) and not place.key:
            return _entries(
                base if isinstance(base, dict) else {},
                ours,
                theirs,
                lambda key, *sides: self._value(place._replace(key=key), *sides),
            )
        return self._stays(place, base, *self._edited_first(ours, theirs))

    @staticmethod
    def _edited_first(ours: Any, theirs: Any) -> tuple[Any, Any]:
        """What stays and what does not: ours, but an edit before a removal."""
        return (theirs, ours) if ours is _MISSING else (ours, theirs)

    def _stays(self, place: _Place, base: Any, kept: Any, other: Any) -> Any:
        """Notes a conflict and gives the value that stays."""
        if place.table.startswith("_"):
            return kept
        id, entry = conflict(place, base, kept, other, who=self._who, at=self._at)
        self.conflicts[id] = entry
        return kept


def conflict(
    place: tuple[str, ...], base: Any, kept: Any, other: Any, *, who: str, at: str
) -> tuple[str, dict[str, Any]]:
    """A conflict and its id, as the table `_conflicts` keeps it: the same clash has the same id.

    place: table, record, field and, inside an object, the key; empty parts are left out.
    """
    what = {name: part for name, part in _Place(*place)._asdict().items() if part}
    what |= {"kept": _or_none(kept), "other": _or_none(other)}
    id = hashlib.blake2b(orjson.dumps(what), digest_size=8).hexdigest()
    kind = "edit/remove" if other is _MISSING else "edit/edit"
    return id, what | {"base": _or_none(base), "kind": kind, "by": who, "at": at}


def _entries(
    base: Mapping[str, Any],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    merged: Callable[[str, Any, Any, Any], Any],
) -> dict[str, Any]:
    """Two objects as one, each entry by `merged`."""
    out = {}
    for key in dict.fromkeys([*theirs, *ours]):
        sides = (one.get(key, _MISSING) for one in (base, ours, theirs))
        value = merged(key, *sides)
        if value is not _MISSING:
            out[key] = value
    return out


def _or_none(value: Any) -> Any:
    return None if value is _MISSING else value


def _are_sets(*values: Any) -> bool:
    """Whether all are lists of plain values of one kind: 1 and true count as one in a set."""
    if not all(isinstance(value, list) for value in values):
        return False
    kinds = {type(one) for value in values for one in value}
    return len(kinds) < 2 and kinds <= _PLAIN


def _as_sets(base: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    """What either side added, without what either took away; theirs first, in its order."""
    gone = (set(base) - set(ours)) | (set(base) - set(theirs))
    out = [one for one in theirs if one not in gone]
    return out + [one for one in ours if one not in gone and one not in out]
