"""For which tool a plan is written: flavors.toml, each key of it checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from workbook.curriculum.spec import Spec

ANCHORS = ("github", "python", "heading", "none")
NOTES = ("bold", "alert", "admonition", "div")
Matter = Mapping[str, Any]
"""Front matter: values by key, with their {braces} still to be filled."""


@dataclass(frozen=True, slots=True)
class Flavor:
    """What differs from tool to tool; flavors.toml says what each key means. The defaults are
    those of GitHub. files: the text of a site's own files, by their place."""

    id: str = "gfm"
    name: str = ""
    heading: bool = True
    top: int = 2
    marks: bool = True
    anchors: str = "github"
    note: str = "bold"
    footnotes: bool = True
    tables: bool = True
    mermaid: str = "mermaid"
    images: bool = True
    escape: str = ""
    start: str = ""
    keep: str = ""
    letters: bool = False
    escaped: bool = False
    ending: str = ".md"
    pages: str = ""
    assets: str = ""
    index: str = "index"
    link: str = "{page}.md"
    home: str = ""
    picture: str = "{name}"
    matter: Matter = field(default_factory=dict)
    page: Matter = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


GFM = Flavor()
"""The default, as it stands without any content."""
_OURS = ("id", "name", "matter", "page", "files")
"""Keys of a flavor that are read by themselves."""


def flavors(spec: Spec) -> dict[str, Flavor]:
    """Every flavor by its id. Raises ContentError."""
    found: dict[str, Flavor] = {}
    for one in spec.each("flavor"):
        made = _flavor(one)
        if made.id in found:
            one.refuse(f"`{made.id}` is there twice")
        found[made.id] = made
    spec.done()
    if GFM.id not in found:
        spec.refuse(f"the flavor `{GFM.id}` is missing")
    return found


def _flavor(spec: Spec) -> Flavor:
    names = [one for one in Flavor.__dataclass_fields__ if one not in _OURS]
    given = {one: spec.get(one, getattr(GFM, one)) for one in names}
    for key, known in (("anchors", ANCHORS), ("note", NOTES)):
        if given[key] not in known:
            spec.refuse(f"`{key}` must be one of {', '.join(known)}")
    if given["top"] not in (1, 2):
        spec.refuse("`top` must be 1 or 2")
    for key in ("pages", "assets"):
        _within(spec, given[key])
    matter: dict[str, Any] = spec.get("matter", {})
    page: dict[str, Any] = spec.get("page", {})
    files = {_within(one, one.need("id")): _text(one) for one in spec.each("file")}
    made = Flavor(
        spec.need("id"), spec.need("name"), matter=matter, page=page, files=files, **given
    )  # fmt: skip
    spec.done()
    return made


def _text(spec: Spec) -> str:
    text = spec.need("text")
    spec.done()
    return text


def _within(spec: Spec, place: str) -> str:
    """A place in the folder of a plan, never out of it."""
    path = PurePosixPath(place)
    if path.is_absolute() or ".." in path.parts:
        spec.refuse(f"`{place}` leads out of the folder")
    return place
