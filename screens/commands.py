"""What a user can do, one small class each: palette, footer, F1 and help are made from these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screens.command import Command
from screens.history_commands import Compare, History, Snapshot
from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp

FORMS = ("step", "record")
"""The screens on which one fills in a step."""
STEPS = (*FORMS, "table")
"""The screens of a step."""


class NextStep(Command):
    """Go on to the next step of the walk."""

    name, key, label, at = (
        "Next step",
        "ctrl+n",
        "next",
        STEPS,
    )

    def run(self, app: WorkbookApp) -> None:
        app.walk(1)


class PreviousStep(Command):
    """Go back to the step before."""

    name, key, label, at = (
        "Previous step",
        "ctrl+r",
        "previous",
        STEPS,
    )

    def run(self, app: WorkbookApp) -> None:
        app.walk(-1)


class Chapters(Command):
    """Choose any step of any chapter from a list."""

    name, key, label, away = "Go to a step", "ctrl+t", "steps", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        app.choose_step()


class Overview(Command):
    """See all chapters, the next best step and what the plan still lacks."""

    name, key, label, away = "Overview", "ctrl+o", "overview", ("welcome", "overview")

    def run(self, app: WorkbookApp) -> None:
        app.go(Place("overview"))


class TheMap(Command):
    """Read the Mobility Action Plan as it stands now, and write it to a file."""

    name, key, label, away = "The MAP", "ctrl+g", "the MAP", ("welcome", "map")

    def run(self, app: WorkbookApp) -> None:
        app.open_view("map")


class Find(Command):
    """Find any text in answers, rows and guidance while you type it, and go to its field."""

    name, key, label, away = "Find", "ctrl+f", "find", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        from screens.find import Finder

        app.push_screen(Finder(app))


class Trace(Command):
    """Follow the line from what was heard to who keeps it up, through the record you are on."""

    name, letter, away = "Trace", "T", ("welcome", "overview", "trace")

    def run(self, app: WorkbookApp) -> None:
        app.open_trace()


class AllChecks(Command):
    """List what the checks find in the plan, go there, or set it aside with a reason."""

    name, letter, away = "Checks", "C", ("welcome", "overview")

    def run(self, app: WorkbookApp) -> None:
        from screens.checking import list_all

        list_all(app)


class ChecksHere(Command):
    """List what the checks find on this step, go there, or set it aside with a reason."""

    name, key, at = "Checks here", "f4", STEPS

    def run(self, app: WorkbookApp) -> None:
        from screens.checking import list_here

        list_here(app)


class Conflicts(Command):
    """Settle what two people wrote at the same place: keep what stands, take the other, or both."""

    name, letter, away = "Conflicts", "K", ("welcome", "conflicts")

    def run(self, app: WorkbookApp) -> None:
        app.visit(Place("conflicts"))


class TakeTheirs(Command):
    """Take what somebody else wrote in the field that you are in, in place of your own."""

    name, key, label, at = "Take theirs in this field", "f10", "take theirs", FORMS

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While somebody wrote there too."""
        return bool(app.offered)

    def run(self, app: WorkbookApp) -> None:
        app.take_theirs()


class Language(Command):
    """Go through the words in your texts that put the blame on people, with what to write."""

    name, key, first, away = "Language", "f6", True, ("welcome", "language")

    def run(self, app: WorkbookApp) -> None:
        app.open_language()


class Undo(Command):
    """Take back the last change. In a text it first takes back what was typed there."""

    name, key, label, away = "Undo", "ctrl+z", "undo", ("welcome",)

    @classmethod
    def titled(cls, app: WorkbookApp) -> str:
        from screens.undoing import titled

        return titled(app, cls.name, app.plan.undoable)

    def run(self, app: WorkbookApp) -> None:
        from screens.undoing import undo

        undo(app)


class Redo(Command):
    """Do again what was taken back."""

    name, key, away = "Redo", "f9", ("welcome",)

    @classmethod
    def titled(cls, app: WorkbookApp) -> str:
        from screens.undoing import titled

        return titled(app, cls.name, app.plan.redoable)

    def run(self, app: WorkbookApp) -> None:
        from screens.undoing import redo

        redo(app)


class Guidance(Command):
    """Show or hide the guidance beside the work. It stays as you leave it."""

    name, key, label, at = (
        "Guidance",
        "f2",
        "guide",
        FORMS,
    )

    def run(self, app: WorkbookApp) -> None:
        from screens.guidance import toggle

        toggle(app)


class GuidancePage(Command):
    """Scroll the guidance; at its end, turn the page: questions, an example, what goes wrong."""

    name, key, at = (
        "Read on in the guidance",
        "f3",
        FORMS,
    )

    def run(self, app: WorkbookApp) -> None:
        from screens.guidance import read_on

        read_on(app)


