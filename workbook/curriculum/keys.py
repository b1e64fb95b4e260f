"""The keys that `content/` gives a kind or a table beside its name, each checked as it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbook.curriculum.spec import Spec
from workbook.kinds import Invalid, Kind, Option, Scale
from workbook.records import TYPES

Lists = Mapping[str, Mapping[str, Option]]


class Keys:
    """Checks keys against the lists that they may name. Every fault raises ContentError."""

    currency = "$"

    def __init__(self, lists: Lists) -> None:
        self.lists = lists

    def of_kind(self, spec: Spec, kind: type[Kind[Any]]) -> dict[str, Any]:
        """The keys that an entry gives a kind, with the ends of a scale where its list has them."""
        keys = (*kind.needs, *kind.takes)
        given = {key: value for key in keys if (value := spec.raw(key)) is not None}
        for key in kind.needs:
            if key not in given:
                spec.refuse(f"a {kind.word} needs `{key}`")
        for key in given:
            _CHECKS[key](self, spec, key)
        return self._levels(spec, given) if kind is Scale else self._ends(spec, given)

    def list_name(self, spec: Spec, key: str) -> None:
        """A list of `content/`."""
        if (name := spec.get(key, "")) not in self.lists:
            spec.refuse(f"no list is called `{name}`")

    def types(self, spec: Spec, key: str) -> None:
        """One record type, or several."""
        given = spec.raw(key)
        for one in (given,) if isinstance(given, str) else spec.texts(key):
            if one not in TYPES:
                spec.refuse(f"no record type is called `{one}`")
        if not given:
            spec.refuse(f"`{key}` names no record type")

    def number(self, spec: Spec, key: str) -> None:
        """A number, whole or not."""
        given = spec.raw(key)
        if isinstance(given, bool) or not isinstance(given, int | float):
            spec.refuse(f"`{key}` must be a number")

    def text(self, spec: Spec, key: str) -> None:
        """A text."""
        spec.get(key, "")

    def mark(self, spec: Spec, key: str) -> None:
        """True or false."""
        spec.get(key, False)

    def _ends(self, spec: Spec, given: dict[str, Any]) -> dict[str, Any]:
        if "min" in given and "max" in given and given["min"] > given["max"]:
            spec.refuse("`min` is above `max`")
        return given

    def _levels(self, spec: Spec, given: dict[str, Any]) -> dict[str, Any]:
        """The ends of a scale, which are whole, or those of its list."""
        options = self.lists[given["list"]] if "list" in given else {}
        if options:
            self.counts(spec, given["list"])
        if options and "min" not in given:
            levels = [int(one) for one in options]
            given |= {"min": min(levels), "max": max(levels)}
        both = {"min": 1, "max": 5} | given
        for key in ("min", "max"):
            if not isinstance(both[key], int):
                spec.refuse(f"`{key}` must be a whole number")
        self._ends(spec, both)
        return given

    def counts(self, spec: Spec, list: str) -> None:
        """A list that a scale takes its words from: its entries are whole numbers."""
        for id in self.lists[list]:
            if not re.fullmatch(r"\d{1,3}", id, re.ASCII):
                spec.refuse(f"a scale takes whole numbers, and the list `{list}` has `{id}`")

    def where(self, spec: Spec, key: str, kinds: Sequence[Kind[Any]], value: object) -> None:
        """A value that every row of a table has: one that a row can be given."""
        try:
            fits = all(kind.clean(value, self) == value for kind in kinds)
        except Invalid as wrong:
            spec.refuse(f"`where` gives `{key}` what it cannot hold. {wrong}")
        if not fits:
            spec.refuse(f"`where` gives `{key}` a value that would be kept in another form")

    # What a kind asks of the plan around a value: there is none yet

    def options(self, list_id: str) -> Mapping[str, Option]:
        """The entries of a list."""
        return self.lists[list_id]

    def type_of(self, record_id: str) -> str | None:
        """No record is there yet."""
        return None

    def label(self, record_id: str) -> str:
        """The id itself."""
        return record_id

    def named(self, types: Sequence[str], text: str) -> list[str]:
        """No record is there yet."""
        return []


_CHECKS: Mapping[str, Callable[[Keys, Spec, str], None]] = {
    "list": Keys.list_name, "to": Keys.types, "min": Keys.number, "max": Keys.number,
    "unit": Keys.text, "decimals": Keys.mark, "unknown": Keys.mark,
}  # fmt: skip
"""What each key of a kind must be."""
