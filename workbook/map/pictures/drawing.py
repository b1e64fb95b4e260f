"""What a figure draws, without saying how: bars, lines, or stages that lead to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. value: from 0 on, None where nothing is known; said: the same in words."""

    label: str
    value: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in groups, each under its name, "" for none. top: the value of a full bar; marks:
    whether every whole number up to there has a mark."""

    groups: tuple[tuple[str, tuple[Bar, ...]], ...]
    top: float
    marks: bool = False

    @property
    def said(self) -> str:
        """All of it in words."""
        return " ".join(
            f"{name}: {told}." if name else f"{told}."
            for name, bars in self.groups
            if (told := "; ".join(f"{one.label}: {one.said}" for one in bars))
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A value of one year. weak: whether nobody should act on it alone."""

    year: int
    value: float
    said: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Values over the years, each line on a scale of its own. lines: a name, and two points or
    more, the oldest first."""

    lines: tuple[tuple[str, tuple[Point, ...]], ...]

    @property
    def said(self) -> str:
        """All of it in words."""
        return " ".join(
            f"{name}: {', '.join(f'{one.year} {one.said}' for one in points)}."
            for name, points in self.lines
        )


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a stage. leads: the ids of the items that it leads to."""

    id: str
    text: str
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Stages from first to last, each with its items. Where no item leads to another, each stage
    leads to the next. beyond: items of other flows that some of these lead to."""

    stages: tuple[tuple[str, tuple[Item, ...]], ...]
    beyond: tuple[Item, ...] = ()

    @property
    def said(self) -> str:
        """All of it in words."""
        return " ".join(
            f"{name}: {'; '.join(one.text for one in items)}." for name, items in self.stages
        )


Drawing = Bars | Lines | Flow
