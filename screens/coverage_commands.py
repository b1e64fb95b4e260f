"""What can be done on the coverage screen: adding somebody, setting a seat to fill, the map."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class CoverageCommand(ViewCommand):
    """A command on the coverage screen."""

    of = "coverage"


class AddOfKind(CoverageCommand):
    """Add somebody of the selected kind to the register: of that sector, pillar or group."""

    name, key, label, does = "Add somebody of this kind", "plus", "add one", "add"


class WhoIsHere(CoverageCommand):
    """List who is of this kind, members first, and open one. Where nobody is, add somebody."""

    name, key, label, does = "Who is of this kind", "enter", "who", "open_entry"


class SetSeat(CoverageCommand):
    """Set how many seats you aim for, and by when."""

    name, key, label, does = "Set a seat to fill", "s", "set an aim", "set_goal"


class ToMap(CoverageCommand):
    """See everybody by power and interest."""

    name, key, label, does = "Stakeholder map", "m", "the map", "to_map"


COVERAGE_COMMANDS: tuple[type[Command], ...] = (AddOfKind, WhoIsHere, SetSeat, ToMap)
"""The commands of the coverage screen, in the order of the footer."""
