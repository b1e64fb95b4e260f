"""The theory of change drawn up from what the plan holds, as its screen does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.ask.asker import Offer
from workbook.reasoning.theory import BASIS, TEXT, basis, drawn_up, theory

if TYPE_CHECKING:
    from workbook.ask.talk import Talk


def draw_theory(talk: Talk) -> bool:
    """Draws the sentences up, asks before they take the place of the team's own, and keeps them
    with what they were drawn up from. Says whether it did. Raises Ended."""
    plan = talk.plan
    found = theory(plan)
    text = drawn_up(plan, found)
    if not text:
        talk.asker.say("There is nothing yet to draw it up from.")
        return False
    talk.asker.say(f"Drawn up:\n{text}")
    if plan.answer(TEXT):
        yes = Offer("1", "yes", "Write it in place of the text that stands there")
        ask, leave = "Is it to take the place of your own text?", "Leave it as it is"
        if not talk.choose("Your own text stands there.", ask, [yes], leave=leave):
            return False
    talk.change(lambda: (plan.put(TEXT, text), plan.put(BASIS, basis(plan, found))))
    talk.asker.say("Kept.")
    return True
