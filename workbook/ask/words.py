"""The words that can be given in place of an answer: `:back`, `:help` and the others.

Inside a long text a line that is one of them is a word too. With a space or a backslash before it
it is text: the backslash is left out, the space stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from workbook.kinds import Invalid
from workbook.kinds.text import brief
from workbook.nearest import meant


class Word(Enum):
    """A word in place of an answer; its value is what it does."""

    BACK = "go to the question before"
    SKIP = "leave this question as it is"
    LATER = "leave the rest of this step and go to the next one"
    GO = "go to another step"
    CLEAR = "empty this answer"
    UNDO = "take back the last change that was made here"
    EDIT = "write this text in your own editor, which EDITOR names"
    DRAW = "have this text drawn up from what the workbook holds"
    AGREE = "note who agreed to this step, and when"
    CHECKS = "hear what the checks find on this step, and say why it is left so"
    DONE = "leave the rest of this row and go back to its table"
    HELP = "read the guidance of this step, and this list"
    QUIT = "stop; everything is saved"

    @property
    def typed(self) -> str:
        """How it is typed."""
        return f":{self.name.lower()}"


Words = Mapping[Word, str]
"""The words that can be given at a question, each with what it does there."""
WORDS: Words = {word: word.value for word in Word}
_LOOKS = re.compile(r":[a-z]+")
_FIRST = re.compile(r"\A\\(?=\\*\n)")
"""One that begins a text of several lines with an empty one, or with one of backslashes."""
_SLASHED = re.compile(r"^\\(?=\\*:[a-z])", re.IGNORECASE | re.MULTILINE)
_AS_TEXT = "as text, put a space or a backslash before it."


def without(words: Words, *some: Word) -> Words:
    """The words without some that mean nothing here."""
    return {word: does for word, does in words.items() if word not in some}


def looks_like_one(reply: str) -> bool:
    """Whether a reply is meant as a word, known or not."""
    return _LOOKS.fullmatch(reply.rstrip().lower()) is not None


def known_word(line: str, words: Words) -> Word | None:
    """The word that a line is, None for one that is text."""
    typed = line.rstrip().lower()
    return next((word for word in words if word.typed == typed), None)


def word_in(reply: str, words: Words) -> Word | None:
    """The word that a reply is, None for an answer. Raises Invalid for a word of no meaning."""
    first, _, more = reply.partition(" ")
    if more.strip() and "\n" not in more and known_word(first, words):
        raise Invalid(
            f"{first.lower()} stands alone, without “{brief(more, 40)}”. To write it {_AS_TEXT}"
        )
    if not looks_like_one(reply):
        return None
    if found := known_word(reply, words):
        return found
    typed, known = reply.rstrip().lower(), [word.typed for word in words]
    hint = meant(typed, known, else_=f" The words are {', '.join(known)}.")
    raise Invalid(f"“{typed}” is not a word that I know.{hint} To write it {_AS_TEXT}")


def answer_in(reply: str) -> str:
    """A reply as an answer: without the backslash before what would be a word, or alone on the
    first of several lines; of two colons at its beginning one is left."""
    text = _FIRST.sub("", reply[1:] if reply.startswith("::") else reply)
    return _SLASHED.sub("", text)


def listed(words: Words) -> str:
    """All words with what they do, one a line, and how they are written as text."""
    lines = [f"{word.typed}: {does}." for word, does in words.items()]
    lines.append(f"To write one of them {_AS_TEXT}")
    lines.append("Of two colons at the beginning of an answer one is left.")
    return "\n".join([*lines, "A text that begins with an empty line begins with a backslash."])
