"""A workbook that git brings other versions of: while it is open, and where it stopped."""

from __future__ import annotations

from pathlib import Path

from tests.screens.conftest import Opening, Window
from tests.store.conftest import held, write
from tests.store.test_git import clone, git
from workbook.together.git_setup import take_back

__all__ = ["clone"]
PLACE, WHY = "workbook.place", "embarking.why-now"


def two_branches(clone: Path, ours: dict[str, str], theirs: dict[str, str]) -> Path:
    """A workbook with a branch `theirs`; stands on `main`, with what `ours` adds."""
    file, named = clone / "our.workbook.json", {"workbook.community": "Prairie"}
    for branch, more in (("main", {}), ("theirs", theirs), ("main", ours)):
        if branch != git(clone, "branch", "--show-current").strip():
            git(clone, "checkout", "-q", *(["-b"] if branch == "theirs" else []), branch)
        write(file, {"answers": {id: {"value": text} for id, text in (named | more).items()}})
        git(clone, "add", "-A")
        git(clone, "commit", "-q", "--allow-empty", "-m", branch)
    return file


async def test_what_is_pulled_comes_in_and_what_is_typed_stays(window: Opening, clone: Path):
    file = two_branches(clone, ours={}, theirs={PLACE: "East", WHY: "A letter came"})
    async with window(path=file) as app:
        await app.pilot.press("W")
        git(clone, "merge", "-q", "--no-ff", "-m", "both", "theirs")
        await app.see("A letter came")
        await app.see("F10 takes what somebody else wrote here: “East”")
        await app.type("est")
        assert app.pilot.app.focused.text == "West"  # type: ignore[union-attr]
    assert held(file)["answers"][PLACE]["value"] == "West"
    assert [one["other"] for one in held(file)["_conflicts"].values()] == ["East"]


async def opened(app: Window, file: Path) -> None:
    app.pilot.app.open_file(file)  # type: ignore[attr-defined]
    await app.see("y bring it back")


async def test_where_git_stopped_both_sides_are_offered_as_one(window: Opening, clone: Path):
    take_back(clone)
    file = two_branches(clone, ours={PLACE: "West"}, theirs={PLACE: "East"})
    git(clone, "merge", "theirs", code=1)
    marked = file.read_bytes()
    async with window(path=None) as app:
        await opened(app, file)
        assert {"versions:", "written"} <= set(app.text().split())
        await app.press("n")
        assert file.read_bytes() == marked
        await opened(app, file)
        await app.press("y")
        await app.see("1 conflict")
    assert held(file)["answers"][PLACE]["value"] == "West"
    assert [one.read_bytes() for one in clone.glob("*.corrupt-*")] == [marked]
