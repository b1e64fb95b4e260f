"""What the checks find: on the overview, beside a step, and as a list that goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static

from screens.asking import Asking
from screens.marks import Piece
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.checks import told, way

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.reasoning.checks import Finding

SHOWN = 3
"""How many of the gravest stand on the overview."""
LOOK = Callable[[], "Sequence[Finding]"]
"""What gives the findings of a list as they are now."""


class CheckList(Picker):
    """The findings of a plan or a step. Enter goes to one; F5 sets it aside or takes it up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "aside", "Set aside or take up", show=False),
    ]

    around: ClassVar[int] = 14
    """As of any list, and up to three for what to do about a finding."""

    def __init__(self, app: WorkbookApp, title: str, look: LOOK) -> None:
        self._desk, self._look = app, look
        self.found = list(look())
        super().__init__(title, self._listed())

    def _listed(self) -> list[Pickable]:
        return [Pickable(str(number), *_words(one)) for number, one in enumerate(self.found)]

    def _say_keys(self) -> None:
        """What to do about the finding under the cursor, and the keys."""
        one = self._here()
        todo = f"→ {one.mend}\n" if one else ""
        keys = "⏎ go there   F5 set aside, or take up again   Esc back"
        self.query_one("#picker-keys", Static).update(joined((todo, BODY), (keys, MUTED)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another finding is under the cursor."""
        event.stop()
        self._say_keys()

    def _here(self) -> Finding | None:
        """The finding under the cursor."""
        at = self.query_one(OptionList).highlighted
        shown = self._shown[at] if at is not None and at < len(self._shown) else None
        return self.found[int(shown.id)] if isinstance(shown, Pickable) else None

    def action_aside(self) -> None:
        """Asks why the finding under the cursor is left as it is; or takes it up again."""
        one = self._here()
        if one is None:
            return
        if one.aside:
            self._put(one, None)
            return
        question = f"{one.text} {one.mend} Why is it left as it is? `check` prints the reason."
        asking = Asking(question, take="set aside", wrong=_no_reason)
        self.app.push_screen(asking, lambda text: self._put(one, text) if text else None)

    def _put(self, one: Finding, reason: str | None) -> None:
        """Keeps the reason, and shows the list as it is then."""
        plan = self._desk.plan
        plan.settle()
        self._desk.attempt(partial(plan.put, one.reason_id, reason))
        self.found = list(self._look())
        self._items = self._listed()
        self._fill(self.query_one(Input).value)


def _words(one: Finding) -> tuple[str, str]:
    """What a list says of a finding: how grave it is and what it is, or why it is set aside."""
    if one.aside:
        return f"set aside: {one.text}", one.aside
    return f"{one.severity}: {one.text}", ""


def _no_reason(text: str) -> str:
    return "" if text.strip() else "Write why, so that others can follow it."


def list_all(app: WorkbookApp) -> None:
    """Lists what the checks find in the plan, and last what was set aside."""
    session = app.session
    assert session is not None
    if not session.checks.all:
        app.notify("The checks find nothing.")
        return
    _open(app, "What the checks find", lambda: session.checks.all)


def list_here(app: WorkbookApp) -> None:
    """Lists what the checks find on the step that is open."""
    session, step = app.session, app.step_here()
    if session is None or step is None:
        return
    here = [one for one in session.checks.all if one.step == step.id]
    if not here:
        app.notify("The checks find nothing on this step.")
        return
    _open(
        app,
        f"What the checks find on “{step.name}”",
        lambda: [one for one in session.checks.all if one.step == step.id],
    )


def _open(app: WorkbookApp, title: str, look: LOOK) -> None:
    listed = CheckList(app, title, look)
    app.push_screen(
        listed, lambda picked: go_to(app, listed.found[int(picked[0])]) if picked else None
    )


def go_to(app: WorkbookApp, one: Finding) -> None:
    """Goes where a finding is mended."""
    if not one.step:
        app.notify(f"No screen shows this: {one.id}. It can be mended in the file.", timeout=8)
        return
    record, field = way(app.plan, one)
    app.go(Place("record", record, field) if record else Place("step", one.step, field))


def check_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """How many findings there are and the gravest of them; a click goes there."""
    assert app.session is not None
    checks = app.session.checks
    found, away = checks.standing, len(checks.all) - len(checks.standing)
    if not checks.all:
        return []
    counts = told(found) or "nothing"
    head = f"Checks find {counts}" + (f" · {away} set aside" if away else "")
    lines: list[Piece] = [(joined((head, MUTED), ("   c", f"{INK} bold"), (" list", MUTED)), None)]
    for one in found[:SHOWN]:
        grave = one.severity != "note"
        line = joined(
            ("○ " if grave else "· ", WARN if grave else MUTED),
            (brief(one.text, width - 2), BODY),
        )
        lines.append((line, partial(go_to, app, one)))
    if len(found) > SHOWN:
        lines.append((plain(f"  and {len(found) - SHOWN} more", MUTED), None))
    return lines
