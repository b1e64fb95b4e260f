"""One value asked for and kept: the question, the words in place of an answer, what is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from workbook.ask.asker import Asker, BrokenOff, Ended, Offer, Question, Shape
from workbook.ask.offers import chosen, how, makes, offers, shape
from workbook.ask.replies import numbered, picked, read
from workbook.ask.wording import advised, guidance, left_out, notes, present
from workbook.ask.words import WORDS, Word, Words, answer_in, without, word_in
from workbook.kinds import Invalid, Kind
from workbook.kinds.text import brief
from workbook.reading import Unknown
from workbook.reasoning.theory import TEXT as THEORY

if TYPE_CHECKING:
    from workbook.curriculum import Prompt, Step
    from workbook.plan import Plan


class Move(Enum):
    """Where the walk goes from here."""

    ON = "the next place"
    BACK = "the place before"
    STEP = "the next step"
    GO = "a step that was chosen"
    DONE = "the table of this row"
    QUIT = "the end"


MOVES = {
    Word.SKIP: Move.ON, Word.BACK: Move.BACK, Word.LATER: Move.STEP, Word.DONE: Move.DONE,
    Word.QUIT: Move.QUIT,
}  # fmt: skip
LEAVING = (Move.STEP, Move.GO, Move.QUIT)
"""What leads out of a table."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for one value.

    held: what stands there, as the file holds it. keep: puts a value. sealed: why what stands
    there may not be shown, "" where it may. place: the id and the field of a text that is looked
    at for words that put the blame on people. in_row: whether it is one of a row's.
    draw: draws the text up from what the plan holds, and says whether it was kept.
    """

    kind: Kind[Any]
    heading: str
    ask: str
    why: str
    hint: str
    held: Callable[[], Any]
    keep: Callable[[Any], object]
    sealed: str = ""
    place: Callable[[], tuple[str, str]] | None = None
    in_row: bool = False
    draw: Callable[[Talk], bool] | None = None


class Talk:
    """Asks for values and keeps them.

    save: called after each change, so that nothing is lost. words: what can be given in place of
    an answer, and what it does here. goal: the step that was chosen to go to.
    """

    def __init__(
        self, plan: Plan, asker: Asker, save: Callable[[], None], words: Words = WORDS
    ) -> None:
        self.plan, self.asker, self.save, self.words = plan, asker, save, words
        self.changes = 0
        self.goal: Step | None = None

    def value(self, spot: Spot, step: Step) -> Move:
        """Asks until there is an answer that can be kept, or a word that leads on.

        Raises KeyboardInterrupt where a text was stopped; what was written of it is kept.
        """
        again, begun = False, ""
        while True:
            question = self._question(spot)
            try:
                reply = self.asker.ask(question, again=again, begun=begun)
                word, begun = word_in(reply, self.words), ""
            except Ended as end:
                self._take(end.partial, question, spot)
                if end.stopped:
                    raise KeyboardInterrupt from None
                return Move.QUIT
            except BrokenOff as off:
                word, begun, again = off.word, off.partial, True
                if word is not Word.EDIT and not self._broken_off(off, question, spot):
                    begun = ""
                    continue
            except Invalid as wrong:
                self.asker.say(str(wrong))
                again = True
                continue
            if word is Word.EDIT and question.shape is Shape.TEXT:
                move, begun = self._edit(question, spot, begun)
            elif word:
                move = self._word(word, spot, step)
            else:
                move = self._take(reply, question, spot)
            if move is not None:
                return move
            again = word is None or begun != ""

    def _broken_off(self, off: BrokenOff, question: Question, spot: Spot) -> bool:
        """Keeps what was written before a word; False where it was refused, for to go on then
        would lose it without a second try."""
        if self._take(off.partial, question, spot) is None:
            return False
        if off.word is not Word.CLEAR:
            self.asker.say(f"Kept: what you wrote before {off.word.typed}.")
        return True

    def _edit(self, question: Question, spot: Spot, begun: str) -> tuple[Move | None, str]:
        """Has a text written in the person's own editor, from what is begun here or else from what
        stands there. Gives where that leads, and what goes on here."""
        try:
            before = begun or self._written(question, spot)
            text = self.asker.write(before, notes(question))
        except Invalid as wrong:
            self.asker.say(str(wrong))
            return None, begun
        if not text.strip():
            self.change(lambda: spot.keep(None))
            self.asker.say("Emptied.")
            return Move.ON, ""
        if self._keep(text, question, spot):
            self.asker.say("Kept: what you wrote in the editor.")
            return Move.ON, ""
        self.asker.say(f"What you wrote is still here: {Word.EDIT.typed} goes on with it.")
        return None, text

    def _written(self, question: Question, spot: Spot) -> str:
        """What stands at a place as one writes it, with the numbers of what is offered."""
        held = spot.held()
        if spot.sealed or held is None or not spot.kind.holds(held):
            return ""
        return numbered(spot.kind, spot.kind.write(held, self.plan), question.offers)

    def _word(self, word: Word, spot: Spot, step: Step) -> Move | None:
        """Does what a word says; None where the question is to be put once more."""
        if word is Word.CLEAR:
            self.change(lambda: spot.keep(None))
            return Move.ON
        if word is Word.EDIT:
            self.asker.say("An editor is for long texts; this is answered here.")
            return None
        if word is Word.DONE and not spot.in_row:
            self.asker.say("This is not one of a table's rows: :later leads to the next step.")
            return None
        if word is Word.DRAW:
            return self._draw(spot)
        if word in MOVES:
            return MOVES[word]
        return self.aside(word, spot.why, step, self._words_at(spot, shape(spot.kind)))

    def _draw(self, spot: Spot) -> Move | None:
        """Has a text drawn up; None where one stays at its question."""
        if spot.draw is None:
            self.asker.say("This is for you to write; it is drawn up from nothing.")
            return None
        try:
            return Move.ON if spot.draw(self) else None
        except Ended:
            return Move.QUIT

    def aside(self, word: Word, why: str, step: Step, words: Words) -> Move | None:
        """Does what can be done at any question; None where one stays there. words: those that
        mean something there."""
        if word is Word.HELP:
            self.asker.say("\n\n".join(filter(None, (why, guidance(step, words)))))
            return None
        from workbook.ask.asides import ASIDES  # they ask questions too

        move = ASIDES[word](self, step)
        return move if move in LEAVING else None

    def choose(self, heading: str, ask: str, given: Sequence[Offer], *, leave: str) -> str:
        """The word of the offer that is chosen, "" for none. Raises Ended."""
        how = "Type its number or a part of its name."
        words = {Word.BACK: "go back to where you were"}
        question = Question(
            Shape.ONE, heading, ask, how=how, offers=tuple(given), words=words, leave=leave
        )
        again = False
        while True:
            try:
                reply = self.asker.ask(question, again=again)
                if not reply.strip() or word_in(reply, words):
                    return ""
                return picked(reply, given) or _none_such(reply)
            except Invalid as wrong:
                self.asker.say(str(wrong))
                again = True

    def _question(self, spot: Spot) -> Question:
        hints = [f"Hint: {spot.hint.rstrip('.')}."] if spot.hint else []
        if spot.kind.private:
            hints.append("Private: this never leaves the workbook.")
        held, offered = spot.held(), offers(spot.kind, self.plan)
        form = shape(spot.kind)
        if spot.sealed and held is not None:
            now, held = f"there is an answer, {spot.sealed}", None
        else:
            now = present(spot.kind, held, self.plan)
        return Question(
            form, spot.heading, spot.ask, spot.why, " ".join(hints), how(spot.kind),
            now, offers=offered, chosen=chosen(spot.kind, held) if offered else (),
            words=self._words_at(spot, form), makes=makes(spot.kind),
        )  # fmt: skip

    def _words_at(self, spot: Spot, form: Shape) -> Words:
        """The words that mean something at a question."""
        none = [Word.EDIT] * (form is not Shape.TEXT) + [Word.DONE] * (not spot.in_row)
        none += [Word.DRAW] * (spot.draw is None)
        return without(self.words, *none)

    def _take(self, reply: str, question: Question, spot: Spot) -> Move | None:
        """Keeps an answer; an empty one leaves what is there. None where it was refused."""
        text = answer_in(reply)
        if not text.strip() or self._keep(text, question, spot):
            return Move.ON
        return None

    def _keep(self, text: str, question: Question, spot: Spot) -> bool:
        """Keeps what a text means; False where it was refused, which is said."""
        try:
            self.change(lambda: spot.keep(read(spot.kind, text, question.offers, self.plan)))
        except (Invalid, Unknown) as wrong:  # what it is about may have been removed meanwhile
            self.asker.say(str(wrong))
            return False
        if notice := left_out(text):
            self.asker.say(notice)
        if spot.place and (advice := advised(self.plan, *spot.place())):
            self.asker.say(advice)
        return True

    def change(self, changing: Callable[[], object]) -> None:
        """Makes one change, counts it where something changed, and saves."""
        count = 0

        def noted(edits: object) -> None:
            nonlocal count
            count = 1

        end = self.plan.subscribe(noted)
        try:
            changing()
        finally:
            end()
            self.plan.settle()
        self.changes += count
        if count:
            self.save()


def _none_such(reply: str) -> str:
    raise Invalid(f"“{brief(reply, 40)}” is not in the list.")


def spot_of(plan: Plan, prompt: Prompt, heading: str) -> Spot:
    """The place of a prompt's answer."""
    from workbook.ask.drawing import draw_theory  # it asks too

    return Spot(
        prompt.kind, heading, prompt.ask, prompt.why, prompt.hint,
        lambda: plan.raw(prompt.id), lambda value: plan.put(prompt.id, value),
        place=lambda: (prompt.id, ""), draw=draw_theory if prompt.id == THEORY else None,
    )  # fmt: skip
