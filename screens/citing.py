"""Citing a figure in a text: it is chosen from a list, and nobody types an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command
from screens.fields.typed import LongText
from screens.picker import Pickable, Picker
from workbook.reasoning.figures import Value, metric, newest, shown, unit_of, warning
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class CiteFigure(Command):
    """Put a figure into the text that you write in. The plan then prints its newest value with
    year, quality and source, and follows it when a newer file comes in."""

    name, key, label = "Cite a figure", "ctrl+l", "cite a figure"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While the cursor is in a long text, and there are figures."""
        return isinstance(app.frame.focused, LongText) and bool(_figures(app))

    def run(self, app: WorkbookApp) -> None:
        editor = app.frame.focused
        if not isinstance(editor, LongText):
            app.notify("Put the cursor into a long text first.")
            return
        items = _figures(app)
        if not items:
            app.notify("There are no figures yet. Take them in on the step “Metrics”.")
            return

        def insert(picked: list[str] | None) -> None:
            if picked:
                editor.insert(f"[[{picked[0]}]]")

        app.push_screen(Picker("Which figure?", items), insert)


def _figures(app: WorkbookApp) -> list[Pickable]:
    """The plan's own figures that have a value, each with it."""
    plan, found = app.plan, []
    for one in plan.records(MetricSeries):
        value = None if one.peer else newest(one)
        if value:
            short = metric(plan, one.variable or "").get("short") or plan.shown(one, "variable")
            name = ", ".join(filter(None, (str(short), one.subgroup)))
            found.append(Pickable(one.id, name, _note(app, one, value)))
    return found


def _note(app: WorkbookApp, one: MetricSeries, value: Value) -> str:
    """The value with its year; a weak one with its warning."""
    weak = f" ! {warning(app.plan)}" if value.weak else ""
    return f"{shown(app.plan, value.value, unit_of(app.plan, one))}, {value.year}{weak}"
