"""Writing down what people say while they say it: one line is one thing heard, with tags by number.

A line may end with tags: #2 the second theme, @1 the first community group, x9 said by nine, s3
at the third station of the data walk. A line of tags alone goes to what was written last; there a
theme may be named too: #evening buses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.kinds import Invalid
from workbook.kinds.text import brief
from workbook.reasoning.engagement import stations
from workbook.reasoning.heard import themes
from workbook.records.coalition import CommunityGroup
from workbook.records.engagement import Heard

if TYPE_CHECKING:
    from workbook.plan import Plan

_TAG = re.compile(r"(?:^|\s)(?:(?P<sign>[#@xs])(?P<number>\d{1,4})|#(?P<name>[^\W\d]\S*))$")
"""The last tag of a line."""
_NAMED = re.compile(r"#\s*(?P<name>[^\W\d][^#@]*)")
"""A line that names a theme in several words."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of tags stand for, in their order. groups, stations: ids."""

    themes: Sequence[str]
    groups: Sequence[str]
    stations: Sequence[str]


def numbers(plan: Plan, activity: str = "") -> Numbers:
    """The themes that there are, the community groups, and the stations of an activity."""
    return Numbers(
        [one.name for one in themes(plan) if one.name],
        [one.id for one in plan.records(CommunityGroup)],
        stations(plan, activity) if activity else [],
    )


def read(line: str, known: Numbers) -> tuple[str, dict[str, Any]]:
    """What a line says, and the fields that its tags give: theme, group, how_many, station.

    Raises Invalid with a sentence where a number stands for nothing; s-tags are words where there
    are no stations.
    """
    text, given = line.strip(), dict[str, Any]()
    while (tag := _TAG.search(text)) and (field := _field(tag, known)):
        given = dict([field]) | given
        text = text[: tag.start()].rstrip()
    if named := _NAMED.fullmatch(text):
        return "", {"theme": named["name"].strip()} | given
    return text, given


def _field(tag: re.Match[str], known: Numbers) -> tuple[str, Any] | None:
    """The field that one tag gives; None where it is a word. Raises Invalid."""
    if tag["name"]:
        return "theme", tag["name"]
    sign, number = tag["sign"], int(tag["number"])
    if sign == "x":
        return "how_many", number
    if sign == "s" and not known.stations:
        return None
    field, word, entries = {
        "#": ("theme", "theme", known.themes),
        "@": ("group", "group", known.groups),
        "s": ("station", "station", known.stations),
    }[sign]
    if not 1 <= number <= len(entries):
        there = f"The last is {len(entries)}." if entries else "There is none yet."
        raise Invalid(f"{brief(tag[0].strip(), 10)}: there is no {word} {number}. {there}")
    return field, entries[number - 1]


def note(plan: Plan, line: str, *, where: Mapping[str, str], last: str = "") -> str:
    """Keeps a line as one thing heard and gives its id; tags alone go to the last one.

    where: the activity and the station at which it is said. Raises Invalid where nothing can be
    kept; then nothing has changed.
    """
    known = numbers(plan, where.get("activity", ""))
    text, given = read(line, known)
    if not text and not given:
        raise Invalid("Write what was said.")
    if text:
        plan.settle()
        id = plan.add(Heard.type, {"text": text, **where, **given})
        plan.settle()
        return id
    if not last or plan.record(last) is None:
        raise Invalid("These are tags and no words: write what was said first.")
    plan.take_in(Heard.type, changed={last: given})
    return last
