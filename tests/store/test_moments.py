"""Moments in the file: kept whole, read in the order of time, and what is not ours left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from rlsdiary.domain.day import Entered
from rlsdiary.domain.moments import Moment, MomentKind
from rlsdiary.store import Store
from rlsdiary.store.ledger import Writer
from tests.store.diary import BERLIN, opened, plain, write

DAY = date(2026, 11, 22)


def at(hour: int, minute: int, fold: int = 0) -> Entered:
    """Return a moment in the night in which clocks go back."""
    return Entered.at(datetime(2026, 10, 25, hour, minute, tzinfo=BERLIN, fold=fold))


def keep(store: Store, moment: Moment, writer: Writer) -> None:
    """Write a moment."""
    store.moments.keep(writer, moment)


def test_a_moment_is_in_the_file_as_the_table_says(store: Store, path: Path) -> None:
    entered = Entered.at(datetime(2026, 11, 23, 3, 12, 9, tzinfo=BERLIN))
    moment = Moment(DAY, MomentKind.LEGS, entered, level=7)
    write(store, lambda writer: store.moments.keep(writer, moment))
    with plain(path) as connection:
        rows = connection.execute(
            "SELECT day, kind, level, item_id, text, entered_at, zone, offset, source FROM moment"
        ).fetchall()
    when = ("2026-11-23T03:12:09", "Europe/Berlin", 60, "")
    assert rows == [("2026-11-22", "legs", 7, None, "", *when)]


def test_every_kind_comes_back_as_it_was_also_after_closing(store: Store, path: Path) -> None:
    entered = Entered.at(datetime(2026, 11, 23, 3, 12, tzinfo=BERLIN))
    kept = (
        Moment(DAY, MomentKind.LEGS, entered, level=0),
        Moment(DAY, MomentKind.MEASURE, entered, measure="cold"),
        Moment(DAY, MomentKind.BETTER, entered),
    )
    for moment in kept:
        write(store, partial(keep, store, moment))
    store.close()
    with opened(path) as again:
        found = again.moments.on(DAY)
    assert tuple(replace(moment, id=0) for moment in found) == kept
    assert [moment.id for moment in found] == [1, 2, 3]


def test_only_the_moments_of_the_day_are_read(store: Store) -> None:
    entered = Entered.at(datetime(2026, 11, 23, 3, 12, tzinfo=BERLIN))
    other = Moment(date(2026, 11, 23), MomentKind.BETTER, entered)
    write(store, lambda writer: store.moments.keep(writer, other))
    assert store.moments.on(DAY) == ()


def test_where_clocks_go_back_the_order_is_that_of_time(store: Store) -> None:
    second = Moment(DAY, MomentKind.LEGS, at(2, 10, fold=1), level=2)
    first = Moment(DAY, MomentKind.LEGS, at(2, 50), level=1)
    for moment in (second, first):
        write(store, partial(keep, store, moment))
    assert [moment.level for moment in store.moments.on(DAY)] == [1, 2]


def test_a_kept_moment_is_rewritten_and_removed_by_its_number(store: Store) -> None:
    one = Moment(DAY, MomentKind.LEGS, at(2, 10), level=1)
    write(store, lambda writer: store.moments.keep(writer, one))
    (kept,) = store.moments.on(DAY)
    write(store, lambda writer: store.moments.keep(writer, replace(kept, level=10)))
    assert store.moments.on(DAY) == (replace(kept, level=10),)
    write(store, lambda writer: store.moments.remove(writer, kept.id))
    assert store.moments.on(DAY) == ()


def test_what_a_newer_program_wrote_is_left_alone(store: Store, path: Path) -> None:
    kinds = (("dose", None, ""), ("legs", None, ""), ("better", 3, ""), ("measure", None, ""))
    with plain(path) as connection:
        connection.executemany(
            "INSERT INTO moment (day, kind, level, text, entered_at, zone, offset)"
            " VALUES ('2026-11-22', ?, ?, ?, '2026-11-22T23:00:00', 'Europe/Berlin', 60)",
            kinds,
        )
        connection.commit()
        assert store.moments.on(DAY) == ()
        assert connection.execute("SELECT COUNT(*) FROM moment").fetchone() == (4,)
