"""A plan for each tool: what differs is at the edges, and what a tool reads is the same plan."""

import dataclasses
import re

import pytest

from tests.map.conftest import DATE, FLAVORS, Read, each_flavor
from tests.map.flavored import matter, text_of
from workbook.curriculum.flavors import GFM, Flavor
from workbook.export import compose, shape
from workbook.map.edges import anchor
from workbook.map.markdown import write
from workbook.map.outline import Document, Note, Paragraph, Section, Table, Text
from workbook.map.portion import NoSection
from workbook.plan import Plan


def written(flavor: Flavor, *blocks) -> str:
    return matter(write(Document((Text("T"),), DATE, "technical", False, blocks), flavor))[1]


def test_the_default_is_the_same_with_and_without_content():
    ours = FLAVORS["gfm"]
    assert dataclasses.replace(ours, name="") == GFM


@each_flavor
def test_one_title_stands_either_in_the_front_matter_or_as_a_heading(full, flavor: Flavor):
    head, body = matter(write(full, flavor))
    if flavor.marks:
        titles = [title for tag, title in Read(body).headings if tag == "h1"]
        assert len(titles) == 1 or "title" in head
    assert not body.startswith("---")
    assert set(head) == set(flavor.matter)
    assert (flavor.heading or "title" not in head) == body.startswith(("# ", "public words"))
    assert "{" not in str(head.values())


@each_flavor
def test_the_whole_plan_is_there_in_every_flavor(full, flavor: Flavor):
    """Every word that GitHub shows, the tool shows too."""
    known = set(re.findall(r"words \d+", text_of(write(full), GFM)))
    head, body = matter(write(full, flavor))
    shown = f"{head.get('title', '')} {text_of(body, flavor)}"
    assert len(known) > 100
    assert known <= set(re.findall(r"words \d+", shown))


@each_flavor
def test_links_lead_to_headings_that_are_there(full, flavor: Flavor):
    body = matter(write(full, flavor))[1]
    links = set(re.findall(r"\]\((#[^)]*)\)", body))
    titles = [title for _, title in Read(body).headings]
    assert links <= {anchor(one, flavor.anchors) for one in titles}
    assert bool(links) == (flavor.anchors != "none")


@each_flavor
def test_lines_have_no_trailing_spaces_and_the_file_one_last_newline(full, flavor: Flavor):
    text = write(full, flavor)
    assert all(one == one.rstrip() for one in text.split("\n"))
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_remark_stands_as_the_tool_has_it():
    note = Note("Note", (Text("Mind this."),))
    assert written(FLAVORS["gfm"], note).endswith("\n\n> **Note:** Mind this.\n")
    assert written(FLAVORS["obsidian"], note).endswith("\n\n> [!note] Note\n> Mind this.\n")
    assert written(FLAVORS["mkdocs"], note).endswith('\n\n!!! note "Note"\n\n    Mind this.\n')
    assert written(FLAVORS["quarto"], note) == (
        '::: {.callout-note title="Note"}\n\nMind this.\n\n:::\n'
    )
    assert written(FLAVORS["plain"], note) == "T\n=\n\n> Note: Mind this.\n"


def test_where_there_are_no_tables_each_row_is_an_item():
    table = Table(((Text("Who"),), (Text("What"),)), (((Text("Ana"),), (Text("the *lot*"),)),))
    assert written(FLAVORS["commonmark"], table) == "# T\n\n- **Ana.** What: the \\*lot\\*.\n"
    assert written(FLAVORS["plain"], table) == "T\n=\n\n- Ana. What: the *lot*.\n"


def test_for_pandoc_the_sections_take_the_place_of_the_title():
    section = Section("s", "One", (Section("t", "Two", (Paragraph((Text("x"),)),)),))
    assert written(FLAVORS["pandoc"], section) == "# One\n\n## Two\n\nx\n"
    assert written(FLAVORS["hugo"], section) == "## One\n\n### Two\n\nx\n"


def test_a_section_stands_by_itself_by_its_slot_or_its_title(whole: Plan):
    for name in ("coalition.why", "Why we took this on", "WHY we took this on "):
        made = compose(whole, date=DATE, shape=shape(whole, section=name))
        assert made.text == "# Why we took this on\n\n**Why now.** The mill closed.\n"
    part = compose(whole, date=DATE, shape=shape(whole, "gdocs", "coalition")).text
    assert part.startswith("# The coalition and its work\n\n## Why we took this on\n")
    with pytest.raises(NoSection, match="did you mean “Why we took this on”"):
        compose(whole, date=DATE, shape=shape(whole, section="Why we took it on"))
