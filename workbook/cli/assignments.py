"""What is given on the command line for a field: `name=text`, or `name:=JSON` for no text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from workbook.cli.problem import Problem
from workbook.kinds import Invalid, Kind, Line
from workbook.kinds.text import brief

if TYPE_CHECKING:
    from workbook.plan import Plan

_ASSIGNMENT = re.compile(r"([A-Za-z_][\w.-]*)(:?=)(.*)", re.DOTALL)


def assignment(word: str) -> tuple[str, str, bool]:
    """A field's name, what is given for it, and whether that is JSON. Raises Problem."""
    match = _ASSIGNMENT.fullmatch(word)
    if not match:
        raise Problem(f"Write “{brief(word, 40)}” as name=text or name:=JSON.")
    return match[1], match[3], match[2] == ":="


def assignments(words: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """All fields with what is given for them. Raises Problem, also for a field given twice."""
    found: dict[str, tuple[str, bool]] = {}
    for word in words:
        name, given, is_json = assignment(word)
        if name in found:
            raise Problem(f"“{brief(name, 40)}” is given twice.")
        found[name] = given, is_json
    return found


def value(kind: Kind[Any], given: str, plan: Plan, *, is_json: bool) -> Any:
    """The value that is meant, None to empty. Raises Problem and Invalid."""
    if is_json:
        return kind.clean(found, plan) if (found := _json(given)) not in (None, "") else None
    if given == "":
        return None
    if not given.strip():
        raise Invalid('Nothing but spaces is no value; to empty it, give "".')
    if isinstance(kind, Line) and "\n" in given.strip():
        raise Invalid("This takes one line; there is a line break in it.")
    return kind.parse(given, plan)


def _json(given: str) -> Any:
    try:
        return json.loads(given)
    except RecursionError:
        raise Problem("This JSON is nested too deeply.") from None
    except ValueError as error:
        raise Problem(f"“{brief(given, 40)}” cannot be read as JSON ({error}).") from None
