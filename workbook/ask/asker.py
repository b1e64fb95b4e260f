"""A question as it is put to a person, and what whoever puts it must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from workbook.ask.words import WORDS, Word, Words


class Ended(Exception):
    """There is no more input. What was given so far is kept.

    partial: that of an unfinished answer. stopped: whether Ctrl-C ended it.
    """

    def __init__(self, partial: str = "", *, stopped: bool = False) -> None:
        super().__init__("The input ended.")
        self.partial, self.stopped = partial, stopped


class BrokenOff(Exception):
    """A word stands within a text. What was written before it is kept, then the word is done."""

    def __init__(self, partial: str, word: Word) -> None:
        super().__init__("The text was broken off.")
        self.partial, self.word = partial, word


class Shape(Enum):
    """How an answer is given."""

    LINE = "one line"
    TEXT = "lines, ended by a dot"
    ONE = "one of the offers"
    MANY = "any of the offers"
    MENU = "something to do"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose from.

    number: what is typed for it. word: what the kind reads. shown: False where it can be
    chosen but would make the list too long to hear.
    """

    number: str
    word: str
    name: str
    note: str = ""
    shown: bool = True

    @property
    def title(self) -> str:
        """Its number and its name; once, where the name begins with that number."""
        if not self.number or self.name.startswith(f"{self.number} "):
            return self.name
        return f"{self.number}. {self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in texts of anyone's: an asker sends them through `kinds.text.visible`.

    heading: where this stands. how: how an answer is written, for who has no menu. now: the
    present answer, "" for none. prompt: what stands before the cursor. chosen: the offers, by
    their word, that are the answer now. words: what can be given in place of an answer. leave:
    what it is called to give none. makes: what a reply after a + makes, "" for nothing. parts: of
    a table, the names of its fields.
    """

    shape: Shape
    heading: str
    ask: str
    why: str = ""
    hint: str = ""
    how: str = ""
    now: str = ""
    prompt: str = "Answer"
    offers: tuple[Offer, ...] = ()
    chosen: tuple[str, ...] = ()
    words: Words = field(default_factory=lambda: WORDS)
    leave: str = "Leave it as it is"
    makes: str = ""
    parts: tuple[str, ...] = ()


class Asker(Protocol):
    """Puts questions to a person and says things, in order."""

    def say(self, text: str) -> None:
        """Says a paragraph."""

    def ask(self, question: Question, *, again: bool = False, begun: str = "") -> str:
        """What is replied: a word of `words`, text that the kind reads, or "" to leave it.

        again: the question itself need not be repeated, as where the last reply was refused.
        begun: what is written already of a text that goes on. Raises Ended and, within a text,
        BrokenOff.
        """

    def write(self, text: str, notes: Sequence[str]) -> str:
        """What a text becomes in the person's own editor, with notes below it on what is asked.

        Raises Invalid where there is none, or where it changed nothing.
        """

    def saving(self, save: Callable[[], None]) -> Callable[[], None]:
        """What is called after each change: `save`, or what does it before it waits for a reply."""

    def give_back(self) -> None:
        """Leaves the terminal as it was found, when the process is ended from outside."""
