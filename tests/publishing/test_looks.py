"""The page in a real browser, and the Word document in a word processor."""

import json
from pathlib import Path

import pytest

from tests.map.conftest import DATE, document
from tests.map.test_any_text import TRAPS
from tests.map.test_pictures import LONG, drawings
from tests.publishing.tools import Tool
from workbook.export import compose, shape
from workbook.map.forms import HTML, WORD
from workbook.map.outline import Figure, Section, inside
from workbook.map.pictures.svg import svg
from workbook.plan import Plan


def put(plan: Plan, form: str, folder: Path) -> Path:
    to = folder / f"plan.{form}"
    to.write_bytes(compose(plan, date=DATE, shape=shape(plan, form=form)).data)
    return to


@pytest.mark.parametrize("tool", ["Chromium"], indirect=True)
def test_the_page_is_quiet_fetches_nothing_is_accessible_and_prints(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    page, pdf = put(published, HTML, tmp_path), tmp_path / "plan.pdf"
    found = json.loads(tool.run(page, pdf, into=tmp_path))
    assert found.pop("pictures") == len(list(inside(document(published).blocks, Figure)))
    assert found == {"said": [], "fetched": [], "axe": [], "sideways": []}
    assert pdf.read_bytes().count(b"/Type /Page\n") > 50


@pytest.mark.parametrize("tool", ["Chromium"], indirect=True)
def test_no_label_of_a_figure_is_cut_or_lies_on_another(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    figures = inside(document(published).blocks, Figure)
    shown = {one.name: svg(one.drawing, one.title, one.alternative) for one in figures}
    for at, text in enumerate(("Short", LONG, "W" * 40, "A long label of the usual kind " * 9)):
        shown |= {f"{at}-{n}": svg(one, text, text) for n, one in enumerate(drawings(text))}
    for name, drawing in shown.items():
        (tmp_path / f"{name}.svg").write_text(drawing, encoding="utf-8")
    assert json.loads(tool.run(tmp_path, into=tmp_path)) == []
    overfull = '<svg viewBox="0 0 99 40"><rect/><text y="20">Far too long for this</text></svg>'
    (tmp_path / "wrong.svg").write_text(overfull)
    assert len(json.loads(tool.run(tmp_path, into=tmp_path))) == 2


@pytest.mark.parametrize("tool", ["LibreOffice"], indirect=True)
def test_it_opens_the_word_document_and_makes_a_pdf_of_it(
    tool: Tool, published: Plan, tmp_path: Path
) -> None:
    word = put(published, WORD, tmp_path)
    own = f"-env:UserInstallation={(tmp_path / 'own').as_uri()}"
    for form in ("pdf", "txt:Text (encoded):UTF8"):
        tool.run(own, "--headless", "--convert-to", form, word.name, into=tmp_path)
    said = " ".join((tmp_path / "plan.txt").read_text(encoding="utf-8").split())
    titles = [one.title for one in document(published).blocks if isinstance(one, Section)]
    assert [one for one in titles if one not in said] == []
    assert " ".join(TRAPS.split()) in said
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
