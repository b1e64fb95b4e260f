"""Text of anyone's is shown as it is: on every screen, in toasts, pickers, tooltips and titles."""

from typing import Any

import pytest
from textual.events import Paste

from screens.agreeing import agree
from screens.drawings import VIEWS
from tests.hostile import CODES, MARK
from tests.screens.conftest import Opening, Window
from workbook.kinds import Line, Lines, Long, Series, Who
from workbook.kinds.text import tidy, visible
from workbook.records import TYPES

HOSTILE = [
    "[/]", "[bold red]x", "see [1] and [a=b]", "[TODO: ask Maria]", "a [/ b", "[@click=app.quit]q",
    "[Year 1", "\x1b[2J\x1b]52;c;eA==\x07", "\u202egnp", "<script>x</script>", "{{ x }} {% y %}",
    "🎈|`$x`",
]  # fmt: skip
SHOWN = ("overview", "map", "trace", "help", "decision", "history", *VIEWS)
"""What is drawn of a plan, and what stands beside the steps."""
ESCAPES = {"\x1b", "\x07", "\u202e"}
"""What a terminal would obey."""


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
    if isinstance(kind, Series):
        return {"2023": {"value": text, "quality": text}}
    return [text] if isinstance(kind, Lines | Who) else None


async def test_every_drawing_shows_hostile_text_and_none_reads_it(window: Opening):
    text = " ".join(HOSTILE)
    async with window(size=(100, 40)) as app:
        fill(app, text)
        desk = app.pilot.app
        places = {"compare": "0"} | dict.fromkeys(SHOWN, "")
        for view, id in places.items():
            await _open(app, view, id)
            assert desk.is_running
            assert not ESCAPES & set(app.text())
        desk.notify(text)
        await app.press("ctrl+t", "escape", "ctrl+p", "escape", "ctrl+z")
        assert desk.is_running
        assert not ESCAPES & set(app.text())


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_undo_would_take_back_is_named_in_the_palette(window: Opening, text: str):
    async with window(size=(120, 36)) as app:
        app.pilot.app.plan.add("open_decision", {"decision": text})  # type: ignore[attr-defined]
        await app.press("ctrl+p")
        await app.type("Undo")
        await app.see(f"“{visible(tidy(text))}” is gone")


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_row_named_so_is_read_whole_in_table_form_picker_and_toast(
    window: Opening, text: str
):
    shown = visible(text)
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        decision = _keep(plan, "open_decision", decision=text)
        _keep(plan, "activity", title=text, decision=decision)
        await _open(app, "step", "activities")
        assert app.text().count(shown) == 1
        await app.press("enter")
        assert app.text().count(shown) >= 3  # title, field, what it feeds
        await app.press("tab", "enter")
        assert f"▸ {shown}" in app.text()
        await app.press("escape", "escape", "delete")
        assert f"Removed “{shown}”" in app.text()


def _keep(plan: Any, type: str, **fields: str) -> str:
    """A record as a file that somebody else wrote would hold it; gives its id."""
    id = f"{TYPES[type].prefix}-00000001"
    plan.db.of(type).keep(id, fields)
    return id


async def _open(app: Window, view: str, id: str) -> None:
    from screens.places import Place

    app.pilot.app.go(Place(view, id))  # type: ignore[attr-defined]
    await app.pilot.pause()
    await app.pilot.pause()


OBEYED = {one for code in CODES for one in code if not one.isprintable()}
PASTED = "".join(f"{MARK}{code}" for code in CODES)


@pytest.mark.parametrize("first", ["a line", "a long text", "a question", "a filter", "a list"])
async def test_what_is_pasted_is_shown_with_marks_wherever_one_can_write(
    window: Opening, first: str
):
    async with window(size=(120, 40)) as app:
        if first == "a long text":
            await app.press("tab", "tab")
        elif first == "a question":
            agree(app.pilot.app)
        elif first == "a filter":
            await _open(app, "table", "activities")
            await app.press("slash")
        elif first == "a list":
            await app.press("ctrl+t")
        await app.pilot.pause()
        assert app.pilot.app.focused is not None
        app.pilot.app.post_message(Paste(PASTED))
        await app.quiet()
        assert MARK in app.text()
        assert not OBEYED & set(app.text())
        await app.press("enter")
        assert app.pilot.app.is_running
        assert not OBEYED & set(app.text())
        assert "\\u001b" not in app.path.read_text()  # type: ignore[union-attr]
