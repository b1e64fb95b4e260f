"""Writing the Mobility Action Plan to a file, and never over somebody else's.

What was written last is kept as a hash beside the workbook, so that an export that nobody
touched is replaced, and one that somebody edited is not.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.curriculum.flavors import GFM, Flavor
from workbook.exits import WRONG_USE
from workbook.kinds.text import brief
from workbook.map.build import TECHNICAL, build
from workbook.map.companions import companion
from workbook.map.forms import MARKDOWN, written
from workbook.map.portion import portion
from workbook.map.reads import reads
from workbook.nearest import meant
from workbook.store import StoreError
from workbook.store.disk import Disk
from workbook.store.failure import NOT_WRITTEN, called, reason
from workbook.store.replacing import replace as put_in_place
from workbook.store.rights import KEEP, Rights, rights

if TYPE_CHECKING:
    from workbook.map.build import Lack
    from workbook.map.outline import Document
    from workbook.plan import Plan
    from workbook.session import Session

MAP, OURS = "map", (".workbook.json", ".json")
"""The document that is the plan itself; and what its name takes the place of in the workbook's."""


class Refused(Exception):
    """Another file stands there. Its text is a sentence; with `force` it would be replaced."""

    exit_code = WRONG_USE


@dataclass(frozen=True, slots=True)
class Export:
    """A document as the bytes of its file. said: what its writer should know, in sentences: gaps,
    names withheld, links to what was removed. withheld: the places that lost a name. path: where
    it was written."""

    data: bytes
    said: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    path: Path = Path()

    @property
    def text(self) -> str:
        """What is written, where that is text."""
        return self.data.decode()


@dataclass(frozen=True, slots=True)
class Shape:
    """What is written and how. document: the MAP, or one of documents.toml by its id; form: one
    of `workbook.map.forms`; flavor: of Markdown, for which tool; section: the slot or the title of
    the only one that is, "" for the whole; edition: of the MAP, for whom."""

    document: str = MAP
    form: str = MARKDOWN
    flavor: Flavor = GFM
    section: str = ""
    edition: str = TECHNICAL

    @property
    def ending(self) -> str:
        """What its file's name ends in: .map.md, .map.public.md."""
        last = self.flavor.ending if self.form == MARKDOWN else f".{self.form}"
        edition = "" if self.edition == TECHNICAL else f".{self.edition}"
        return f".{self.document}{edition}{last}"


WHOLE = Shape()


def shape(
    plan: Plan,
    flavor: str = GFM.id,
    section: str = "",
    *,
    document: str = MAP,
    form: str = MARKDOWN,
    edition: str = TECHNICAL,
) -> Shape:
    """A shape by its names. Raises Refused for a document or a flavor that there is not."""
    documents, flavors = plan.curriculum.companions.documents, plan.curriculum.flavors
    if document != MAP and document not in documents:
        there = f"there are {MAP}, {', '.join(documents)}"
        hint = meant(document, [MAP, *documents])
        raise Refused(f"No document is called “{brief(document, 40)}”; {there}.{hint}")
    if flavor not in flavors:
        there = f"there are {', '.join(flavors)}"
        hint = meant(flavor, flavors)
        raise Refused(f"No flavor is called “{brief(flavor, 40)}”; {there}.{hint}")
    return Shape(document, form, flavors[flavor], section, edition)


def compose(
    plan: Plan,
    *,
    date: datetime.date,
    draft: bool | None = None,
    shape: Shape = WHOLE,
) -> Export:
    """The MAP of a plan, or a document beside it. The other arguments are those of
    `workbook.map.build.build`; a document of documents.toml has no editions. Raises NoSection and
    NoPandoc."""
    document = outline(plan, date=date, draft=draft, shape=shape)
    data = written(document, plan.curriculum, shape.form, shape.flavor)
    return Export(data, tuple(said(document, plan)), document.withheld)


def outline(
    plan: Plan, *, date: datetime.date, draft: bool | None = None, shape: Shape = WHOLE
) -> Document:
    """What `compose` writes, before it has a form (`workbook.map.forms.written`, which needs the
    plan no more). Raises NoSection."""
    if shape.document == MAP:
        document = build(plan, date=date, edition=shape.edition, draft=draft)
    else:
        document = companion(plan, shape.document, date=date, draft=draft)
    return portion(document, shape.section) if shape.section else document


def said(document: Document, plan: Plan) -> Iterator[str]:
    """What whoever exports a document of a plan should know, in sentences."""
    for one in document.gaps:
        yield f"Not yet written: {_lacking(one)}"
    for one in document.left_out:
        yield f"Left out, as it is not yet written: {_lacking(one)}"
    for place in document.withheld:
        yield f"A name was left out, as the person has not agreed to be named: {place}."
    yield from document.notes
    if document.edition != TECHNICAL and (how := reads(plan).summary):
        yield how


def _lacking(lack: Lack) -> str:
    return f"{lack.title} (chapter {lack.chapter.number}, {lack.step.name})."


