"""What can be done on the logic model."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class LogicCommand(ViewCommand):
    """A command on the logic model."""

    of = "logic"


class AddItem(LogicCommand):
    """Add an item in the selected column, to the action that is shown."""

    name, key, label, does = "Add here", "plus", "add here", "add"


class LinkItem(LogicCommand):
    """Link the selected item to one that it leads to, and say why it should. An item that is not
    there yet can be made. Of a link that is there, its reason can be written anew."""

    name, key, label, does = "Link", "l", "link", "link"


class Unlink(LogicCommand):
    """Take a link of the selected item out, also one to an item that was removed."""

    name, key, label, does = "Take a link out", "u", "unlink", "unlink"


class Follow(LogicCommand):
    """Go along a link to what the selected item leads to, also into another action."""

    name, key, label, does = "Follow the link", "f", "follow", "follow"


class FollowBack(LogicCommand):
    """Go back along a link to what leads to the selected item."""

    name, key, label, does = "Back along the link", "b", "back along", "follow_back"


class ReadLinks(LogicCommand):
    """Read every link of the selected item with its reason, and go to one."""

    name, key, label, does = "Links and reasons", "v", "reasons", "read_links"


class NextAction(LogicCommand):
    """Show the next action; after the last one all of them together."""

    name, key, label, does = "The next action", "n", "next action", "next_action"


class ChooseAction(LogicCommand):
    """Choose the action that is shown, or all of them together."""

    name, key, label, does = "Choose the action", "a", "action", "choose_action"


class OpenItem(LogicCommand):
    """Open the selected item, to write all of its fields; in an empty column, add one."""

    name, key, label, does = "Open", "enter", "open", "open_entry"


class OtherColumn(LogicCommand):
    """Put the selected item into another column."""

    name, key, label, does = "Other column", "m", "", "to_column"


class ItemsAsTable(LogicCommand):
    """Show all items as a table."""

    name, key, label, does = "As a table", "T", "table", "turn_table"


class RemoveItem(LogicCommand):
    """Remove the selected item. What led to it says so until the link is taken out."""

    name, key, label, does = "Remove", "delete", "", "remove_entry"


LOGIC_COMMANDS: tuple[type[Command], ...] = (
    AddItem, LinkItem, OpenItem, NextAction, Follow, FollowBack, ReadLinks, Unlink,
    ChooseAction, ItemsAsTable, OtherColumn, RemoveItem,
)  # fmt: skip
