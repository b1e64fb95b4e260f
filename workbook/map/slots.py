"""What goes to each slot of the MAP: the answers and tables that name it, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbook.curriculum import Curriculum, Prompt, Slot, Table
from workbook.map import (
    answers,
    arranging,
    coalition,
    drawn,
    lasting,
    metrics,
    priorities,
    readiness,
    strategy,
    summary,
)
from workbook.map.outline import Blocks, Paragraph, Text
from workbook.map.rows import stand
from workbook.map.showing import Showing
from workbook.plan import Plan

_FIRST = ("judgement", "term", "vision_draft")
"""Rows that a slot is about: they stand before all else that goes there."""
_LAST = ("assumption",)
"""Rows that rest on what their step says: they stand after it."""
_Making = Callable[[Showing, Plan], Blocks]
_MADE: Mapping[str, _Making] = {
    "summary": summary.blocks,
    "coalition.who": coalition.blocks,
    "appendix.metrics": metrics.blocks,
}
"""What is worked out for a slot, also where nobody wrote anything there."""
_BESIDE: Mapping[str, _Making] = {
    "conditions.priorities": priorities.blocks,
    "strategy.theory": strategy.chains,
    "strategy.choice": strategy.order,
    "sustain.stewards": lasting.carried,
    "sustain.measures": lasting.on_the_way,
    "sustain.resources": lasting.resources,
}
"""What is worked out beside what the team wrote for a slot: by itself it fills none, so that the
slot still counts as not written. Both stand after the first thing that goes there."""


_BEFORE: Mapping[str, _Making] = {"strategy.logic": drawn.logic}
"""What is drawn before all that the team wrote for a slot, where it wrote anything."""


def sources(curriculum: Curriculum, slot: str) -> list[Prompt | Table]:
    """What a team writes for a slot, in the order of the walk; a step's table comes before its
    questions, as on the screen."""
    found: list[Prompt | Table] = []
    for step in curriculum.steps.values():
        rows = [one for one in [step.table] if one and one.slot == slot and not one.private]
        asked = [one for one in step.prompts if one.slot == slot and not one.private]
        late = any(one.of in _LAST for one in rows)
        found += [*asked, *rows] if late else [*rows, *asked]
    return sorted(found, key=lambda one: not (isinstance(one, Table) and one.of in _FIRST))


def fill(showing: Showing, plan: Plan, slot: Slot) -> Blocks:
    """All that stands in a slot, () while nothing is written there.

    plan: the whole plan, for what is worked out over its rounds.
    """
    pieces = _pieces(showing, slot)
    making = _MADE.get(slot.id) or (_BESIDE.get(slot.id) if any(pieces) else None)
    if making:
        pieces.insert(1, making(showing, plan))
    if (draw := _BEFORE.get(slot.id)) and any(pieces):
        pieces.insert(0, draw(showing, plan))
    if slot.assessment:
        profile = readiness.blocks(showing, plan, slot.assessment)
        pieces.insert(_after_judgment(showing, slot), profile)
    blocks = tuple(block for piece in pieces for block in piece)
    return (Paragraph((Text(slot.lead),)), *blocks) if slot.lead and blocks else blocks


def is_filled(showing: Showing, plan: Plan, slot: Slot) -> bool:
    """Whether anything stands in a slot: what `fill` would say, found without filling it."""
    found = sources(showing.view.curriculum, slot.id)
    if any(_is_written(showing, one) for one in found):
        return True
    making = _MADE.get(slot.id)
    if making and making(showing, plan):
        return True
    return bool(slot.assessment and readiness.blocks(showing, plan, slot.assessment))


def _is_written(showing: Showing, one: Prompt | Table) -> bool:
    table = one if isinstance(one, Table) else one.table
    if table:
        return arranging.has_rows(showing, table)
    assert isinstance(one, Prompt)
    return bool(
        answers.sentences(showing, [one]) if answers.is_sentence(one) else showing.answer(one)
    )


def _after_judgment(showing: Showing, slot: Slot) -> int:
    """Where a profile stands: after the team's own judgment, which heads what is said of it."""
    found = sources(showing.view.curriculum, slot.id)
    return 1 if found and isinstance(found[0], Table) and found[0].of == "judgement" else 0


def _pieces(showing: Showing, slot: Slot) -> list[Blocks]:
    """The blocks of each source; all sentences are one paragraph, where the first belongs."""
    found = sources(showing.view.curriculum, slot.id)
    said = [one for one in found if isinstance(one, Prompt) and answers.is_sentence(one)]
    pieces = []
    for one in found:
        if isinstance(one, Table):
            pieces.append(stand(showing, one, _title(showing, slot, one)))
        elif one not in said:
            pieces.append(answers.whole(showing, one))
        elif one is said[0]:
            pieces.append(answers.sentences(showing, said))
    return pieces


def _title(showing: Showing, slot: Slot, table: Table) -> str:
    """What stands over a table, "" where the heading says it."""
    form = showing.view.curriculum.forms.get(table.of)
    title = table.lead or (form.title if form else table.name)
    return "" if title.casefold() == slot.title.casefold() else title
