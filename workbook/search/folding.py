"""Words as they are compared: without case and accents, in any script, each with its place.

Scripts that put no blanks between their words (Chinese, Japanese, Thai, …) are kept in whole runs,
which are searched at any place; all others word by word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_LETTERS = {
    "\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe",
    "þ": "th",
}  # fmt: skip
"""Letters that Unicode takes for whole and people type by their nearest."""
_ACCENT = 10
"""The combining class from which a mark is an accent; those below it make another letter."""
_UNPARTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNPARTED}]+")
_WORD = re.compile("[a-z0-9]+")


class Piece(NamedTuple):
    """A word of a text, folded, and where it stands there: in characters, the end not included."""

    word: str
    start: int
    end: int


class _Folds(dict[int, str]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _fold(chr(code))
        return made


def _fold(character: str) -> str:
    """A character without case and accent: "" for a mark alone, a blank for what parts words."""
    if unicodedata.category(character) == "Cf":
        return ""  # unseen: a soft hyphen, a joiner, a mark of direction
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    bare = [one for one in parts if unicodedata.combining(one) < _ACCENT]
    return "".join(_LETTERS.get(one, one) if _of_word(one) else " " for one in bare)


def _of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The words of a text, folded, with one blank between them."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    return " ".join(_RUN.sub(r" \g<0> ", text.translate(_FOLDS)).split())


def is_run(word: str) -> bool:
    """Whether a folded word is a run of a script without blanks."""
    return bool(_RUN.match(word))


def pieces(text: str) -> Iterator[Piece]:
    """The words of `fold`, each with its place in the text."""
    if text.isascii():
        for met in _WORD.finditer(text.lower()):
            yield Piece(met[0], met.start(), met.end())
        return
    letters, places = [], []
    for at, character in enumerate(text):
        folded = _FOLDS[ord(character)]
        letters.append(folded)
        places += [at] * len(folded)
    whole = "".join(letters)
    for met in _PARTS.finditer(whole):
        yield Piece(met[0], places[met.start()], places[met.end() - 1] + 1)


_PARTS = re.compile(f"[{_UNPARTED}]+|[^ {_UNPARTED}]+")
