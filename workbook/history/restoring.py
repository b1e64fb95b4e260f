"""Putting back what stood at an earlier state: one field, one record or everything."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.edits import Edit
from workbook.history.past import plainly
from workbook.history.points import Point
from workbook.kinds.text import brief
from workbook.plan import Plan
from workbook.reading import Unknown
from workbook.store.changes import changes
from workbook.store.format import Held
from workbook.writing import without


def returning(plan: Plan, now: Held, point: Point, id: str = "", field: str = "") -> list[Edit]:
    """The edits that bring a workbook back to a state, [] where it is as it was.

    id: the answer or record that is meant, "" for everything. field: the one field of it. Raises
    Unknown where the state has no such thing.
    """
    if id:
        _refuse_unknown(plan, now, point, id, field)
    found = plainly(changes(now, point.held))
    mine = [one for one in found if id in ("", one.id)]
    mine = [one for one in mine if field in ("", one.field)]
    at = plan.clock()
    return [Edit(*place(one), one.old, one.new, plan.who, at) for one in mine]


def place(edit: Edit) -> tuple[str, str, str]:
    """Where an edit was made."""
    return edit.table, edit.id, edit.field


def returned(held: Held, edits: Sequence[Edit]) -> Held:
    """What a workbook holds once such edits are made."""
    return without(held, [one.back() for one in reversed(edits)])


def _refuse_unknown(plan: Plan, now: Held, point: Point, id: str, field: str) -> None:
    """Raises Unknown for a record that the state does not have, or no state."""
    if "." in id:
        plan.kind(id)
        if field:
            raise Unknown(f"{id} is an answer, which has no fields.")
        return
    then = any(id in table for table in point.held.values())
    if then:
        if field and plan.record(id) is not None:
            plan.kind(id, field)
        elif field:
            raise Unknown(f"{id} was removed since; put it back whole first, without a FIELD.")
        return
    if any(id in table for table in now.values()):
        raise Unknown(f"“{brief(plan.label(id), 60)}” was not there yet ({point.name}).")
    raise Unknown(f"No record has the id “{brief(id, 60)}”, neither now nor {point.name}.")


def restore(plan: Plan, edits: Sequence[Edit]) -> None:
    """Makes these edits as one new turn, which undo takes back."""
    if edits:
        plan.revert([one.back() for one in reversed(edits)])
