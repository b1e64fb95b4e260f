"""The constraints file is what this is developed and tested with: all of it, exactly."""

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [
    Requirement(line)
    for line in [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
    ]
]


def pinned() -> dict[str, str]:
    """Each version by its package's name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, _, version in pairs}


def brought(names: list[str], seen: set[str]) -> Iterator[str]:
    """The packages that these bring with them here, and so on."""
    for name in names:
        if canonicalize_name(name) in seen:
            continue
        seen.add(canonicalize_name(name))
        yield name
        needs = [Requirement(line) for line in metadata.requires(name) or []]
        yield from brought([one.name for one in needs if _here(one)], seen)


def _here(need: Requirement) -> bool:
    return need.marker is None or need.marker.evaluate({"extra": ""})


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_every_dependency_is_pinned_within_what_pyproject_asks(asked: Requirement) -> None:
    version = pinned().get(canonicalize_name(asked.name))
    assert version, f"constraints.txt has no line for {asked.name}: run `make constraints`"
    assert asked.specifier.contains(version)


def test_what_the_dependencies_bring_is_pinned_too() -> None:
    loose = set(brought([one.name for one in ASKED], set())) - {"setuptools", "pip"}
    assert {canonicalize_name(one) for one in loose} <= set(pinned())


def test_every_line_names_one_exact_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all("==" in line or line.startswith("#") for line in lines if line)


def test_textual_is_pinned_exactly_and_the_rest_has_a_floor() -> None:
    operators = {
        one.name: {spec.operator for spec in one.specifier}
        for one in map(Requirement, PROJECT["project"]["dependencies"])
    }
    assert operators.pop("textual") == {"=="}
    assert set(map(frozenset, operators.values())) == {frozenset({">="})}
