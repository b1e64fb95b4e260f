"""The pages of docs/ as one shell each, where `workbook` is quick: a fork of one warm process.

Run by itself (`python shell.py SOCKET`) this is that process; a page's shell finds a small command
`workbook` that hands over its words, its folder, its variables and its three streams.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLIENT = """#!{python} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as line:
    line.connect({socket!r})
    asked = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)])
    socket.send_fds(line, [asked.encode()], [0, 1, 2])
    sys.exit(int(line.recv(8) or 99))
"""


class Shell:
    """Runs scripts in which `workbook` is the command of this checkout."""

    def __init__(self, home: Path) -> None:
        self.bin = home / "bin"
        self.bin.mkdir()
        where = home / "line"
        client = self.bin / "workbook"
        client.write_text(CLIENT.format(python=sys.executable, socket=str(where)))
        client.chmod(0o755)
        self.warm = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(where)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        end = time.monotonic() + 60
        while not where.exists():
            assert time.monotonic() < end
            assert self.warm.poll() is None
            time.sleep(0.02)

    def run(self, script: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Runs a script in bash, as Ana, on one day, with git knowing her."""
        env = {
            "PATH": f"{self.bin}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm", "WORKBOOK_AS": "Ana",
            "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.org",
            "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
            "GIT_CONFIG_NOSYSTEM": "1",
        }  # fmt: skip
        return subprocess.run(
            ["bash", "-eu", "-o", "pipefail", "-c", script], cwd=folder, env=env,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    def close(self) -> None:
        """Ends the warm process."""
        self.warm.kill()
        self.warm.wait()


def serve(where: str) -> None:
    """Answers each call with a fork that runs it and gives its exit code."""
    from importlib import import_module

    from workbook.cli.verb import VERBS
    from workbook.curriculum import load

    for module in VERBS.values():
        import_module(f"workbook.cli.{module}")
    load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(where)
        line.listen(8)
        while True:
            call, _ = line.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _answer(call)
            call.close()


def _answer(call: socket.socket) -> None:
    """Becomes the command that was asked for."""
    from workbook.cli.main import main

    asked, streams, _, _ = socket.recv_fds(call, 1 << 20, 3)
    words, folder, env = json.loads(asked)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115  # it lasts as long as the process
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, closefd=False)  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = [str(Path(sys.executable).with_name("workbook")), *words]
    code = main(words)  # what it raises ends this process, and the caller sees no code
    sys.stdout.flush()
    call.send(str(code).encode())
    os._exit(code)


if __name__ == "__main__":
    serve(sys.argv[1])
