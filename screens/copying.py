"""What was copied, also in a file: not every terminal lets a program at its clipboard."""

from __future__ import annotations

from platformdirs import user_state_path


def told(text: str) -> str:
    """Keeps a copied text in a file of this user alone, and gives what to say of it."""
    many = f"Copied {len(text):,} character{'' if len(text) == 1 else 's'}."
    file = user_state_path("mobility-workbook") / "copied.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(0o600)
        file.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    except OSError:
        return many
    return f"{many} Where your terminal does not take it, it is in {file}"
