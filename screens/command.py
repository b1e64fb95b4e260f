"""What a command is, and how its key is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.frame import View


JUMP = "F7"
"""The key of the list of fields and of what has a letter."""


class Command:
    """Something that a user can do. The docstring of each is its help."""

    name: ClassVar[str] = ""
    """As the palette lists it."""
    key: ClassVar[str] = ""
    """The key, as Textual names it; "" where it has a letter."""
    letter: ClassVar[str] = ""
    """A capital that does it from the list that F7 opens, where it has no key."""
    label: ClassVar[str] = ""
    """As the footer shows it; "" where it does not."""
    first: ClassVar[bool] = False
    """Whether the key is its own also in a text, which would do something else with it."""
    at: ClassVar[tuple[str, ...]] = ()
    """The only screens that have it, () for all."""
    away: ClassVar[tuple[str, ...]] = ()
    """The screens that have no use for it."""

    @classmethod
    def id(cls) -> str:
        """What an action and a test call it."""
        return cls.__name__.lower()

    @classmethod
    def stands_at(cls, view: str) -> bool:
        """Whether a screen has it, by the screen's name."""
        return view not in cls.away and (not cls.at or view in cls.at)

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """Whether it does anything now; the footer shows what does."""
        return True

    @classmethod
    def help(cls) -> str:
        """What it does, in the words of its docstring."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def keys(cls) -> str:
        """What is pressed for it, as it is shown: ^n, F1, F7 T."""
        return shown_key(cls.key) if cls.key else f"{JUMP} {cls.letter}"

    @classmethod
    def titled(cls, app: WorkbookApp) -> str:
        """Its name in the palette; with what it would do just now, where that can be said."""
        return cls.name

    def run(self, app: WorkbookApp) -> None:
        """Does it."""
        raise NotImplementedError


class ViewCommand(Command):
    """A command on the view that is open: it calls what `does` names. of: the view's name. Where
    a drawing itself has the key, and `does` is "", it says what the key does. given: what that is
    called with."""

    of: ClassVar[str] = ""
    does: ClassVar[str] = ""
    given: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def view(cls, app: WorkbookApp) -> View | None:
        """The view, if it is open."""
        view = app.frame.view
        return view if view is not None and view.view == cls.of else None

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        view = cls.view(app)
        return view is not None and view.offers(cls.does)

    def run(self, app: WorkbookApp) -> None:
        if (view := self.view(app)) and view.offers(self.does):
            if self.does:
                getattr(view, self.does)(*self.given)
            else:
                app.notify(self.help())


def shown_key(key: str) -> str:
    """A key as the footer writes it: ^n, F1, ⏎."""
    if key.startswith("ctrl+"):
        return "^" + key[5:]
    return {
        "enter": "⏎",
        "escape": "Esc",
        "alt+down": "Alt+↓",
        "alt+up": "Alt+↑",
        "plus": "+",
        "delete": "Del",
        "slash": "/",
        "tab": "Tab",
    }.get(key, key.upper() if key[:1] == "f" and key[1:].isdigit() else key)
