"""A plan in several files, built by the tool that its flavor is for."""

from pathlib import Path

import pytest

from tests.map.conftest import FLAVORS, Read, document
from tests.map.flavored import matter
from tests.map.test_any_text import TRAPS
from tests.publishing.site import Site
from tests.publishing.tools import Tool
from workbook.map.outline import Figure, inside
from workbook.map.pages import pages
from workbook.plan import Plan

BUILD = {
    "MkDocs": ("mkdocs", ("build", "--strict", "--quiet"), "site"),
    "Hugo": ("hugo", ("--quiet", "--panicOnWarning"), "public"),
    "Jekyll": ("jekyll", ("build", "--quiet", "--strict_front_matter"), "_site"),
}
"""The flavor of each, what it is told, and where it writes."""


def put(plan: Plan, flavor: str, folder: Path) -> dict[str, str]:
    """Writes a plan in several files; gives them by their place."""
    files = pages(document(plan), FLAVORS[flavor], "Data")
    for place, text in files.items():
        to = folder / place
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize("tool", BUILD, indirect=True)
def test_it_builds_the_site_with_every_table_note_figure_and_link(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    flavor, words, folder = BUILD[tool.name]
    files = put(published, flavor, tmp_path)
    tool.run(*words, into=tmp_path)
    site = Site(tmp_path / folder)
    assert site.broken == []
    texts = [text for place, text in files.items() if place.endswith(".md")]
    assert site.count("table") == sum(len(Read(matter(one)[1]).tables) for one in texts) > 80
    assert site.count("img") == len(list(inside(document(published).blocks, Figure)))
    notes = sum(one.count("[^f") - one.count("\n[^f") for one in texts)
    assert sum(one.notes for one in site.pages.values()) == notes == 5
    assert site.text.count(" ".join(TRAPS.split())) == 2
    assert not [one for one in ("[^f", "| --", "**", "!!!") if one in site.text]


@pytest.mark.parametrize("tool", ["MkDocs"], indirect=True)
def test_it_builds_the_same_with_the_theme_material(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    put(published, "mkdocs", tmp_path)
    tool.run("build", "--strict", "--quiet", "--theme", "material", into=tmp_path)
    assert Site(tmp_path / "site").broken == []
