"""The history, and what two states differ in, in words, as far as they may be seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbook.edits import Edit
from workbook.history.past import Past, as_agreed_now, plainly, view_of
from workbook.kinds.text import brief
from workbook.map.public import Public
from workbook.map.rounds import Secrets
from workbook.reasoning.telling.sentences import Telling, meant
from workbook.reasoning.telling.told import Told
from workbook.store.changes import changes

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.plan import ChangedSince
    from workbook.session import Session
    from workbook.store.format import Held
    from workbook.store.history import Group

ALL = "all"
"""Asks for every private field."""
VOTES = ("rating", "rater")
"""Records of which no history tells: with who changed it, it would say who gave which level."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """One group of the history in words. hidden: how many changes of it may not be told."""

    group: Group
    told: tuple[Told, ...]
    hidden: int = 0


class Recalling:
    """What two states of a plan differ in, or what a history tells.

    now, before: the states; the same for a history, with all that ever was in it. present: what
    the workbook holds today, whose consent counts. private: the private fields that are asked
    for, `ALL` for each. screen: whether this is for a screen, which may show them all.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        now: Held,
        before: Held | None = None,
        *,
        present: Held | None = None,
        private: Collection[str] = (),
        screen: bool = False,
    ) -> None:
        present = now if present is None else present
        states = [now] if before is None else [now, before]
        views = [view_of(as_agreed_now(one, present), curriculum) for one in states]
        self._views = [(one, Secrets(one)) for one in views]
        self._private = {ALL} if screen else set(private)
        self._telling = Telling(*views)
        self._public = None if screen else Telling(*map(Public, views))

    def told(self, edits: Sequence[Edit]) -> list[Told]:
        """Edits in words, each that may be seen."""
        found = map(self._one, meant(plainly(edits)))
        return [one for one in found if one is not None]

    def _one(self, edit: Edit) -> Told | None:
        telling = self._for(edit)
        return telling.one(edit) if telling else None

    def named(self, edits: Sequence[Edit]) -> list[Told]:
        """Edits in words; of one that may not be seen at least which field it was."""
        unsaid = (self._public or self._telling).unsaid
        meaning = [one for one in meant(plainly(edits)) if one.old != one.new]
        return [self._one(one) or unsaid(one) for one in meaning]

    def _for(self, edit: Edit) -> Telling | None:
        """By what an edit may be told; None where it may not."""
        if self._public and self._public.may_tell(edit):
            return self._public
        sealed = self._is_sealed(edit.id)
        return self._telling if not sealed and self._is_asked(edit) else None

    def _is_asked(self, edit: Edit) -> bool:
        name = edit.field or edit.id
        return ALL in self._private or name in self._private

    def _is_sealed(self, id: str) -> bool:
        records = ((view.record(id), secrets) for view, secrets in self._views)
        return any(record and secrets.keeps(record) for record, secrets in records)

    def recalled(self, group: Group) -> Recalled:
        """One group of the history; of votes it says nothing."""
        edits = [one for one in meant(plainly(group.edits)) if one.old != one.new]
        told = self.told([one for one in edits if one.table not in VOTES])
        return Recalled(group, tuple(told), len(edits) - len(told))


def recalling(
    past: Past, curriculum: Curriculum, *, private: Collection[str] = (), screen: bool = False
) -> Recalling:
    """What tells of a history: things are named as they are now, and what is gone as it was."""
    return Recalling(curriculum, past.ever(), present=past.held, private=private, screen=screen)


def differences(
    curriculum: Curriculum,
    before: Held,
    now: Held,
    *,
    present: Held,
    private: Collection[str] = (),
    screen: bool = False,
) -> list[Told]:
    """What two states differ in, in words."""
    asked: dict[str, Any] = {"present": present, "private": private, "screen": screen}
    return Recalling(curriculum, now, before, **asked).told(changes(before, now))


def clash(error: ChangedSince, session: Session, *, screen: bool = False) -> str:
    """Why an edit is not simply taken back: who changed its place since, from what to what, and
    what taking it back all the same would make of it."""
    edit, groups = error.edit, session.history.groups()
    past = Past(session.store.read() or {}, groups)
    tells = recalling(past, session.plan.curriculum, screen=screen)
    since = next((one for one in reversed(groups) if _is_of(one, edit)), None)
    who = brief(since.who, 60) if since and since.who != session.plan.who else ""
    by = f", by {who}" if who else ""
    if error.gone:
        gone = tells.named([replace(edit, field="", old={}, new=None)])
        what = gone[0].sentence.removesuffix(".") if gone else "What it is about was removed"
        return f"{what} since{by}; there is nothing to take it back in."
    [theirs] = tells.named([replace(edit, new=error.now)])
    yours = tells.named([replace(edit, old=error.now)])
    then = f" Taken back all the same: {yours[0].values}." if yours and yours[0].values else ""
    return f"This was changed after you{by}: {theirs.short}.{then}"


def _is_of(group: Group, edit: Edit) -> bool:
    """Whether a group touched the place of an edit, or removed what it stands in."""
    return any(one.id == edit.id and (one.field == edit.field or one.whole) for one in group.edits)
