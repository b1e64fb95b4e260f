"""Bytes that are no workbook, and what of them is certain: letters of another sort, something
after the end, an end that is missing, a format that is not named."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from workbook.doctor.finding import Finding
from workbook.records import TYPES
from workbook.store.failure import StoreError
from workbook.store.format import Content, dumps, loads, version
from workbook.store.mending import Tables, mend, read
from workbook.store.merge import CONFLICTS
from workbook.store.migrations import SCHEMA
from workbook.store.unmarked import unmarked

Better = tuple[bytes, Finding] | None
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"{\0\0\0", "utf-32-le"),
    (b"\0\0\0{", "utf-32-be"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
)
"""How files of other encodings begin; a workbook begins with a bracket."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]', re.DOTALL)
_SHOWN = 3
"""How many words are shown that were read by guess."""


def read_better(data: bytes, file: Path, name: str) -> tuple[Content | None, list[Finding]]:
    """What the bytes hold once everything that is certain is mended, None for no workbook, and
    what was found."""
    found: list[Finding] = []
    for _ in range(len(_MARKED)):
        try:
            content = loads(data, name)
        except StoreError as error:
            better = _better(data, file)
            if better is None:
                return None, [*found, Finding("unreadable", str(error))]
            data = better[0]
            found.append(better[1])
        else:
            return content, [*found, *_parts(content)]
    return None, found


def _better(data: bytes, file: Path) -> Better:
    steps = (_recoded(data), _unmarked(data, file), _ended(data), _with_format(data))
    return next((one for one in steps if one), None)


def _parts(content: Content) -> Iterator[Finding]:
    """What was bad in a file that can be read."""
    for one in content.faults:
        wrong, _, done = one.partition("; ")
        yield Finding("bad-part", f"{wrong}.", f"{done[:1].upper()}{done[1:]}")
    if content.format < SCHEMA:
        yield Finding(
            "older-format",
            f"It is of an older format ({content.format}).",
            f"It is brought up to format {SCHEMA}.",
        )


def _recoded(data: bytes) -> Better:
    """Another encoding as UTF-8."""
    for start, encoding in _MARKED:
        if data.startswith(start):
            name = encoding[:6].upper()
            text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
            finding = Finding("encoding", f"It is written in {name}.", "It is written as UTF-8.")
            return text.encode(), finding
    try:
        data.decode()
    except UnicodeDecodeError as error:
        is_torn = error.end == len(data) and error.reason == "unexpected end of data"
        return None if is_torn else _guessed(data)
    return None


def _guessed(data: bytes) -> Better:
    """Letters of Windows-1252, which holds Latin-1, among those that are UTF-8."""
    text = data.decode(errors=_WINDOWS)
    marked = data.decode(errors="surrogateescape")
    words = [one.group() for one in re.finditer(r"\w*[\udc80-\udcff][\w\udc80-\udcff]*", marked)]
    if "\0" in text or len(words) == 0:
        return None
    read = [one.encode(errors="surrogateescape").decode(errors=_WINDOWS) for one in words]
    shown = ", ".join(f"“{one}”" for one in dict.fromkeys(read[:_SHOWN]))
    return text.encode(), Finding(
        "encoding",
        f"{len(words)} {'word is' if len(words) == 1 else 'words are'} not written in UTF-8.",
        f"They are read as Windows-1252; see whether they are right: {shown}.",
    )


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, letter by letter."""
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end


_WINDOWS = "workbook-windows-1252"
codecs.register_error(_WINDOWS, _as_windows)


def _unmarked(data: bytes, file: Path) -> Better:
    """Both sides of a merge that git left to a person."""
    made = unmarked(data, file)
    if made is None:
        return None
    more = ", see workbook conflicts" if made.held.get(CONFLICTS) else ""
    return dumps(made.held), Finding(
        "conflict-marks",
        "It holds git's conflict marks.",
        f"It is {made.told()}{more}. To tell git: git add {quote(file.name)}",
    )


def _ended(data: bytes) -> Better:
    """A workbook with something after its end."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode().strip()
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = len(text[end:].encode())
    if not rest:
        return None
    return text[:end].encode(), Finding(
        "after-the-end",
        f"After its end stand {rest:,} more bytes.",
        "They belong to nothing and are left out.",
    )


def _with_format(data: bytes) -> Better:
    """A workbook that does not say its format: today's."""
    try:
        tables, _ = mend(read(data) or ())
    except (ValueError, RecursionError):
        return None
    if not {"answers", *TYPES} & set(tables) or _says_format(tables):
        return None
    known = tables.get("_meta", {})
    tables["_meta"] = {**known, "schema": {"version": SCHEMA}}
    return dumps(tables), Finding(
        "no-format", "It does not say its format.", f"It is taken for format {SCHEMA}, today's."
    )


def _says_format(tables: Tables) -> bool:
    try:
        return version(tables, "") >= 0
    except StoreError:
        return False


def closed(data: bytes, name: str) -> Content | None:
    """A torn file up to the last thing that is whole, its brackets closed; None for nothing."""
    text = data.removeprefix(codecs.BOM_UTF8).decode(errors="ignore")
    end, stack, safe = 0, "", ""
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign in "{[":
            stack += "}" if sign == "{" else "]"
            end, safe = token.end(), stack
        elif sign in "}]":
            stack = stack[:-1]
            end, safe = token.end(), stack
        elif sign == ",":
            end, safe = token.start(), stack
    try:
        return loads((text[:end] + safe[::-1]).encode(), name) if end else None
    except StoreError:
        return None
