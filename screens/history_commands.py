"""The history and earlier states: where they are reached, and what one can do with a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command, ViewCommand

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class History(Command):
    """See who changed what, from what to what; go there, or put back what stood there before."""

    name, key, label = "History", "f12", "history"
    away = ("welcome", "history", "compare")

    def run(self, app: WorkbookApp) -> None:
        app.open_history()


class Snapshot(Command):
    """Keep the plan as it stands now under a name, to compare with it or go back to it later."""

    name, letter, away = "Keep a snapshot", "S", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        from screens.snapshots import keep

        keep(app)


class Compare(Command):
    """Say in sentences what changed since a snapshot, a day, or the last time you were here."""

    name, letter, away = "Compare with an earlier state", "D", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        from screens.snapshots import compare

        compare(app)


class Remembering(ViewCommand):
    """A command on the history."""

    of = "history"


class GoThere(Remembering):
    """Go to the field or row that was changed."""

    name, key, label, does = "Go to what was changed", "enter", "go there", "open_entry"


class PutBack(Remembering):
    """Put back what stood before this change: the field, the whole row, or everything. It is a
    new change, which undo takes back."""

    name, key, label, does = "Put back what stood before", "r", "put back", "put_back"


class OnlyThis(Remembering):
    """Show only what was changed on this row or question, or everything again."""

    name, key, label, does = "This row only, or everything", "f", "this row", "turn_filter"


class CompareWith(Remembering):
    """Say in sentences what changed since a snapshot, a day, or this change."""

    name, key, label, does = "Compare with an earlier state", "c", "compare", "compare"


class KeepSnapshot(Remembering):
    """Keep the plan as it stands now under a name."""

    name, key, label, does = "Keep a snapshot here", "s", "snapshot", "keep"


class Older(Remembering):
    """Show more changes, further back."""

    name, key, label, does = "Older changes", "o", "older", "show_older"


REMEMBERING: tuple[type[Command], ...] = (
    GoThere, PutBack, OnlyThis, CompareWith, KeepSnapshot, Older,
)  # fmt: skip


class Differing(ViewCommand):
    """A command on the comparison of two states."""

    of = "compare"


class GoToDifference(Differing):
    """Go to the field or row that differs."""

    name, key, label, does = "Go to what differs", "enter", "go there", "open_entry"


class PutDifferenceBack(Differing):
    """Put back what stood here in the earlier state. It is a new change, which undo takes back."""

    name, key, label, does = "Put this back as it was then", "r", "put back", "put_back"


class AnotherState(Differing):
    """Compare with another earlier state."""

    name, key, label, does = "Another earlier state", "c", "another state", "compare"


DIFFERING: tuple[type[Command], ...] = (GoToDifference, PutDifferenceBack, AnotherState)
