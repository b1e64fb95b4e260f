"""Lines out of a pipe: all that is there is read at once, and saved before one waits for more."""

from __future__ import annotations

import os
import threading
import time

from workbook.ask.piped import Piped


def test_what_is_written_is_saved_before_one_waits_and_not_for_each_line():
    reading, writing = os.pipe()
    saved: list[float] = []
    lines = Piped(reading)
    changed = lines.saving(lambda: saved.append(time.monotonic()))
    os.write(writing, b"one\ntwo\r\nthr")
    for line in ("one\n", "two\r\n"):
        assert lines.readline() == line
        changed()
    assert saved == []
    threading.Timer(0.2, lambda: (os.write(writing, b"ee\n\xff"), os.close(writing))).start()
    came = time.monotonic()
    assert lines.readline() == "three\n"
    [at] = saved
    assert at < came + 0.15
    assert [lines.readline() for _ in range(3)] == ["\udcff", "", ""]
    assert len(saved) == 1
    os.close(reading)
