"""The Mobility Metrics from a published file, on the screen: which file, which place, beside whom,
and what it would change before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import Asking, Confirm
from screens.command import Command
from screens.picker import Pickable, Picker
from screens.reading import path, reading

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.imports.metric_places import Directory
    from workbook.imports.metrics import Taken
    from workbook.imports.published import Published
    from workbook.imports.sheet import Watch

MEDIANS = "medians"
"""The entry among the places that stands for the middle of all."""


class MetricsFromFile(Command):
    """Take the Mobility Metrics of your place from a county or city file that you downloaded from
    the Urban Institute. You choose the place and whom to compare with, and see what would change
    first; undo takes all of it back."""

    name, key, label = "Metrics from a published file", "i", "import"

    def run(self, app: WorkbookApp) -> None:
        question = "Which file of the Mobility Metrics? The path of a CSV, as it was downloaded."
        app.push_screen(
            Asking(question, take="read"), lambda text: _open(app, text) if text else None
        )


def _open(app: WorkbookApp, text: str) -> None:
    """Reads which places a file has."""
    from workbook.imports.metrics import directory
    from workbook.imports.published import Published

    metrics = app.curriculum.framework["metric"]

    def work(watch: Watch) -> tuple[Published, Directory]:
        published = Published(path(text), metrics)
        return published, directory(published, {}, watch)

    reading(app, path(text).name, work, lambda found: _ask_place(app, *found))


def _ask_place(app: WorkbookApp, published: Published, known: Directory) -> None:
    from workbook.imports.metric_changes import own

    items = [
        Pickable(one.code, str(one), one.code) for one in sorted(known.places.values(), key=str)
    ]
    title = f"Which {known.area} is yours? Type its name or its code."
    mine = [one for one in own(app.plan) if one in known.places][:1]

    def take(picked: list[str] | None) -> None:
        if picked:
            _ask_beside(app, published, items, picked[0], known.area)

    app.push_screen(Picker(title, items, mine), take)


def _ask_beside(
    app: WorkbookApp, published: Published, items: list[Pickable], place: str, area: str
) -> None:
    from workbook.imports.metric_changes import beside, middle_code
    from workbook.records.data import MetricSeries

    middle = Pickable(MEDIANS, f"The median of every {area}")
    held = [one for one in beside(app.plan, area) if one != place]
    code = middle_code(area)
    if any(one.place_code == code for one in app.plan.records(MetricSeries)):
        held.append(MEDIANS)
    others = [middle, *(one for one in items if one.id != place)]
    title = "With which places do you compare? Three to five of your size and kind."

    def take(picked: list[str] | None) -> None:
        chosen = picked or []
        codes = [place, *(one for one in chosen if one != MEDIANS)]
        _read(app, published, codes, medians=MEDIANS in chosen)

    app.push_screen(Picker(title, others, held, many=True), take)


def _read(app: WorkbookApp, published: Published, codes: list[str], *, medians: bool) -> None:
    from workbook.imports.metrics import take

    reading(
        app, published.path.name,
        lambda watch: take(published, codes, medians=medians, watch=watch),
        lambda taken: _confirm(app, taken, codes[0], published.path.name),
    )  # fmt: skip


def _confirm(app: WorkbookApp, taken: Taken, place: str, file: str) -> None:
    """Says what was found and what would change, and asks."""
    from workbook.imports.metric_changes import changes, take_in
    from workbook.imports.metric_telling import summary

    found = changes(app.plan, taken, place, file)
    told = summary(taken, found, place, app.curriculum.framework, done=False)

    def taking() -> None:
        take_in(app.plan, found)
        done = f"{len(found.added):,} series added, {len(found.changed):,} updated."
        app.notify(f"{done} ^z undoes it.")

    def decide(yes: bool | None) -> None:
        if yes:
            app.attempt(taking)

    app.push_screen(Confirm("\n".join(told), "take this in"), decide)
