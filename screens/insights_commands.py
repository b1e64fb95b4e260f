"""What can be done with what people said, by theme."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ThemeCommand(ViewCommand):
    """A command on the themes that are open."""

    of = "insights"


class OpenTheme(ThemeCommand):
    """List what was said of the selected theme, and open one of it."""

    name, key, label, does = "What was said", "enter", "what was said", "open_entry"


class FindingOfTheme(ThemeCommand):
    """Write a finding with all that was said of the selected theme as its evidence."""

    name, key, label, does = "Make a finding of it", "f", "finding", "make_finding"


class AddInsight(ThemeCommand):
    """Add an insight of the selected theme and open it."""

    name, key, label, does = "Add an insight", "plus", "add", "add"


class ThemesAsTable(ThemeCommand):
    """Turn the marks into numbers, and back."""

    name, key, label, does = "Drawing or table", "T", "table", "turn"


THEME_COMMANDS: tuple[type[Command], ...] = (OpenTheme, FindingOfTheme, AddInsight, ThemesAsTable)
