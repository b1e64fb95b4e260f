"""What can be done on the tree of whys."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class CauseCommand(ViewCommand):
    """A command on the tree of whys."""

    of = "causes"


class WhyIsThat(CauseCommand):
    """Ask why of the selected cause or priority, and hang the answer under it."""

    name, key, label, does = "Why is that?", "plus", "why is that?", "grow"


class OpenCause(CauseCommand):
    """Open the selected cause or priority, to write all of its fields."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class Evidence(CauseCommand):
    """Choose what shows that the selected cause is so."""

    name, key, label, does = "What shows it", "v", "evidence", "choose_evidence"


class HeldBy(CauseCommand):
    """Choose which of the six conditions of systems change holds the selected cause."""

    name, key, label, does = "Held by", "h", "held by", "choose_condition"


class Reach(CauseCommand):
    """Say whether you control the selected cause, can influence it, or only watch it."""

    name, key, label, does = "Our reach", "i", "our reach", "choose_influence"


class ReachedBy(CauseCommand):
    """Choose the actions that reach the selected cause; one that is not there yet can be made."""

    name, key, label, does = "Reached by", "a", "action", "choose_actions"


class HangElsewhere(CauseCommand):
    """Hang the selected cause, with all below it, under another cause or straight under its
    priority."""

    name, key, label, does = "Hang elsewhere", "m", "", "hang"


class AsTable(CauseCommand):
    """Show all causes as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveCause(CauseCommand):
    """Remove the selected cause. What hangs below it stays, and says that it hangs loose."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


CAUSE_COMMANDS: tuple[type[Command], ...] = (
    WhyIsThat, Evidence, HeldBy, Reach, ReachedBy, OpenCause, AsTable, HangElsewhere, RemoveCause,
)  # fmt: skip
