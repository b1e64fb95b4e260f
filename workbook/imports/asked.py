"""Which places an import is about: those that are named, and those that the plan has already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.imports.metric_changes import MIDDLE, beside, is_of, own
from workbook.imports.metric_places import DIGITS, Directory, Place, refuse_shape
from workbook.imports.metrics import directory
from workbook.imports.published import Published
from workbook.imports.sheet import Unreadable, Watch
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.plan import Plan

Choose = Callable[[str, list[Place]], Place]
"""Which of several places of one name is meant."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The code of the plan's own place, those to compare with, and whether the plan has medians
    that must follow."""

    own: str
    peers: tuple[str, ...]
    medians: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """All places to read, each once."""
        return tuple(dict.fromkeys((self.own, *self.peers)))


def asked_for(
    plan: Plan,
    published: Published,
    place: str,
    peers: Sequence[str],
    *,
    choose: Choose,
    watch: Watch = lambda done, all: None,
) -> Wanted:
    """The places by code. A name costs a reading of the file; "" is the place that the plan has.

    Raises Unreadable where none is named and the plan has none or several; Unknown for a place
    that the file does not have.
    """
    area = published.layout.area
    place = place.strip() or _only(plan, area)
    names = [one for one in (place, *peers) if not _is_code(one, area)]
    shorts = {one.name: id for id, one in plan.options("states").items()}
    known = directory(published, shorts, watch) if names else Directory(area)
    codes = [_code(one, area, known, choose) for one in (place, *peers)]
    further = [one for one in beside(plan, area) if one not in codes]
    held = any(one.place_code == f"{MIDDLE}-{area}" for one in plan.records(MetricSeries))
    return Wanted(codes[0], (*codes[1:], *further), held)


def _only(plan: Plan, area: str) -> str:
    here = [one for one in own(plan) if is_of(one, area)]
    if len(here) == 1:
        return here[0]
    what = "has none of its own yet" if not here else "has several of its own"
    raise Unreadable(
        f"Which {area} is it? The workbook {what}; say it with --place, by code "
        f"({DIGITS[area]} digits) or by name."
    )


def _is_code(text: str, area: str) -> bool:
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit()):
        return False
    return len(bare) == DIGITS[area]


def _code(text: str, area: str, known: Directory, choose: Choose) -> str:
    if _is_code(text, area):
        return text.strip()
    if text.strip().isascii() and text.strip().isdigit():
        refuse_shape(text.strip(), area, known.places)
    found = known.find(text)
    return (found[0] if len(found) == 1 else choose(text.strip(), found)).code
