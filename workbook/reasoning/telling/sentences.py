"""What an edit changed, as a sentence: the one place where changes become words.

The history, undo, a comparison of two states and the overview all speak through it. It names
records and not ids, levels by their words, cuts long texts to where they differ, and says of a
list what came and what went. What it gives is a `Told`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbook.kinds import Kind, Line, Lines, Long
from workbook.kinds.text import brief
from workbook.reading import Reading, Unknown
from workbook.reasoning.naming import called
from workbook.reasoning.telling.cutting import differing
from workbook.reasoning.telling.entries import Entries, entries, valued
from workbook.reasoning.telling.told import (
    ADDED,
    CHANGED,
    CLOSED,
    EMPTIED,
    LISTED,
    MOVED,
    REMOVED,
    REORDERED,
    SHORT,
    WRITTEN,
    Told,
)  # fmt: skip
from workbook.records import TYPES, is_carried

if TYPE_CHECKING:
    from workbook.curriculum import Step, Table
    from workbook.edits import Edit


class Telling:
    """Edits in words.

    view: the plan by which things are named; what it may not show is not told. before: the plan
    as it was, where that is another: old values and what is gone are named by it.
    """

    def __init__(self, view: Reading, before: Reading | None = None) -> None:
        self._now, self._was = view, before or view

    def one(self, edit: Edit) -> Told | None:
        """What one edit changed; None where it changed nothing, or where that may not be told."""
        if edit.old == edit.new or not self.may_tell(edit):
            return None
        if edit.table == "answers":
            return self._answer(edit)
        what = f"the {self._named(edit)}"
        if edit.whole:
            how = ADDED if edit.new else REMOVED
        elif edit.field == "order":
            how = MOVED
        else:
            what = f"“{self._field_name(edit)}” of {what}"
            return self._value(edit, what, self._kind(edit))
        return self._made(edit, what, how)

    def unsaid(self, edit: Edit) -> Told:
        """Which place an edit changed, and nothing of what stood or stands there."""
        if edit.table == "answers":
            prompt = self._now.curriculum.prompt(edit.id)
            return self._made(edit, f"“{prompt.name if prompt else 'an answer'}”", CLOSED)
        what = f"the {self._named(edit)}"
        if edit.whole:
            return self._made(edit, what, ADDED if edit.new else REMOVED)
        return self._made(edit, f"“{self._field_name(edit)}” of {what}", CLOSED)

    def _made(self, edit: Edit, what: str, how: str, **more: Any) -> Told:
        one, many = self._words(edit)
        said: dict[str, Any] = {"place": self._place(edit, what), "one": one, "many": many}
        return Told(edit, what, how, step=self._step(edit), **said, **more)

    def _place(self, edit: Edit, what: str) -> str:
        """A place in a list: the field, and whose."""
        if edit.table == "answers":
            return what
        name = self._name(edit.id)
        whose = f"“{name}”" if name else self._words(edit)[0]
        if edit.whole or edit.field == "order":
            return f"{self._words(edit)[0]} {whose}" if name else whose
        return f"{self._field_name(edit)}, {whose}"

    def may_tell(self, edit: Edit) -> bool:
        """Whether what an edit changed may be read in the view, and in that of before."""
        if edit.table == "answers":
            return self._now.may_show(edit.id, "")
        if edit.table not in TYPES or (edit.table == "row" and edit.field in ("cells", "prompt")):
            return False
        there = [one for one in {self._now, self._was} if one.record(edit.id) is not None]
        if edit.whole or edit.field == "order":
            return bool(there)
        return bool(there) and all(one.may_show(edit.id, edit.field) for one in there)

    # Places

    def _answer(self, edit: Edit) -> Told | None:
        prompt = self._now.curriculum.prompt(edit.id)
        name = f"“{prompt.name if prompt else brief(edit.id, 60)}”"
        return self._value(edit, name + self._at(edit.id), prompt.kind if prompt else None)

    def _at(self, id: str) -> str:
        """Of an answer that stands in no list, such as why a check is set aside: what it is of."""
        curriculum = self._now.curriculum
        head, _, rest = id.partition(".")
        if head == "agreed" and rest in curriculum.steps:
            return f" on the step “{curriculum.steps[rest].name}”"
        if id in curriculum.prompts:
            return ""
        place = rest.partition(".")[2]
        asked = curriculum.prompts.get(place)
        name = self._name(place.partition(".")[0]) if not asked else asked.name
        return f" at “{name}”" if name else ""

    def _named(self, edit: Edit) -> str:
        """A record by the word of its table and its name."""
        name, word = self._name(edit.id), self._words(edit)[0]
        return f"{word} “{brief(name, SHORT)}”" if name else word

    def _words(self, edit: Edit) -> tuple[str, str]:
        """What a record of this sort is called, and several of them."""
        if edit.table == "answers":
            return "answer", "answers"
        table = self._home(edit)
        word = edit.table.replace("_", " ")
        return (table.one, table.many) if table else (word, f"{word}s")

    def _home(self, edit: Edit) -> Table | None:
        for view in (self._now, self._was):
            record = view.record(edit.id)
            if record is not None and (table := view.curriculum.home(record)):
                return table
        return None

    def _name(self, id: str) -> str:
        for view in (self._now, self._was):
            record = view.record(id)
            if record is not None and (name := called(record, view)):
                return name
        return ""

    def _field_name(self, edit: Edit) -> str:
        home = self._home(edit)
        tables = [home] if home else []
        for table in (*tables, *self._now.curriculum.tables_of(edit.table)):
            if asked := table.field(edit.field):
                return asked.name
        return edit.field.replace("_", " ").capitalize()

    def _step(self, edit: Edit) -> Step | None:
        return step_of(edit, self._now) or step_of(edit, self._was)

    def _kind(self, edit: Edit) -> Kind[Any] | None:
        for view in (self._now, self._was):
            try:
                return view.kind(edit.id, edit.field)
            except Unknown:
                continue
        return None

    # Values

    def _value(self, edit: Edit, what: str, kind: Kind[Any] | None) -> Told | None:
        old, new = _said_in(self._was, kind, edit.old), _said_in(self._now, kind, edit.new)
        was, now = entries(kind, old, self._was), entries(kind, new, self._now)
        if was and now:
            return self._made(edit, what, **_listed(was, now))
        one, other = self._both(kind, old, new)
        how = WRITTEN if edit.old is None else EMPTIED if edit.new is None else CHANGED
        return self._made(edit, what, how, was=one, now=other)

    def _both(self, kind: Kind[Any] | None, old: Any, new: Any) -> tuple[str, str]:
        """Both values as a person reads them, texts in quotation marks and cut."""
        was, now = valued(kind, old, self._was), valued(kind, new, self._now)
        if old is not None and new is not None:
            was, now = differing(was, now)
        texts = isinstance(kind, Line | Long | Lines) or kind is None
        return tuple(  # type: ignore[return-value]  # it is of two
            "" if value is None else f"“{brief(text, 160)}”" if texts else brief(text, 160)
            for value, text in ((old, was), (new, now))
        )


def _said_in(view: Reading, kind: Kind[Any] | None, value: Any) -> Any:
    """A value as the view says it, without the names that it leaves out."""
    return view.said(kind, value) if kind and value is not None and kind.holds(value) else value


def _listed(was: Entries, now: Entries) -> dict[str, Any]:
    """What came into a list, what went, and what stands otherwise there."""
    came = [shown for key, (shown, _) in now.items() if key not in was]
    went = [shown for key, (shown, _) in was.items() if key not in now]
    turned = [
        f"{shown} in place of {was[key][0]}"
        for key, (shown, value) in now.items()
        if key in was and was[key][1] != value
    ]
    how = LISTED if came or went or turned else REORDERED
    return {"how": how, "came": tuple(came), "went": tuple(went), "turned": tuple(turned)}


def meant(edits: Sequence[Edit]) -> list[Edit]:
    """Edits without those that only went along with another of their record."""
    own = {(one.table, one.id) for one in edits if not is_carried(one)}
    return [one for one in edits if not is_carried(one) or (one.table, one.id) not in own]


def step_of(edit: Edit, view: Reading) -> Step | None:
    """The step on which a place is written, None where no step shows it."""
    curriculum = view.curriculum
    if edit.table == "answers":
        return curriculum.step_of(edit.id) if edit.id in curriculum.prompts else None
    record = view.record(edit.id)
    table = curriculum.home(record) if record else None
    return curriculum.step_of(table.id) if table else None
