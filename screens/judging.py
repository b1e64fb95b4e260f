"""The team's own word on a condition, its own line, and its gaps: asked for and kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, ask
from screens.picker import Pickable, Picker
from screens.places import Place
from workbook import rating
from workbook.reasoning import judging

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Assessment, Dimension, Indicator
    from workbook.records.assessing import Round

NO_LINE = "none"


def judge(app: WorkbookApp, dimension: Dimension, round: Round) -> None:
    """Asks for the team's word on a condition; reason, gap and filling stand on its own page."""
    options = app.plan.options("judgements").values()
    there = judging.of_round(app.plan, round).get(dimension.id)
    picked = [there.judgement] if there and there.judgement else []
    items = [Pickable(one.id, one.name, one.note) for one in options]
    picker = Picker(f"{dimension.short}: what do you say yourselves?", items, picked)
    ask(app, picker, lambda word: _keep(app, dimension, round, word[0]))


def _keep(app: WorkbookApp, dimension: Dimension, round: Round, word: str) -> None:
    """Keeps a word: in the judgment of this round, or in a new one that leaves the earlier be."""
    plan = app.plan
    there = judging.of_round(plan, round).get(dimension.id)
    if there is not None and judging.is_of(there, round):
        plan.put(there.id, word, "judgement")
        id = there.id
    else:
        values = {"dimension": dimension.id, "judgement": word, "date": plan.today.isoformat()}
        id = plan.add("judgement", values)
    plan.settle()
    app.visit(Place("condition", dimension.id, id))


def draw_line(app: WorkbookApp, assessment: Assessment, dimension: Dimension) -> None:
    """Asks where the team's own line is, why there, and who set it."""
    steps = app.plan.options(assessment.scale).values()
    items = [Pickable(one.id, f"{one.id} {one.name}", one.note) for one in steps]
    items.append(Pickable(NO_LINE, "No line", "takes yours away"))
    picker = Picker(f"{dimension.short}: where do you yourselves want to be?", items)
    ask(app, picker, lambda picked: _lined(app, assessment, dimension, picked[0]))


def _lined(app: WorkbookApp, assessment: Assessment, dimension: Dimension, level: str) -> None:
    if level == NO_LINE:
        rating.take_line(app.plan, dimension)
        return
    asking = Asking(f"Why at {level}, here? Your reason stands beside the line.", wrong=_empty)
    ask(app, asking, lambda why: _ask_who(app, assessment, dimension, int(level), why))


def _empty(text: str) -> str:
    return "" if text.strip() else "Write something: it is what makes the line yours."


def _ask_who(
    app: WorkbookApp, assessment: Assessment, dimension: Dimension, level: int, why: str
) -> None:
    asking = Asking("Who sets this line?", app.who, wrong=_empty)
    keep = partial(_keep_line, app, assessment, dimension, level, why)
    ask(app, asking, keep)


def _keep_line(
    app: WorkbookApp, assessment: Assessment, dimension: Dimension, level: int, why: str, who: str
) -> None:
    """Puts the line where it is now; of two the later holds, and the earlier stays as it was."""
    plan = app.plan
    kind = plan.field_kind("team_line", "who")
    values = {"assessment": assessment.id, "dimension": dimension.id, "level": level}
    plan.add(
        "team_line",
        {**values, "reason": why, "who": kind.parse(who, plan), "date": plan.today.isoformat()},
    )
    plan.settle()


def plan_gap(app: WorkbookApp, dimension: Dimension, gaps: tuple[Indicator, ...]) -> None:
    """Makes a gap a preparedness step; asks which, where there are several."""
    items = [
        Pickable(one.id, one.name, "a step already" if _is_step(app, dimension, one) else "")
        for one in gaps
    ]
    if len(items) == 1:
        prepare(app, dimension, gaps[0])
        return
    by_id = {one.id: one for one in gaps}
    ask(
        app,
        Picker("Which gap becomes a step?", items),
        lambda picked: prepare(app, dimension, by_id[picked[0]]),
    )


def _is_step(app: WorkbookApp, dimension: Dimension, gap: Indicator) -> bool:
    return rating.step_of(app.plan, dimension, gap) is not None


def prepare(app: WorkbookApp, dimension: Dimension, gap: Indicator) -> None:
    """Makes a gap a step and says so; of one that is a step already, where it stands."""
    there = _is_step(app, dimension, gap)
    rating.prepare(app.plan, dimension, gap)
    said = "is a step already" if there else "is a step now: give it an owner and a day"
    app.notify(f"“{gap.name}” {said}, under Preparedness. ^z takes the last change back.")
