"""Holds the table of the benchmarks to what it promises."""

import pytest

from tests import benchmarks
from tests.benchmarks import Row
from tests.benchmarks import __main__ as runner

KEPT = Row("fast", "slow", 0.5, 1.0)
BROKEN = Row("late", "early", 2.0, 1.5)


def test_a_ratio_above_the_limit_is_marked() -> None:
    head, kept, broken = runner.table([KEPT, BROKEN]).splitlines()
    assert head.split() == ["what", "against", "ratio", "at", "most"]
    assert kept.split() == ["fast", "slow", "0.50", "1.00"]
    assert broken.split() == ["late", "early", "2.00", "1.50", "too", "slow"]


@pytest.mark.parametrize(("row", "status"), [(KEPT, 0), (BROKEN, 1)])
def test_the_exit_status_tells(row: Row, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "names", lambda folder: ["one"])
    monkeypatch.setattr(runner, "measure", lambda name: [row])
    assert runner.main([]) == status


def test_an_unknown_name_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["no such thing"]) == 2
    assert "no such thing" in capsys.readouterr().out


def test_the_ratio_of_more_work_to_less_is_above_one() -> None:
    assert benchmarks.ratio(lambda: sum(range(20_000)), lambda: sum(range(20))) > 1