def export_map(
    session: Session,
    *,
    date: datetime.date,
    out: Path | None = None,
    draft: bool | None = None,
    force: bool = False,
    shape: Shape = WHOLE,
) -> Export:
    """Writes the MAP of an open workbook, beside it where no `out` is given.

    Raises Refused where another file stands there, NoSection, and StoreError; then nothing was
    written.
    """
    found = compose(session.plan, date=date, draft=draft, shape=shape)
    to = out or path_for(session.path, shape)
    keep(session, to, found.data, force=force)
    return replace(found, path=to)


def path_for(workbook: Path, shape: Shape = WHOLE) -> Path:
    """Where a workbook is exported to: beside it, NAME.workbook.json as NAME.map.md."""
    return _beside(workbook, shape.ending)


def sheet_path(workbook: Path, name: str) -> Path:
    """Where a worksheet is written: beside the workbook, as NAME.activities.sheet.md."""
    return _beside(workbook, f".{name}.sheet.md")


def _beside(workbook: Path, ending: str) -> Path:
    name = workbook.name
    for one in OURS:
        name = name.removesuffix(one)
    return workbook.with_name(name + ending)


def keep(session: Session, to: Path, text: str | bytes, *, force: bool = False) -> None:
    """Writes an export whole or not at all. Raises Refused and StoreError; then nothing changed."""
    data = text.encode() if isinstance(text, str) else text
    memory = Memory(session)
    try:
        check(session, to, data, memory, force=force)
        put(to, data, rights_of(to))
    except OSError as error:
        raise StoreError(f"{called(to)} cannot be written: {reason(error)}.", NOT_WRITTEN) from None
    memory.keep({to: data})


def check(session: Session, to: Path, data: bytes, memory: Memory, *, force: bool) -> None:
    """Raises Refused or StoreError where what stands there, if anything, must stay."""
    try:
        found = to.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISLNK(found.st_mode):
        if not force:
            raise Refused(f"{to} is a link to another place; --force puts a file in its stead.")
        return
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{to} is not a file that can be written.", NOT_WRITTEN)
    if to.samefile(session.path):
        raise StoreError(f"{to} is the workbook itself; give the plan another name.", WRONG_USE)
    if force or (held := to.read_bytes()) == data or memory.wrote(to, held):
        return
    raise Refused(f"{to} was not written by an export, or was edited since; --force replaces it.")


def rights_of(to: Path) -> Rights:
    """Those of the file that stands there; of a new one, what the user's umask leaves."""
    if to.is_file() and not to.is_symlink():
        return rights(to)
    mask = os.umask(0)
    os.umask(mask)
    return Rights(0o666 & ~mask, KEEP)


def put(to: Path, data: bytes, given: Rights) -> None:
    """Writes a file in one step. Raises OSError; then what stood there stands."""
    disk = Disk()
    os.close(put_in_place(to, data, disk, given))
    disk.flush_folder(to.parent)


class Memory:
    """What the exports of a workbook were when they were written: FILE.d/exports.json.

    A place is kept as seen from the workbook, so that both can move together.
    """

    def __init__(self, session: Session) -> None:
        self._beside = session.store.beside
        self._file = self._beside.exports

    def wrote(self, to: Path, data: bytes) -> bool:
        """Whether these bytes are what was written to this place last."""
        return self._load().get(self._place(to)) == _digest(data)

    def keep(self, written: Mapping[Path, bytes], folder: Path | None = None) -> None:
        """Notes what was written. Where that fails, the next export asks first: nothing is lost.
        folder: where these are the files of a plan, and all that it has there."""
        known = self._load() | {self._place(to): _digest(data) for to, data in written.items()}
        if folder:
            known[self._pages(folder)] = "\n".join(str(one.relative_to(folder)) for one in written)
        with suppress(OSError, StoreError):
            self._beside.make()
            text = json.dumps(known, indent=2, sort_keys=True) + "\n"
            put(self._file, text.encode(), self._beside.rights())

    def earlier(self, folder: Path, now: Iterable[Path]) -> tuple[list[Path], list[Path]]:
        """The files of an earlier plan in a folder that are not among these: what nobody touched
        since, and what somebody did. Nothing that a link leads to elsewhere."""
        known, here = str(self._load().get(self._pages(folder), "")), set(now)
        top = folder.resolve()
        found = [
            one for place in known.split("\n") if place and (one := folder / place) not in here
        ]
        files = [
            one for one in found
            if one.is_file() and not one.is_symlink() and top in one.resolve().parents
        ]  # fmt: skip
        gone = [one for one in files if self.wrote(one, one.read_bytes())]
        return gone, [one for one in files if one not in gone]

    def _pages(self, folder: Path) -> str:
        return f"{self._place(folder)}{os.sep}"

    def _load(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _place(self, to: Path) -> str:
        return os.path.relpath(to.parent.resolve() / to.name, self._beside.folder.parent)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
