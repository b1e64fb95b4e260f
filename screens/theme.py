"""The two themes, read from `theme.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from textual.theme import Theme

TOKENS: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "theme.toml").read_text(encoding="utf-8")
)


def variables(name: str) -> dict[str, str]:
    """The theme variables of one palette: `$wb-ink` and the others."""
    return {f"wb-{token}": colour for token, colour in TOKENS[name].items()}


def themes() -> list[Theme]:
    """The themes that the app offers: workbook-dark and workbook-light."""
    return [_theme(name) for name in TOKENS]


def _theme(name: str) -> Theme:
    token = TOKENS[name]
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
        dark=name == "dark",
        variables=variables(name)
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
