"""The words that can be given in place of an answer: `:back`, `:help` and the others."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum

from workbook.kinds import Invalid


class Word(Enum):
    """A word in place of an answer; its value is what it does."""

    BACK = "go to the question before"
    SKIP = "leave this question as it is"
    LATER = "leave the rest of this step and go to the next one"
    CLEAR = "empty this answer"
    AGREE = "note who agreed to this step, and when"
    HELP = "read the guidance of this step, and this list"
    QUIT = "stop; everything is saved"

    @property
    def typed(self) -> str:
        """How it is typed."""
        return f":{self.name.lower()}"


_LOOKS = re.compile(r":[a-z]+")
ADVICE = "To begin an answer with a colon, write two."


def looks_like_one(reply: str) -> bool:
    """Whether a reply is meant as a word, known or not."""
    return _LOOKS.fullmatch(reply.strip().lower()) is not None


def word_in(reply: str) -> Word | None:
    """The word that a reply is, None for an answer. Raises Invalid for a word of no meaning."""
    if not looks_like_one(reply):
        return None
    typed = reply.strip().lower()
    known = {word.typed: word for word in Word}
    if typed not in known:
        near = get_close_matches(typed, known, 1)
        hint = f"Did you mean {near[0]}?" if near else f"The words are {', '.join(known)}."
        raise Invalid(f"“{typed}” is not a word that I know. {hint} {ADVICE}")
    return known[typed]


def answer_in(reply: str) -> str:
    """A reply as an answer: of two colons at its beginning one is left."""
    return reply[1:] if reply.startswith("::") else reply


def listed() -> str:
    """All words with what they do, one a line."""
    return "\n".join(f"{word.typed}: {word.value}." for word in Word)
