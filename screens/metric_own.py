"""A figure of the team's own, asked for in three questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.asking import Asking
from workbook.kinds import Invalid
from workbook.own_figures import FORM, read, write

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.reasoning.metrics import Figure


def ask_own(app: WorkbookApp, beside: Figure | None, show: Callable[[str], object]) -> None:
    """Asks what the figure is, then its value and year, then its source. beside: the selected
    figure, whose predictor it belongs to; one of the team's own gets another year. show: is
    given the id of what was written."""
    name = beside.name if beside and beside.own else ""
    source = beside.source if beside and beside.own else ""
    predictor = beside.predictor if beside else ""

    def named(text: str | None) -> None:
        if text:
            app.push_screen(
                Asking(f"{text}: {FORM}.", take="go on", wrong=_wrong),
                lambda value: valued(text, value) if value else None,
            )

    def valued(text: str, value: str) -> None:
        app.push_screen(
            Asking("Who counted it, or where does it stand? A source is needed.", source),
            lambda said: keep(text, value, said) if said else None,
        )

    def keep(text: str, value: str, said: str) -> None:
        app.attempt(lambda: show(write(app.plan, text, value, said, predictor=predictor)))

    question = "What is the figure? In a few words, such as: eviction filings a year."
    app.push_screen(Asking(question, name, take="go on"), named)


def _wrong(text: str) -> str:
    try:
        read(text)
    except Invalid as error:
        return str(error)
    return ""
