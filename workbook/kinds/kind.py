"""What every kind of value can do, and what it needs to know of the plan around it."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, Self, TypeVar, overload

if TYPE_CHECKING:
    from workbook.records import Record

T = TypeVar("T")


class Invalid(ValueError):
    """A value that cannot be kept. Its text is a sentence: what is wrong and what to write."""


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a list in `content/`: `id` is kept in the file, `name` is shown.

    proper: whether its name keeps its capital letter inside a sentence.
    """

    id: str
    name: str
    note: str = ""
    proper: bool = False


class Ground(Protocol):
    """What a kind may ask of the plan that a value is to stand in."""

    def options(self, list_id: str) -> Mapping[str, Option]:
        """The entries of a list of `content/`, by id, in order."""

    def type_of(self, record_id: str) -> str | None:
        """The type of a record that exists, else None."""

    def label(self, record_id: str) -> str:
        """What a person calls a record; for one that is gone, a mark with its id."""

    def named(self, types: Sequence[str], text: str) -> list[str]:
        """The ids of the records of these types whose label, name or code is `text`."""

    @property
    def currency(self) -> str:
        """The sign put before an amount of money."""


class Kind(Generic[T]):
    """A kind of value; as an attribute of a record class, also that record's field.

    doc: what the field holds, in a sentence. private: never leaves the screens and `get`.
    computed: worked out or imported, so no step asks it. spoken: in somebody's own words, which
    the language check leaves alone.
    """

    word: ClassVar[str] = ""
    """Its name in `content/`."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The keys that `content/` must give beside the kind."""
    takes: ClassVar[tuple[str, ...]] = ()
    """The keys that `content/` may give."""
    whole: ClassVar[bool] = False
    """True where a lead-in of the MAP is a heading, because the value is more than a phrase."""

    def __init__(
        self,
        doc: str = "",
        *,
        private: bool = False,
        computed: bool = False,
        spoken: bool = False,
    ) -> None:
        self.doc, self.private, self.computed, self.spoken = doc, private, computed, spoken
        self.name = ""

    def __set_name__(self, owner: type[Record], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> T | None: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | T | None:
        """A record's value; None where there is none or the file holds something else."""
        if record is None:
            return self
        value = record.data.get(self.name)
        return value if self.holds(value) else None

    def but(self, **changes: Any) -> Self:
        """A copy with some attributes changed: a list narrowed, a private mark."""
        other = copy.copy(self)
        vars(other).update(changes)
        return other

    def holds(self, value: object) -> bool:
        """Whether a value has this kind's shape, whatever it says."""
        raise NotImplementedError

    def clean(self, value: object, ground: Ground) -> T | None:
        """The value as it is kept; None for nothing. Raises Invalid with a sentence."""
        raise NotImplementedError

    def parse(self, text: str, ground: Ground) -> T | None:
        """The value that a person typed on one line or in a text area. Raises Invalid."""
        return self.clean(text, ground)

    def show(self, value: T, ground: Ground) -> str:
        """The value as a person reads it; plain text, not escaped for anything."""
        raise NotImplementedError

    def write(self, value: T, ground: Ground) -> str:
        """The value as a person would type it, so that `parse` gives it back."""
        return self.show(value, ground)

    def points(self, value: object) -> Sequence[str]:
        """The ids of records that the value points to."""
        return ()

    @classmethod
    def from_content(cls, given: Mapping[str, Any]) -> Kind[Any]:
        """The kind with the keys that `content/` gave it (those in `needs` and `takes`)."""
        return cls(**given)
