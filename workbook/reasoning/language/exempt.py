"""What in a text is not the writer's own word: quotations, names, and words that are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbook.curriculum.language import Sought
from workbook.reasoning.language.meeting import meetings
from workbook.reasoning.language.sentences import Part, paragraphs, sentences

BLANK = "\0"
"""What stands for each letter that is not looked at: no pattern finds it."""
_CURLY = re.compile(
    "“[^“”]*”|«[^«»]*»|\u2018[^\u2018\u2019]*(?:\u2019(?=\\w)[^\u2018\u2019]*)*\u2019"
)
_STRAIGHT = re.compile(r'(?<![\w"])"(?=\S)[^"]*(?<=\S)"(?!\w)')
_OPEN = re.compile("“[^”]*$")
_BLOCK = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_LINK = re.compile(r"\b(?:https?://|www\.)\S+")
_CAPITAL = r"[A-Z][\w’'.&/-]*"
_NAME = re.compile(
    rf"{_CAPITAL}(?:[ \t]+(?:(?:of|and|for|the|on|in|to|from|de|del|la|&)[ \t]+)*{_CAPITAL})+"
)


def blanked(text: str, names: Iterable[Sought]) -> str:
    """A text of the same length in which what is not the writer's own is blank.

    That is what stands in quotation marks or in a block quote, addresses on the web, what of
    `names` is met in it, and capitalized names of offices, laws and programs.
    """
    out = text
    for part in _apart(text, names):
        out = f"{out[: part.start]}{BLANK * (part.end - part.start)}{out[part.end :]}"
    return out


def _apart(text: str, names: Iterable[Sought]) -> Iterator[Part]:
    for one in paragraphs(text):
        yield from _quoted(text, one)
        yield from _named(text, one)
    for pattern in (_BLOCK, _LINK):
        yield from (Part(*found.span()) for found in pattern.finditer(text))
    yield from (Part(one.start, one.end) for one in meetings(text, names))


def _quoted(text: str, within: Part) -> Iterator[Part]:
    """Quotations of a paragraph. One that goes on in the next may lack its end here."""
    for pattern in (_CURLY, _STRAIGHT, _OPEN):
        for one in pattern.finditer(text[within.start : within.end]):
            yield Part(within.start + one.start(), within.start + one.end())


def _named(text: str, within: Part) -> Iterator[Part]:
    """Names of two or more capitalized words, not counting one that begins the sentence.

    A line in which nearly every word has a capital is a heading and no name.
    """
    for one in sentences(text, within):
        if _is_heading(text[one.start : one.end]):
            continue
        for found in _NAME.finditer(text, one.start, one.end):
            words = found[0].split()[found.start() == one.start :]
            if sum(word[0].isupper() for word in words) > 1:
                yield Part(*found.span())


def _is_heading(sentence: str) -> bool:
    words = [word for word in sentence.split() if word[0].isalpha()]
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return len(words) > 3 and not small and sentence[-1] not in ".!?"
