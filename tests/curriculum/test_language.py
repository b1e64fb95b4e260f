"""Words to avoid are read like every other shelf, laid over, and refused with place and reason."""

import tomllib
from pathlib import Path

import pytest

from workbook.curriculum import ContentError, Curriculum, load
from workbook.curriculum.shelves import language
from workbook.curriculum.spec import Spec

ENTRY = """
[[avoid]]
id = "frequent-flyers"
word = "frequent flyers"
find = ["frequent[- ]flyers?"]
severity = "B"
reason = "The emergency room is no lounge."
instead = "patients who come often, and why they must"
source = "our own patients"
"""


def lay(folder: Path, text: str) -> Path:
    (folder / "language.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_team_adds_a_word_of_its_own(tmp_path: Path, curriculum: Curriculum):
    found = load(lay(tmp_path, ENTRY)).language
    assert found.avoid["frequent-flyers"].severity == "B"
    assert len(found.avoid) == len(curriculum.language.avoid) + 1
    assert found.lists == curriculum.language.lists


def test_a_team_changes_one_thing_of_a_word_and_keeps_the_rest(tmp_path: Path):
    found = load(lay(tmp_path, '[[avoid]]\nid = "clients"\nfind = []\n')).language
    assert found.avoid["clients"].find == ()
    assert found.avoid["clients"].word == "clients, beneficiaries, consumers"


BROKEN = {
    "no severity is called `D`": ENTRY.replace('"B"', '"D"'),
    "`flyers(` is not a pattern": ENTRY.replace("frequent[- ]flyers?", "flyers("),
    "`(flyers)?` would be found in any text": ENTRY.replace("frequent[- ]flyers?", "(flyers)?"),
    "`find` is missing": ENTRY.replace('find = ["frequent[- ]flyers?"]', ""),
    "`find` must be a list": ENTRY.replace('["frequent[- ]flyers?"]', '"frequent flyers"'),
    "`source` is missing": ENTRY.replace('source = "our own patients"', ""),
    "`because` is not known": ENTRY.replace("reason =", 'because = "it hurts"\nreason ='),
}


@pytest.mark.parametrize("reason", BROKEN)
def test_a_word_that_does_not_hold_together_is_refused_by_file_place_and_reason(
    tmp_path: Path, reason: str
):
    with pytest.raises(ContentError) as caught:
        load(lay(tmp_path, BROKEN[reason]))
    assert str(caught.value).startswith(f"{tmp_path / 'language.toml'}: avoid frequent-flyers: ")
    assert reason in str(caught.value)


def test_a_word_that_stands_twice_in_one_file_is_refused():
    severity = '[[severity]]\nid = "B"\nname = "Suggestion"\n'
    twice = tomllib.loads(severity + ENTRY + ENTRY)
    with pytest.raises(ContentError, match="`frequent-flyers` is there twice"):
        language(Spec(twice, "language.toml"))
