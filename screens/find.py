"""Find: what stands anywhere in answers, rows and guidance, live while one types, and the way
there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from screens.find_way import go_to
from screens.find_words import NAMES, heading, lines, meant, more, nothing, teaching
from screens.marks import Marks, Piece
from screens.places import Sought
from screens.plain import ACCENT, INK, MUTED, joined, plain
from workbook.search import SORTS, Found, Hit

if TYPE_CHECKING:
    from screens.app import WorkbookApp

EACH, ALONE = 12, 60
"""Hits that are listed of each sort, and of one that is looked through alone."""
PAGE = 5
"""Hits that Page Down goes on by."""
ALL = ""
"""What looking through every sort is called."""
Spot = tuple[str, str, str]
"""What knows a hit again."""
NOWHERE: Spot = ("", "", "")


class Finder(ModalScreen[None]):
    """The line that one types into, and under it what is found, sort by sort."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("down", "move(1)", "Below", show=False, priority=True),
        Binding("up", "move(-1)", "Above", show=False, priority=True),
        Binding("pagedown", f"move({PAGE})", "Further below", show=False, priority=True),
        Binding("pageup", f"move(-{PAGE})", "Further above", show=False, priority=True),
        Binding("tab", "turn(1)", "The next sort alone", show=False, priority=True),
        Binding("shift+tab", "turn(-1)", "The sort before alone", show=False, priority=True),
        Binding("enter", "take", "Go there", show=False, priority=True),
    ]

    def __init__(self, app: WorkbookApp) -> None:
        super().__init__()
        self._desk, self._last = app, app.sought
        self._only = self._last.only
        self._found, self._filled = Found(), self._last.text
        self._keys: list[Hit | str | None] = []
        self._lines: list[Content] = []
        self._barred = -1

    def compose(self) -> ComposeResult:
        """The line, how much is found, what is found, the keys."""
        with Vertical(id="find") as box:
            box.border_title = plain(" Find ")
            yield Input(
                self._last.text,
                compact=True,
                placeholder="find in answers, rows and guidance",
                max_length=200,
                id="find-line",
            )
            yield Marks("", id="find-sorts")
            yield Static("", id="find-said")
            yield OptionList(id="find-list", markup=False)
            yield Static(
                plain("⏎ go there   ↑ ↓   Tab one sort alone   Esc back", MUTED),
                id="find-keys",
            )

    def on_mount(self) -> None:
        """The last search stands, to be typed over or gone on with. The first one makes the index,
        after the line stands."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.select_all()
        self.query_one(OptionList).can_focus = False
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._desk.session is not None:
            self._desk.session.search.renew()
        self._fill(self._last.here)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Finds while one types."""
        event.stop()
        self._catch_up()

    def on_resize(self) -> None:
        """The lines fit the new width."""
        if self._keys:
            self.call_after_refresh(lambda: self._show(self._here))

    # What is found

    def _catch_up(self) -> None:
        """Finds what was typed just before, which a key overtakes on its way."""
        if self.query_one(Input).value != self._filled:
            self._fill()

    def _fill(self, here: Spot = NOWHERE) -> None:
        """Finds what the line says, with the cursor on a hit, else on the first."""
        session = self._desk.session
        if session is None or not self.is_attached:
            return
        self._filled = self.query_one(Input).value
        most = EACH if self._only == ALL else ALONE
        self._found = session.search.find(self._filled, most=most)
        self._show(here)

    def _show(self, here: Spot) -> None:
        """Draws what is found."""
        view = self.query_one(OptionList)
        shown = list(self._options(max(20, self.query_one("#find").content_size.width - 1)))
        self._keys, self._lines = [key for key, _ in shown], [text for _, text in shown]
        self._barred = -1
        view.clear_options()
        view.add_options(Option(text, disabled=key is None) for key, text in shown)
        open_ = [n for n, key in enumerate(self._keys) if key is not None]
        known = (n for n in open_ if isinstance(hit := self._keys[n], Hit) and _key(hit) == here)
        view.highlighted = next(known, open_[0] if open_ else None)
        if open_ and view.highlighted == open_[0]:
            view.scroll_home(animate=False)
        self._say_sorts()
        self._say()

    def _options(self, width: int) -> Iterator[tuple[Hit | str | None, Content]]:
        """The lines of the list, each with the hit that it goes to, a text that it types, or None
        for what only says something."""
        if self._found.meant:
            yield self._found.meant, meant(self._found.meant)
        for sort in dict.fromkeys(one.sort for one in self._found.hits):
            hits = [one for one in self._found.hits if one.sort == sort]
            count = self._found.counts.get(sort, 0)
            if self._only not in (ALL, sort):
                continue
            most = EACH if self._only == ALL else ALONE
            if self._only == ALL:
                yield None, heading(sort, count)
            yield from ((one, lines(one, width)) for one in hits[:most])
            if count > most:
                yield None, more(sort, count - most, alone=self._only != ALL)

    def _say(self) -> None:
        """What can be found, or why nothing was."""
        said = self.query_one("#find-said", Static)
        none = not any(isinstance(one, Hit) for one in self._keys)
        said.display = none
        if none:
            empty = not self._filled.strip()
            said.update(teaching() if empty else nothing(self._filled, self._found, self._only))
        self.query_one(OptionList).display = bool(self._keys)

    def _say_sorts(self) -> None:
        """How much of each sort there is; a click looks through that alone."""
        counts = self._found.counts
        pieces: list[Piece] = [self._piece("All", ALL, sum(counts.values()))]
        pieces += [self._piece(NAMES[one], one, counts.get(one, 0)) for one in SORTS]
        marks = self.query_one(Marks)
        marks.display = bool(self._filled.strip())
        marks.lay_flow(pieces, 2)

    def _piece(self, name: str, only: str, count: int) -> Piece:
        style = f"{INK} bold" if only == self._only else MUTED
        mark = ("▸", ACCENT) if only == self._only else (" ", "")
        piece = joined(mark, (name, style), (f" {count:,}", MUTED))
        return piece, partial(self._look_through, only)

    # Keys

    @property
    def _chosen(self) -> Hit | str | None:
        """What the cursor is on."""
        at = self.query_one(OptionList).highlighted
        return self._keys[at] if at is not None and at < len(self._keys) else None

    @property
    def _here(self) -> Spot:
        return _key(self._chosen) if isinstance(self._chosen, Hit) else NOWHERE

    def action_move(self, by: int) -> None:
        """Goes so many hits down; the line keeps the cursor."""
        self.query_one(Input).call_later(self._move, by)

    def _move(self, by: int) -> None:
        self._catch_up()
        view = self.query_one(OptionList)
        for _ in range(abs(by)):
            at = view.highlighted
            if by > 0:
                view.action_cursor_down()
            else:
                view.action_cursor_up()
            wrapped = (
                at is not None
                and view.highlighted is not None
                and ((view.highlighted - at) * by < 0)
            )
            if abs(by) > 1 and wrapped:
                view.highlighted = at
                break
        if self._keys[:1] == [None] and view.highlighted == 1:
            view.scroll_home(animate=False)  # its heading is seen with the first

    def action_turn(self, by: int) -> None:
        """Looks through the next sort alone, after the last through all."""
        self.query_one(Input).call_later(self._turn, by)

    def _turn(self, by: int) -> None:
        self._catch_up()
        ways = [ALL, *SORTS]
        self._look_through(ways[(ways.index(self._only) + by) % len(ways)])

    def _look_through(self, only: str) -> None:
        here, self._only = self._here, only
        self._fill(here)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The bar stands at the hit with the cursor, for who sees no colours."""
        event.stop()
        view, here = self.query_one(OptionList), event.option_index
        for at in (self._barred, here):
            if at in range(view.option_count):
                bar = joined(("▌", ACCENT)) if at == here else Content(" ")
                view.replace_option_prompt_at_index(at, bar.append(self._lines[at][1:]))
        self._barred = here

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click goes there."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Goes to what the cursor is on."""
        self.query_one(Input).call_later(self._take)

    def _take(self) -> None:
        if not self.is_current:
            return  # a second Enter, when the first has gone
        self._catch_up()
        chosen = self._chosen
        if isinstance(chosen, str):
            self.query_one(Input).value = chosen
        elif chosen is not None:
            self.action_leave()
            self._desk.attempt(partial(go_to, self._desk, chosen))

    def action_leave(self) -> None:
        """Back to where one was; the search stays for the next time."""
        if self.is_current:
            self._catch_up()
            self._desk.sought = Sought(self._filled, self._only, self._here)
            self.dismiss(None)


def _key(hit: Hit) -> Spot:
    return hit.id, hit.field, hit.page
