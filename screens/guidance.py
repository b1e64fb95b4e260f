"""The guidance beside the work: the guide, questions that help, an example, what goes wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.marks import Marks, Piece
from screens.plain import ACCENT, INK, MUTED, joined, plain, prose

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Chapter, Step

PAGES = ("guide", "questions", "example", "mistakes", "cases", "words")
"""The pages, in the order that F3 turns them."""
NAMES = {
    "guide": "Guide",
    "questions": "Questions",
    "example": "Example",
    "mistakes": "What goes wrong",
    "cases": "Cases",
    "words": "Words",
}


class Guidance(VerticalScroll):
    """One page of a step's guidance. The pages' names stand above it.

    F3 reads on; with the cursor in it the arrows and Page Down scroll.
    """

    def __init__(self, step: Step) -> None:
        super().__init__(id="guidance")
        self.step = step
        self.spot = ("", "")

    def compose(self) -> ComposeResult:
        """The names of the pages and the page."""
        yield Marks("", id="guidance-pages")
        yield Static("", id="guidance-page")

    def on_mount(self) -> None:
        """Shows the page that was open."""
        self.draw()

    def draw(self) -> None:
        """Draws the page that the app has open."""
        app: Any = self.app
        page = app.guidance_page
        self._name_pages(page)
        self.query_one("#guidance-page", Static).update(getattr(self, f"_{page}")())
        self.scroll_home(animate=False)

    def reveal(self, text: str) -> None:
        """Scrolls to where a text stands on the page that is open, if it does."""
        page = self.query_one("#guidance-page", Static)
        if isinstance(page.content, Content):
            at = page.content.plain.find(text)
            row = len(page.content[: max(at, 0)].wrap(page.size.width or 1)) - 1
            self.scroll_to(y=max(0, row - 1), animate=False)  # the names of the pages stay above

    @property
    def more(self) -> bool:
        """Whether there is more of this page below."""
        return self.scroll_offset.y < self.max_scroll_y

    def about(self, id: str, field: str) -> None:
        """The example follows the field with the cursor."""
        app: Any = self.app
        if (id, field) != self.spot:
            self.spot = (id, field)
            if app.guidance_page == "example":
                self.draw()

    def _name_pages(self, page: str) -> None:
        app: Any = self.app
        pieces: list[Piece] = [
            (
                plain(NAMES[one], f"{INK} bold" if one == page else MUTED),
                partial(turn_to, app, one),
            )
            for one in PAGES
        ]
        keys = plain("F2 hide · F3 more", MUTED)
        self.query_one("#guidance-pages", Marks).lay_flow([*pieces, (keys, None)], 2)

    def on_resize(self) -> None:
        """A new width breaks the lines anew."""
        app: Any = self.app
        self._name_pages(app.guidance_page)

    def _guide(self) -> Content:
        good = joined(("\n\nWhat good answers look like\n", f"{INK} bold"), (self.step.good, ""))
        chapter = self._chapter
        first = self.step is chapter.steps[0]
        about = joined((chapter.title + "\n", f"{INK} bold"), (chapter.purpose + "\n\n", ""))
        guide = prose(self.step.guide).append(good if self.step.good else "")
        return about.append(guide) if first else guide

    @property
    def _chapter(self) -> Chapter:
        app: Any = self.app
        chapter: Chapter = app.curriculum.chapter_of(self.step)
        return chapter

    def _questions(self) -> Content:
        asked = Content("\n\n").join(plain(one) for one in self.step.questions)
        return (
            asked
            if self.step.questions
            else plain("The questions of this step stand beside it.", MUTED)
        )

    def _mistakes(self) -> Content:
        return Content("\n\n").join(
            joined((one.text, ""), (f"\n{one.source}", MUTED)) for one in self.step.mistakes
        )

    def _cases(self) -> Content:
        cases = [
            joined(
                (f"{one.place}, {one.year}\n", f"{INK} bold"),
                (one.text, ""),
                (f"\n{one.source}", MUTED),
            )
            for one in self.step.cases
        ]
        reads = [
            joined(
                (one.title, f"{INK} bold"),
                (f"\n{one.publisher}, {one.year}\n", MUTED),
                (one.what_for, ""),
            )
            for one in self.step.read
        ]
        parts = cases + ([plain("To read", ACCENT)] if reads else []) + reads
        return Content("\n\n").join(parts) if parts else plain("No cases on this step.", MUTED)

    def _words(self) -> Content:
        words = [
            joined((f"{one.word}\n", f"{INK} bold"), (one.meaning, "")) for one in self.step.words
        ]
        return (
            Content("\n\n").join(words) if words else plain("No special words on this step.", MUTED)
        )

    def _example(self) -> Content:
        app: Any = self.app
        id, field = self.spot
        type = "" if "." in id or not id else app.plan.type_of(id) or ""
        shown: str = app.example.shown(id, field, self.step, type)
        head = joined(("Prairie Fork County, an invented place\n\n", MUTED))
        return head.append(plain(shown or "The example has nothing at this question."))


def toggle(app: WorkbookApp) -> None:
    """Shows or hides the guidance."""
    app.guidance_open = not app.guidance_open
    if view := app.frame.view:
        app.call_later(view.guide, open=app.guidance_open)


def read_on(app: WorkbookApp) -> None:
    """Scrolls on, and at the end turns the page; opens the guidance where it is closed."""
    guidance = app.frame.query_one_optional(Guidance)
    if not app.guidance_open or guidance is None:
        toggle(app)
    elif guidance.more:
        guidance.scroll_page_down(animate=False)
    else:
        at = PAGES.index(app.guidance_page) + 1
        turn_to(app, PAGES[at % len(PAGES)])


def turn_to(app: WorkbookApp, page: str) -> None:
    """Opens one page of the guidance."""
    app.guidance_page = page
    for one in app.frame.query(Guidance):
        one.draw()
