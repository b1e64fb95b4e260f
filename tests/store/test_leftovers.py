"""What a killed process left, of the workbook and of what stands beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import COMMUNITY, Book, Open, write
from workbook.session import Session


def test_what_a_killed_process_left_is_removed_at_the_next_opening(
    book: Callable[..., Book], path: Path
):
    write(path, {})
    left = path.with_name(f".{path.name}.0123abcd.tmp")
    other = path.with_name(".other.json.0123abcd.tmp")
    left.write_text("half")
    other.write_text("half")
    book()
    assert not left.exists()
    assert other.exists()


@pytest.mark.parametrize("name", ["history.jsonl", "drafts.json", "exports.json"])
def test_what_a_killed_process_left_beside_a_workbook_is_removed_too(
    people: Open, ana: Session, name: str
):
    ana.plan.put(COMMUNITY, "A")
    ana.save()
    left = ana.store.beside.folder / f".{name}.0123abcd.tmp"
    left.write_text("half")
    again = people()
    assert not left.exists()
    assert [one.edits[0].new for one in again.history.groups()] == ["A"]
