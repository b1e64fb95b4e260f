"""How the app looks to one person: the look that was chosen, and what the terminal can show."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

from workbook.ask.signs import is_utf8
from workbook.kinds import Invalid

LOOKS = {
    "dark": "Dark",
    "light": "Light",
    "contrast": "High contrast",
    "terminal": "The terminal's own colours",
}
"""The looks, each with its name."""
FEW = ("standard", "windows", None)
"""What Textual calls a terminal of 16 colours or of none."""


@dataclass(frozen=True, slots=True)
class Looks:
    """look: one of LOOKS. ascii: whether everything of ours is drawn in ASCII. bare: whether
    nothing is coloured."""

    look: str = "dark"
    ascii: bool = False
    bare: bool = False

    @classmethod
    def here(cls, colours: str | None) -> Looks:
        """What holds on this terminal: the environment, else what was chosen, else what suits it.

        colours: how many the terminal has, as Textual calls it. Raises Invalid.
        """
        env, chosen = os.environ, _chosen()
        look = _asked(env) or chosen.get("look") or _suiting(env, colours)
        ascii = env.get("WORKBOOK_ASCII") or chosen.get("ascii") or ""
        return cls(
            look if look in LOOKS else "dark",
            ascii == "1" if ascii else not is_utf8(env),
            bool(env.get("NO_COLOR")),
        )

    def keep(self) -> None:
        """Remembers the choice for the next time. A folder that cannot be written holds no work."""
        file = _file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = file.with_suffix(f".{os.getpid()}.tmp")
            kept = {"look": self.look, "ascii": "1" if self.ascii else "0"}
            fresh.write_text(json.dumps(kept), encoding="utf-8")
            fresh.replace(file)
        except OSError:
            return


def _asked(env: Mapping[str, str]) -> str:
    """The look that the environment asks for, "" for none. Raises Invalid."""
    given = env.get("WORKBOOK_LOOK", "")
    if given and given not in LOOKS:
        raise Invalid(f"WORKBOOK_LOOK takes {', '.join(LOOKS)}, not “{given[:40]}”.")
    return given


def _suiting(env: Mapping[str, str], colours: str | None) -> str:
    """Few colours are the terminal's own; a light ground, where it is said (rxvt's COLORFGBG:
    the last number is the ground's), has the light look."""
    if colours in FEW:
        return "terminal"
    return "light" if env.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15") else "dark"


def _file() -> Path:
    return user_state_path("mobility-workbook") / "look.json"


def _chosen() -> dict[str, str]:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in kept.items()} if type(kept) is dict else {}
