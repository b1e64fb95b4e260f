"""That the team has agreed on a step, who and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, refusal

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def agree(app: WorkbookApp) -> None:
    """Asks who agreed on the step that is open, and when."""
    step = app.step_here()
    if step is None:
        return
    plan, place = app.plan, f"agreed.{step.id}"

    def put(text: str | None) -> None:
        if text is not None:
            app.attempt(partial(plan.put, place, text))

    question = f"Who agreed on “{step.name}”, and when? (empty: not agreed)"
    standing = str(plan.answer(place) or "")
    wrong = partial(refusal, plan.kind(place), ground=plan)
    app.push_screen(Asking(question, standing, wrong=wrong), put)
