"""A view that draws in a panel: its title in the border, a drawing that keys move in, a last line
that always stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from screens.fields import Editor
from screens.frame import ROOMY, View, step_crumbs
from screens.marks import Marks
from screens.places import Place
from screens.plain import MUTED, plain
from screens.steady import Steady
from workbook.curriculum import Step


class Board(Marks, can_focus=True):
    """A drawing that the arrow keys move in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(0, -1)", "Up", show=False),
        Binding("down", "move(0, 1)", "Down", show=False),
        Binding("left", "move(-1, 0)", "Left", show=False),
        Binding("right", "move(1, 0)", "Right", show=False),
        Binding("pagedown", "turn(1)", "Further down", show=False),
        Binding("pageup", "turn(-1)", "Further up", show=False),
    ]

    def action_move(self, right: int, down: int) -> None:
        """Moves in the drawing, as the view takes it."""
        next(one for one in self.ancestors if isinstance(one, BoardView)).move(right, down)

    def action_turn(self, by: int) -> None:
        """Scrolls the page, to what does not fit under the drawing."""
        page = next(one for one in self.ancestors if isinstance(one, VerticalScroll))
        page.scroll_relative(y=by * page.size.height // 2, animate=False)


class BoardView(View):
    """The work in a panel that scrolls, with one line under it that stays in sight."""

    step: Step | None = None

    @property
    def crumbs(self) -> list[str]:
        return step_crumbs(self.desk, self.step) if self.step else [self.title]

    @property
    def title(self) -> str:
        """What stands in the panel's border."""
        return ""

    @property
    def count(self) -> str:
        """What stands beside the title, or in the lower border; "" for nothing."""
        return ""

    @property
    def foot(self) -> str:
        """The line that always stands under the work; "" for none."""
        return ""

    def work(self) -> Iterable[Widget]:
        """The widgets of the work, in reading order."""
        yield Board("", id="board")

    def compose(self) -> ComposeResult:
        """The panel, its work, the last line."""
        with Container(id="drawn"):
            with VerticalScroll(id="drawn-page", can_focus=False):
                yield from self.work()
            yield Steady("", id="drawn-foot")

    def on_mount(self) -> None:
        """Draws once the size is known."""
        self.call_after_refresh(self.renew)

    def on_resize(self, event: Resize) -> None:
        """Another size folds the drawing in another way."""
        self.call_after_refresh(self.renew)

    def start(self) -> None:
        self.query_one(Board).focus(scroll_visible=False)

    def renew(self) -> None:
        if not self.is_attached or self.desk.session is None:
            return
        self._entitle()
        foot = self.query_one("#drawn-foot", Static)
        foot.update(plain(self.foot, MUTED))
        foot.display = bool(self.foot)
        self.draw()

    def draw(self) -> None:
        """Draws what the plan holds now."""

    def move(self, right: int, down: int) -> None:
        """An arrow key was pressed in the drawing."""

    @property
    def room(self) -> int:
        """Cells of a line."""
        page = self.query_one("#drawn-page")
        return page.scrollable_content_region.width or self.app.size.width - 3

    @property
    def roomy(self) -> bool:
        """Whether the window is a wide one."""
        return self.app.size.width >= ROOMY

    def editors(self) -> list[Editor]:
        """The fields that stand under the drawing, in reading order."""
        return [one for one in self.query(".editor") if isinstance(one, Editor)]

    def to_editor(self) -> None:
        """The cursor goes to the first of them."""
        for one in self.editors()[:1]:
            one.focus()

    def look_again(self) -> None:
        """The fields show what the plan holds now, but for the one that is written in."""
        for one in self.editors():
            if not (one.has_focus and one.typing):
                one.look()
                one.show_value()

    def reveal(self, widget: Widget, line: int, lines: int = 1) -> None:
        """Scrolls so that some lines of a drawing are in sight."""
        page = self.query_one("#drawn-page")
        at = widget.virtual_region.y + line
        page.scroll_to_region(Region(0, at, 1, lines), animate=False)

    def _entitle(self) -> None:
        panel, app = self.query_one("#drawn"), self.desk
        if self.roomy:
            panel.border_title, panel.border_subtitle = map(
                app.border_text, (self.title, self.count)
            )
        else:
            both = f"{self.title} · {self.count}" if self.count else self.title
            panel.border_title = app.border_text(both)

    def up(self) -> Place | None:
        return Place("step", self.step.id) if self.step else Place("overview")
