"""What in the file cannot be right, or cannot be seen, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbook.kinds import Invalid, Kind
from workbook.kinds.pointing import CITED
from workbook.kinds.text import brief
from workbook.reasoning.checks.check import Check, Found
from workbook.reasoning.checks.ground import says
from workbook.reasoning.places import Held

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.reasoning.checks.ground import Ground
    from workbook.records import Record

_TWICE = "two people wrote different things"


def _broken(ground: Ground) -> Iterator[Found]:
    """References to records that are gone."""
    for one in ground.held:
        gone = [id for id in _points(one) if ground.graph.is_gone(id)]
        if gone:
            what = "a record that was" if len(gone) == 1 else f"{len(gone)} records that were"
            yield Found(one.id, one.field, {"at": ground.at(one), "what": what})


def _points(place: Held) -> list[str]:
    return list(place.kind.points(place.value)) if place.kind else []


def _values(ground: Ground) -> Iterator[Found]:
    """Values that nobody could have entered here: the file was edited by hand, or merged."""
    for one in ground.held:
        refusal = _refusal(ground.plan, one.kind, one.value) if one.kind else ""
        if refusal and one.kind and one.kind.private:
            refusal = "This holds something that it cannot take."
        if refusal:
            yield Found(one.id, one.field, {"at": ground.at(one), "why": refusal})


def _refusal(plan: Reading, kind: Kind[Any], value: Any) -> str:
    """Why a value cannot stand where it does; "" where it can."""
    ids = kind.points(value) if kind.holds(value) else ()
    if ids:
        wrong = {type for id in ids if (type := plan.type_of(id))} - set(getattr(kind, "to", ()))
        return f"This cannot point to a {min(wrong).replace('_', ' ')}." if wrong else ""
    try:
        clean = kind.clean(value, plan)
    except Invalid as error:
        return str(error)
    same = kind.holds(value) and (kind.word != "date" or clean == value)
    return "" if same else f"This is kept in another form; write {brief(str(clean), 40)}."


def _unseen(ground: Ground) -> Iterator[Found]:
    """Records that no table shows, though records of their type have tables."""
    curriculum = ground.plan.curriculum
    for record in ground.every:
        asked = record.type == "row" or any(curriculum.tables_of(record.type))
        if asked and curriculum.home(record) is None:
            yield Found(record.id)


def _nameless(ground: Ground) -> Iterator[Found]:
    """Records of which nobody can say which they are."""
    for record in ground.every:
        names = _called(ground.plan, record)
        given: Any = record.data.get("cells") if record.type == "row" else record.data
        values = given if isinstance(given, Mapping) else {}
        if names and not any(says(values.get(one)) for one in names):
            yield Found(record.id, names[0])


def _called(plan: Reading, record: Record) -> tuple[str, ...]:
    """The fields that name a record; () for one that is named by what it points to alone."""
    if record.type == "row":
        home = plan.curriculum.home(record)
        return home.columns[:1] if home else ()
    kinds = [record.fields[one].word for one in record.called]
    return () if kinds == ["ref"] else record.called


def _unknown(ground: Ground) -> Iterator[Found]:
    """Answers and fields that this version and its content do not know. They are kept."""
    for one in ground.held:
        if one.kind is not None or one.id.startswith("row-"):
            continue
        if one.field:
            what = f"{ground.name(one.id)} has a field “{brief(one.field, 40)}” that is not known."
        else:
            what = f"“{brief(one.id, 60)}” is no question here."
        yield Found(one.id, one.field, {"what": what})


def _conflicts(ground: Ground) -> Iterator[Found]:
    """What two people wrote at once, and nobody has chosen yet (store.md: a table of its own)."""
    for one in ground.plan.db.of("_conflicts"):
        id, field = str(one.get("record", "")), str(one.get("field", ""))
        field = "" if "." in id else str(one.get("key", "")) if field == "cells" else field
        removed = one.get("kind") == "edit/remove"
        what = "one person changed this, another removed it" if removed else _TWICE
        yield Found(id, field, {"at": _place(ground, id, field), "what": what})


def _place(ground: Ground, id: str, field: str) -> str:
    if "." in id:
        prompt = ground.plan.curriculum.prompt(id)
        return f"“{prompt.name if prompt else brief(id, 60)}”"
    return f"{ground.name(id)}, {field.replace('_', ' ')}" if field else ground.name(id)


def _uncited(ground: Ground) -> Iterator[Found]:
    """Figures that a text cites by an id that nothing has (plan-model.md, "cited")."""
    for one in ground.held:
        text = one.value if isinstance(one.value, str) and "[[" in one.value else ""
        if any(ground.plan.type_of(id) is None for id in CITED.findall(text)):
            yield Found(one.id, one.field, {"at": ground.at(one)})


REFERENCES = (
    Check(
        "broken-reference", "error", "", "{at}: points to {what} removed.",
        "Choose another record, take the reference out, or bring back with undo what was removed.",
        "common practice", _broken,
    ),
    Check(
        "not-a-value", "error", "", "{at}: {why}",
        "Write the value again where it stands. It was edited by hand, or came in a merge.",
        "common practice", _values,
    ),
    Check(
        "conflict", "warning", "", "{at}: {what}.",
        "Read both, and keep the one that the team means.", "common practice", _conflicts,
    ),
    Check(
        "no-name", "warning", "", "{it} has no name.",
        "Give it a name, so that others can choose it and find it.", "common practice", _nameless,
    ),
    Check(
        "in-no-table", "warning", "", "{it} stands in no table, so no screen shows it.",
        "Give back the field that its table goes by, or remove the record.",
        "common practice", _unseen,
    ),
    Check(
        "cited-figure-gone", "warning", "", "{at}: cites a figure that is not there any more.",
        "Cite another figure, or write the number with its year and source.",
        "common practice", _uncited,
    ),
    Check(
        "not-known", "note", "", "{what} What it holds is kept.",
        "Open it with the newer version or the content that knows it. Nothing is lost meanwhile.",
        "common practice", _unknown,
    ),
)  # fmt: skip
"""What holds for every record and answer."""
