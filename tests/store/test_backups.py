"""What is kept of a workbook's past: much of today, less of this month, nothing without end."""

import datetime
import itertools
from collections.abc import Callable
from pathlib import Path

from tests.store.conftest import Book


def ages(folder: Path) -> list[datetime.timedelta]:
    """How old the versions of a folder are, the newest first."""
    now = datetime.datetime.now(datetime.UTC)
    names = sorted((one.name for one in folder.iterdir()), reverse=True)
    found = [datetime.datetime.strptime(f"{one[:15]}Z", "%Y%m%dT%H%M%S%z") for one in names]
    return [now - one for one in found]


def test_the_newest_twenty_one_an_hour_for_a_day_and_one_a_day_for_a_month_stay(
    book: Callable[..., Book], path: Path, aged: Callable[..., None]
):
    ours = book()
    folder = ours.storage.beside.backups
    minutes = [one / 60 for one in range(1, 6 * 60, 4)]
    aged(folder, hours=[*minutes, *range(6, 60)], days=[*range(3, 60), *range(3, 60)])
    ours.set("stk-1", name="new")
    ours.storage.save()
    kept = ages(folder)
    hour, day = datetime.timedelta(hours=1), datetime.timedelta(days=1)
    assert all(one < 2 * hour for one in kept[:20])
    today = [one for one in kept[20:] if one <= day]
    assert 21 <= len(today) <= 24
    assert all(a - b <= 2 * hour for b, a in itertools.pairwise(today))
    older = [one for one in kept if one > day]
    assert 28 <= len(older) <= 30
    assert max(older) <= datetime.timedelta(days=30, minutes=1)
    assert all(a - b < 2 * day for b, a in itertools.pairwise(older))


def test_what_is_no_backup_is_left_alone(
    book: Callable[..., Book], path: Path, aged: Callable[..., None]
):
    ours = book()
    folder = ours.storage.beside.backups
    aged(folder, days=range(100))
    mine = folder / "before-the-retreat.json"
    mine.write_text("{}")
    ours.set("stk-1", name="new")
    ours.storage.save()
    assert mine.exists()
