"""Public code says what it does; content holds no code; escaped markup is refused by the linter."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import pytest

import screens
import workbook

ROOT = Path(__file__).parents[2]
ROOMS = {"workbook": workbook, "screens": screens}
CALLED_BY_TEXTUAL = ("on_", "watch_", "validate_", "compute_", "key_", "action_")
"""Methods that the framework finds by name: the name says what they answer to."""


def classes(room: str) -> Iterator[type]:
    """Every public class of a room."""
    for found in pkgutil.walk_packages(ROOMS[room].__path__, f"{room}."):
        module = importlib.import_module(found.name)
        for name, one in vars(module).items():
            if inspect.isclass(one) and one.__module__ == found.name and name[0] != "_":
                yield one


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_method_says_what_it_does_or_its_base_does(room: str) -> None:
    silent = [
        f"{one.__module__}.{one.__qualname__}.{name}"
        for one in classes(room)
        for name, method in vars(one).items()
        if isinstance(method, FunctionType | property | classmethod | staticmethod)
        if not name.startswith(("_", *CALLED_BY_TEXTUAL))
        if not inspect.getdoc(getattr(one, name))
    ]
    assert silent == []


def test_content_holds_no_code() -> None:
    (only,) = (ROOT / "content").rglob("*.py")
    (statement,) = ast.parse(only.read_text(encoding="utf-8")).body
    assert isinstance(statement, ast.Expr)


@pytest.mark.parametrize("module", ["rich.markup", "textual.markup"])
def test_the_linter_refuses_escape(module: str) -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache"]
    checked = subprocess.run(
        [*ruff, "--stdin-filename", "screens/x.py", "-"],
        cwd=ROOT,
        input=f"from {module} import escape\n",
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 1
    assert "screens.plain.plain()" in checked.stdout
