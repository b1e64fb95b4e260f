"""The page on the screens has every screen, every command and every key that there is."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.binding import Binding

import screens
from screens.command import Command, shown_key
from screens.frame import View

ROOT = Path(__file__).parents[2]
KEPT = (ROOT / "docs" / "screens.md").read_text(encoding="utf-8")


def classes(base: type) -> Iterator[type[Any]]:
    """Every class of the screens of this kind."""
    for found in pkgutil.walk_packages(screens.__path__, "screens."):
        for one in vars(importlib.import_module(found.name)).values():
            if inspect.isclass(one) and issubclass(one, base) and one.__module__ == found.name:
                yield one


def test_every_screen_stands_in_it_with_what_it_is_for() -> None:
    views = [one for one in classes(View) if "view" in vars(one) and one.view]
    assert len(views) > 40
    for one in views:
        said = " ".join((vars(one)["__doc__"] or "").split())
        assert len(said) > 60, f"{one.__name__} says too little to whoever presses F1"
        assert f"\n{said}\n" in KEPT, one.__name__


def test_every_command_stands_in_it_with_its_key() -> None:
    commands = [one for one in classes(Command) if one.name]
    assert len(commands) > 150
    for one in commands:
        assert re.search(r"[.?!]$", one.help()), f"{one.__name__}: {one.help()}"
        key = f"`{one.keys()}`"
        rows = [row for row in KEPT.splitlines() if f"| **{one.name}.** {one.help()}" in row]
        assert any(f"| {key} |" in row for row in rows), one.__name__


def test_every_function_key_of_a_widget_is_told() -> None:
    found = [bound for one in classes(object) for bound in vars(one).get("BINDINGS", ())]
    keys = [key for one in found if isinstance(one, Binding) for key in one.key.split(",")]
    special = {shown_key(key) for key in keys if re.fullmatch(r"f\d+|ctrl\+.+", key)}
    assert len(special) > 10
    assert [one for one in special - {"^c"} if f"`{one}`" not in KEPT] == []
