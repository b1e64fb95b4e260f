"""The overview: the next best step, the chapters, what breaks and what the MAP still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.breaks import break_lines
from screens.checking import check_lines, list_all
from screens.command import Command
from screens.company import disputed, overview_lines, to_conflicts
from screens.due import due_lines
from screens.frame import View
from screens.lacking import GoToGap, lack_lines
from screens.marks import Marks, Piece
from screens.news import SeeNews, news_lines
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, bar, brief, joined, plain
from screens.tour import is_example, tour
from workbook.reasoning.next_step import Next, others
from workbook.reasoning.progress import summary

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Chapter

SHOWN = 8
"""How many of the MAP's gaps are listed."""


class OverviewCommand(Command):
    """A command on the overview that is open."""

    def overview(self, app: WorkbookApp) -> OverviewView | None:
        """The overview, if it is open."""
        return app.frame.query_one_optional(OverviewView)


class NextCommand(OverviewCommand):
    """A command on the next best step."""

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While there is one."""
        view = app.frame.query_one_optional(OverviewView)
        return view is not None and view.found is not None


class GoThere(NextCommand):
    """Go to the next best step, with the cursor where it is written."""

    name, key, label = "Go to the next best step", "enter", "go there"

    def run(self, app: WorkbookApp) -> None:
        if view := self.overview(app):
            view.go_there()


class SomethingElse(NextCommand):
    """Show another good next step."""

    name, key, label = "Another next step", "n", "another"

    def run(self, app: WorkbookApp) -> None:
        if view := self.overview(app):
            view.something_else()


class OpenChapter(OverviewCommand):
    """Open a chapter: press its number."""

    name, key, label = "Open a chapter", "1–7", "chapter"

    def run(self, app: WorkbookApp) -> None:
        app.choose_step()


class ReadMap(OverviewCommand):
    """Read the MAP as it stands."""

    name, key, label = "Read the MAP", "m", "the MAP"

    def run(self, app: WorkbookApp) -> None:
        app.open_view("map")


class FollowLines(OverviewCommand):
    """Follow the line of each action, from what was heard to who keeps it up, to its breaks."""

    name, key, label = "Trace", "t", "trace"

    def run(self, app: WorkbookApp) -> None:
        app.open_trace()


class ListChecks(OverviewCommand):
    """List what the checks find, go there, or set it aside with a reason."""

    name, key, label = "Checks", "c", "checks"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While they find something, or something is set aside."""
        return app.session is not None and bool(app.session.checks.all)

    def run(self, app: WorkbookApp) -> None:
        list_all(app)


class TakeTour(OverviewCommand):
    """Take a tour through this worked example, a card at each stop. Esc leaves it at any time."""

    name, key, label = "Tour of the example", "g", "tour"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """In the example."""
        return is_example(app)

    def run(self, app: WorkbookApp) -> None:
        if is_example(app):
            tour(app)


