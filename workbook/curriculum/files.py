"""The files of `content/`, and a team's own folder laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import workbook

OURS = Path(workbook.__file__).parent.parent / "content"
"""Our own content: beside this package, so that no folder of the user's can take its place."""

_KEYS = ("id", "of")
"""What an entry of a list of tables is known by when one file is laid over another."""


class ContentError(Exception):
    """Content that does not hold together: its text names the file, the place and the reason."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(f"{file}: {place}: {reason}" if place else f"{file}: {reason}")
        self.file, self.place, self.reason = file, place, reason


def read(path: Path) -> dict[str, Any]:
    """One TOML file. Raises ContentError with the line where it cannot be read."""
    import tomllib  # what comes from the cache needs no reader

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(str(path), "", f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ContentError(str(path), "", "is not UTF-8 text; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(str(path), "", f"is not TOML: {error}") from None


def named(name: str, over: Path | None) -> tuple[dict[str, Any], str]:
    """One of our files with the team's laid over it, and the file to name in an error."""
    file, data = f"content/{name}", read(OURS / name)
    if over and (over / name).is_file():
        file = str(over / name)
        data = lay_over(data, read(over / name), file)
    return data, file


def chapters(over: Path | None) -> Iterator[tuple[dict[str, Any], str]]:
    """Every chapter with the team's laid over it, then the team's own, each with its file."""
    found: dict[str, tuple[dict[str, Any], str]] = {}
    for path in all_in(OURS, "[0-9]*.toml"):
        data = read(path)
        found[_id(data, path)] = data, f"content/{path.name}"
    for path in all_in(over, "[0-9]*.toml") if over else []:
        data = read(path)
        id = _id(data, path)
        base = found[id][0] if id in found else {}
        found[id] = lay_over(base, data, str(path), f"chapter {id}"), str(path)
    return iter(found.values())


def _id(data: dict[str, Any], path: Path) -> str:
    """What a chapter is known by. Raises ContentError where that is missing or no text."""
    id = data.get("id")
    if not isinstance(id, str) or not id.strip():
        reason = "`id` is missing" if id is None else "`id` must be text"
        raise ContentError(str(path), "", reason)
    return id


def all_in(folder: Path, names: str = "*.toml") -> list[Path]:
    """The files of a folder by name, without hidden ones: an editor leaves its locks there."""
    return sorted(one for one in folder.glob(names) if not one.name.startswith("."))


def lay_over(
    base: dict[str, Any], top: dict[str, Any], file: str, place: str = ""
) -> dict[str, Any]:
    """`base` with `top` over it: entries of lists meet by id; a new one goes last, or after
    the entry that it names in `after`, to which one of ours is moved too.

    file, place: of `top`. Raises ContentError for an `after` that names nothing.
    """
    out = dict(base)
    for key, value in top.items():
        under = out.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            out[key] = lay_over(under, value, file, _under(place, key))
        elif isinstance(under, list) and _entries(value) and _entries(under):
            out[key] = _lay_entries(under, value, file, _under(place, key))
        else:
            out[key] = value
    return out


def _under(place: str, key: str) -> str:
    return f"{place}, {key}" if place else key


def _entries(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and _key(one) for one in value)


def _key(entry: dict[str, Any]) -> Any:
    return next((entry[key] for key in _KEYS if key in entry), None)


def _lay_entries(
    base: list[dict[str, Any]], top: list[dict[str, Any]], file: str, place: str
) -> list[dict[str, Any]]:
    out = list(base)
    for entry in top:
        here, keys = f"{place} {_key(entry)}", [_key(one) for one in out]
        entry, at = dict(entry), len(out)
        after = entry.pop("after", None)
        if _key(entry) in keys:
            at = keys.index(_key(entry))
            entry = lay_over(out.pop(at), entry, file, here)
        if after is not None:
            at = _place_after(after, out, file, here)
        out.insert(at, entry)
    return out


def _place_after(after: object, entries: list[dict[str, Any]], file: str, place: str) -> int:
    """Where an entry goes that names another. Raises ContentError where none is called so."""
    keys = [_key(one) for one in entries]
    if after not in keys:
        raise ContentError(file, place, f"no entry beside it is called `{after}`, as `after` says")
    return keys.index(after) + 1
