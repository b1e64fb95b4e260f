"""Prompts for a screen reader, a Braille line, a pipe: lines in, lines out, nothing redrawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from workbook.ask.asker import Ended, Question, Shape
from workbook.ask.words import looks_like_one
from workbook.kinds.text import visible

DOT = "."
"""The line that ends a long text. A line of two dots or more loses one: so any can be written."""


LONGEST = 4095
"""Bytes of a line that a terminal takes; it drops the rest without a word (termios(3))."""


class PlainAsker:
    """Asks on one stream and reads from another.

    typed: whether a person's terminal shows the end of each reply; where it does not, as with
    a pipe, the line is ended here.
    """

    def __init__(self, source: TextIO, out: TextIO, *, typed: bool) -> None:
        self._source, self._out, self._typed = source, out, typed

    def say(self, text: str) -> None:
        """Writes a paragraph and an empty line."""
        self._out.write(visible(text) + "\n\n")
        self._out.flush()

    def ask(self, question: Question, *, again: bool = False) -> str:
        """Puts a question and reads its reply. Raises Ended."""
        if not again:
            self.say("\n".join(_lines(question)))
        text = question.shape is Shape.TEXT
        prompt = f"{question.prompt}, then a line with only a dot" if text else question.prompt
        self._out.write(f"{visible(prompt)}: ")
        self._out.flush()
        first = self._line()
        if not text or first in ("", DOT) or looks_like_one(first):
            return "" if text and first == DOT else first
        return self._text(first)

    def _text(self, line: str) -> str:
        """The lines up to the dot."""
        lines: list[str] = []
        while line != DOT:
            lines.append(line[1:] if len(line) > 1 and set(line) == {DOT} else line)
            try:
                line = self._line()
            except Ended:
                raise Ended("\n".join(lines)) from None
        return "\n".join(lines)

    def give_back(self) -> None:
        """Nothing was changed on it."""

    def _line(self) -> str:
        line = self._source.readline()
        if not self._typed:
            self._out.write("\n")
        elif len(line.encode(errors="replace")) >= LONGEST:
            self.say(f"The terminal cuts a line at {LONGEST:,} characters; look at its end.")
        if not line:
            raise Ended
        return line.rstrip("\r\n")


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
            yield f"{offer.number}. {offer.name}.{note}"
    left_out = sum(not offer.shown for offer in question.offers)
    if left_out:
        yield f"And {left_out} more: type a part of the name."
