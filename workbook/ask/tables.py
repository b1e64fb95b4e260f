"""A table as a conversation: what is there, then add, edit, move, remove, or go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from workbook.ask.agreeing import AGREE, AgreeTalk
from workbook.ask.asker import Ended, Offer, Question, Shape
from workbook.ask.figures import FIGURE, FigureTalk
from workbook.ask.rating import RATE, RateTalk, rated_in
from workbook.ask.rows import RowForm
from workbook.ask.sealed import sealed
from workbook.ask.talk import LEAVING, MOVES, Move, Talk
from workbook.ask.wording import so_far
from workbook.ask.words import Word, without, word_in
from workbook.kinds import Invalid
from workbook.kinds.text import brief
from workbook.reading import Unknown
from workbook.records.assessing import Consensus
from workbook.records.data import MetricReading

if TYPE_CHECKING:
    from workbook.ask.places import Place
    from workbook.curriculum import Table
    from workbook.records import Record

VERBS = ("add", "edit", "remove", "up", "down")
LIST = "list"
WAYS = {
    RATE: "to go from item to item",
    AGREE: "to go from item to item",
    FIGURE: "for a figure of your own",
}
"""What can be typed at some tables beside these, and what it is for."""
MORE = (
    "At a table: edit 2 NAME begins at the field of that name, list reads the rows again, and of "
    "each of these the first letter will do."
)
_NOT_HERE = {
    Word.CLEAR: "Rows are removed one by one: remove 1.",
    Word.EDIT: "Rows are edited one by one: edit 1.",
    Word.DRAW: "Rows are written one by one: add.",
    Word.DONE: "This is the table itself: Enter goes on.",
}
_ORDER = re.compile(r"([a-z]*)\s*(\d*)\s*(.*)")


class TableTalk:
    """The conversation about one table of a step."""

    def __init__(self, talk: Talk, place: Place, table: Table) -> None:
        self.talk, self.place, self.table = talk, place, table
        self.plan = talk.plan
        self._ways = self._own_ways()
        self._words = without(talk.words, *_NOT_HERE)
        self._listed = False

    def _own_ways(self) -> dict[str, Callable[[], Move]]:
        """What can be done at this table beside its rows, by what is typed for it."""
        step, assessment = self.place.step, rated_in(self.plan.curriculum, self.table)
        if self.table.of == MetricReading.type:
            return {FIGURE: lambda: FigureTalk(self.talk, step).run()}
        if assessment is None:
            return {}
        if self.table.of == Consensus.type:
            return {AGREE: lambda: AgreeTalk(self.talk, assessment, step).run()}
        return {RATE: lambda: RateTalk(self.talk, assessment, step).run()}

    def run(self) -> Move:
        """Asks what to do with the table until the answer is to go on."""
        again = False
        while True:
            rows = self.plan.rows(self.table)
            try:
                reply = self.talk.asker.ask(self._question(rows), again=again)
                self._listed = True
                word = word_in(reply, self.talk.words)
                if not word and not reply.strip():
                    return Move.ON
                move = self._word(word) if word else self._do(reply, rows)
            except Ended:
                return Move.QUIT
            except (Invalid, Unknown) as wrong:
                self.talk.asker.say(str(wrong))
                again = True
                continue
            if move is not None:
                return move
            again = False

    def _word(self, word: Word) -> Move | None:
        """Does what a word says; None where one stays at the table."""
        if word in _NOT_HERE:
            raise Invalid(_NOT_HERE[word])
        if word in MOVES:
            return MOVES[word]
        prompt = self.place.prompt
        why, step = prompt.why if prompt else "", self.place.step
        move = self.talk.aside(word, why, step, self._words)
        if word is Word.HELP:
            self.talk.asker.say(MORE)
        return move

    def _do(self, reply: str, rows: list[Record]) -> Move | None:
        """Does what was typed; None where one stays at the table. Raises Invalid."""
        if way := self._ways.get(reply.strip().lower()):
            return self._back(way())
        verb, record, rest = self._order(reply, rows)
        if verb == LIST:
            self._listed = False
        elif record is None:
            return self._back(RowForm(self.talk, self.table, self.place.step).fill())
        elif verb == "edit":
            place = self._field(rest) if rest else 0
            form = RowForm(self.talk, self.table, self.place.step, record.id)
            return self._back(form.fill(place))
        elif verb == "remove":
            name = self.plan.label(record.id)
            self.talk.change(lambda: self.plan.remove(record.id))
            self.talk.asker.say(f"Removed: {name}.")
        else:
            self._move(record, rows, -1 if verb == "up" else 1)
        return None

    @staticmethod
    def _back(move: Move) -> Move | None:
        """Where a row leads: out of the table, or to it again."""
        return move if move in LEAVING else None

    def _move(self, record: Record, rows: list[Record], by: int) -> None:
        """Moves a row and says where it stands then."""
        self.talk.change(lambda: self.plan.move(record.id, by, [one.id for one in rows]))
        place = [one.id for one in self.plan.rows(self.table)].index(record.id) + 1
        self.talk.asker.say(f"{self.plan.label(record.id)} is {place} of {len(rows)} now.")

    def _order(self, reply: str, rows: list[Record]) -> tuple[str, Record | None, str]:
        """What to do, with which row, None for a new one, and from which field on. Raises
        Invalid."""
        match = _ORDER.fullmatch(reply.strip().lower())
        word, number, rest = match.groups() if match else ("?", "", "")
        verbs = (*VERBS, LIST)
        verb = next((one for one in verbs if one.startswith(word)), "") if word else "edit"
        if not verb or (verb in ("add", LIST)) == bool(number) or (rest and verb != "edit"):
            raise Invalid(f"“{brief(reply, 40)}” is nothing to do here. {self._advice(rows)}")
        if not number:
            return verb, None, ""
        if not 0 < int(number) <= len(rows):
            raise Invalid(f"There is no number {number} here.")
        return verb, rows[int(number) - 1], rest

    def _field(self, name: str) -> int:
        """The place of the field that a word names, or begins. Raises Invalid."""
        names = [(one.id.lower(), one.name.lower()) for one in self.table.fields]
        same = [place for place, both in enumerate(names) if name in both]
        begun = [n for n, both in enumerate(names) if any(one.startswith(name) for one in both)]
        if len(found := same or begun) != 1:
            all_ = ", ".join(one.name for one in self.table.fields)
            raise Invalid(f"“{brief(name, 40)}” is none of the fields, which are: {all_}.")
        return found[0]

    def _question(self, rows: list[Record]) -> Question:
        prompt, lines = self.place.prompt, [so_far(self.table, len(rows))]
        if not self._listed:  # to hear them all again after each change would take long
            lines += [self._line(number, row) for number, row in enumerate(rows, 1)]
        return Question(
            Shape.MENU,
            self.place.heading,
            prompt.ask if prompt else self.place.step.title,
            why=prompt.why if prompt and not self._listed else "",
            hint="" if rows else self.table.empty,
            now="\n".join(lines),
            prompt=self._advice(rows),
            offers=self._offers(rows),
            words=self._words,
            parts=tuple(one.name for one in self.table.fields),
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
        more = "".join(f"{one} {WAYS[one]}, " for one in self._ways)
        if not rows:
            return f"Type {more}add, or Enter to go on"
        return f"Type {more}add, edit N, remove N, up N, down N, list, or Enter to go on"

    def _offers(self, rows: list[Record]) -> tuple[Offer, ...]:
        one = f"Add: {self.table.one}"
        more = [Offer("", one, f"{one.capitalize()} ({WAYS[one]})") for one in self._ways]
        return (
            *more,
            Offer("", "add", one),
            *(Offer(str(n), str(n), self.plan.label(row.id)) for n, row in enumerate(rows, 1)),
        )
