"""What can be done in a meeting: voting, agreeing, going from item to item."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class MeetingCommand(ViewCommand):
    """A command on the wall of a meeting."""

    of = "meeting"


class Vote(MeetingCommand):
    """A vote by its number, seat by seat; when all are in, the number that you agree on.
    Backspace takes the last one back."""

    name, key, label, does = "Vote, then agree", "0–4 ?", "vote", "show_levels"


class AllVoted(MeetingCommand):
    """End the vote before all seats have voted. Once it has ended, go on to the next item."""

    name, key, label, does = "End the vote, go on", "enter", "go on", "go_on"


class OtherItem(MeetingCommand):
    """Go to the item before or the one after."""

    name, key, label, does = "Another item", "← →", "item", "later"


class WidestItem(MeetingCommand):
    """Go to the item, not yet agreed on, on which you lie furthest apart."""

    name, key, label, does = "Widest spread", "w", "widest", "to_widest"


class NoteField(MeetingCommand):
    """Write what the agreement rests on, and who sees it differently."""

    name, key, label, does = "Note", "tab", "note", "to_editor"


MEETING_COMMANDS: tuple[type[Command], ...] = (Vote, AllVoted, OtherItem, WidestItem, NoteField)
"""The commands of a meeting, in the order of the footer."""