class Agree(Command):
    """Note that the team has agreed on this step, who and when."""

    name, letter, at = "Agree on this step", "A", STEPS

    def run(self, app: WorkbookApp) -> None:
        from screens.agreeing import agree

        agree(app)


class Export(Command):
    """Write the MAP to a Markdown file beside the workbook."""

    name, letter, away = "Export the MAP", "E", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        from screens.exporting import export

        export(app)


class Worksheet(Command):
    """Write this step as a worksheet, for paper or any editor."""

    name, letter, at = "Export this step as a worksheet", "W", STEPS

    def run(self, app: WorkbookApp) -> None:
        from screens.exporting import export_sheet

        export_sheet(app)


class Mend(Command):
    """Go to a text that its field cannot read, such as half a date. It is kept until then."""

    name, letter, away = "Texts to mend", "M", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        from screens.mending import choose

        choose(app)


class Tour(Command):
    """Take a tour through the worked example, a card at each stop. Esc leaves it at any time."""

    name, letter = "Tour", "U"

    def run(self, app: WorkbookApp) -> None:
        from screens.tour import tour

        tour(app)


class OwnEditor(Command):
    """Write the long text that has the cursor in your own editor, the one that VISUAL or EDITOR
    names; leave the editor, and the text is here."""

    name, letter, at = "Write in your own editor", "O", FORMS

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While the cursor is in a long text."""
        from screens.fields.typed import LongText

        return isinstance(app.frame.focused, LongText)

    def run(self, app: WorkbookApp) -> None:
        from screens.elsewhere import write_elsewhere

        write_elsewhere(app)


class Copy(Command):
    """Copy the text that is selected; without one, that of the field with the cursor, or the MAP.
    It goes to your computer's clipboard, also over SSH where the terminal lets it, and to a file.
    """

    name, key = "Copy", "ctrl+c"

    def run(self, app: WorkbookApp) -> None:
        app.action_copy_or_say()


class Look(Command):
    """Choose how the workbook looks to you: dark, light, high contrast, or your terminal's own
    colours; with lines and signs, or drawn in ASCII. It is remembered on this machine."""

    name, letter = "How it looks", "L"

    def run(self, app: WorkbookApp) -> None:
        from screens.looking import choose

        choose(app)


class Up(Command):
    """Go one level up: from a row to its table, from a step to the overview. Nothing is lost."""

    name, key, label, away = "One level up", "escape", "back", ("welcome", "overview")

    def run(self, app: WorkbookApp) -> None:
        app.action_up()


class Leave(Command):
    """Leave from here. Everything is saved."""

    name, key, label, at = (
        "Leave",
        "escape",
        "leave",
        ("overview", "welcome"),
    )

    def run(self, app: WorkbookApp) -> None:
        app.action_up()


class DrawAnew(Command):
    """Draw the whole screen anew, where something else has written over it."""

    name, letter = "Draw the screen anew", "N"

    def run(self, app: WorkbookApp) -> None:
        app.draw_anew()


class Jump(Command):
    """List the fields of this screen, and the commands that have no key: one letter goes there."""

    name, key, label, first = "Go to a field by its letter", "f7", "jump", True

    def run(self, app: WorkbookApp) -> None:
        from screens.jumping import jump

        jump(app)


class Help(Command):
    """Explain this screen: what it is for, its keys and its words."""

    name, key, label = "Help", "f1", "help"

    def run(self, app: WorkbookApp) -> None:
        app.open_view("help")


class Palette(Command):
    """Reach every command and every step by typing part of its name."""

    name, key, label = "Commands", "ctrl+p", "commands"

    def run(self, app: WorkbookApp) -> None:
        app.action_command_palette()


class Close(Command):
    """Close this workbook and go to the list of workbooks. Everything is saved."""

    name, letter, away = "Close the workbook", "X", ("welcome",)

    def run(self, app: WorkbookApp) -> None:
        app.close_workbook()


class Quit(Command):
    """Leave. Everything is saved."""

    name, letter = "Quit", "Q"

    def run(self, app: WorkbookApp) -> None:
        app.leave()


EVERYWHERE: tuple[type[Command], ...] = (
    Guidance,
    NextStep,
    PreviousStep,
    Chapters,
    Jump,
    Overview,
    TheMap,
    Find,
    Trace,
    AllChecks,
    ChecksHere,
    Conflicts,
    TakeTheirs,
    Language,
    History,
    Compare,
    Snapshot,
    Undo,
    Redo,
    GuidancePage,
    Agree,
    Export,
    Worksheet,
    Mend,
    OwnEditor,
    Copy,
    Tour,
    Look,
    DrawAnew,
    Close,
    Quit,
    Up,
    Leave,
    Help,
    Palette,
)
"""The commands of every screen, in the order of the footer."""


def offered(view: str, own: tuple[type[Command], ...]) -> Iterator[type[Command]]:
    """The commands that a screen offers: its own, then those of every screen."""
    yield from own
    yield from (one for one in EVERYWHERE if one.stands_at(view))
