"""Writing the MAP, a document beside it or a worksheet to its file, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Confirm
from screens.reading import READING
from workbook.export import MAP, WHOLE, Refused, Shape, keep, outline, path_for, sheet_path
from workbook.map.build import TECHNICAL
from workbook.map.forms import HTML, MARKDOWN, WORD, written
from workbook.reasoning.checks import told
from workbook.store import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from screens.app import WorkbookApp
    from workbook.curriculum.model import Step
    from workbook.map.outline import Document

_LONG = 12
"""Seconds that a sentence on what went wrong stands."""
_FORMS = {
    MARKDOWN: ("Markdown", "for an editor, a site, a repository"),
    HTML: ("A web page", "for a browser, a phone, paper"),
    WORD: ("A Word document", "through pandoc"),
}


def export(app: WorkbookApp, shape: Shape = WHOLE) -> None:
    """Writes the MAP or a document beside the open workbook; asks before it replaces what is not
    its own."""
    document = outline(app.plan, date=app.plan.today, shape=shape)
    if shape.form == WORD:
        app.notify("Making the Word document …")
        app.run_worker(partial(_made, app, shape, document), thread=True, group=READING)
    else:
        _put(app, shape, document, written(document, app.curriculum, shape.form, shape.flavor))


def _made(app: WorkbookApp, shape: Shape, document: Document) -> None:
    """Makes a Word document in a thread: the screen goes on."""
    from workbook.map.word import NoPandoc

    session = app.session
    try:
        data = written(document, app.curriculum, shape.form, shape.flavor)
    except NoPandoc as error:
        app.call_from_thread(app.notify, str(error), severity="warning", timeout=_LONG)
        return
    if app.session is session:
        app.call_from_thread(_put, app, shape, document, data)


def _put(app: WorkbookApp, shape: Shape, document: Document, data: bytes) -> None:
    assert app.session is not None
    to = path_for(app.session.path, shape)
    _keep(app, to, data, partial(_say, app, shape, document, to))


def _say(app: WorkbookApp, shape: Shape, document: Document, to: Path) -> None:
    """Says what was written and where, and what whoever hands it out should know."""
    assert app.session is not None
    name, more = "The MAP" if shape.edition == TECHNICAL else "The edition for everyone", ""
    if shape.document != MAP:
        name = app.curriculum.companions.documents[shape.document].name
        if document.gaps:
            more = f" Parts of it that are not written yet: {len(document.gaps)}."
    if found := told(app.session.checks.standing):
        more += f" The checks find {found}."
    app.notify(f"{name} is in {to.name}, beside your workbook in {to.parent}.{more}")
    if document.withheld:
        app.notify(f"Names left out, as nobody agreed to them: {len(document.withheld)}.")


def _keep(
    app: WorkbookApp, to: Path, data: str | bytes, then: Callable[[], None], *, force: bool = False
) -> None:
    """Writes a file, and goes on when it stands; asks before it replaces what is not our own."""
    assert app.session is not None
    try:
        keep(app.session, to, data, force=force)
    except Refused:
        question = f"{to.name} was edited since it was written, or is another file. Replace it?"
        again = partial(_keep, app, to, data, then, force=True)
        app.push_screen(Confirm(question, "replace it"), lambda yes: again() if yes else None)
    except StoreError as error:
        app.notify(str(error), severity="warning", timeout=_LONG)
    else:
        then()


def choose_document(app: WorkbookApp) -> None:
    """Asks which document, then in which form, and writes it."""
    from screens.picker import Pickable, Picker

    def form(document: str) -> None:
        forms = [Pickable(id, name, what) for id, (name, what) in _FORMS.items()]
        app.push_screen(
            Picker(f"{documents[document].name}: written as", forms),
            lambda picked: export(app, Shape(document, picked[0])) if picked else None,
        )

    documents = app.curriculum.companions.documents
    items = [Pickable(one.id, one.name) for one in documents.values()]
    app.push_screen(
        Picker("Which document?", items), lambda picked: form(picked[0]) if picked else None
    )


def export_sheet(app: WorkbookApp) -> None:
    """Writes the step that is open as a worksheet; elsewhere asks which, the one that one came
    from first."""
    from screens.chapters import step_items
    from screens.picker import Picker

    if step := app.step_here():
        _sheet(app, step)
        return
    steps = app.curriculum.steps
    came = [one.id for one in app.way.all if one.id in steps]
    app.push_screen(
        Picker("A worksheet of which step?", step_items(app), came[-1:]),
        lambda picked: _sheet(app, steps[picked[0]]) if picked else None,
    )


def _sheet(app: WorkbookApp, step: Step) -> None:
    from workbook.worksheets.sheet import worksheet

    assert app.session is not None
    to = sheet_path(app.session.path, step.id)
    said = (
        f"The worksheet of “{step.name}” is in {to.name}, beside your workbook in {to.parent}. "
        "When it is filled in, workbook import worksheet takes it back."
    )
    _keep(app, to, worksheet(app.plan, [step]), partial(app.notify, said, timeout=_LONG))
