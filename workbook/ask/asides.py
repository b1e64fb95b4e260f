"""What can be done at any question beside answering it: agree, go, undo, hear the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbook.ask.asker import Ended, Offer
from workbook.ask.sealed import is_of_open_round
from workbook.ask.talk import Move, Talk, spot_of
from workbook.ask.words import Word
from workbook.curriculum.model import agreed
from workbook.edits import ChangedSince
from workbook.history.recalling import Recalling
from workbook.history.restoring import returned
from workbook.kinds.text import brief
from workbook.reasoning.checks import examine
from workbook.reasoning.language import survey, words_of
from workbook.reasoning.progress import state

TOLD = 3
"""Changes that were made as one, up to which each is told."""

if TYPE_CHECKING:
    from workbook.curriculum import Step
    from workbook.plan import Plan
    from workbook.reasoning.language import Advised


def agree(talk: Talk, step: Step) -> Move:
    """Notes who agreed to a step, and when."""
    prompt = talk.plan.curriculum.prompts[agreed(step.id)]
    return talk.value(spot_of(talk.plan, prompt, f"{step.name}. {prompt.name}."), step)


def undo(talk: Talk, step: Step) -> Move:
    """Takes back the last change of this walk, and says which that was."""
    plan = talk.plan
    edits = plan.undoable
    if not edits:
        talk.asker.say("There is nothing to take back since you came.")
        return Move.ON
    now = plan.db.storage.read() or {}
    told = Recalling(plan.curriculum, returned(now, edits), now, screen=True).named(edits)
    try:
        talk.change(plan.undo)
    except ChangedSince as error:
        talk.asker.say(str(error))
        return Move.ON
    said = "; ".join(one.back for one in told[:TOLD])
    talk.asker.say(f"Taken back: {said or 'the last change'}.")
    return Move.ON


def go(talk: Talk, step: Step) -> Move:
    """Asks which step to go to."""
    curriculum = talk.plan.curriculum
    offers = [
        Offer(str(number), one.id, f"Chapter {curriculum.chapter_of(one).number}, {one.name}",
              "You are here." if one is step else state(talk.plan, one).word)
        for number, one in enumerate(curriculum.steps.values(), 1)
    ]  # fmt: skip
    try:
        id = talk.choose("Go to a step.", "Which step?", offers, leave="Stay here")
    except Ended:
        return Move.QUIT
    if not id:
        return Move.ON
    talk.goal = curriculum.steps[id]
    return Move.GO


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look at on a step. reason_id: the answer that says why it is left as it is."""

    text: str
    note: str
    reason_id: str
    reason: str

    def offer(self, number: int) -> Offer:
        """As it is offered: first whether it stands."""
        text = self.text.rstrip(".")
        name = f"Set aside: {text}" if self.reason else text
        note = f"Reason: {self.reason}" if self.reason else self.note
        return Offer(str(number), self.reason_id, name, note)


def look_at_checks(talk: Talk, step: Step) -> Move:
    """Reads out what is to be looked at on a step, and takes a reason why it is left so."""
    found = list(_points(talk.plan, step))
    while found:
        offers = [one.offer(number) for number, one in enumerate(found, 1)]
        ask = "Which one do you leave as it is, with a reason? To mend one, answer its question."
        try:
            id = talk.choose(f"Checks on {step.name}.", ask, offers, leave="Go on")
        except Ended:
            return Move.QUIT
        if not id:
            return Move.ON
        prompt = talk.plan.curriculum.prompt(id)
        assert prompt is not None
        move = talk.value(spot_of(talk.plan, prompt, f"{prompt.name}."), step)
        if move is Move.QUIT:
            return move
        reason = str(talk.plan.answer(id) or "")
        found = [replace(one, reason=reason) if one.reason_id == id else one for one in found]
    talk.asker.say("There is nothing to look at on this step.")
    return Move.ON


def _points(plan: Plan, step: Step) -> Iterator[Point]:
    """What the checks find on a step, then the words that were advised against there, each once
    for a place."""
    for one in examine(plan):
        if one.step == step.id:
            yield Point(f"{one.severity}: {one.text}", one.mend, one.reason_id, one.aside)
    found = survey(plan, words=words_of(plan), step=step.id)
    words = {one.reason_id: one for one in (*found.standing, *found.kept)}
    for word in words.values():
        if not is_of_open_round(plan, word.id):
            yield _point(word)


def _point(word: Advised) -> Point:
    advice = word.advice
    rather = f"Rather: {advice.instead}." if advice.instead else advice.reason
    text = f"wording: “{brief(word.piece, 120)}” in {word.name}"
    return Point(text, rather, word.reason_id, word.kept)


ASIDES: dict[Word, Callable[[Talk, Step], Move]] = {
    Word.AGREE: agree, Word.GO: go, Word.UNDO: undo, Word.CHECKS: look_at_checks,
}  # fmt: skip
"""What each of these words does; the move that it leads to, ON where one stays."""
