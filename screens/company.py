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
from screens.plain import BODY, DATA, INK, MUTED, WARN, brief, joined
from workbook.together.clashes import Clash, clashes, places

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Step

ROOMY = 100
"""Columns from which names stand in the header whole, and of more than one person."""
_SHORT, _LONG = (10, 14), (24, 30)
"""Characters of a person's name and of a step's in the header: in a narrow window, in a wide."""
STILL = len("saved 12:00")
"""Cells of the state of saving: what stands beside it does not move while one types."""


def tell_place(app: WorkbookApp) -> None:
    """Tells the other windows where this one is."""
    if app.session is None:
        return
    step, focused = app.step_here(), app.focused
    spot = focused.spot if isinstance(focused, Editor) else None
    app.session.presence.be_at(
        step.id if step else "", spot.id if spot else "", spot.field if spot else ""
    )


def company(app: WorkbookApp) -> list[tuple[str, Step | None]]:
    """Who else is there, and their step; somebody with two windows at one step once."""
    if app.session is None:
        return []
    found = dict.fromkeys((one.who, one.step) for one in app.session.presence.others)
    return [(who, app.curriculum.steps.get(step)) for who, step in found]


def disputed(app: WorkbookApp) -> list[Clash]:
    """What two people wrote at the same place, as far as it is not settled."""
    return app.session.once("clashes", clashes) if app.session else []


def header(app: WorkbookApp) -> list[Piece]:
    """The header's right side: what is saved, what is to settle, who is there. A click on the
    latter two goes there."""
    warns = app.save_failed or bool(app.to_mend)
    pieces: list[Piece] = [(joined((app.state.rjust(STILL), WARN if warns else MUTED)), None)]
    if found := disputed(app):
        pieces.append((joined((f"· {_count(places(found))}", WARN)), partial(to_conflicts, app)))
    others, wide = company(app), app.size.width >= ROOMY
    shown = others[: 2 if wide else 1]
    for who, step in shown:
        words = _at(who, step, *(_LONG if wide else _SHORT))
        pieces.append((joined(("● ", DATA), (words, BODY)), _goes(app, step)))
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


def _at(who: str, step: Step | None, name: int, words: int) -> str:
    return f"{brief(who, name)}: {brief(step.name, words)}" if step else brief(who, name)


def _goes(app: WorkbookApp, step: Step | None) -> Callable[[], None] | None:
    return partial(app.visit, Place("step", step.id)) if step else None


def here_too(app: WorkbookApp, step: Step) -> str:
    """Who else is on a step, "" for nobody."""
    names = [brief(who, 30) for who, where in company(app) if where is step]
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} here" if names else ""


def overview_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """Who is where, and how much is to settle; a click goes there."""
    lines: list[Piece] = []
    for who, step in company(app):
        where = "looks around"
        if step is not None:
            chapter = app.curriculum.chapter_of(step)
            where = f"is on {chapter.number} {chapter.short} › {step.name}"
        name = brief(who, 40)
        words = (name, f"{INK} bold"), (" " + brief(where, max(20, width - len(name) - 3)), BODY)
        lines.append((joined(("● ", DATA), *words), _goes(app, step)))
    if found := disputed(app):
        what = (
            "Two people wrote the same place" if places(found) == 1 else "Two people wrote at once"
        )
        said = joined(
            ("○ ", WARN), (f"{_count(places(found))}. {what}; ", BODY), ("s", f"{INK} bold"),
            (" settle", MUTED),
        )  # fmt: skip
        lines.append((said, partial(to_conflicts, app)))
    return lines
