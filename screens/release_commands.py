"""What can be done on the way to the release."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ReleaseCommand(ViewCommand):
    """A command on the way to the release."""

    of = "release"


class OpenOnTheWay(ReleaseCommand):
    """Go to the question, the table or the row that shows whether it is there."""

    name, key, label, does = "Go where it is written", "enter", "go there", "open_entry"


class AddAudience(ReleaseCommand):
    """Add somebody who is to hear of the plan, from whom, and when."""

    name, key, label, does = "Add an audience", "plus", "audience", "add"


class ByTopic(ReleaseCommand):
    """Show the same by the six topics of a release, each with what is written of it; or by month
    again."""

    name, key, label, does = "By topic, or by month", "T", "by topic", "turn_table"


RELEASE_COMMANDS: tuple[type[Command], ...] = (OpenOnTheWay, AddAudience, ByTopic)
