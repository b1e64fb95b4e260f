"""The themes, read from `theme.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual.theme import Theme

from screens.looks import LOOKS

_FILE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "theme.toml").read_text(encoding="utf-8")
)
SIGNS: dict[str, str] = _FILE["ascii"]
"""Every sign of ours with the ASCII that stands for it."""
SHADE = "dark"
"""The palette that the terminal's own colours are made from."""


def tokens(look: str, colours: str | None = "truecolor") -> dict[str, str]:
    """The palette of a look, by token. colours: how many the terminal has, as Textual calls it."""
    name = look if look in _FILE else SHADE
    few = _FILE.get(f"{name}-256", {}) if colours == "256" else {}
    palette: dict[str, str] = _FILE[name] | few
    return palette


def variables(look: str) -> dict[str, str]:
    """The theme variables of a palette: `$wb-ink` and the others."""
    return _variables(tokens(look))


def themes(colours: str | None) -> list[Theme]:
    """The themes that the app offers, one for each look, for a terminal of so many colours."""
    return [_theme(look, tokens(look, colours)) for look in LOOKS]


def _variables(palette: dict[str, str]) -> dict[str, str]:
    return {f"wb-{token}": colour for token, colour in palette.items()}


def _theme(name: str, token: dict[str, str]) -> Theme:
    return Theme(
        name=f"workbook-{name}",
        primary=token["accent"],
        secondary=token["data"],
        accent=token["accent"],
        warning=token["warn"],
        error=token["warn"],
        success=token["data"],
        foreground=token["body"],
        background=token["paper"],
        surface=token["paper"],
        panel=token["panel"],
        dark=name != "light",
        variables=_variables(token)
        | {
            "block-cursor-background": token["wash"],
            "block-cursor-foreground": token["ink"],
            "block-cursor-blurred-background": token["field"],
            "block-cursor-blurred-foreground": token["ink"],
            "input-cursor-background": token["accent"],
            "input-cursor-foreground": token["paper"],
            "input-selection-background": token["lift"],
            "scrollbar": token["line"],
            "scrollbar-background": token["paper"],
            "scrollbar-corner-color": token["paper"],
            "scrollbar-hover": token["rail"],
            "scrollbar-active": token["accent"],
            "scrollbar-background-hover": token["paper"],
            "scrollbar-background-active": token["paper"],
        },
    )
