"""What may stand in a text, and how what may not is shown."""

from __future__ import annotations

import re
import unicodedata

_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = {
    "\u202a": "⟨LRE⟩", "\u202b": "⟨RLE⟩", "\u202c": "⟨PDF⟩", "\u202d": "⟨LRO⟩", "\u202e": "⟨RLO⟩",
    "\u2066": "⟨LRI⟩", "\u2067": "⟨RLI⟩", "\u2068": "⟨FSI⟩", "\u2069": "⟨PDI⟩",
}  # fmt: skip
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Text as it is kept: LF line ends, NFC, no control characters, C1 or lone surrogates.

    Tabs and line feeds stay; so do the marks of right-to-left writing.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _REFUSED.sub("", lines))


def removed(text: str) -> int:
    """How many characters `tidy` takes out of a text."""
    return len(_REFUSED.findall(text.replace("\r\n", "\n").replace("\r", "\n")))


def visible(text: str) -> str:
    """Text as it may be sent to a terminal: what has no shape of its own gets a mark."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(_mark, text)


def _mark(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "␡"
    return _BIDI.get(character, "�")


_SHOWN = {mark: code for code, mark in _BIDI.items()} | {
    chr(0x2400 + code): chr(code) for code in range(0x20)
}


def unmarked(text: str) -> str:
    """What `visible` was given, from what it gave: marks back to what they stand for."""
    return re.sub("⟨[A-Z]{3}⟩|[\u2400-\u241f]", lambda match: _SHOWN.get(match[0], match[0]), text)


def brief(text: str, width: int) -> str:
    """A text on one line, its blanks single, cut to `width` characters with an ellipsis."""
    first = " ".join(text.split())
    return first if len(first) <= width else first[: max(0, width - 1)].rstrip() + "…"


def first_sentence(text: str) -> str:
    """The first sentence of a text, with its full stop."""
    end = re.search(r"[.!?][”’\")]*(?=\s+[“\"(]?[A-Z])", text)
    return text[: end.end()] if end else text
