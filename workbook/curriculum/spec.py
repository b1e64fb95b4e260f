"""Reading one table of TOML: which keys it may have, of which type, and errors with places."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NoReturn, TypeVar

from workbook.curriculum.files import ContentError

T = TypeVar("T")


class Spec:
    """A table of TOML with the place where it stands. Every key must be asked for.

    `done()` refuses the keys that nobody asked for, so a misspelled key is never ignored.
    """

    def __init__(self, data: dict[str, Any], file: str, place: str = "") -> None:
        self.data, self.file, self.place = data, file, place
        self._asked: set[str] = set()

    def refuse(self, reason: str) -> NoReturn:
        """Raises ContentError for this place."""
        raise ContentError(self.file, self.place, reason)

    def get(self, key: str, default: T) -> T:
        """The value of a key, of the same type as its default."""
        self._asked.add(key)
        value = self.data.get(key, default)
        if not isinstance(value, type(default)) or (
            isinstance(value, bool) != isinstance(default, bool)
        ):
            self.refuse(f"`{key}` must be {_called(type(default))}")
        return value

    def need(self, key: str) -> str:
        """The text of a key that must be there and not be empty."""
        if not self.get(key, "").strip():
            self.refuse(f"`{key}` is missing")
        return str(self.data[key])

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value: list[Any] = self.get(key, [])
        if not all(isinstance(one, str) for one in value):
            self.refuse(f"`{key}` must be a list of texts")
        return tuple(value)

    def raw(self, key: str) -> Any:
        """A value of any type, None where there is none."""
        self._asked.add(key)
        return self.data.get(key)

    def each(self, key: str) -> Iterator[Spec]:
        """The entries of a list of tables, each with its place."""
        value: list[Any] = self.get(key, [])
        for number, entry in enumerate(value, 1):
            if not isinstance(entry, dict):
                self.refuse(f"`{key}` must be a list of tables, written [[{key}]]")
            name = entry.get("id") or entry.get("of") or f"number {number}"
            yield Spec(entry, self.file, self._under(f"{key} {name}"))

    def sub(self, key: str) -> Spec | None:
        """A table inside this one."""
        if self.raw(key) is None:
            return None
        return Spec(self.get(key, {}), self.file, self._under(key))

    def _under(self, place: str) -> str:
        return f"{self.place}, {place}" if self.place else place

    def done(self) -> None:
        """Refuses keys that are not known, with the nearest that is."""
        for key in self.data:
            if key not in self._asked:
                near = get_close_matches(key, self._asked, 1)
                self.refuse(
                    f"`{key}` is not known" + (f"; did you mean `{near[0]}`?" if near else "")
                )


def _called(kind: type) -> str:
    return {str: "text", int: "a whole number", bool: "true or false", list: "a list"}.get(
        kind, "a table"
    )
