"""What can be done on the stakeholder map: selecting, moving, scoring, filtering, adding."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class PeopleCommand(ViewCommand):
    """A command on the stakeholder map."""

    of = "people"


class MoveMark(PeopleCommand):
    """Move the selected mark: up and down change power, left and right interest. Undo takes each
    step back. In the table, up and down go through the rows."""

    name, key, label = "Move the mark", "←↑↓→", "move"


class NextMark(PeopleCommand):
    """Select the next mark; Shift and Tab the one before."""

    name, key, label, does = "Next mark", "tab", "next", "other"


class AffectedMark(PeopleCommand):
    """Say how directly this touches the selected one's own life, from 1 to 5."""

    name, key, label = "How directly affected", "1–5", "affected"


class OpenMark(PeopleCommand):
    """Open the form of the selected one. Esc comes back to the map."""

    name, key, label, does = "Open the form", "enter", "open", "open_mark"


class AddMark(PeopleCommand):
    """Add somebody to the register. An arrow key then places them on the map."""

    name, key, label, does = "Add somebody", "plus", "add", "add"


class FilterMarks(PeopleCommand):
    """Show only those whose name, organization, role, sector, status or stance holds a text; or the
    one with a number. An empty text shows all."""

    name, key, label, does = "Find on the map", "slash", "find", "narrow"


class StatusFilter(PeopleCommand):
    """Show everyone, then members only, then those who have not joined."""

    name, key, label, does = "Members, or not yet", "f", "who", "turn_filter"


class AsTable(PeopleCommand):
    """Show the map as a table, or the table as a map."""

    name, key, label, does = "Map or table", "T", "table", "turn_table"


class PlanHow(PeopleCommand):
    """Write what power you will share with those whom it touches most and who can decide least."""

    name, key, does = "Plan how to share power", "p", "plan_how"


class ToCoverage(PeopleCommand):
    """See which sectors, pillars and groups are at the table, and who is missing."""

    name, key, label, does = "Coverage", "c", "coverage", "to_coverage"


PEOPLE_COMMANDS: tuple[type[Command], ...] = (
    MoveMark,
    NextMark,
    OpenMark,
    AddMark,
    AsTable,
    FilterMarks,
    StatusFilter,
    ToCoverage,
    AffectedMark,
    PlanHow,
)
"""The commands of the map, in the order of the footer."""
