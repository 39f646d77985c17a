"""Plans, amounts, names and units of what is taken."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.doses import (
    BIGGEST_AMOUNT,
    ELEMENTS,
    Item,
    ItemKind,
    Plan,
    Rhythm,
    amount_text,
    check_amount,
    check_name,
    check_unit,
    generic_item,
    parse_amount,
)
from rlsdiary.domain.errors import BadValue

MONDAY = date(2026, 11, 16)


def plan(rhythm: Rhythm, last: date | None = None, weekdays: tuple[int, ...] = ()) -> Plan:
    return Plan(1, 65, MONDAY, last, rhythm=rhythm, weekdays=weekdays)


def asked(of: Plan, days: int = 14) -> list[int]:
    """Return the days after Monday, from a week before it, on which the plan asks for a dose."""
    return [n for n in range(-7, days) if of.asks_on(MONDAY + timedelta(days=n))]


def test_a_daily_plan_asks_from_its_first_to_its_last_day() -> None:
    assert asked(plan(Rhythm.DAILY, MONDAY + timedelta(days=3))) == [0, 1, 2, 3]
    assert asked(plan(Rhythm.DAILY), 5) == [0, 1, 2, 3, 4]


def test_a_plan_for_every_second_day_counts_from_its_first_day() -> None:
    assert asked(plan(Rhythm.EVERY_SECOND_DAY), 7) == [0, 2, 4, 6]
    assert asked(plan(Rhythm.EVERY_SECOND_DAY, MONDAY + timedelta(days=3))) == [0, 2]


def test_a_plan_for_weekdays_asks_on_those_only() -> None:
    assert asked(plan(Rhythm.WEEKDAYS, weekdays=(0, 2, 6))) == [0, 2, 6, 7, 9, 13]
    assert asked(plan(Rhythm.WEEKDAYS)) == []


def test_a_single_dose_is_asked_for_once() -> None:
    assert asked(plan(Rhythm.ONCE)) == [0]


def test_what_is_taken_as_needed_is_never_asked_for() -> None:
    assert asked(plan(Rhythm.AS_NEEDED)) == []
    assert plan(Rhythm.AS_NEEDED).covers(MONDAY)


@given(st.sampled_from(Rhythm), st.integers(-30, 30), st.integers(-1, 20))
def test_no_plan_asks_on_a_day_that_it_does_not_cover(
    rhythm: Rhythm, day: int, length: int
) -> None:
    wanted = plan(rhythm, MONDAY + timedelta(days=length), tuple(range(7)))
    if not 0 <= day <= length:
        assert not wanted.asks_on(MONDAY + timedelta(days=day))


@pytest.mark.parametrize("amount", [0, 0.088, 65, BIGGEST_AMOUNT])
def test_an_amount_from_nothing_to_a_million_is_taken(amount: float) -> None:
    assert check_amount(amount) == amount


@pytest.mark.parametrize("amount", [-0.1, BIGGEST_AMOUNT + 1, math.nan, math.inf, -math.inf])
def test_another_amount_is_refused(amount: float) -> None:
    with pytest.raises(BadValue, match="from 0 to 1,000,000"):
        check_amount(amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("65", 65),
        (" 65 ", 65),
        ("0.088", 0.088),
        ("0,088", 0.088),
        ("2,5", 2.5),
        ("1,25", 1.25),
        ("1.125", 1.125),
        (",5", 0.5),
        (".5", 0.5),
        ("5.", 5),
        ("+5", 5),
        ("1000", 1000),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_type_them(text: str, amount: float) -> None:
    assert parse_amount(text) == amount


def test_minus_nothing_is_nothing() -> None:
    assert math.copysign(1, parse_amount("-0")) == 1


@pytest.mark.parametrize(
    "text", ["", "five", "5 mg", "1_0", "1e3", "nan", "inf", "1.000,5", "1,000,000", "１", "--5"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="is not a number"):
        parse_amount(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("1,000", "write 1000, or 1.000"), ("12,500", "write 12500, or 12.500")],
)
def test_a_comma_that_could_mean_thousands_is_never_guessed(text: str, words: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_amount(text)
    assert words in refused.value.message


@pytest.mark.parametrize("text", ["-1", "1000001"])
def test_a_typed_amount_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="from 0 to 1,000,000"):
        parse_amount(text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(None, ""), (25.0, "25"), (0.088, "0.088"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (0.0, "0")],
)
def test_an_amount_is_written_without_needless_zeros(amount: float | None, text: str) -> None:
    assert amount_text(amount) == text


@given(st.integers(0, 10**9).map(lambda thousandth: thousandth / 1000))
def test_a_written_amount_reads_as_the_same(amount: float) -> None:
    assert parse_amount(amount_text(amount)) == amount


def test_a_name_is_tidied_and_has_some_letters_but_not_too_many() -> None:
    assert check_name("  Iron \n bisglycinate ") == "Iron bisglycinate"
    assert check_name("x" * 80) == "x" * 80
    with pytest.raises(BadValue, match="needs a name"):
        check_name(" \t ")
    with pytest.raises(BadValue, match="at most 80 letters"):
        check_name("x" * 81)


def test_a_unit_has_no_underscore() -> None:
    assert check_unit(" soft  gel ") == "soft gel"
    assert check_unit("") == ""
    for unit in ("half_tablet", "x" * 81):
        with pytest.raises(BadValue, match="short word without “_”"):
            check_unit(unit)


def test_the_element_in_an_amount_is_known_only_where_the_item_says_so() -> None:
    tablet = Item("Iron", ItemKind.SUPPLEMENT, "tablet", element="iron", elemental_mg=65)
    assert tablet.elemental(2) == 130
    assert tablet.elemental(0) == 0
    assert tablet.elemental(None) is None
    assert Item("Tea", ItemKind.HABIT).elemental(2) is None


@pytest.mark.parametrize("element", ELEMENTS)
def test_elemental_milligrams_stand_for_themselves(element: str) -> None:
    item = generic_item(element)
    assert (item.element, item.unit, item.kind) == (element, "mg", ItemKind.SUPPLEMENT)
    assert item.elemental(18.5) == 18.5


def test_only_supplements_and_medicines_are_taken() -> None:
    assert {kind for kind in ItemKind if kind.is_taken} == {
        ItemKind.SUPPLEMENT,
        ItemKind.MEDICINE,
    }


def test_answers_about_an_item_are_kept_under_its_number() -> None:
    assert Item("Coffee", ItemKind.HABIT, id=7).question == "item:7"
