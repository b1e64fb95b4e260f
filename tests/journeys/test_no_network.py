"""Nothing is ever sent anywhere: neither a command nor the app asks for a name or a connection."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.journeys.terminal import workbook
from tests.screens.conftest import EXAMPLE

ROOT = Path(__file__).parents[2]
WATCH = """
import sys

SENT = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.bind")

def watch(event, arguments):
    if event.startswith(SENT):
        with open({where!r}, "a") as told:
            print(event, arguments[-1:], file=told)

sys.addaudithook(watch)
"""
"""What every Python of the test begins with: it writes down whatever goes to the network."""


@pytest.fixture
def watched(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """The environment in which it is watched, and the file that says what was sent."""
    told, folder = tmp_path / "told", tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH.format(where=str(told)))
    return {"PYTHONPATH": f"{folder}:{ROOT}"}, told


def test_whatever_goes_to_the_network_is_seen(watched: tuple[dict[str, str], Path]):
    env, told = watched
    code = (
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    )
    subprocess.run([sys.executable, "-c", code], env=env, check=True)
    assert "socket.connect" in told.read_text()


def test_no_command_and_no_screen_sends_anything(
    run: Run, tmp_path: Path, watched: tuple[dict[str, str], Path]
):
    env, told = watched
    book = tmp_path / "our.workbook.json"
    book.write_bytes(EXAMPLE.read_bytes())
    for words in (
        "status", "check", "language", "find late bus", "list strategic_action", "history",
        "doctor", "set workbook.place Halden", "export -o our.map.md",
        "export --to html -o our.html", "worksheet --step register", "snapshot May", "compare 0",
        "ask --plain --step place",
    ):  # fmt: skip
        verb, *more = words.split()
        done = run(verb, book.name, *more, typed=":quit\n", **env)
        assert done.returncode in (0, 1), (words, done.stderr)
    for words in ("schema", "completion bash", "--version"):
        assert run(*words.split(), **env).returncode == 0
    with workbook(book, home=tmp_path, env=env) as terminal:
        terminal.see("Prairie Fork County")
        terminal.type("^g", "esc", "^f", "late bus", "esc", "f1", "esc", "^o")
        terminal.see("7 Sustaining")
        terminal.type("esc")
        assert terminal.ended() == 0
    assert not told.exists(), told.read_text()
