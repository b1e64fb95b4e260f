"""Who else has the workbook open, and what two people wrote at once: what the header, the list of
steps and the overview say of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from screens.fields import Editor
from screens.marks import Marks, Piece
from screens.places import Place
from screens.plain import BODY, DATA, INK, MUTED, WARN, joined
from workbook.clashes import Clash, clashes
from workbook.kinds.text import brief

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Step
    from workbook.store.presence import Someone

ROOMY = 100
"""Columns from which names stand in the header whole, and of more than one person."""
_SHORT, _LONG = (10, 14), (24, 30)
"""Characters of a person's name and of a step's in the header: in a narrow window, in a wide."""


def tell_place(app: WorkbookApp) -> None:
    """Tells the other windows where this one is."""
    if app.session is None:
        return
    step, focused = app.step_here(), app.focused
    spot = focused.spot if isinstance(focused, Editor) else None
    app.session.be_at(step.id if step else "", spot.id if spot else "", spot.field if spot else "")


def company(app: WorkbookApp) -> tuple[Someone, ...]:
    """Who else is there."""
    return app.session.company if app.session else ()


def disputed(app: WorkbookApp) -> list[Clash]:
    """What two people wrote at the same place, as far as it is not settled."""
    return app.session.once("clashes", clashes) if app.session else []


def header(app: WorkbookApp) -> list[Piece]:
    """The header's right side: what is saved, what is to settle, who is there. A click on the
    latter two goes there."""
    warns = app.save_failed or bool(app.to_mend)
    pieces: list[Piece] = [(joined((app.state, WARN if warns else MUTED)), None)]
    if found := disputed(app):
        pieces.append((joined((f"· {_count(len(found))}", WARN)), partial(to_conflicts, app)))
    others, wide = company(app), app.size.width >= ROOMY
    shown = others[: 2 if wide else 1]
    for one in shown:
        words = _at(app, one, *(_LONG if wide else _SHORT))
        pieces.append((joined(("● ", DATA), (words, BODY)), _goes(app, one)))
    if len(others) > len(shown):
        pieces.append((joined((f"+{len(others) - len(shown)}", BODY)), None))
    return pieces


class Standing(Marks):
    """The header's right side."""

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Draws the pieces on one line."""
        x, spots = 0, list[tuple[int, int, int, Callable[[], None]]]()
        for piece, do in pieces:
            if do:
                spots.append((0, x, x + piece.cell_length, do))
            x += piece.cell_length + 1
        self.lay_drawing([Content(" ").join(piece for piece, _ in pieces)], spots)


def width(pieces: Sequence[Piece]) -> int:
    """Cells that the pieces take."""
    return sum(piece.cell_length + 1 for piece, _ in pieces) - 1


def to_conflicts(app: WorkbookApp) -> None:
    """Goes to the list of what is to settle."""
    app.visit(Place("conflicts"))


def _count(number: int) -> str:
    return "1 conflict" if number == 1 else f"{number} conflicts"


def _at(app: WorkbookApp, one: Someone, name: int, step: int) -> str:
    where = app.curriculum.steps.get(one.step)
    who = brief(one.who, name)
    return f"{who}: {brief(where.name, step)}" if where else who


def _goes(app: WorkbookApp, one: Someone) -> Callable[[], None] | None:
    return partial(app.visit, Place("step", one.step)) if one.step in app.curriculum.steps else None


def here_too(app: WorkbookApp, step: Step) -> str:
    """Who else is on a step, "" for nobody."""
    names = [brief(one.who, 30) for one in company(app) if one.step == step.id]
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} here" if names else ""


def overview_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """Who is where, and how much is to settle; a click goes there."""
    lines: list[Piece] = []
    for one in company(app):
        step = app.curriculum.steps.get(one.step)
        where = "looks around"
        if step is not None:
            chapter = app.curriculum.chapter_of(step)
            where = f"is on {chapter.number} {chapter.short} › {step.name}"
        words = (brief(one.who, 40), f"{INK} bold"), (" " + brief(where, max(20, width - 44)), BODY)
        lines.append((joined(("● ", DATA), *words), _goes(app, one)))
    if found := disputed(app):
        what = "Two people wrote the same place" if len(found) == 1 else "Two people wrote at once"
        said = joined(
            ("○ ", WARN), (f"{_count(len(found))}. {what}; ", BODY), ("s", f"{INK} bold"),
            (" settle", MUTED),
        )  # fmt: skip
        lines.append((said, partial(to_conflicts, app)))
    return lines
