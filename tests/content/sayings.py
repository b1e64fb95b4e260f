"""Texts with their places, and how two texts are compared."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_QUOTED = re.compile('"[^"]*"|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019')
_KEYS = ("id", "of")


class Saying(NamedTuple):
    """A text and where it stands: the file, the entries on the way, the key."""

    place: str
    key: str
    text: str

    @property
    def own(self) -> str:
        """The text without what it quotes."""
        return _QUOTED.sub(" ", self.text)


def sayings(value: Any, place: str, key: str = "") -> Iterator[Saying]:
    """Every text in a tree of lists and tables."""
    if isinstance(value, str):
        yield Saying(place, key, value)
    elif isinstance(value, dict):
        name = next((str(value[one]) for one in _KEYS if one in value), key)
        for inner, one in value.items():
            yield from sayings(one, f"{place}/{name}" if name else place, inner)
    elif isinstance(value, list):
        for one in value:
            yield from sayings(one, place, key)


def words(text: str) -> list[str]:
    """The words of a text, for comparing."""
    return re.findall(r"[\w$%’'-]+", text.casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words in a text."""
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}
