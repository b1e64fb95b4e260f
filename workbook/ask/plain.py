"""Prompts for a screen reader, a Braille line, a pipe: lines in, lines out, nothing redrawn."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from workbook.ask.asker import BrokenOff, Ended, Question, Shape
from workbook.ask.piped import Piped
from workbook.ask.signs import spelled
from workbook.ask.wording import wrapped
from workbook.ask.words import known_word, looks_like_one
from workbook.kinds import Invalid
from workbook.kinds.text import visible
from workbook.own_editor import in_own_editor

DOT = "."
"""The line that ends a long text. A line of two dots or more loses one: so any can be written."""


LONGEST = 4095
"""Bytes of a line that a terminal takes; it drops the rest without a word (termios(3))."""


class PlainAsker:
    """Asks on one stream and reads from another.

    typed: whether a person's terminal shows the end of each reply; where it does not, as with
    a pipe, the line is ended here. encoding: what can be shown.
    """

    def __init__(
        self, source: TextIO | Piped, out: TextIO, *, typed: bool, encoding: str = "utf-8"
    ) -> None:
        self._source, self._out, self._typed, self._encoding = source, out, typed, encoding
        self._at_margin = True

    def say(self, text: str) -> None:
        """Writes a paragraph and an empty line."""
        self._out.write(self._fitted(text) + "\n\n")
        self._out.flush()

    def ask(self, question: Question, *, again: bool = False, begun: str = "") -> str:
        """Puts a question and reads its reply. Raises Ended and BrokenOff."""
        if not again:
            self.say("\n".join(_lines(question)))
        text = question.shape is Shape.TEXT
        prompt = "Go on" if begun else question.prompt
        prompt += ", then a line with only a dot" if text else ""
        self._out.write(self._fitted(f"{prompt}:") + " ")
        self._out.flush()
        try:
            return self._text(question, begun) if text else self._line()
        finally:
            self._out.write("\n" if self._at_margin else "\n\n")

    def _text(self, question: Question, begun: str) -> str:
        """The lines up to the dot."""
        lines = begun.split("\n") if begun else []
        try:
            while (line := self._line()) != DOT:
                if not lines and (not line or looks_like_one(line)):
                    return line
                if word := known_word(line, question.words):
                    raise BrokenOff("\n".join(lines), word)
                lines.append(line[1:] if len(line) > 1 and set(line) == {DOT} else line)
        except Ended:
            raise Ended("\n".join(lines)) from None
        except KeyboardInterrupt:
            raise Ended("\n".join(lines), stopped=True) from None
        return "\n".join(lines)

    def write(self, text: str, notes: Sequence[str]) -> str:
        """Opens the person's own editor on a text. Raises Invalid, also without a terminal."""
        if not (self._typed and self._out.isatty()):
            raise Invalid("An editor needs a terminal. Write the text here, line by line.")
        return in_own_editor(text, notes)

    def saving(self, save: Callable[[], None]) -> Callable[[], None]:
        """Saves at once; with a pipe before it waits for more."""
        return self._source.saving(save) if isinstance(self._source, Piped) else save

    def give_back(self) -> None:
        """Nothing was changed on it."""

    def _line(self) -> str:
        self._at_margin = False
        line = self._source.readline()
        self._at_margin = self._typed and line.endswith("\n")
        if self._typed and len(line.encode(errors="replace")) >= LONGEST:
            self.say(f"The terminal cuts a line at {LONGEST:,} characters; look at its end.")
        if not line:
            raise Ended
        return line.rstrip("\r\n")

    def _fitted(self, text: str) -> str:
        """A text as it is written: on a terminal in lines that it need not break by itself."""
        if not self._out.isatty():
            return visible(text)
        shown = spelled(visible(text), self._encoding)
        return wrapped(shown, shutil.get_terminal_size().columns - 1)


def _lines(question: Question) -> Iterator[str]:
    yield question.heading
    yield question.ask
    if question.why:
        yield f"Why: {question.why}"
    if question.hint or question.how:
        yield " ".join(filter(None, (question.hint, question.how)))
    if question.now:
        yield question.now if question.shape is Shape.MENU else f"Now: {question.now}"
    if question.shape is not Shape.MENU:
        yield from _offered(question)


def _offered(question: Question) -> Iterator[str]:
    for offer in question.offers:
        if offer.shown:
            note = f" {offer.note}" if offer.note else ""
            yield f"{offer.title}.{note}"
    left_out = sum(not offer.shown for offer in question.offers)
    if left_out:
        yield f"And {left_out} more: type a part of the name."
    if question.makes:
        yield f"+ and a name: a new {question.makes}."
