"""What every test may use: the real content, and a plan in memory."""

import datetime
import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from tinydb.storages import MemoryStorage

from workbook.curriculum import OURS, Curriculum, load
from workbook.plan import Plan
from workbook.store.tables import Tables

TODAY = datetime.date(2026, 5, 20)

settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what tests counted, such as how many kills hit a living process."""
    for one in terminalreporter.stats.get("passed", []):
        for name, counted in one.user_properties:
            terminalreporter.write_line(f"{name}: {counted}")


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    return load()


@pytest.fixture
def plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")


@pytest.fixture
def example(curriculum: Curriculum) -> Plan:
    """Prairie Fork, on the day that it is to be read on."""
    return prairie_fork(curriculum)


def prairie_fork(curriculum: Curriculum) -> Plan:
    """The worked example in memory."""
    db = Tables(storage=MemoryStorage)
    file = OURS / "examples" / "prairie-fork.workbook.json"
    db.storage.write(json.loads(file.read_text(encoding="utf-8")))
    plan = Plan(db, curriculum, today=TODAY)
    plan.today = plan.as_of or TODAY
    return plan
