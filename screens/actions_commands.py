"""What can be done with the cards of the strategic actions."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ActionCommand(ViewCommand):
    """A command on the cards."""

    of = "actions"


class OpenAction(ActionCommand):
    """Open the selected action, to write all of its fields."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class AddAction(ActionCommand):
    """Add an action: say in a few words what you will change."""

    name, key, label, does = "Add an action", "plus", "add", "add"


class TickTest(ActionCommand):
    """Say whether the statement of the selected action meets one of the seven tests, by the
    test's number. What each test asks stands beside it."""

    name, key, label = "Tick a test", "1–7", "tick a test"


class WriteStatement(ActionCommand):
    """Write the statement: the whole action in a sentence or two."""

    name, key, label, does = "The statement", "s", "statement", "go_to"
    given = ("statement",)


class ChooseCauses(ActionCommand):
    """Choose the root causes that the selected action reaches."""

    name, key, label, does = "Causes reached", "c", "causes", "choose_causes"


class ChooseShifts(ActionCommand):
    """Choose the conditions of systems change that the selected action shifts."""

    name, key, label, does = "Shifts", "h", "shifts", "choose_conditions"


class ChooseKind(ActionCommand):
    """Choose what kind of change the selected action is."""

    name, key, label, does = "Kind of change", "k", "kind", "choose_kind"


class WhyItWorks(ActionCommand):
    """Write why the selected action should work here."""

    name, key, label, does = "Why it works", "v", "evidence", "go_to"
    given = ("evidence_base",)


class ActionsAsTable(ActionCommand):
    """Show all actions as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveAction(ActionCommand):
    """Remove the selected action; undo brings it back."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


ACTION_COMMANDS: tuple[type[Command], ...] = (
    OpenAction, AddAction, TickTest, WriteStatement, ChooseCauses, ChooseShifts, ChooseKind,
    WhyItWorks, ActionsAsTable, RemoveAction,
)  # fmt: skip
