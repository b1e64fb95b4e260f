"""The Word document: real headings, tables, notes where pandoc is; a sentence where it is not."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.conftest import prairie_fork
from tests.map.citing import cite
from tests.map.conftest import document
from tests.map.pandoc import written
from workbook.curriculum import Curriculum
from workbook.map.forms import WORD
from workbook.map.forms import written as made
from workbook.map.markdown import Page, write
from workbook.map.outline import Figure, inside
from workbook.map.word import NoPandoc
from workbook.plan import Plan

PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Word:
    """A Word document as a reader of its XML sees it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            self.body = fromstring(parts.read("word/document.xml"))
            self.drawings = [parts.read(one) for one in parts.namelist() if one.endswith(".emf")]
            self.styles = parts.read("word/styles.xml").decode()

    def styled(self, style: str) -> list[str]:
        """The text of each paragraph of a style."""
        return [text(one) for one in self.body.iter(f"{W}p")
                if any(at.get(f"{W}val") == style for at in one.iter(f"{W}pStyle"))]  # fmt: skip

    @property
    def tables(self) -> list[list[list[str]]]:
        return [
            [[text(cell) for cell in row.iter(f"{W}tc")] for row in one.iter(f"{W}tr")]
            for one in self.body.iter(f"{W}tbl")
        ]


def text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def illustrated(plan: Plan) -> str:
    """The same plan as Markdown with its drawings, and with what follows each."""
    flavor = replace(plan.curriculum.flavors["gfm"], mermaid="")
    return write(document(plan), flavor, Page(lies="{name}"))


def word(plan: Plan) -> Word:
    return Word(made(document(plan), plan.curriculum, WORD))


@pytest.mark.slow
def test_the_worked_example_has_its_headings_its_tables_and_our_styles(curriculum: Curriculum):
    plan = cite(prairie_fork(curriculum))
    found = word(plan)
    assert found.styled("Title") == ["Prairie Fork County: Mobility Action Plan"]
    expected = written(illustrated(plan), curriculum.flavors["gfm"])
    headings = sum(len(found.styled(f"Heading{level}")) for level in (1, 2, 3))
    assert headings == expected["Header"] - 1
    assert len(found.tables) == expected["Table"]
    assert len(list(found.body.iter(f"{W}footnoteReference"))) == expected["Note"] == 5
    figures = list(inside(document(plan).blocks, Figure))
    assert [one.get("descr") for one in found.body.iter(PICTURE)] == [
        one.alternative for one in figures
    ]
    assert len(found.drawings) == len(figures) > 10
    assert all(one[40:44] == b" EMF" for one in found.drawings)
    titles = {one.title for one in curriculum.sections if one.minimum}
    assert titles <= set(found.styled("Heading1"))
    assert "Root causes" in found.styled("Heading2")
    assert ["Name", "Organization", "Stands as", "Agreed on"] in [one[0] for one in found.tables]
    assert 'w:fill="F3EFE6"' in found.styles


def test_the_table_of_contents_is_there_before_a_word_processor_makes_it_anew(whole: Plan):
    found = word(whole)
    listed = found.styled("TOC1") + found.styled("TOC2")
    assert sorted(listed) == sorted(found.styled("Heading1") + found.styled("Heading2"))
    assert found.styled("TOCHeading") == ["Contents"]
    places = {one.get(f"{W}name") for one in found.body.iter(f"{W}bookmarkStart")}
    links = [one.get(f"{W}anchor") for one in found.body.iter(f"{W}hyperlink")]
    assert len(links) >= len(listed) > 4
    assert set(links) <= places


@pytest.mark.slow
def test_what_somebody_wrote_stands_there_as_text_and_the_bytes_are_the_same(plan: Plan):
    hostile = (
        "<b>x</b> $a$ ^b^ ~c~ @d [e](f) ![g](h) \\i `j` {#k} a_b_c -- 'q' :: | *m* &amp; [^1] 1) "
        "\\newpage {=html} --- ..."
    )
    plan.put("workbook.community", "Marten *County* [x] $y$")
    plan.put("embarking.why-now", hostile)
    plan.put("embarking.strengths-first", [hostile, "# head", "| a | b |"])
    plan.add("commitment", {"who": ["x"], "words": hostile, "money": 5})
    found = word(plan)
    assert found.styled("Title") == ["Marten *County* [x] $y$: Mobility Action Plan"]
    whole = text(found.body)
    assert whole.count(hostile) == 3
    assert "# head" in whole
    assert len(found.tables) == 1
    assert not re.search(r"<w:drawing|<m:oMath|<w:footnoteReference", str(found.body))
    assert word(plan).data == found.data


def test_without_pandoc_it_is_said_what_to_install(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pypandoc", None)  # as where the extra is not installed
    with pytest.raises(NoPandoc, match=r"apt install pandoc.*mobility-workbook\[docx\]"):
        word(plan)
