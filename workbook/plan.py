"""One open workbook: answers and records, read and changed through a few verbs.

Screens, plain prompts, imports and merges all come through here, so that autosave, undo,
history and checks are true everywhere at once. It knows nothing of disks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbook.curriculum import Curriculum
from workbook.edits import ChangedSince, Edit, goes_on, joined
from workbook.kinds import Invalid
from workbook.kinds.text import brief, removed
from workbook.making import Making, New
from workbook.nearest import meant
from workbook.ordering import placed
from workbook.reading import Unknown
from workbook.records import TYPES
from workbook.store.merge import CONFLICTS, conflict
from workbook.store.tables import Tables
from workbook.writing import write


class Plan(Making):
    """An open workbook.

    db: its tables. who: whose edits these are. today: the date that "overdue" means.
    clock: gives the time of an edit, ISO 8601 in UTC.
    """

    def __init__(
        self,
        db: Tables,
        curriculum: Curriculum,
        *,
        today: datetime.date,
        who: str = "",
        clock: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(db, curriculum, today=today, who=who, clock=clock)
        self.sealed = ""
        """Why nothing can be changed, as a sentence; "" where it can."""
        self._done: list[list[Edit]] = []
        self._undone: list[list[Edit]] = []
        self._open = False
        self._goes_on: Callable[[], bool] = lambda: True
        self._ended: Callable[[], None] = lambda: None
        self.turn = 0
        """Counts what is taken back as one: typing on in a field stays in its turn."""
        self._listeners: list[Callable[[Sequence[Edit]], None]] = []

    # Changing

    def put(self, id: str, value: Any, field: str = "") -> Edit | None:
        """Keeps a value; None clears it. Gives the edit, None where nothing changed.

        Raises Unknown and Invalid, each with a sentence; then nothing has changed.
        """
        kind = self.kind(id, field)
        clean = None if value is None or value == "" else kind.clean(value, self)
        return self._put(id, field, clean, value)

    def put_text(self, id: str, text: str, field: str = "") -> Edit | None:
        """Keeps what a person typed, read by the kind of the place. As `put`."""
        kind = self.kind(id, field)
        return self._put(id, field, kind.parse(text, self) if text.strip() else None, text)

    def _put(self, id: str, field: str, clean: Any, given: Any) -> Edit | None:
        table, id = self._home(id)
        old = self.raw(id, field)
        if clean == old and type(clean) is type(old):
            return None
        dropped = removed(given) if isinstance(given, str) else 0
        count = "1 character" if dropped == 1 else f"{dropped} characters"
        notice = f"{count} without a shape left out." if dropped else ""
        edit = Edit(table, id, field, old, clean, self.who, self.clock(), notice)
        self._do([edit, *self.beside(edit)])
        return edit

    def add(self, type: str, values: Mapping[str, Any] | None = None, *, prompt: str = "") -> str:
        """Adds a record with these values and gives its id. `prompt`: of a row, its question.

        Raises Unknown and Invalid; then nothing was added.
        """
        if type not in TYPES:
            raise Unknown(f"No record type is called “{brief(type, 40)}”.{meant(type, TYPES)}")
        if type == "row" and prompt not in self.curriculum.tables:
            raise Unknown(f"No question with rows has the id “{brief(prompt, 60)}”.")
        (edit,), new = self.many([New(type, values or {}, prompt)], {})
        self._do([edit])
        return new[0]

    def take_in(
        self,
        type: str,
        added: Sequence[Mapping[str, Any]] = (),
        changed: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> list[str]:
        """Adds records of a type and changes others, by id, as one turn; gives the new ids.

        Raises Unknown and Invalid; then nothing has changed.
        """
        return self.take_all([New(type, values) for values in added], changed or {})

    def take_all(self, added: Sequence[New], changed: Mapping[str, Mapping[str, Any]]) -> list[str]:
        """Adds records of any types and changes answers (under "") and fields, by id, as one turn;
        gives the new ids. Raises Unknown and Invalid; then nothing has changed."""
        self.settle()
        edits, new = self.many(added, changed)
        if edits:
            self._do(edits)
            self.settle()
        return new

    def remove(self, id: str) -> Edit:
        """Removes a record. What points to it keeps its id and is shown as broken."""
        type = self.type_of(id)
        if type is None:
            raise Unknown(self.no_record(id))
        edit = Edit(type, id, "", self.raw(id), None, self.who, self.clock())
        self._do([edit])
        return edit

    def move(self, id: str, by: int, among: Sequence[str]) -> Edit | None:
        """Moves a record by places up (negative) or down among the ids of its table's rows.

        Where others stand at the same place they get one of their own, in the same turn.
        """
        here = among.index(id)
        there = min(max(here + by, 0), len(among) - 1)
        if there == here:
            return None
        ids = [one for one in among if one != id]
        ids.insert(there, id)
        found = map(self.record, ids)
        fresh = placed([one.order if one else "" for one in found], there)
        edits = {at: self.at_place(ids[at], order) for at, order in fresh.items()}
        self._do(list(edits.values()))
        return edits[there]

    # Taking back

    def settle(self) -> None:
        """Ends the edit that is being typed: the field was left."""
        self._open = False
        self._ended()

    def while_typing(self, goes_on: Callable[[], bool], ended: Callable[[], None]) -> None:
        """Lets another thread end an edit too: `goes_on` says, before a key joins it, whether
        nobody did, and `ended` is called when the field is left."""
        self._goes_on, self._ended = goes_on, ended

    def undo(self, *, force: bool = False) -> list[Edit]:
        """Takes back the last edit of this session; gives what was done, [] for nothing.

        Raises ChangedSince where the value is no longer what the edit left, unless forced.
        """
        return self._swing(self._done, self._undone, force)

    def redo(self, *, force: bool = False) -> list[Edit]:
        """Does again what was last taken back."""
        return self._swing(self._undone, self._done, force)

    def revert(self, edits: Sequence[Edit], *, force: bool = False) -> list[Edit]:
        """Takes back edits that came from anywhere, such as the history, as a new edit."""
        back = self._as_it_is([edit.back() for edit in reversed(edits)], force)
        self.settle()
        self._do(back)
        self.settle()
        return back

    def _swing(self, source: list[list[Edit]], target: list[list[Edit]], force: bool) -> list[Edit]:
        if self.sealed:
            raise Invalid(self.sealed)
        if not source:
            return []
        back = self._as_it_is([edit.back() for edit in reversed(source[-1])], force)
        source.pop()
        target.append(back)
        self.turn += 1
        self.settle()
        self._apply(back)
        self.settle()
        return back

    @property
    def undoable(self) -> list[Edit]:
        """What undo would do now, [] for nothing."""
        return [edit.back() for edit in reversed(self._done[-1])] if self._done else []

    @property
    def redoable(self) -> list[Edit]:
        """What redo would do now, [] for nothing."""
        return [edit.back() for edit in reversed(self._undone[-1])] if self._undone else []

    def _as_it_is(self, edits: Sequence[Edit], force: bool) -> list[Edit]:
        """Edits as they can be made now. One whose place holds something else by now raises
        ChangedSince; forced, it starts from what stands there, so that it can be taken back."""
        found = []
        for edit in edits:
            there = self._document(edit.table, edit.id) is not None
            now = self._now(edit)
            if now != edit.old:
                gone = bool(edit.field) and not there
                if gone or not force:
                    raise ChangedSince(edit, now, gone=gone)
                edit = replace(edit, old=now)
            found.append(edit)
        return found

    def _now(self, edit: Edit) -> Any:
        """What stands at the place of an edit; None for nothing."""
        found = self._document(edit.table, edit.id)
        if found is None or edit.table == CONFLICTS:
            return None if found is None else dict(found)
        return self.raw(edit.id, edit.field)

    # The one door

    def subscribe(self, listener: Callable[[Sequence[Edit]], None]) -> Callable[[], None]:
        """Calls `listener` with the edits after each change; gives what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, edits: Sequence[Edit]) -> None:
        """Tells everyone who listens what changed; also called for another session's edits."""
        for listener in list(self._listeners):
            listener(edits)

    def dispute(
        self, id: str, field: str, base: Any, other: Any, kept: Any, *, by: str = "", over: str = ""
    ) -> str:
        """Notes that `kept` took the place of another session's value without knowing of it.

        base: the value that ours was written on. by: who wrote the other, as far as is known.
        over: a dispute of the same typing; where the same person's text was in it, that was a step
        on the way to `other` and makes room. Gives the id. People choose later; nothing is lost.
        """
        table, id = self._home(id)
        cell = table == "row" and field not in ("order", "prompt", "")
        place = ("cells", field) if cell else (field or "value", "")
        key, entry = conflict((table, id, *place), base, kept, other, who=self.who, at=self.clock())
        before = self._document(CONFLICTS, over) if over and by else None
        if before is not None and before.get("other_by") == by:
            self.db.of(CONFLICTS).drop(over)
        self.db.of(CONFLICTS).keep(key, entry | ({"other_by": by} if by else {}))
        return key

    def close_dispute(self, ids: Sequence[str], edits: Sequence[Edit] = ()) -> None:
        """Ends disputes, by their ids, with the edits that put the chosen value in place. One
        turn: undo brings back both."""
        open_ = ((id, self._document(CONFLICTS, id)) for id in ids)
        gone = [
            Edit(CONFLICTS, id, "", dict(one), None, self.who, self.clock())
            for id, one in open_
            if one is not None
        ]
        self.settle()
        if edits or gone:
            self._do([*edits, *gone])
        self.settle()

    def _do(self, edits: list[Edit]) -> None:
        if self.sealed:
            raise Invalid(self.sealed)
        self._undone.clear()
        last = self._done[-1] if self._done else []
        if self._joins(edits, last):
            whole = joined(last, edits)
            self._open = any(one.old != one.new for one in whole)  # else it was typed back
            self._done[-1:] = [whole] if self._open else []
        else:
            self._done.append(edits)
            self.turn += 1
            self._open = True
        self._apply(edits)

    def _joins(self, edits: Sequence[Edit], last: Sequence[Edit]) -> bool:
        """Whether typing goes on where the last edit was made."""
        return goes_on(last, edits) and self._open and self._goes_on()

    def _apply(self, edits: Sequence[Edit]) -> None:
        write(self.db, edits)
        self.tell(edits)


__all__ = ["ChangedSince", "Plan", "Unknown"]
