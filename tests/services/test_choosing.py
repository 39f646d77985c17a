"""Settings that belong to the diary."""

from datetime import time

import pytest

from rlsdiary.domain.errors import BadValue
from rlsdiary.services.choosing import Choosing
from rlsdiary.store import Store


def test_the_day_start_is_kept_in_the_diary(store: Store) -> None:
    change = Choosing(store).day_start("4:30")
    assert store.rule().start == time(4, 30)
    assert change.kinds == {"settings"}
    assert store.setting("day_start") == "04:30"


def test_the_day_start_can_be_taken_back(store: Store) -> None:
    first = Choosing(store).day_start("05:00")
    second = Choosing(store).day_start("07:00")
    store.ledger.take_back(second.rows)
    assert store.rule().start == time(5)
    store.ledger.take_back(first.rows)
    assert store.setting("day_start") is None


@pytest.mark.parametrize("clock", ["02:59", "12:01", "six", "", "25:00"])
def test_no_other_time_starts_a_day(store: Store, clock: str) -> None:
    with pytest.raises(BadValue):
        Choosing(store).day_start(clock)
    assert store.setting("day_start") is None


@pytest.mark.parametrize("clock", ["03:00", "12:00"])
def test_the_ends_of_the_range_start_a_day(store: Store, clock: str) -> None:
    Choosing(store).day_start(clock)
    assert store.setting("day_start") == clock
