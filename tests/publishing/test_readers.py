"""A plan in one file, as other programs read it."""

import json
from pathlib import Path

import pytest

from tests.map.conftest import DATE, FLAVORS, document
from tests.map.pandoc import NEVER, READERS, parsed, written
from tests.map.test_any_text import TRAPS
from tests.map.test_escape import AWKWARD
from tests.map.test_pictures import drawings
from tests.map.test_word import Word, illustrated, text
from tests.publishing.site import Html
from tests.publishing.test_sites import put
from tests.publishing.tools import Tool
from workbook.export import compose, shape
from workbook.map.forms import WORD
from workbook.map.outline import Figure, inside
from workbook.map.pictures.drawing import Flow
from workbook.map.pictures.mermaid import mermaid
from workbook.plan import Plan

PANDOCS = ["pandoc", "pandoc, old"]


def told(plan: Plan, flavor: str = "gfm") -> str:
    return compose(plan, date=DATE, shape=shape(plan, flavor)).text


def as_one(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("flavor", READERS)
@pytest.mark.parametrize("tool", PANDOCS, indirect=True)
def test_it_reads_each_heading_table_note_and_diagram(
    tool: Tool, published: Plan, flavor: str
) -> None:
    made = told(published, flavor)
    expected = written(made, FLAVORS[flavor])
    found = parsed(tool.command[0], FLAVORS[flavor], made)
    assert {one: found[one] for one in expected} == expected
    assert not [one for one in NEVER if found[one]]


@pytest.mark.parametrize("tool", PANDOCS, indirect=True)
def test_the_word_document_has_each_heading_table_and_note(
    tool: Tool, published: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(tool.command[0]).parent))
    found = Word(compose(published, date=DATE, shape=shape(published, form=WORD)).data)
    expected = written(illustrated(published), FLAVORS["gfm"])
    headings = sum(len(found.styled(f"Heading{level}")) for level in (1, 2, 3))
    assert (headings + 1, len(found.tables)) == (expected["Header"], expected["Table"])
    assert as_one(TRAPS) in as_one(text(found.body))


@pytest.mark.parametrize("tool", ["cmark-gfm"], indirect=True)
def test_it_shows_each_heading_table_and_note_and_no_html_of_ours(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    made = told(published)
    said = tool.run(into=tmp_path, text=made)
    found, expected = Html(said), written(made, FLAVORS["gfm"])
    assert (found.headings, found.tags["table"]) == (expected["Header"], expected["Table"])
    assert found.notes == expected["Note"]
    assert as_one(TRAPS) in as_one(found.text)
    assert "<!--" not in said


RULES = {
    "default": True,
    "MD007": {"indent": 4},
    "MD013": False,  # a paragraph is one line
    "MD025": {"front_matter_title": ""},  # some tools need the title in both places
    "MD034": False,  # an address that somebody wrote stays as it was written
    "MD036": False,  # under the third level a heading is bold: Notion knows no fourth
    "MD060": False,  # tables are as wide as they need to be
}
OTHER = {"pandoc": "MD025", "obsidian": "MD051"}
"""A title in the front matter leaves the first level to sections; Obsidian has its own anchors."""


@pytest.mark.parametrize("flavor", [one for one in FLAVORS if FLAVORS[one].marks])
@pytest.mark.parametrize("tool", ["markdownlint"], indirect=True)
def test_it_finds_no_fault_in_a_file_or_in_several(
    tool: Tool, published: Plan, flavor: str, tmp_path: Path
) -> None:
    (tmp_path / f"plan{FLAVORS[flavor].ending}").write_text(told(published, flavor))
    put(published, flavor, tmp_path)
    rules = RULES | ({OTHER[flavor]: False} if flavor in OTHER else {})
    (tmp_path / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": rules}))
    tool.run("**/*.{md,qmd}", into=tmp_path)


@pytest.mark.parametrize("tool", ["PyMarkdown"], indirect=True)
def test_it_finds_no_fault_either(tool: Tool, published: Plan, tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(told(published), encoding="utf-8")
    tool.run(
        "--set",
        "plugins.md007.indent=$#4",
        "-d",
        "md013,md034,md036",
        "scan",
        "plan.md",
        into=tmp_path,
    )


@pytest.mark.parametrize("tool", ["mermaid"], indirect=True)
def test_it_takes_every_diagram_whatever_its_labels_say(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    flows = [one.drawing for one in inside(document(published).blocks, Figure)]
    flows += [drawing for one in (TRAPS, *AWKWARD) for drawing in drawings(one)]
    diagrams = [mermaid(one) for one in flows if isinstance(one, Flow)]
    assert len(diagrams) > 100
    assert tool.run(into=tmp_path, text=json.dumps(diagrams)) == ""
    assert tool.run(into=tmp_path, text=json.dumps(["flowchart LR\n a[b(c]"])).startswith("0: ")
