"""A list of ten thousand rows draws what is in sight; it is walked and clicked like a short one."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from screens.ledger import Entry, Ledger, heading

MANY, TALL = 10_000, 20


class Long(App[None]):
    """A list alone, each entry with a line more; it counts the lines that are drawn."""

    drawn = 0

    def compose(self) -> ComposeResult:
        """The list in a page that scrolls."""
        with VerticalScroll(can_focus=False):
            yield Ledger()

    def on_mount(self) -> None:
        ledger = self.query_one(Ledger)
        ledger.styles.height = "auto"
        ledger.show_entries([heading(Content("All")), *self._entries()])
        ledger.focus()

    def _entries(self) -> list[Entry]:
        def line(text: str) -> Entry:
            key = text if text.startswith("e") else ""
            return Entry(key, lambda selected: self._draw(text, selected), text.lstrip("+"))

        return [line(sign + f"e{n}") for n in range(MANY) for sign in ("", "+")]

    def _draw(self, text: str, selected: bool) -> Content:
        self.drawn += 1
        return Content(("▌" if selected else " ") + text)


def _seen(app: Long) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(one.text for one in strip).rstrip(" ▁▂▃▄▅▆▇█") for strip in strips]


async def test_only_rows_in_sight_are_drawn():
    app = Long()
    async with app.run_test(size=(40, TALL)) as pilot:
        await pilot.pause()
        assert app.drawn <= 3 * TALL
        app.drawn = 0
        await pilot.press("down")
        await pilot.pause()
        assert 0 < app.drawn <= 8
        assert [one.strip() for one in _seen(app)[1:5]] == ["e0", "+e0", "▌e1", "▌+e1"]
        app.drawn = 0
        await pilot.press("end")
        await pilot.pause()
        assert app.drawn <= 3 * TALL
        assert [one.strip() for one in _seen(app)[-2:]] == ["▌e9999", "▌+e9999"]


async def test_a_click_on_any_line_of_an_entry_selects_it():
    app = Long()
    async with app.run_test(size=(40, TALL)) as pilot:
        await pilot.pause()
        ledger = app.query_one(Ledger)
        await pilot.click(Ledger, offset=(5, 8))
        assert ledger.here == "e3"
        await pilot.click(Ledger, offset=(5, 0))  # a heading
        assert ledger.here == "e3"
