"""Citing a figure in a text: it is chosen from a list, and nobody types an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.command import Command

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.fields.typed import LongText
    from screens.picker import Pickable
    from workbook.reasoning.figures import Value
    from workbook.records.data import MetricSeries


class CiteFigure(Command):
    """Put a figure into the text that you write in. The plan then prints its newest value with
    year, quality and source, and follows it when a newer file comes in."""

    name, key, label = "Cite a figure", "ctrl+l", "cite a figure"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While the cursor is in a long text, and there are figures."""
        return _text(app) is not None and bool(_figures(app))

    def run(self, app: WorkbookApp) -> None:
        from screens.picker import Picker

        editor = _text(app)
        if editor is None:
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


def _text(app: WorkbookApp) -> LongText | None:
    """The long text with the cursor, if it is in one."""
    from screens.fields.typed import LongText  # the first paint waits for no field

    focused = app.frame.focused
    return focused if isinstance(focused, LongText) else None


def _figures(app: WorkbookApp) -> list[Pickable]:
    """The plan's own figures that have a value, each with it."""
    from screens.picker import Pickable
    from workbook.reasoning.figures import metric, newest
    from workbook.records.data import MetricSeries

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
    from workbook.reasoning.figures import shown, unit_of, warning

    weak = f" ! {warning(app.plan)}" if value.weak else ""
    return f"{shown(app.plan, value.value, unit_of(app.plan, one))}, {value.year}{weak}"
