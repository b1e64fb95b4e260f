"""What can be done on the roles screen: going to a cell, giving a part, adding work."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class RolesCommand(ViewCommand):
    """A command on the roles screen."""

    of = "roles"


class GoToCell(RolesCommand):
    """Go to another piece of work or another person."""

    name, key, label = "Another cell", "←↑↓→", "cell"


class Answers(RolesCommand):
    """Let the selected person answer for the work, in place of whoever did; or take that back."""

    name, key, label, does = "Answers for it", "a", "answers", "toggle"
    given = ("accountable",)


class Does(RolesCommand):
    """Let the selected person do the work, or take that back."""

    name, key, label, does = "Does it", "r", "does", "toggle"
    given = ("responsible",)


class AskedBefore(RolesCommand):
    """Let the selected person be asked before it is done, or take that back."""

    name, key, label, does = "Asked before", "c", "asked", "toggle"
    given = ("consulted",)


class ToldAfter(RolesCommand):
    """Let the selected person be told after, or take that back."""

    name, key, label, does = "Told after", "i", "told", "toggle"
    given = ("informed",)


class OpenWork(RolesCommand):
    """Open the form of the selected piece of work. Esc comes back here."""

    name, key, label, does = "Open the work", "enter", "open", "open_item"


class AddWork(RolesCommand):
    """Add a piece of work that someone could be asked about next week."""

    name, key, label, does = "Add a piece of work", "plus", "add", "add"


ROLES_COMMANDS: tuple[type[Command], ...] = (
    GoToCell,
    Answers,
    Does,
    AskedBefore,
    ToldAfter,
    OpenWork,
    AddWork,
)
"""The commands of the roles screen, in the order of the footer."""
