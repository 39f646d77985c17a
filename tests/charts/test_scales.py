"""Axes: round numbers for values, words that never touch for dates."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from rlsdiary.charts.dates import DateAxis, date_axis, long_day, short_day, short_month
from rlsdiary.charts.picture import number_text
from rlsdiary.charts.scales import TimeScale, round_up, value_scale
from tests.charts.pictures import NAN, panel

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def eight_a_letter(text: str) -> float:
    return 8.0 * len(text)


def axis(first: date, days: int, width: float = 1000, locale: QLocale = BRITISH) -> DateAxis:
    """Return the axis of whole days."""
    start = first.toordinal() - 0.5
    return date_axis(TimeScale(start, start + days, 0.0, width), eight_a_letter, 8.0, locale)


def words(found: DateAxis, row: int = 0) -> list[str]:
    return [label.text for label in found.labels if label.row == row]


def test_a_fortnight_is_told_in_days() -> None:
    found = axis(date(2026, 2, 23), 14)
    assert words(found)[:2] == ["Mon 23", "Tue 24"]
    assert words(found, 1) == ["February", "March 2026"]


def test_a_month_or_two_is_told_in_weeks_that_begin_where_the_person_lives() -> None:
    assert words(axis(date(2026, 3, 1), 60))[:2] == ["2", "9"]
    assert words(axis(date(2026, 3, 1), 60, locale=AMERICAN))[:2] == ["1", "8"]


@pytest.mark.parametrize("width", [620, 740, 815, 1000])
def test_ninety_days_have_the_same_steps_whichever_days_they_are(width: float) -> None:
    days = [axis(date(2025, 12, 1) + timedelta(days=n), 90, width) for n in range(0, 365, 5)]
    assert {found.unit for found in days} == {"week"}
    for found in days:
        assert 12 <= len(words(found)) <= 13
        months = words(found, 1)
        assert 3 <= len(months) <= 4
        assert sum(name.endswith(("2025", "2026", "2027")) for name in months) <= 2
        assert any(name[-4:].isdigit() for name in months)


def test_every_month_is_named_below_its_own_weeks() -> None:
    found = axis(date(2026, 8, 25), 90)
    assert words(found, 1) == ["August", "September", "October 2026", "November"]
    assert words(axis(date(2026, 8, 25), 90, 640), 1)[0] == "Aug"
    assert len(found.borders) == 3
    edges = [0.0, *found.borders, 1000.0]
    for label, (left, right) in zip(
        [w for w in found.labels if w.row == 1], pairwise(edges), strict=True
    ):
        assert left <= label.left
        assert label.left + label.width <= right
        assert abs((label.left + label.width / 2) - (left + right) / 2) < 1


def test_the_number_of_a_week_stands_under_its_first_day() -> None:
    first = date(2026, 3, 1)
    time = TimeScale(first.toordinal() - 0.5, first.toordinal() + 59.5, 0.0, 1000.0)
    label = date_axis(time, eight_a_letter, 8.0, BRITISH).labels[0]
    assert label.left + label.width / 2 == pytest.approx(time.at(date(2026, 3, 2).toordinal()))


def test_years_stand_in_the_middle_of_their_months() -> None:
    found = axis(date(2025, 10, 1), 250)
    years = [label for label in found.labels if label.row == 1]
    assert [label.text for label in years] == ["2025", "2026"]
    assert years[0].left > 150


def test_a_year_is_told_in_months() -> None:
    found = axis(date(2026, 1, 1), 365, 1200)
    assert words(found)[::11] == ["January", "December"]
    assert words(axis(date(2026, 1, 1), 365, 800))[::11] == ["Jan", "Dec"]
    assert words(found, 1) == ["2026"]


def test_three_years_are_told_in_quarters() -> None:
    found = axis(date(2024, 1, 1), 1096)
    assert words(found)[0] == "Jan–Mar"
    assert words(found, 1) == ["2024", "2025", "2026"]


def test_twenty_years_are_told_in_years() -> None:
    found = axis(date(2006, 12, 1), 7300, 1200)
    assert "2016" in words(found)
    assert not words(found, 1)


def test_another_language_has_its_own_months() -> None:
    assert "März" in words(axis(date(2026, 1, 1), 365, 1200, GERMAN))


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(1, 30000),
    st.floats(60, 3000),
)
def test_words_never_touch_nor_leave_the_axis(first: date, days: int, width: float) -> None:
    found = axis(first, days, width)
    for row in (0, 1):
        labels = [label for label in found.labels if label.row == row]
        assert all(a.left + a.width < b.left for a, b in pairwise(labels))
        assert all(w.left >= -0.5 and w.left + w.width <= width + 0.5 for w in labels)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 30000))
def test_a_wide_axis_is_never_without_words(first: date, days: int) -> None:
    assert words(axis(first, days))


def test_the_line_of_a_month_stands_before_its_first_day() -> None:
    first = date(2026, 3, 10)
    time = TimeScale(first.toordinal() - 0.5, first.toordinal() + 59.5, 0.0, 1000.0)
    found = date_axis(time, eight_a_letter, 8.0, BRITISH)
    strong = [tick.x for tick in found.ticks if tick.strong]
    april = time.at(date(2026, 4, 1).toordinal() - 0.5)
    assert strong == pytest.approx([april, time.at(date(2026, 5, 1).toordinal() - 0.5)])


def test_every_day_is_as_wide_as_any_other_also_when_clocks_change() -> None:
    first = date(2026, 3, 27)  # clocks change on 29 March
    time = TimeScale(first.toordinal() - 0.5, first.toordinal() + 4.5, 0.0, 500.0)
    days = [first + timedelta(days=n) for n in range(5)]
    places = time.x(np.array([day.toordinal() for day in days], dtype=np.float64))
    assert places.tolist() == [50.0, 150.0, 250.0, 350.0, 450.0]
    for x, day in zip(places, days, strict=True):
        assert time.day_at(x - 49) == time.day_at(x) == time.day_at(x + 49) == day.toordinal()


def test_days_are_written_in_the_order_of_the_country() -> None:
    day = date(2026, 3, 4)
    assert (short_day(day, BRITISH), short_day(day, AMERICAN)) == ("4 Mar", "Mar 4")
    assert short_month(day, BRITISH) == "Mar 2026"
    assert long_day(day, BRITISH) == "Wednesday, 4 March 2026"


@given(st.floats(1e-6, 1e9))
def test_a_round_top_is_at_least_the_value_and_below_its_double(value: float) -> None:
    assert value * (1 - 1e-6) <= round_up(value) <= 2 * value


def test_a_rating_always_goes_from_none_to_ten() -> None:
    scale = value_scale(panel("urge", [3.0]), np.array([3.0]))
    assert scale.ticks == (0.0, 5.0, 10.0)


def test_doses_take_their_top_from_what_is_in_sight() -> None:
    iron = panel("iron", [65.0, 1000.0])
    assert value_scale(iron, np.array([65.0, NAN])).high == 80
    assert value_scale(iron, np.array([65.0, 1000.0])).high == 1000


def test_doses_that_are_all_none_still_have_an_axis() -> None:
    assert value_scale(panel("iron", [0.0]), np.array([0.0])).high > 0


def test_a_panel_without_a_value_numbers_nothing_but_zero() -> None:
    assert value_scale(panel("iron", [NAN]), np.array([NAN])).ticks == (0.0,)


@pytest.mark.parametrize(
    ("value", "text"), [(6.0, "6"), (-0.0, "0"), (2.5, "2.5"), (0.088, "0.088"), (1000.0, "1000")]
)
def test_numbers_have_no_needless_digits(value: float, text: str) -> None:
    assert number_text(value) == text
