"""What points to what, read from the far end."""

from __future__ import annotations

from collections.abc import Set

_NONE: Set[str] = frozenset()


class Pointing:
    """For each record the answers and records that point to it, also while it is gone."""

    def __init__(self) -> None:
        self._ends: dict[str, Set[str]] = {}
        self._starts: dict[str, set[str]] = {}

    def to(self, id: str) -> Set[str]:
        """What points to a record."""
        return self._starts.get(id, _NONE)

    def set(self, id: str, ends: Set[str]) -> None:
        """Says to what one points now."""
        before = self._ends.pop(id, _NONE)
        for end in before - ends:
            self._starts[end].discard(id)
        for end in ends - before:
            self._starts.setdefault(end, set()).add(id)
        if ends:
            self._ends[id] = ends
