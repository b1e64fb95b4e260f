"""What in the file cannot be right, or cannot be seen, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from workbook.kinds import Invalid, Kind
from workbook.kinds.pointing import CITED
from workbook.kinds.text import brief
from workbook.reasoning.checks.check import Check, Each, Found
from workbook.reasoning.checks.ground import says
from workbook.reasoning.persons import key
from workbook.records import TYPES, type_in
from workbook.store.mending import BROKEN
from workbook.store.merge import CONFLICTS

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.reasoning.checks.ground import Ground
    from workbook.reasoning.places import Held, Written
    from workbook.records import Record

_TWICE = "two people wrote different things"
_RATED = ("rating", "rater", "consensus")
"""Tables of rounds, which may be open."""


def _broken(ground: Ground, written: Written) -> Iterator[Found]:
    """References to records that are gone."""
    for one in written.values:
        gone = [id for id in _points(one) if ground.is_gone(id)]
        if gone:
            what = "a record that was" if len(gone) == 1 else f"{len(gone)} records that were"
            yield Found(one.id, one.field, {"at": ground.at(one), "what": what})


def _points(place: Held) -> list[str]:
    return list(place.kind.points(place.value)) if place.kind else []


def _values(ground: Ground, written: Written) -> Iterator[Found]:
    """Values that nobody could have entered here: the file was edited by hand, or merged."""
    for one in written.values:
        refusal = _refusal(ground.plan, one.kind, one.value) if one.kind else ""
        if refusal and one.kind and not _quotable(ground, one, one.kind):
            refusal = "This holds something that it cannot take."
        if refusal:
            yield Found(one.id, one.field, {"at": ground.at(one), "why": refusal})


def _quotable(ground: Ground, place: Held, kind: Kind[Any]) -> bool:
    return not kind.private and ground.wording.may_show(place.id, place.field)


def _refusal(plan: Reading, kind: Kind[Any], value: Any) -> str:
    """Why a value cannot stand where it does; "" where it can."""
    ids = kind.points(value) if kind.holds(value) else ()
    if ids:
        wrong = {*map(type_in, ids)} - {"", *getattr(kind, "to", ())}
        return f"This cannot point to a {min(wrong).replace('_', ' ')}." if wrong else ""
    try:
        clean = kind.clean(value, plan)
    except Invalid as error:
        return str(error)
    same = kind.holds(value) and (kind.word != "date" or clean == value)
    return "" if same else f"This is kept in another form; write {brief(str(clean), 40)}."


def _unseen(ground: Ground, written: Written) -> Iterator[Found]:
    """Records that no table shows, though records of their type have tables."""
    curriculum, record = ground.plan.curriculum, written.record
    if record is None or curriculum.home(record):
        return
    if record.type == "row" or any(curriculum.tables_of(record.type)):
        yield Found(record.id)


def _no_record(_: Ground, written: Written) -> Iterator[Found]:
    """Places where something else stood than a record: the file was edited by hand."""
    if written.record and BROKEN in written.record.data:
        yield Found(written.id)


def _nameless(ground: Ground, written: Written) -> Iterator[Found]:
    """Records of which nobody can say which they are."""
    names = _called(ground.plan, written.record) if written.record else ()
    given = {one.field for one in written.values if says(one.value)}
    if names and not given.intersection(names):
        yield Found(written.id, names[0])


def _called(plan: Reading, record: Record) -> tuple[str, ...]:
    """The fields that name a record; () for one that is named by what it points to alone."""
    if record.type == "row":
        home = plan.curriculum.home(record)
        return home.columns[:1] if home else ()
    kinds = [record.fields[one].word for one in record.called]
    return () if kinds == ["ref"] else record.called


def _unknown(ground: Ground, written: Written) -> Iterator[Found]:
    """Answers and fields that this version and its content do not know. They are kept."""
    for one in written.values:
        if one.kind is not None or one.id.startswith("row-") or one.field == BROKEN:
            continue
        if one.field:
            what = f"{ground.name(one.id)} has a field “{brief(one.field, 40)}” that is not known."
        else:
            what = f"“{brief(one.id, 60)}” is no question here."
        yield Found(one.id, one.field, {"what": what})


def _conflicts(ground: Ground) -> Iterator[Found]:
    """What two people wrote at once, and nobody has chosen yet (store.md: a table of its own).

    What raters wrote is left out: no check names who rated what.
    """
    for _, one in ground.plan.documents(CONFLICTS):
        if one.get("table") in _RATED:
            continue
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


def _uncited(ground: Ground, written: Written) -> Iterator[Found]:
    """Figures that a text cites by an id that nothing has (plan-model.md, "cited")."""
    for one in written.values:
        text = one.value if isinstance(one.value, str) and "[[" in one.value else ""
        if any(map(ground.is_gone, CITED.findall(text))):
            yield Found(one.id, one.field, {"at": ground.at(one)})


def _twice(ground: Ground) -> Iterator[Found]:
    """Records with a code that one before them in their table has."""
    for type in (one for one in TYPES.values() if one.coded is not None):
        seen = set[str]()
        for one in ground.all(type):
            given = one.data.get("code")
            code = key(given) if isinstance(given, str) else ""
            if code and code in seen:
                yield Found(one.id, "code", {"it": f"{ground.name(one.id)}{ground.title(one)}"})
            seen.add(code)


REFERENCES = (
    Check(
        "broken-reference", "error", "", "{at}: points to {what} removed.",
        "Choose another record, take the reference out, or bring back with undo what was removed.",
        "common practice", Each(_broken, beyond=True), by_field=True,
    ),
    Check(
        "not-a-value", "error", "", "{at}: {why}",
        "Write the value again where it stands. It was edited by hand, or came in a merge.",
        "common practice", Each(_values), by_field=True,
    ),
    Check(
        "no-record", "error", "", "{it}: what stood here was no record; it is kept beside it.",
        "Read it with workbook get FILE ID x_broken, write what is needed into the fields, and "
        'empty it with workbook set FILE ID x_broken "", or remove the row.',
        "common practice", Each(_no_record),
    ),
    Check(
        "conflict", "warning", "", "{at}: {what}.",
        "Read both, and keep the one that the team means.", "common practice", _conflicts,
        by_field=True,
    ),
    Check(
        "code-twice", "warning", "", "{it}: another one has the same code.",
        "Give one of them another code, so that everyone means the same one by it.",
        "common practice", _twice,
    ),
    Check(
        "no-name", "warning", "", "{it} has no name.",
        "Give it a name, so that others can choose it and find it.",
        "common practice", Each(_nameless),
    ),
    Check(
        "in-no-table", "warning", "", "{it} stands in no table, so no screen shows it.",
        "Give back the field that its table goes by, or remove the record.",
        "common practice", Each(_unseen),
    ),
    Check(
        "cited-figure-gone", "warning", "", "{at}: cites a figure that is not there any more.",
        "Cite another figure, or write the number with its year and source.",
        "common practice", Each(_uncited, beyond=True), by_field=True,
    ),
    Check(
        "not-known", "note", "", "{what} What it holds is kept.",
        "Open it with the newer version or the content that knows it. Nothing is lost meanwhile.",
        "common practice", Each(_unknown), by_field=True,
    ),
)  # fmt: skip
"""What holds for every record and answer."""
