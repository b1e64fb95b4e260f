"""`worksheet` and `import worksheet`: out to a file, back as one change, or not at all."""

import json
from collections.abc import Callable
from pathlib import Path


def test_a_sheet_goes_out_is_filled_in_and_comes_back(run: Callable, book: Path):
    done = run("worksheet", book.name, "--step", "activities")
    assert (done.returncode, done.stderr) == (0, "Written: our.activities.sheet.md\n")
    sheet = book.parent / "our.activities.sheet.md"
    text = sheet.read_text()
    head, mark, rest = text.partition(":: engaging.pay-rate")
    line, _, after = rest.partition("\n")
    sheet.write_text(f"{head}{mark}{line}\r\n30{after}")
    look = run("import", "worksheet", book.name, sheet.name, "--dry-run")
    assert ": “30”.\n1 changed, 0 added" in look.stdout
    assert look.stdout.endswith("Nothing was changed.\n")
    assert "engaging.pay-rate" not in json.loads(book.read_text())["answers"]
    done = run("import", "worksheet", book.name, sheet.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert run("get", book.name, "engaging.pay-rate").stdout == "$30\n"
    assert run("undo", book.name).returncode == 0
    assert run("get", book.name, "engaging.pay-rate").stdout != "$30\n"


def test_a_sheet_that_holds_something_else_changes_nothing(run, book: Path, refused):
    text = ":: engaging.pay-rate\n30\n::\nand more\n:: engaging.pay-how\nx"
    done = run("import", "worksheet", book.name, "-", typed=text)
    assert done.returncode == 2
    where = "Put it between a line that begins with :: and the next ::."
    assert done.stderr.splitlines() == [
        f"Line 4: “and more” stands under no answer. {where}",
        "Line 5: The answer that begins here has no :: under it.",
        "workbook: 2 lines of - cannot be taken in; nothing was changed.",
    ]
    assert "engaging" not in book.read_text()
    for words in (["worksheet", book.name], ["worksheet", book.name, "--step", "activites"],
                  ["import", "worksheet", book.name, "nothing.md"]):  # fmt: skip
        done = run(*words)
        assert done.returncode in (2, 3)
        assert done.stderr.count("\n") == 1
