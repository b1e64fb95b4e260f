"""A table as a conversation: what is there, then add, edit, move, remove, or go on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.ask.asker import Ended, Offer, Question, Shape
from workbook.ask.rating import RATE, RateTalk, rated_in
from workbook.ask.rows import RowForm
from workbook.ask.sealed import sealed
from workbook.ask.talk import MOVES, Move, Talk
from workbook.ask.wording import so_far
from workbook.ask.words import Word, without, word_in
from workbook.kinds import Invalid
from workbook.kinds.text import brief

if TYPE_CHECKING:
    from workbook.ask.places import Place
    from workbook.curriculum import Table
    from workbook.records import Record

VERBS = ("add", "edit", "remove", "up", "down")
_BY_NUMBER = {
    Word.CLEAR: "Rows are removed one by one: remove 1.",
    Word.EDIT: "Rows are edited one by one: edit 1.",
}
_ORDER = re.compile(r"([a-z]*)\s*(\d*)")


class TableTalk:
    """The conversation about one table of a step."""

    def __init__(self, talk: Talk, place: Place, table: Table) -> None:
        self.talk, self.place, self.table = talk, place, table
        self.plan = talk.plan
        self.assessment = rated_in(talk.plan.curriculum, table)

    def run(self) -> Move:
        """Asks what to do with the table until the answer is to go on."""
        again = False
        while True:
            rows = self.plan.rows(self.table)
            try:
                reply = self.talk.asker.ask(self._question(rows), again=again)
                word = word_in(reply, self.talk.words)
                if word in MOVES:
                    return MOVES[word]
                if not reply.strip():
                    return Move.ON
                move = self._word(word) if word else self._do(reply, rows)
            except Ended:
                return Move.QUIT
            except Invalid as wrong:
                self.talk.asker.say(str(wrong))
                again = True
                continue
            if move is not Move.ON:
                return move
            again = False

    def _word(self, word: Word) -> Move:
        if word in _BY_NUMBER:
            raise Invalid(_BY_NUMBER[word])
        prompt = self.place.prompt
        why = prompt.why if prompt else ""
        return self.talk.aside(word, why, self.place.step) or Move.ON

    def _do(self, reply: str, rows: list[Record]) -> Move:
        if self.assessment and reply.strip().lower() == RATE:
            return RateTalk(self.talk, self.assessment, self.place.step).run()
        verb, record = self._order(reply, rows)
        if record is None:
            return RowForm(self.talk, self.table, self.place.step).fill()
        if verb == "edit":
            return RowForm(self.talk, self.table, self.place.step, record.id).fill()
        if verb == "remove":
            name = self.plan.label(record.id)
            self.talk.change(lambda: self.plan.remove(record.id))
            self.talk.asker.say(f"Removed: {name}.")
            return Move.ON
        ids, by = [one.id for one in rows], -1 if verb == "up" else 1
        self.talk.change(lambda: self.plan.move(record.id, by, ids))
        return Move.ON

    def _order(self, reply: str, rows: list[Record]) -> tuple[str, Record | None]:
        """What to do and with which row; None for a new one. Raises Invalid."""
        match = _ORDER.fullmatch(reply.strip().lower())
        word, number = (match[1], match[2]) if match else ("?", "")
        verb = next((one for one in VERBS if one.startswith(word)), "") if word else "edit"
        if not verb or (verb == "add") == bool(number):
            raise Invalid(f"“{brief(reply, 40)}” is nothing to do here. {self._advice(rows)}")
        if verb == "add":
            return verb, None
        if not 0 < int(number) <= len(rows):
            raise Invalid(f"There is no number {number} here.")
        return verb, rows[int(number) - 1]

    def _question(self, rows: list[Record]) -> Question:
        prompt, lines = self.place.prompt, [so_far(self.table, len(rows))]
        lines += [self._line(number, row) for number, row in enumerate(rows, 1)]
        return Question(
            Shape.MENU,
            self.place.heading,
            prompt.ask if prompt else self.place.step.title,
            why=prompt.why if prompt else "",
            hint="" if rows else self.table.empty,
            now="\n".join(lines),
            prompt=self._advice(rows),
            offers=self._offers(rows),
            words=without(self.talk.words, *_BY_NUMBER),
        )

    def _line(self, number: int, row: Record) -> str:
        """A row on one line: its number, its name, then the other columns with their names."""
        fields = [self.table.field(one) for one in self.table.columns if one not in row.called]
        shown = [
            (one.name, self.plan.shown(row, one.id))
            for one in fields
            if one and not sealed(self.plan, row.id, one.id)
        ]
        name = self.plan.label(row.id)
        facts = "; ".join(
            f"{field}: {brief(text, 80)}" for field, text in shown if text and text != name
        )
        return f"{number}. {name}. {facts}" if facts else f"{number}. {name}."

    def _advice(self, rows: list[Record]) -> str:
        rate = f"{RATE} to go from item to item, " if self.assessment else ""
        if not rows:
            return f"Type {rate}add, or Enter to go on"
        return f"Type {rate}add, edit N, remove N, up N, down N, or Enter to go on"

    def _offers(self, rows: list[Record]) -> tuple[Offer, ...]:
        one = f"Add: {self.table.one}"
        rate = [Offer("", RATE, "Rate, item after item")] if self.assessment else []
        return (
            *rate,
            Offer("", "add", one),
            *(Offer(str(n), str(n), self.plan.label(row.id)) for n, row in enumerate(rows, 1)),
        )
