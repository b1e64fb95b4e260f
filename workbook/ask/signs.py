"""What a terminal can show of a text, where its locale is not UTF-8."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Mapping

SIGNS = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u2018": "'", "’": "'", "–": "-", "—": "-",
    "−": "-", "…": "...", "•": "-", "·": "-", "→": "->", "≤": "<=", "≥": ">=", "×": "x",
    "⟨": "<", "⟩": ">", "€": "EUR", "£": "GBP", "ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O",
    "\u0131": "i", "ł": "l", "Ł": "L",
}  # fmt: skip
"""Signs and letters that have no base letter, each with what stands for it in ASCII."""
_ASCII_ONLY = ("", "C", "POSIX")
_PYTHONS = ("C.UTF-8", "C.utf8", "UTF-8")


def is_utf8(env: Mapping[str, str]) -> bool:
    """Whether the locale says that the terminal shows UTF-8, as tmux and ncurses read it
    (locale(7): the first of the three that is set holds)."""
    return "utf8" in _locale(env).lower().replace("-", "") or os.name == "nt"


def shown_in(env: Mapping[str, str], own: str) -> str:
    """The encoding of what a terminal shows. own: what Python writes to it; where the locale is
    the bare one that says UTF-8 too, which nobody promised."""
    if is_utf8(env):
        return "utf-8"
    return "ascii" if _locale(env) in _ASCII_ONLY else own


def spelled(text: str, encoding: str) -> str:
    """A text in what an encoding holds: of a letter with a mark the letter, else a ?."""
    if _fits(text, encoding):
        return text
    return "".join(_spelled(one, encoding) for one in text)


def _spelled(sign: str, encoding: str) -> str:
    letter = "".join(filter(str.isascii, unicodedata.normalize("NFKD", sign)))
    forms = (sign, SIGNS.get(sign, letter), "" if unicodedata.combining(sign) else "?")
    return next((one for one in forms if one and _fits(one, encoding)), forms[-1])


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _locale(env: Mapping[str, str]) -> str:
    """The locale that was set. Python puts a LC_CTYPE of its own in place of a bare one (PEP 538),
    and tells by its UTF-8 mode that it did."""
    own = sys.flags.utf8_mode and env.get("LC_CTYPE") in _PYTHONS
    names = ("LC_ALL", "LANG") if own else ("LC_ALL", "LC_CTYPE", "LANG")
    return next(filter(None, (env.get(one, "") for one in names)), "")
