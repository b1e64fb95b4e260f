"""The page in a real browser, and the Word document in a word processor."""

import json
from pathlib import Path

import pytest

from tests.map.conftest import DATE, document
from tests.map.test_any_text import TRAPS
from tests.publishing.tools import Tool
from workbook.export import compose, shape
from workbook.map.forms import HTML, WORD
from workbook.map.outline import Figure, Section, inside
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
