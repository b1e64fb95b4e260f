"""The page on the checks says what their table says."""

from pathlib import Path

from workbook.reasoning.checks import CHECKS

ROOT = Path(__file__).parents[2]
KEPT = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


def test_every_check_stands_in_it_once_with_what_to_do():
    headings = [line[4:] for line in KEPT.splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(one.code for one in CHECKS)
    for one in CHECKS:
        part = KEPT.partition(f"### {one.code}\n")[2].partition("\n#")[0]
        assert one.mend in part
        assert f"({one.severity}; {one.source})" in part
        assert "{" not in part
