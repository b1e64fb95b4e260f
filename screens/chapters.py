"""The chapters with their progress: beside the work, as one line, or as a list to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from screens.company import here_too
from screens.marks import Marks, Piece
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, bar, brief, cell, joined, plain

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from screens.picker import Pickable
    from workbook.curriculum import Chapter, Step
    from workbook.reasoning.progress import Progress

SIGNS = {"not started": "·", "started": "◐", "enough": "✓", "agreed": "✓✓"}
"""A step's state as a sign; the words stand on the overview and in the list of steps."""
STEP, WIDE = 22, 76
"""Cells of a step's name; columns from which a chapter has four marks of progress in one line."""


class Chapters(Marks):
    """The chapter list, with the steps of the chapter that is open."""

    def draw(self, app: WorkbookApp, here: Step | None) -> None:
        """Draws the list for a plan; nothing while none is open."""
        if app.session is None or not self.display:
            return
        progress = app.session.progress
        lines: list[Piece] = [(plain("  Chapters", MUTED), None), (Content(""), None)]
        for chapter in app.plan.curriculum.chapters:
            inside = here is not None and here.chapter == chapter.id
            lines.append((_chapter_line(progress, chapter, inside), _goes(app, chapter.steps[0])))
            if inside:
                lines += [
                    (_step_line(app, progress, step, step is here), _goes(app, step))
                    for step in chapter.steps
                ]
        self.lay_lines(lines)


def _goes(app: WorkbookApp, step: Step) -> Callable[[], None]:
    return lambda: app.go(Place("step", step.id))


def _chapter_line(progress: Progress, chapter: Chapter, inside: bool) -> Content:
    done, of = progress.chapter(chapter)
    name = brief(f"{chapter.number} {chapter.short}", 19).ljust(20)
    return joined(
        ("▌ " if inside else "  ", ACCENT),
        (name, f"{INK} bold" if inside else BODY),
        bar(done, of, 5, ACCENT if inside else DATA),
    )


def _step_line(app: WorkbookApp, progress: Progress, step: Step, here: bool) -> Content:
    return joined(
        ("▌ ", ACCENT),
        ("› " if here else "  ", ACCENT),
        (cell(step.name, STEP), f"{ACCENT} bold" if here else BODY),
        (SIGNS[progress.state(step).word], MUTED),
        (" ●" if here_too(app, step) else "", DATA),
    )


class Strip(Marks):
    """The chapters as one line, for a narrow window."""

    _pieces: Sequence[Piece] = ()

    def draw(self, app: WorkbookApp, here: Step | None) -> None:
        """Draws the line for a plan."""
        if app.session is None or not self.display:
            return
        marks = 4 if app.size.width >= WIDE else 2
        progress, chapters = app.session.progress, app.plan.curriculum.chapters
        self._pieces = [_strip_piece(app, progress, one, here, marks) for one in chapters]
        self.lay_flow(self._pieces, 2)

    def on_resize(self) -> None:
        """The first drawing does not know the width yet."""
        self.lay_flow(self._pieces, 2)


def _strip_piece(
    app: WorkbookApp, progress: Progress, chapter: Chapter, here: Step | None, marks: int
) -> Piece:
    done, of = progress.chapter(chapter)
    inside = here is not None and here.chapter == chapter.id
    name = f"▸{chapter.number} {chapter.short} " if inside else f"{chapter.number} "
    style = f"{ACCENT} bold" if inside else MUTED
    piece = joined((name, style), bar(done, of, marks, ACCENT if inside else DATA))
    return piece, _goes(app, chapter.steps[0])


def step_items(app: WorkbookApp) -> list[Pickable]:
    """Every step with its chapter, its state and who is there, for the list to choose from."""
    from screens.picker import Pickable

    if app.session is None:
        return []
    progress = app.session.progress
    return [
        Pickable(
            step.id,
            f"{chapter.number} {chapter.short} › {step.name}",
            " · ".join(filter(None, (progress.state(step).word, here_too(app, step)))),
        )
        for chapter in app.plan.curriculum.chapters
        for step in chapter.steps
    ]
