"""A value as a person reads it in a sentence: whole, or entry by entry where it is a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbook.kinds import (
    Kind,
    Lines,
    Links,
    Ref,
    Refs,
    Scale,
    Scores,
    Series,
    Several,
    Who,
)
from workbook.kinds.pointing import RECORD_ID
from workbook.kinds.text import brief
from workbook.reasoning.naming import called

if TYPE_CHECKING:
    from workbook.reading import Reading

Entries = Mapping[str, tuple[str, Any]]
"""By what tells one entry from another: how it is said, and what must be alike in an old one."""
GONE, UNNAMED = "(removed)", "(without a name)"
_LONGEST = 60


def valued(kind: Kind[Any] | None, value: Any, view: Reading) -> str:
    """A whole value; what is no value of its kind as it stands there, "" for nothing."""
    if value is None:
        return ""
    if kind is None or not kind.holds(value):
        return str(value)
    if found := entries(kind, value, view):
        return ", ".join(shown for shown, _ in found.values())
    if isinstance(kind, Ref):
        return _named(value, view)
    if isinstance(kind, Scale) and kind.list:
        option = view.options(kind.list).get(str(value))
        return option.name if option else kind.show(value, view)
    return str(kind.show(value, view))


def entries(kind: Kind[Any] | None, value: Any, view: Reading) -> Entries | None:
    """The entries of a list; None for what is none, or holds something else."""
    if kind is None or value is None or not kind.holds(value):
        return None
    match kind:
        case Several():
            options = view.options(kind.list)
            return {one: (options[one].name if one in options else one, one) for one in value}
        case Refs() | Who():
            return {one: (_named(one, view), one) for one in value}
        case Lines():
            return {one: (f"“{brief(one, _LONGEST)}”", one) for one in value}
        case Links():
            return {
                one["item"]: (_named(one["item"], view) + _because(one), one.get("rationale"))
                for one in value
            }
        case Scores():
            options = view.options(kind.list)
            names = {one: options[one].name if one in options else one for one in value}
            return {one: (f"{names[one]} {score}", score) for one, score in value.items()}
        case Series():
            return {
                year: (f"{_number(one.get('value'))} in {year}", one)
                for year, one in sorted(value.items())
            }
    return None


def _because(link: Mapping[str, str]) -> str:
    reason = brief(link.get("rationale", ""), _LONGEST)
    return f" ({reason})" if reason else ""


def _number(value: Any) -> str:
    whole = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{value:,}" if whole else brief(str(value), _LONGEST)


def _named(id: str, view: Reading) -> str:
    """A record by its name, or a plain name as it was written."""
    if not RECORD_ID.fullmatch(id):
        return brief(id, _LONGEST)
    record = view.record(id)
    if record is None:
        return GONE
    return brief(called(record, view) or UNNAMED, _LONGEST)
