"""Who is meant where a field names people: one person, however they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.kinds.pointing import RECORD_ID
from workbook.records.coalition import Stakeholder

if TYPE_CHECKING:
    from workbook.reading import Reading


def key(name: str | None) -> str:
    """A name without what does not tell two names apart: case, and blanks around and between."""
    return " ".join((name or "").split()).casefold()


class Register:
    """The people and organizations of a plan, found by what a field holds of them."""

    def __init__(self, plan: Reading) -> None:
        self._called: dict[str, list[str]] = {}
        self._ids = set[str]()
        for one in plan.records(Stakeholder):
            self._ids.add(one.id)
            self._called.setdefault(key(one.name), []).append(one.id)

    def person(self, given: str) -> str:
        """The id of a person given by id, or by a name that one in the register has alone; else
        the name's `key`, "" for blanks and for who was removed."""
        if given in self._ids:
            return given
        if RECORD_ID.fullmatch(given):
            return ""
        name = key(given)
        found = self._called.get(name, []) if name else []
        return found[0] if len(found) == 1 else name

    def has(self, person: str) -> bool:
        """Whether a person, as `person` gives them, is in the register."""
        return person in self._ids