class SettleConflicts(OverviewCommand):
    """Settle what two people wrote at the same place."""

    name, key, label = "Settle conflicts", "s", "settle"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While something is to settle."""
        return bool(disputed(app))

    def run(self, app: WorkbookApp) -> None:
        to_conflicts(app)


class OverviewView(View):
    """Where the plan stands. The card on top says what to do next and why. Below it: the chapters
    with what is written in them, promises that are due, lines that break, what the checks find,
    and what the plan still lacks. Each line goes there with a click; the keys below go there too.
    """

    view: ClassVar[str] = "overview"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._turn = 0

    def commands(self) -> tuple[type[Command], ...]:
        return (
            GoThere, TakeTour, SettleConflicts, SomethingElse, SeeNews, OpenChapter, FollowLines,
            ListChecks, ReadMap, GoToGap,
        )  # fmt: skip

    @property
    def crumbs(self) -> list[str]:
        return ["Overview"]

    def compose(self) -> ComposeResult:
        """The card, the chapters, the gaps."""
        with VerticalScroll(id="overview") as scroll:
            scroll.can_focus = True
            yield Static("", id="next-card")
            yield Marks("", id="overview-company")
            yield Marks("", id="overview-news")
            yield Marks("", id="overview-chapters")
            yield Marks("", id="overview-due")
            yield Marks("", id="overview-breaks")
            yield Marks("", id="overview-checks")
            yield Marks("", id="overview-lacks")

    def on_mount(self) -> None:
        """Draws it."""
        self.renew()

    def start(self) -> None:
        self.query_one("#overview").focus()

    def renew(self) -> None:
        if not self.query("#next-card"):
            return  # another screen was gone to before this one stood
        self.query_one("#next-card", Static).update(self._card())
        others = self.query_one("#overview-company", Marks)
        others.lay_lines(who := overview_lines(self.desk, self.app.size.width - 4))
        others.display = bool(who)
        plan = self.desk.plan
        since = self.query_one("#overview-news", Marks)
        since.lay_lines(new := news_lines(self.desk, self.app.size.width - 4))
        since.display = bool(new)
        rows: list[Piece] = [(plain("Chapters", MUTED), None)]
        for one in plan.curriculum.chapters:
            rows += [(Content(""), None)] * self.tall
            rows.append(self._chapter(one))
        self.query_one("#overview-chapters", Marks).lay_lines(rows)
        steps = self.query_one("#overview-due", Marks)
        steps.lay_lines(promised := due_lines(self.desk, self.app.size.width - 4))
        steps.display = bool(promised)
        breaks = self.query_one("#overview-breaks", Marks)
        breaks.lay_lines(found := break_lines(self.desk, self.app.size.width - 4))
        breaks.display = bool(found)
        checks = self.query_one("#overview-checks", Marks)
        checks.lay_lines(said := check_lines(self.desk, self.app.size.width - 4))
        checks.display = bool(said)
        gaps = lack_lines(self.desk, SHOWN, self.app.size.width - 4)
        self.query_one("#overview-lacks", Marks).lay_lines(gaps)

    def _candidates(self) -> list[Next]:
        session = self.desk.session
        assert session is not None
        standing = session.checks.standing
        return session.once("next", lambda plan: others(plan, 6, found=standing))

    @property
    def found(self) -> Next | None:
        """The step that the card names, None where nothing is left."""
        found = self._candidates()
        return found[self._turn % len(found)] if found else None

    def _card(self) -> Content:
        found = self.found
        if found is None:
            return joined(
                ("Everything that was asked is written.", f"{INK} bold"),
                ("\nRead the MAP as a stranger would: m", BODY),
            )
        plan = self.desk.plan
        step = plan.curriculum.steps[found.step_id]
        chapter = plan.curriculum.chapter_of(step)
        return joined(
            ("Next best step", f"{ACCENT} bold"),
            (f"   {chapter.number} {chapter.short} › {step.name}\n", MUTED),
            (brief(found.text, 160) + "\n", f"{INK} bold"),
            (brief(found.reason, 300) + "\n", BODY),
            ("⏎ go there", ACCENT),
            ("    n", f"{INK} bold"),
            (" another", MUTED),
        )

    @property
    def _room(self) -> int:
        """Cells that a chapter's summary has beside its name and bar."""
        return self.app.size.width - 32

    def on_resize(self) -> None:
        """A new width cuts the summaries anew."""
        self.renew()

    def _chapter(self, chapter: Chapter) -> Piece:
        plan, session = self.desk.plan, self.desk.session
        assert session is not None
        done, of = session.progress.chapter(chapter)
        line = joined(
            (f"{chapter.number} ", MUTED),
            (chapter.short[:12].ljust(13), f"{INK} bold"),
            bar(done, of, 10),
            (f"  {_fitting(summary(plan, chapter), self._room)}", MUTED),
        )
        return line, partial(self.desk.go, Place("step", chapter.steps[0].id))

    def go_there(self) -> None:
        """Goes to the next best step."""
        found = self.found
        if found is None:
            self.desk.open_view("map")
        elif found.record_id:
            self.desk.go(Place("record", found.record_id, found.field))
        else:
            self.desk.go(Place("step", found.step_id, found.field))

    def something_else(self) -> None:
        """Shows the next candidate."""
        self._turn += 1
        self.query_one("#next-card", Static).update(self._card())

    def up(self) -> Place | None:
        return None


def _fitting(parts: Sequence[str], width: int) -> str:
    """As many parts as there is room for, each whole."""
    for count in range(len(parts), 1, -1):
        line = "; ".join(parts[:count]) + ("; …" if count < len(parts) else "")
        if len(line) <= width:
            return line
    return brief(parts[0], width)
