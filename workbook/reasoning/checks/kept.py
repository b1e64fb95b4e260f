"""What the checks find, kept until the plan changes: screens ask often, and edits are few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbook.reasoning.checks import GRAVITY, examine

if TYPE_CHECKING:
    import datetime

    from workbook.edits import Edit
    from workbook.plan import Plan
    from workbook.reasoning.checks import Finding
    from workbook.reasoning.graph import Graph


class Kept:
    """The findings of an open plan. graph: the plan's, kept true from each edit before this is
    asked."""

    def __init__(self, plan: Plan, graph: Graph) -> None:
        self._plan, self._graph = plan, graph
        self._found: list[Finding] = []
        self._day: datetime.date | None = None
        plan.subscribe(self._changed)

    @property
    def all(self) -> list[Finding]:
        """What is found, the gravest first, and last what was set aside."""
        if self._day != self._plan.today:
            self._found, self._day = examine(self._plan, graph=self._graph), self._plan.today
        return self._found

    @property
    def standing(self) -> list[Finding]:
        """What is found and not set aside."""
        return [one for one in self.all if not one.aside]

    def at(self, step_id: str) -> list[Finding]:
        """What is found and not set aside on a step."""
        return [one for one in self.standing if one.step == step_id]

    def _changed(self, edits: Sequence[Edit]) -> None:
        self._day = None


def told(found: Sequence[Finding]) -> str:
    """How many there are of each severity, in words: 1 error, 3 warnings; "" for none."""
    counts = Counter(one.severity for one in found)
    gravest_first = ((word, counts[word]) for word in reversed(GRAVITY))
    return ", ".join(f"{n} {word if n == 1 else word + 's'}" for word, n in gravest_first if n)
