"""One change in words: as a sentence, in short for a passing word, in a row of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.curriculum import Step
    from workbook.edits import Edit

NAMED = 6
"""Entries of a list that are named; of more it is said how many."""
SHORT = 60
"""Characters of a value in one line."""
ADDED, REMOVED, MOVED, WRITTEN, EMPTIED, CHANGED, LISTED, REORDERED, CLOSED = (
    "added", "removed", "moved", "written", "emptied", "changed", "listed", "reordered", "closed",
)  # fmt: skip
"""What can happen to a place. Closed: it is not shown what did."""
_VERBS = {
    ADDED: "was added", REMOVED: "was removed", MOVED: "has another place in its table",
    CLOSED: "changed",
    REORDERED: "has another order",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words.

    what: the place, as a sentence names it. place: the same in a list, without the words between.
    how: what happened to it. was, now: what stood and stands there, as a person reads it. came,
    went, turned: entries of a list, the last those that are another way now. one, many: what such
    a thing is called, and several of them. step: where it is written, None for nowhere.
    """

    edit: Edit
    what: str
    how: str
    place: str = ""
    was: str = ""
    now: str = ""
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    one: str = "answer"
    many: str = "answers"
    step: Step | None = field(default=None, compare=False)

    @property
    def sentence(self) -> str:
        """It as a sentence of its own, without who did it."""
        said = f"{self.what[:1].upper()}{self.what[1:]} {self._done()}"
        return said if said.endswith((".”", "!”", "?”")) else f"{said}."

    def _done(self) -> str:
        match self.how:
            case "written":
                return f"is now {self.now}; it was empty"
            case "emptied":
                return f"was emptied; it was {self.was}"
            case "changed":
                return f"changed from {self.was} to {self.now}"
            case "listed":
                gained = f"gained {_said(self.came)}" if self.came else ""
                lost = f"lost {_said(self.went)}" if self.went else ""
                turned = f"now has {_said(self.turned)}" if self.turned else ""
                return " and ".join(filter(None, (gained, lost, turned)))
        return _VERBS[self.how]

    @property
    def short(self) -> str:
        """It for a passing word: the place, and old → new."""
        if values := self.values:
            return f"{self.what}, {values}"
        return f"{self.what} {self.how}" if self.how in (ADDED, REMOVED, MOVED) else self.what

    @property
    def row(self) -> str:
        """What happened to the place where nothing stands in two states: added, removed."""
        return self.values or (self.how if self.how in (ADDED, REMOVED, MOVED) else "changed")

    @property
    def values(self) -> str:
        """What stood and what stands, old → new; of a list what came and went; "" for neither."""
        if self.how in (WRITTEN, EMPTIED, CHANGED):
            return f"{self.was or 'empty'} → {self.now or 'empty'}"
        signs = [*(f"+ {one}" for one in self.came), *(f"− {one}" for one in self.went)]
        signs += self.turned
        more = f", and {len(signs) - NAMED} more" if len(signs) > NAMED else ""
        return ", ".join(signs[:NAMED]) + more

    @property
    def back(self) -> str:
        """The same of a change that takes another one back: what is there again, or gone."""
        words = {ADDED: "is back", REMOVED: "is gone"}
        return f"{self.what} {words[self.how]}" if self.how in words else self.short


def _said(names: Sequence[str]) -> str:
    """Names as a list in a sentence."""
    more = len(names) - NAMED
    shown = [*names[:NAMED], f"{more:,} more"] if more > 0 else list(names)
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
