"""Text of anyone's is shown as it is: on every screen, in toasts, pickers, tooltips and titles."""

import pytest

from tests.screens.conftest import Opening, Window
from workbook.kinds import Line, Lines, Long, Who
from workbook.records import TYPES

HOSTILE = [
    "[/]", "[bold red]x", "see [1] and [a=b]", "[TODO: ask Maria]", "a [/ b", "[@click=app.quit]q",
    "[Year 1", "\x1b[2J\x1b]52;c;eA==\x07", "\u202egnp", "<script>x</script>", "{{ x }} {% y %}", "🎈|`$x`",
]  # fmt: skip


def fill(window: Window, text: str) -> None:
    """Puts a text into every field and every answer of the plan that takes text."""
    plan = window.pilot.app.plan  # type: ignore[attr-defined]
    tables = plan.db
    for prompt in plan.curriculum.prompts.values():
        value = _value(prompt.kind, text)
        if value is not None:
            tables.of("answers").keep(prompt.id, {"value": value})
    for name, record in TYPES.items():
        fields = {one: _value(kind, text) for one, kind in record.fields.items()}
        tables.of(name).keep(
            f"{record.prefix}-00000001", {one: v for one, v in fields.items() if v is not None}
        )
    for table in plan.curriculum.tables.values():
        if table.of == "row":
            cells = {one.id: _value(one.kind, text) for one in table.fields}
            plan.add("row", {}, prompt=table.id)
            [row] = plan.rows(table)
            tables.of("row").change(row.id, lambda data, cells=cells: data.update(cells=cells))


def _value(kind: object, text: str) -> object:
    if isinstance(kind, Line | Long):
        return text
    return [text] if isinstance(kind, Lines | Who) else None


@pytest.mark.parametrize("text", HOSTILE)
async def test_every_screen_shows_hostile_text_and_none_reads_it(window: Opening, text: str):
    async with window(size=(100, 40)) as app:
        fill(app, text)
        desk = app.pilot.app
        for step in desk.curriculum.steps:  # type: ignore[attr-defined]
            await _open(app, "step", step)
        for name, record in TYPES.items():
            await _open(app, "record", f"{record.prefix}-00000001")
            assert name
        for view in ("overview", "map", "help"):
            await _open(app, view, "")
        desk.notify(text)
        await app.press("ctrl+t", "escape", "ctrl+p", "escape", "ctrl+z")
        assert desk.is_running
        assert "\x1b" not in app.text()


@pytest.mark.parametrize("text", ["see [1] and [a=b]", "[TODO: ask Maria]", "a [/ b"])
async def test_a_row_named_so_is_read_whole_in_table_form_picker_and_toast(
    window: Opening, text: str
):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        id = plan.add("open_decision", {"decision": text})
        plan.add("activity", {"title": text, "decision": id})
        await _open(app, "step", "activities")
        assert app.text().count(text) == 1
        await app.press("enter")
        assert app.text().count(text) >= 3  # title, field, what it feeds
        await app.press("tab", "enter")
        assert "✓" in app.text() or text in app.text()
        await app.press("escape", "escape", "delete")
        assert f"Removed “{text}”" in app.text()


async def _open(app: Window, view: str, id: str) -> None:
    from screens.places import Place

    app.pilot.app.go(Place(view, id))  # type: ignore[attr-defined]
    await app.pilot.pause()
    await app.pilot.pause()
