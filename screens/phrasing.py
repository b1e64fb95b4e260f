"""What one can do about the words that the advice on language points to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.commands import Command

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.language import LanguageView


def _view(app: WorkbookApp) -> LanguageView:
    from screens.language import LanguageView

    view = app.frame.view
    assert isinstance(view, LanguageView)
    return view


class GoThere(Command):
    """Go to the text, to write the sentence anew."""

    name, key, label = "Go to the text", "enter", "go there"

    def run(self, app: WorkbookApp) -> None:
        _view(app).open_entry()


class Replace(Command):
    """Write something else for these words, without leaving the list."""

    name, key, label = "Replace the words", "r", "replace"

    def run(self, app: WorkbookApp) -> None:
        _view(app).replace()


class Keep(Command):
    """Keep the words here, with a reason; on words that are kept, take them up again."""

    name, key, label = "Keep here with a reason, or take up again", "k", "keep here"

    def run(self, app: WorkbookApp) -> None:
        _view(app).keep()


class KeepEverywhere(Command):
    """Keep the word in the whole plan: it joins your own words on the step Messages."""

    name, key, label = "Keep in the whole plan", "w", "keep everywhere"

    def run(self, app: WorkbookApp) -> None:
        _view(app).keep_everywhere()


PHRASING: tuple[type[Command], ...] = (GoThere, Replace, Keep, KeepEverywhere)
