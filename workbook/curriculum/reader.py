"""Reading all of `content/`: shelves first, then the chapters that name what stands on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from workbook.curriculum import (
    CHAPTERS,
    COMMUNITY,
    COORDINATOR,
    CURRENCY,
    DOOR,
    PLACE,
    RELEASE,
    companions,
    countdown,
    files,
    flavors,
    map_words,
    shelves,
    tour,
)
from workbook.curriculum.build import Builder
from workbook.curriculum.files import ContentError
from workbook.curriculum.model import Curriculum
from workbook.curriculum.spec import Spec
from workbook.kinds import Option
from workbook.records import TYPES


def read(over: Path | None) -> Curriculum:
    """All of `content/`, with the folder `over` laid over it. Raises ContentError."""
    if over is not None and not over.is_dir():
        raise ContentError(str(over), "", "is not a folder")
    readings = shelves.readings(_shelf("readings.toml", over))
    words, principles = shelves.words(_shelf("glossary.toml", over))
    framework = shelves.framework(_shelf("framework.toml", over))
    language = shelves.language(_shelf("language.toml", over))
    outline = _shelf("map.toml", over)
    sections, forms = shelves.sections(outline), shelves.forms(outline)
    edition = outline.sub("public") or outline.refuse("[public] is missing")
    own = shelves.lists(_shelf("lists.toml", over))
    assessments = shelves.assessments(_shelf("assessments.toml", over), own)
    found = sorted(files.chapters(over), key=lambda pair: _number(pair[0]))
    lists = (
        own
        | shelves.assessment_lists(assessments.values())
        | shelves.framework_lists(framework)
        | {"chapters": {data["id"]: _chapter_option(data) for data, _ in found if data.get("id")}}
    )
    _check_record_lists(lists)
    slots = {part.id for section in sections for part in section.parts}
    builder = Builder(lists, words, readings, principles, slots)
    curriculum = Curriculum(
        chapters=tuple(builder.chapter(Spec(data, file)) for data, file in found),
        lists=lists, assessments=assessments, framework=framework, words=words,
        principles=principles, readings=readings, sections=sections, forms=forms,
        map_words=_map_words(outline), language=language,
        flavors=flavors.flavors(_shelf("flavors.toml", over)),
        tour=tour.read(_shelf("tour.toml", over)),
    )  # fmt: skip
    _check_known(curriculum)
    documents = companions.read(_shelf("documents.toml", over), edition, curriculum)
    due = countdown.read(_shelf("release.toml", over), curriculum)
    return replace(curriculum, companions=documents, countdown=due)


def _map_words(outline: Spec) -> dict[str, str]:
    """The words of the MAP's writers; and with them map.toml is read whole."""
    spec = outline.sub("words") or outline.refuse("[words] is missing")
    words = map_words.read(spec)
    outline.done()
    return words


def _shelf(name: str, over: Path | None) -> Spec:
    return Spec(*files.named(name, over))


def _number(data: dict[str, Any]) -> int:
    number = data.get("number")
    return number if isinstance(number, int) else 0


def _chapter_option(data: dict[str, Any]) -> Option:
    return Option(str(data["id"]), f"{data.get('number', '')} {data.get('name', '')}".strip())


def _check_record_lists(lists: shelves.Lists) -> None:
    """Every list that a record class names must be there."""
    for record in TYPES.values():
        for name, kind in record.fields.items():
            needed = getattr(kind, "list", "")
            if needed and needed not in lists:
                raise ContentError(
                    "content/lists.toml",
                    f"list {needed}",
                    f"is missing; {record.type}.{name} needs it",
                )


def _check_necessary(curriculum: Curriculum) -> None:
    """An indicator that is necessary names a kind of commitment."""
    kinds = curriculum.lists["commitment-kind"]
    for assessment in curriculum.assessments.values():
        for one in assessment.indicators:
            if one.necessary and one.necessary not in kinds:
                reason = f"no kind of commitment is called `{one.necessary}`"
                raise ContentError("content/assessments.toml", f"indicator {one.id}", reason)


def _check_known(curriculum: Curriculum) -> None:
    """What the MAP's slots name and what the program itself reads must be there."""
    for section in curriculum.sections:
        for slot in section.parts:
            place = f"section {section.id}, part {slot.id}"
            if slot.step and slot.step not in curriculum.steps:
                raise ContentError("content/map.toml", place, f"no step is called `{slot.step}`")
            if slot.assessment and slot.assessment not in curriculum.assessments:
                reason = f"no assessment is called `{slot.assessment}`"
                raise ContentError("content/map.toml", place, reason)
    _check_necessary(curriculum)
    for id in (COMMUNITY, PLACE, COORDINATOR, CURRENCY, DOOR, CHAPTERS, RELEASE):
        if id not in curriculum.prompts:
            raise ContentError("content/1-embarking.toml", f"prompt {id}", "is missing")
