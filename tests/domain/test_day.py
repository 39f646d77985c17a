"""The diary day: where it begins, what belongs to it, and how days and times are read."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.day import (
    DayRule,
    Entered,
    check_day_known,
    clock_text,
    night_after,
    parse_clock,
    parse_day,
)
from rlsdiary.domain.errors import BadValue, DiaryError

BERLIN, HELSINKI = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Helsinki")
APIA, SAO_PAULO = ZoneInfo("Pacific/Apia"), ZoneInfo("America/Sao_Paulo")
NEW_YORK, LORD_HOWE = ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")

CLOCK_CHANGES = (
    (BERLIN, date(2026, 3, 29), 23),
    (BERLIN, date(2026, 10, 25), 25),
    (NEW_YORK, date(2026, 3, 8), 23),
    (NEW_YORK, date(2026, 11, 1), 25),
    (LORD_HOWE, date(2026, 10, 4), 23.5),  # half an hour, the only such zone
    (LORD_HOWE, date(2026, 4, 5), 24.5),
    (SAO_PAULO, date(2018, 11, 4), 23),  # at midnight
    (SAO_PAULO, date(2018, 2, 18), 25),
    (HELSINKI, date(2026, 3, 29), 23),  # from 03:00 to 04:00: inside the possible day starts
    (HELSINKI, date(2026, 10, 25), 25),
    (APIA, date(2012, 9, 30), 23),  # the same, on the other side of the world
)
STARTS = tuple(time(minute // 60, minute % 60) for minute in range(180, 721, 30))
ZONES = (BERLIN, NEW_YORK, LORD_HOWE, SAO_PAULO, HELSINKI, APIA)


def half_hours(zone: ZoneInfo, day: date) -> list[datetime]:
    """Return every half hour, and the second before it, for three days around ``day``."""
    noon = datetime.combine(day, time(12), tzinfo=zone).astimezone(UTC)
    first = noon - timedelta(hours=48)
    steps = [first + timedelta(minutes=30 * step) for step in range(4 * 48)]
    moments = [
        moment - second for moment in steps for second in (timedelta(seconds=1), timedelta())
    ]
    return [moment.astimezone(zone) for moment in moments]


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize(("zone", "change", "_hours"), CLOCK_CHANGES)
def test_every_half_hour_around_a_clock_change_lies_in_its_day(
    zone: ZoneInfo, change: date, _hours: float, start: time
) -> None:
    rule, last = DayRule(start), None
    for moment in half_hours(zone, change):
        day = rule.day_of(moment)
        begins, ends = rule.begins(day, zone), rule.begins(day + timedelta(days=1), zone)
        assert begins.timestamp() <= moment.timestamp() < ends.timestamp()
        assert last is None or day - last in (timedelta(0), timedelta(days=1))
        last = day


@given(
    moment=st.datetimes(datetime(1971, 1, 1), datetime(2037, 12, 30)),
    zone=st.sampled_from(ZONES),
    start=st.sampled_from(STARTS),
)
def test_a_moment_lies_between_the_beginnings_of_its_day_and_the_next(
    moment: datetime, zone: ZoneInfo, start: time
) -> None:
    rule, here = DayRule(start), moment.replace(tzinfo=UTC).astimezone(zone)
    day = rule.day_of(here)
    assert rule.begins(day, zone).timestamp() <= here.timestamp()
    assert here.timestamp() < rule.begins(day + timedelta(days=1), zone).timestamp()


@given(
    moments=st.lists(st.datetimes(datetime(2011, 12, 25), datetime(2012, 1, 4)), min_size=2),
    zone=st.sampled_from(ZONES),
    start=st.sampled_from(STARTS),
)
def test_a_later_moment_is_never_in_an_earlier_day(
    moments: list[datetime], zone: ZoneInfo, start: time
) -> None:
    here = [moment.replace(tzinfo=UTC).astimezone(zone) for moment in sorted(moments)]
    days = [DayRule(start).day_of(moment) for moment in here]
    assert days == sorted(days)


@pytest.mark.parametrize(("zone", "change", "hours"), CLOCK_CHANGES)
def test_the_day_before_a_clock_change_is_shorter_or_longer(
    zone: ZoneInfo, change: date, hours: float
) -> None:
    rule = DayRule(time(6))
    eve = change - timedelta(days=1)
    length = rule.begins(change, zone).timestamp() - rule.begins(eve, zone).timestamp()
    assert length == hours * 3600
    before = (
        rule.begins(eve, zone).timestamp() - rule.begins(eve - timedelta(days=1), zone).timestamp()
    )
    assert before == 24 * 3600


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize(
    ("clock", "day"),
    [
        (time(0, 0), 4),
        (time(1, 30), 4),
        (time(5, 59, 59, 999999), 4),
        (time(6, 0), 5),
        (time(23, 59), 5),
    ],
)
def test_the_small_hours_belong_to_the_day_before(zone: ZoneInfo, clock: time, day: int) -> None:
    moment = datetime.combine(date(2026, 6, 5), clock, tzinfo=zone)
    assert DayRule().day_of(moment) == date(2026, 6, day)


@pytest.mark.parametrize("fold", [0, 1])
def test_both_two_thirty_of_an_autumn_night_belong_to_the_day_before(fold: int) -> None:
    moment = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN)
    assert DayRule(time(3)).day_of(moment) == date(2026, 10, 24)


def test_a_day_start_that_the_clocks_skip_is_the_first_moment_after_the_gap() -> None:
    begins = DayRule(time(3, 30)).begins(date(2026, 3, 29), HELSINKI)
    assert begins == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert begins.replace(tzinfo=None) == datetime(2026, 3, 29, 4, 0)


def test_a_day_start_that_comes_twice_is_the_first_of_the_two() -> None:
    begins = DayRule(time(3, 30)).begins(date(2026, 10, 25), HELSINKI)
    # In UTC: Python calls a clock time that comes twice unequal to every other zone's.
    assert begins.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_a_date_that_a_country_skipped_holds_no_moment(start: time) -> None:
    rule, skipped = DayRule(start), date(2011, 12, 30)
    assert rule.begins(skipped, APIA) == rule.begins(date(2011, 12, 31), APIA)
    assert rule.day_of(datetime(2011, 12, 31, 1, 30, tzinfo=APIA)) == date(2011, 12, 29)
    assert rule.day_of(datetime(2011, 12, 31, 12, 0, tzinfo=APIA)) == date(2011, 12, 31)


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        DayRule().day_of(datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="time zone"):
        Entered.at(datetime(2026, 1, 1))


@pytest.mark.parametrize("start", [time(2, 59), time(12, 1), time(0), time(23)])
def test_a_day_starts_between_three_and_noon(start: time) -> None:
    with pytest.raises(BadValue, match="between 03:00 and 12:00"):
        DayRule(start)


@pytest.mark.parametrize("start", [time(3), time(12)])
def test_three_and_noon_themselves_are_day_starts(start: time) -> None:
    assert DayRule(start).start == start


@given(st.times(), st.sampled_from(STARTS))
def test_minutes_of_a_clock_time_lie_within_the_day(clock: time, start: time) -> None:
    rule = DayRule(start)
    minute = rule.minute_of(clock)
    assert rule.start_minute <= minute < rule.start_minute + 1440
    assert clock_text(minute) == clock.strftime("%H:%M")
    assert 0 <= rule.after_start(minute) < 1440


def test_half_past_midnight_comes_after_eleven() -> None:
    assert DayRule().minute_of(time(23)) == 1380
    assert DayRule().minute_of(time(0, 30)) == 1470
    assert DayRule().minute_of(time(6)) == 360
    assert DayRule().minute_of(time(5, 59)) == 1799


@given(
    moment=st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 30)),
    zone=st.sampled_from(ZONES),
)
def test_when_something_was_entered_comes_back_as_the_same_instant(
    moment: datetime, zone: ZoneInfo
) -> None:
    here = moment.replace(tzinfo=UTC).astimezone(zone)
    entered = Entered.at(here)
    assert entered.instant == here.astimezone(UTC).replace(microsecond=0)
    assert entered.wall == here.replace(tzinfo=None, microsecond=0, fold=0)
    assert entered.zone == zone.key
    assert Entered(entered.wall, entered.zone, entered.offset) == entered


def test_a_zone_without_a_name_is_kept_as_its_offset() -> None:
    zone = timezone(timedelta(hours=-3, minutes=-30))
    entered = Entered.at(datetime(2026, 1, 1, 22, tzinfo=zone), "csv")
    assert (entered.zone, entered.offset, entered.source) == ("UTC-03:30", -210, "csv")


@pytest.mark.parametrize(
    ("wall", "late"),
    [
        (datetime(2026, 6, 4, 22), False),
        (datetime(2026, 6, 5, 6), False),  # the day ends
        (datetime(2026, 6, 7, 6), False),  # 48 hours later
        (datetime(2026, 6, 7, 6, 0, 1), True),
    ],
)
def test_late_is_more_than_two_days_after_the_end_of_the_day(wall: datetime, late: bool) -> None:
    assert Entered(wall, "", 0).is_late(date(2026, 6, 4), DayRule()) is late
    assert not Entered(wall, "", 0, "csv").is_late(date(2026, 6, 4), DayRule())


@pytest.mark.parametrize(
    ("wall", "days"),
    [
        (datetime(2026, 6, 4, 22), 0),
        (datetime(2026, 6, 5, 6), 0),
        (datetime(2026, 6, 5, 6, 1), 1),  # a day that has begun counts
        (datetime(2026, 6, 6, 6), 1),
        (datetime(2026, 6, 15, 5), 10),
    ],
)
def test_days_late_count_from_the_end_of_the_day(wall: datetime, days: int) -> None:
    assert Entered(wall, "", 0).days_late(date(2026, 6, 4), DayRule()) == days
    assert Entered(wall, "", 0, "csv").days_late(date(2026, 6, 4), DayRule()) is None


def test_a_night_is_named_by_its_two_dates() -> None:
    assert night_after(date(2026, 12, 31)) == (date(2026, 12, 31), date(2027, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_iso_date_is_read(day: date) -> None:
    assert parse_day(f" {day.isoformat()} ") == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-02-31", "There is no 2026-02-31 in the calendar."),
        ("2025-02-29", "There is no 2025-02-29 in the calendar."),
        ("2026-13-01", "There is no 2026-13-01 in the calendar."),
        ("2026-00-10", "There is no 2026-00-10 in the calendar."),
        ("1899-12-31", "The year 1899 cannot be right."),
        ("2200-01-01", "The year 2200 cannot be right."),
        ("0000-01-01", "The year 0 cannot be right."),
        ("2026-1-2", "“2026-1-2” is not a date; write it as 2026-11-22."),
        ("22.11.2026", "“22.11.2026” is not a date"),
        ("11/22/2026", "is not a date"),
        ("20261122", "is not a date"),
        ("2026-11-22T20:00", "is not a date"),
        ("2026-11", "is not a date"),
        ("２０２６-11-22", "is not a date"),
        ("-026-11-22", "is not a date"),
        ("", "“” is not a date"),
    ],
)
def test_what_is_no_date_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_day(text)
    assert words in refused.value.message


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("20:40", time(20, 40)),
        ("2040", time(20, 40)),
        ("930", time(9, 30)),
        ("0000", time(0, 0)),
        ("9", time(9, 0)),
        ("21", time(21, 0)),
        ("21.15", time(21, 15)),
        ("21h15", time(21, 15)),
        ("21h", time(21, 0)),
        ("21 h 15", time(21, 15)),
        ("21 15", time(21, 15)),
        ("20 : 40", time(20, 40)),
        ("8:40 pm", time(20, 40)),
        ("8:40PM", time(20, 40)),
        ("8.40 p.m.", time(20, 40)),
        ("8 pm", time(20, 0)),
        ("840pm", time(20, 40)),
        ("12 am", time(0, 0)),
        ("12:30 am", time(0, 30)),
        ("12 pm", time(12, 0)),
        (" 7:05 ", time(7, 5)),
        ("00:00", time(0, 0)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_are_read_as_people_type_them(text: str, clock: time) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", ":", "h", "pm", "24:00", "12:60", "2460", "99", "-1", "9:5", "9.5", ":9", "h9"),
        *("20:40:00", "13 pm", "0 am", "20:40 pm", "late", "12345", "٩", "1e1", "20::40"),
    ],
)
def test_what_is_no_time_of_day_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadValue, match=r"is not a time of day; write it as 20:40\."):
        parse_clock(text)


@given(st.text(max_size=12))
def test_no_text_breaks_the_readers(text: str) -> None:
    for reader in (parse_clock, parse_day):
        with suppress(BadValue):
            reader(text)


def test_tomorrow_has_not_come_yet() -> None:
    today = date(2026, 11, 22)
    check_day_known(today, today)
    with pytest.raises(DiaryError, match="2026-11-23 is after today, 2026-11-22"):
        check_day_known(date(2026, 11, 23), today)
