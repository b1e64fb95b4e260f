"""What can be done with the drafts of the vision."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class VisionCommand(ViewCommand):
    """A command on the drafts."""

    of = "vision"


class AddDraft(VisionCommand):
    """Add a wording to try out."""

    name, key, label, does = "Add a draft", "plus", "add", "add"


class OpenDraft(VisionCommand):
    """Open the selected draft, to write on it."""

    name, key, label, does = "Write on", "enter", "write on", "open_entry"


class ChooseDraft(VisionCommand):
    """Choose the selected draft; the one before is chosen no longer. Once more takes it back."""

    name, key, label, does = "Choose this draft", "c", "choose", "choose"


class WhoseWords(VisionCommand):
    """Say whose words are in the selected draft."""

    name, key, label, does = "Whose words", "w", "whose words", "ask_words"


class Endorsed(VisionCommand):
    """Say who stands behind the selected draft, and since when."""

    name, key, label, does = "Endorsed by", "e", "endorsed by", "ask_endorsed"


class TickVision(VisionCommand):
    """Say yourselves whether the chosen draft passes one of the five tests, by its number."""

    name, key, label, does = "Tick a test", "1–5", "tick a test", "tick"


class DraftsAsTable(VisionCommand):
    """Show all drafts as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveDraft(VisionCommand):
    """Remove the selected draft; undo brings it back."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


VISION_COMMANDS: tuple[type[Command], ...] = (
    ChooseDraft, OpenDraft, AddDraft, WhoseWords, Endorsed, TickVision, DraftsAsTable, RemoveDraft,
)  # fmt: skip
