"""`sheets`: where they are written, what they may replace, what is said beside them."""

from pathlib import Path

import pytest

from workbook.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "content/examples/prairie-fork.workbook.json"


@pytest.fixture
def prairie(tmp_path: Path) -> Path:
    path = tmp_path / "our.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def test_they_are_written_beside_the_workbook_and_ours_are_replaced(prairie, capsys):
    for _ in "ab":
        assert main(["sheets", str(prairie)]) == 0
        said = capsys.readouterr()
        assert said.out == ""
        assert "our.sheets.md" in said.err
    text = prairie.with_name("our.sheets.md").read_text()
    assert main(["sheets", str(prairie), "Data walk, school gym", "-o", "-"]) == 0
    assert capsys.readouterr().out == text


def test_what_somebody_edited_stays_unless_it_is_forced(prairie, capsys):
    sheets = prairie.with_name("our.sheets.md")
    sheets.write_text("mine")
    assert main(["sheets", str(prairie)]) == 2
    assert "--force replaces it" in capsys.readouterr().err
    assert sheets.read_text() == "mine"
    assert main(["sheets", str(prairie), "--force"]) == 0
    assert sheets.read_text() != "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Nowhere"], "No activity is called “Nowhere”."),
        (["act-m5en2p78"], "Vote on the $15,000 for reading has no stations yet"),
        (["act-377d7hb7", "-o", "/nowhere/at/all.md"], "/nowhere/at/all.md cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_a_code(prairie, capsys, words, said):
    assert main(["sheets", str(prairie), *words]) != 0
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert said in told.err
    assert not prairie.with_name("our.sheets.md").exists()
