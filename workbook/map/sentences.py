"""How pieces of text become sentences of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.map.outline import Inlines, Text, words

_ENDS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"'”’»)]"


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does, perhaps inside quotation marks."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def closed(inlines: Inlines) -> Inlines:
    """Inlines that end as a sentence, with a full stop where they did not."""
    return inlines if is_closed("".join(words(inlines))) else (*inlines, Text("."))


def joined(names: Sequence[str], conjunction: str) -> str:
    """Names in a sentence: A; A and B; A, B, and C. Names with commas are parted by semicolons."""
    if len(names) < 2:  # a pair
        return "".join(names)
    if any("," in one or ";" in one for one in names):
        return "; ".join(names)
    if len(names) == 2:
        return f"{names[0]} {conjunction} {names[1]}"
    return f"{', '.join(names[:-1])}, {conjunction} {names[-1]}"


def filled(lead: str, value: Inlines) -> Inlines:
    """A sentence of the content with an answer where `{value}` stands.

    Where the answer ends in a full stop of its own, the sentence adds none.
    """
    before, _, after = lead.partition("{value}")
    if after.startswith(".") and is_closed("".join(words(value))):
        after = after[1:]
    return tuple(one for one in (Text(before), *value, Text(after)) if one != Text(""))


def shortened(text: str, width: int) -> str:
    """A text cut to a width after a word, with an ellipsis where something is missing."""
    if len(text) <= width:
        return text
    cut = text[:width].rsplit(" ", 1)[0] if " " in text[:width] else text[: width - 1]
    return cut.rstrip(" ,;:.") + "…"


def uncapitalized(name: str) -> str:
    """A name as it stands inside a sentence; an abbreviation stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
