"""What the checks find, kept true from each edit: only what an edit could change is asked anew.

A check of the whole plan is asked again where a table or an answer changed that it had asked. A
check of single records is asked again of the records that changed; of those that point to one that
came or went, where it looks at that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbook.curriculum.model import ASIDE
from workbook.kinds.pointing import RECORD_ID
from workbook.kinds.text import brief
from workbook.reasoning.checks.check import Each, Finding
from workbook.reasoning.checks.ground import Ground
from workbook.reasoning.checks.pointing import Pointing
from workbook.reasoning.noted import touched
from workbook.reasoning.places import Places, Written
from workbook.store.merge import CONFLICTS

if TYPE_CHECKING:
    import datetime

    from workbook.edits import Edit
    from workbook.plan import Plan
    from workbook.reasoning.checks.check import Check, Found
    from workbook.reasoning.graph import Graph
    from workbook.reasoning.naming import Wording

_UNTOLD = {CONFLICTS}
"""What changes without an edit that tells of it."""
_TAKE_UP = "Take it up again; else it is silent too when it is found once more."


class _Result(NamedTuple):
    """What was found, and what it rests on."""

    found: list[Finding]
    asked: Set[str]


class Kept:
    """The findings of an open plan.

    graph: the plan's, which follows each edit before this does. wording: what names records,
    where the sentences leave the screens; else the plan itself.
    """

    def __init__(
        self, plan: Plan, graph: Graph, checks: Sequence[Check], wording: Wording | None = None
    ) -> None:
        self._plan, self._graph, self._wording = plan, graph, wording
        self._checks = checks
        self._edits: list[Edit] = []
        self._day: datetime.date | None = None
        self._found: list[Finding] = []

    def update(self, edits: Iterable[Edit]) -> None:
        """Takes edits that were made; what they change is found when next asked."""
        self._edits += edits

    @property
    def all(self) -> list[Finding]:
        """What is found, the gravest first, and last what was set aside."""
        if self._day != self._plan.today:
            self._begin()
        elif self._edits:
            self._follow(self._edits)
        else:
            return self._found
        self._edits = []
        self._found = self._together()
        return self._found

    @property
    def standing(self) -> list[Finding]:
        """What is found and not set aside."""
        return [one for one in self.all if not one.aside]

    def at(self, step_id: str) -> list[Finding]:
        """What is found and not set aside on a step."""
        return [one for one in self.standing if one.step == step_id]

    # Asking

    def _begin(self) -> None:
        """Asks everything."""
        self._day = self._plan.today
        self._ground = Ground(self._plan, self._graph, self._wording)
        self._places = Places(self._ground.plan)
        self._pointing = Pointing()
        asked = [one for one in self._checks if all(map(self._ground.asked, one.asks))]
        self._each = [(one, one.look) for one in asked if isinstance(one.look, Each)]
        self._beyond = [(one, look) for one, look in self._each if look.beyond]
        self._look = [(one, one.look) for one in asked if not isinstance(one.look, Each)]
        self._whole = {one.code: self._ask(one, look) for one, look in self._look}
        self._single: dict[str, _Result] = {}
        for written in self._places.all():
            self._ask_of(written.id, written)

    def _follow(self, edits: Sequence[Edit]) -> None:
        """Asks what these edits could change."""
        changed = touched(edits) | _UNTOLD
        self._ground.plan.follow(edits)
        for check, look in self._look:
            if self._whole[check.code].asked & changed:
                self._whole[check.code] = self._ask(check, look)
        ids = {one.id for one in edits}
        ids |= {id for id, one in self._single.items() if one.asked & changed}
        for id in ids:
            self._ask_of(id, self._places.of(id))
        near = {id for one in edits if one.whole for id in self._pointing.to(one.id)}
        for id in near - ids:
            self._ask_beyond(id, self._places.of(id))

    def _ask(self, check: Check, look: Callable[[Ground], Iterable[Found]]) -> _Result:
        asked = self._ground.plan.asked = set()
        return _Result([self._ground.finding(check, one) for one in look(self._ground)], asked)

    def _ask_of(self, id: str, written: Written | None) -> None:
        """Asks the checks of single records of one, or forgets it where it is gone."""
        self._pointing.set(id, written.points() if written else set())
        self._single.pop(id, None)
        if written:
            self._look_at(written, self._each, _Result([], set()))

    def _ask_beyond(self, id: str, written: Written | None) -> None:
        """Asks of one only what rests on what it points to; all else stands."""
        codes = {check.code for check, _ in self._beyond}
        before = self._single.pop(id, _Result([], set()))
        kept = [one for one in before.found if one.code not in codes]
        if written:
            self._look_at(written, self._beyond, _Result(kept, before.asked))

    def _look_at(
        self, written: Written, looks: Sequence[tuple[Check, Each]], before: _Result
    ) -> None:
        """Looks at one, and keeps what is found beside what was before."""
        asked = self._ground.plan.asked = set(before.asked)
        found = before.found + [
            self._ground.finding(check, one)
            for check, look in looks
            for one in look.look(self._ground, written)
        ]
        if found:
            self._single[written.id] = _Result(found, asked)

    # Telling

    def _together(self) -> list[Finding]:
        """All of it in the order of the checks, of one check in that of the records."""
        found = {one.code: list[Finding]() for one in self._checks}
        for whole in self._whole.values():
            for one in whole.found:
                found[one.code].append(one)
        for id in sorted(self._single, key=lambda id: ("." not in id, self._graph.place(id))):
            for one in self._single[id].found:
                found[one.code].append(one)
        reasons = self._reasons()
        all_ = [one for each in found.values() for one in each]
        for place, one in enumerate(all_ if reasons else ()):
            if reason := reasons.pop(one.reason_id, ""):
                all_[place] = replace(one, aside=reason)
        left = (_left_over(id, reason) for id, reason in reasons.items())
        all_ += (one for one in left if not self._is_gone(one.id))
        return sorted(all_, key=lambda one: bool(one.aside))

    def _is_gone(self, id: str) -> bool:
        return bool(RECORD_ID.fullmatch(id)) and self._graph.is_gone(id)

    def _reasons(self) -> dict[str, str]:
        """Why findings were set aside, by the id of the answer that says so."""
        ids = [id for id, _ in self._plan.documents("answers") if id.startswith(ASIDE)]
        found = ((id, self._plan.answer(id)) for id in ids)
        return {id: reason for id, reason in found if isinstance(reason, str)}


def _left_over(reason_id: str, reason: str) -> Finding:
    """A reason that is kept for what is not found any more: it would hold for it again."""
    code, _, place = reason_id.removeprefix(ASIDE).partition(".")
    record, _, field = place.partition(".")
    text = f"“{brief(code, 40)}” is not found there any more."
    return Finding(code, "note", text, record, field, "", _TAKE_UP, reason_id, reason)
