"""A workbook that is open: its plan, the file that it is kept in, and its history."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from workbook.curriculum import Curriculum
from workbook.edits import Edit
from workbook.plan import Plan
from workbook.store.changes import Foreign
from workbook.store.disk import Disk
from workbook.store.drafts import Drafts
from workbook.store.failure import NOT_WRITTEN, StoreError, Unmerged, reason
from workbook.store.format import dumps, empty
from workbook.store.history import History
from workbook.store.presence import Presence
from workbook.store.replacing import create
from workbook.store.rights import rights
from workbook.store.saver import Saver
from workbook.store.seen import note_seen, seen
from workbook.store.signals import end_on_signals
from workbook.store.storage import SafeStorage
from workbook.store.tables import Tables
from workbook.times import now
from workbook.together.git import why_not_merged

if TYPE_CHECKING:
    from workbook.reasoning.checks import Kept
    from workbook.reasoning.graph import Graph
    from workbook.reasoning.progress import Progress
    from workbook.search import Search

__all__ = ["Session", "end_on_signals", "new_session", "open_session"]

T = TypeVar("T")
WRONG_USE = 2
MANY = 5000
"""Records above which a workbook gets slow; ten thousand are the limit (store.md 1.3)."""


def open_session(
    path: Path,
    curriculum: Curriculum,
    *,
    who: str,
    today: datetime.date,
    clock: Callable[[], str] = now,
    disk: Disk | None = None,
) -> Session:
    """Opens a workbook. Raises StoreError with a sentence; then nothing was written.

    who: whose edits these are. today: the day that "overdue" means. clock: the time of an edit.
    disk: what it is written with, if not the computer's own.
    """
    store = SafeStorage(Path(path), who=who, clock=clock, disk=disk)
    if sentence := why_not_merged(Path(os.path.realpath(path))):
        store.notice(sentence)
    plan = Plan(Tables(storage=lambda: store), curriculum, today=today, who=who, clock=clock)
    return Session(Path(path), plan, store, clock)


def new_session(
    path: Path,
    curriculum: Curriculum,
    *,
    who: str,
    today: datetime.date,
    clock: Callable[[], str] = now,
) -> Session:
    """Makes an empty workbook and opens it. Raises StoreError, also where a file stands."""
    path = Path(path)
    try:
        create(path, dumps(empty()), Disk(), rights(path))
    except FileExistsError:
        raise StoreError(f"{path} exists already; nothing was written.", WRONG_USE) from None
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {reason(error)}.", NOT_WRITTEN) from None
    except ValueError:
        raise StoreError(f"{path} cannot be the name of a file.", WRONG_USE) from None
    return open_session(path, curriculum, who=who, today=today, clock=clock)


class Session:
    """An open workbook: `plan` to read and change, `drafts` of what is no value, `presence` of
    those who have it open too, and when all is saved.

    The plan belongs to one thread; saving may be asked for in any. Without `start_autosave`
    only `save` saves.
    """

    def __init__(
        self, path: Path, plan: Plan, store: SafeStorage, clock: Callable[[], str]
    ) -> None:
        self.path, self.plan, self.store = path, plan, store
        self.history = History(store.beside)
        self.last_here = seen(store.beside, plan.who)
        self.drafts = Drafts(store.beside, plan.who, self._touch)
        self.presence = Presence(store.beside, plan.who)
        self._on_company: Callable[[], None] = lambda: None
        self._saver: Saver | None = None
        self._clock = clock
        self._on_change: Callable[[Sequence[Edit]], None] = plan.tell
        self._on_unsaved: Callable[[], None] = lambda: None
        self._closing: list[Callable[[], None]] = []
        self._known: dict[tuple[str, datetime.date], Any] = {}
        plan.subscribe(lambda edits: self._known.clear())
        plan.sealed = store.read_only
        plan.subscribe(self._heard)
        plan.while_typing(self.history.goes_on, self.history.settle)
        self._warn_of_size()

    @cached_property
    def graph(self) -> Graph:
        """The links between the plan's records, made when first asked for and kept true since."""
        from workbook.reasoning.graph import Graph  # only when it is asked for: a quick start

        graph = Graph(self.plan)
        self.plan.subscribe(graph.update)
        return graph

    @cached_property
    def checks(self) -> Kept:
        """What the checks find in the plan, kept true from each edit."""
        from workbook.reasoning.checks import kept  # as above

        checks = kept(self.plan, self.graph)
        self.plan.subscribe(checks.update)
        return checks

    @cached_property
    def progress(self) -> Progress:
        """How far each step and chapter is, kept true from each edit."""
        from workbook.reasoning.progress import Progress  # as above

        progress = Progress(self.plan)
        self.plan.subscribe(progress.update)
        return progress

    @cached_property
    def search(self) -> Search:
        """Finds in the plan and its guidance, in an index kept true from each edit."""
        from workbook.search import Search  # as above
        from workbook.worked_example import worked_example

        plan = self.plan
        example = None if plan.as_of else worked_example(plan.curriculum, plan.today)
        search = Search(plan, example)  # an example itself needs no other beside it
        plan.subscribe(search.update)
        return search

    def once(self, name: str, work_out: Callable[[Plan], T]) -> T:
        """What is worked out from the plan, once until it changes or another day is asked for."""
        key = (name, self.plan.today)
        if key not in self._known:
            self._known[key] = work_out(self.plan)
        found: T = self._known[key]
        return found

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, as a sentence; "" where it can."""
        return self.store.read_only

    def _heard(self, edits: Sequence[Edit]) -> None:
        """The plan changed: by us, or by another session as the plan was just told."""
        if not edits or isinstance(edits[0], Foreign):
            return
        plan = self.plan
        self.history.note(edits, turn=plan.turn, who=plan.who, at=self._clock())
        self._touch()

    def _touch(self) -> None:
        if self._saver:
            self._saver.touch()
            self._on_unsaved()

    def _warn_of_size(self) -> None:
        tables = self.store.read() or {}
        count = sum(len(table) for name, table in tables.items() if name != "_meta")
        if count > MANY:
            self.store.notice(
                f"This workbook holds {count:,} records and answers; above 10,000 it gets slow."
            )

    # Saving

    def save(self) -> None:
        """Saves now; returns when it is on disk. Without a change nothing is written.

        Takes in what other sessions saved. With autosave the edit that is being typed comes
        into the history when it is done. Raises StoreError; then nothing is lost.
        """
        if self._saver is None:
            self.history.settle()
        self._save()

    def save_soon(self) -> None:
        """Saves at once, without waiting for it; without autosave, as `save`."""
        if self._saver:
            self._saver.soon()
        else:
            self.save()

    def save_last(self) -> None:
        """Saves also what is being typed into the history: this is the end. As `save`."""
        self.history.settle()
        self._save()

    def hurry(self) -> None:
        """The process ends in a moment: no save waits for the disk or for a lock any more."""
        self.store.hurry()

    def _save(self) -> None:
        beside: dict[str, Callable[[], None]] = {}
        if groups := self.history.settled():
            beside["The history"] = partial(self.history.append, groups)
        if self.drafts.fresh:
            beside["What a field cannot read yet"] = self.drafts.save
        try:
            self.store.save(beside)
            if groups and self._saver:
                self._note_seen()
        finally:
            self._pass_on()

    def _note_seen(self) -> None:
        """Whoever is here with the app has seen what the history says till now."""
        note_seen(self.store.beside, self.plan.who, self.history.newest, self._clock())

    def poll(self) -> None:
        """Takes in what other sessions saved, and who they are. Raises StoreError."""
        try:
            self.store.poll()
        except Unmerged:
            self.save_soon()  # which takes in both sides, as soon as git is done
            raise
        finally:
            self._pass_on()
            if self.presence.look():
                self._on_company()

    def pause(self) -> None:
        """Nothing was typed for a while: what was is one edit, and goes into the history.

        The next key begins another, in the plan too.
        """
        self.history.pause()
        self.save()

    def _pass_on(self) -> None:
        if news := self.store.take_news():
            self._on_change(news)

    def take_notices(self) -> list[str]:
        """What a person should know and what stopped nothing, as sentences, since last asked."""
        return self.store.take_notices()

    def start_autosave(
        self,
        on_saved: Callable[[], None],
        on_error: Callable[[Exception], None],
        on_change: Callable[[Sequence[Edit]], None],
        on_unsaved: Callable[[], None] = lambda: None,
        on_company: Callable[[], None] = lambda: None,
    ) -> None:
        """Saves from now on by itself, in a thread, and takes in what other sessions save.

        The callbacks are called in that thread; on_change gets other sessions' edits, which the
        caller gives to `plan.tell` in its own. on_error gets a StoreError. on_unsaved is called in
        the plan's thread, with each edit and each text that is no value. on_company: others came,
        went, or went on to another place.
        """
        self._on_change, self._on_unsaved = on_change, on_unsaved
        self._on_company = on_company
        self._saver = Saver(self, on_saved, on_error)

    @property
    def unsaved(self) -> bool:
        """Whether something was written since the last save began, be it a value or none."""
        return self._saver is not None and self._saver.waiting

    @property
    def autosaves(self) -> bool:
        """Whether it saves by itself: from `start_autosave` until it is closed."""
        return self._saver is not None

    def at_close(self, doing: Callable[[], None]) -> None:
        """Does something when this is closed."""
        self._closing.append(doing)

    def close(self) -> None:
        """Ends it. With autosave everything is saved first; without, what was not is given up.

        Raises StoreError where that save fails: then it is still open, and nothing is lost.
        """
        if self._saver:
            if not self.read_only:
                self.save_last()
                self._note_seen()
            self._saver.stop()
            self._saver = None
            self.presence.go()
        while self._closing:
            self._closing.pop()()
        self.store.close()

    # Taking back

    def undo_last(self, *, force: bool = False) -> list[Edit]:
        """Takes back this user's newest edit that was not; gives what was done, [] for nothing.

        Also what was edited in earlier sessions. Raises ChangedSince, then nothing changed; not
        where it is forced.
        """
        group = self.history.newest_of(self.plan.who)
        if group is None:
            return []
        with self.history.undoing(group):
            return self.plan.revert(group.edits, force=force)
