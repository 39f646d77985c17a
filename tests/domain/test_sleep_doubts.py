"""Slips in the times of a night: asked about once, with what would fit, and never refused."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rlsdiary.domain.day import MINUTES_A_DAY
from rlsdiary.domain.sleep import TIMES
from rlsdiary.domain.sleep_doubts import (
    SLEEP,
    About,
    Doubt,
    doubt_about,
    suggested,
    usual_times,
)
from tests.domain.test_sleep import WHOLE, face, night

USUAL = {
    "bed": [face("23:00")] * 9,
    "lights_out": [face("23:20")] * 9,
    "final_waking": [face("06:45")] * 9,
    "up": [face("07:00")] * 9,
}
SHIFT = {
    "bed": [face("08:00")] * 9,
    "lights_out": [face("08:30")] * 9,
    "final_waking": [face("15:00")] * 9,
    "up": [face("15:30")] * 9,
}
NONE: dict[str, list[int]] = {}


def doubt(
    told: Mapping[str, str | int],
    usual: Mapping[str, list[int]] = NONE,
    meant: Mapping[str, object] | None = None,
) -> Doubt | None:
    return doubt_about(night(told), usual, meant or {})


def test_an_ordinary_night_is_not_asked_about() -> None:
    assert doubt(WHOLE) is None
    assert doubt(WHOLE, USUAL) is None
    assert doubt({}) is None


def test_eleven_for_eleven_at_night_is_asked_about_with_what_fits() -> None:
    found = doubt({"bed": "11:00", "up": "07:00"})
    assert found == Doubt("bed", face("11:00"), About.IN_BED, 20 * 60, face("23:00"))


def test_a_time_far_from_the_usual_one_is_asked_about_as_soon_as_it_is_typed() -> None:
    found = doubt({"bed": "11:00"}, USUAL)
    assert found == Doubt("bed", face("11:00"), About.USUAL, face("23:00"), face("23:00"))
    assert doubt({"bed": "11:00"}) is None


def test_few_nights_make_no_habit_to_ask_by() -> None:
    assert doubt({"bed": "11:00"}, {"bed": [face("23:00")] * 4}) is None


@pytest.mark.parametrize(
    ("key", "slip", "meant"),
    [
        ("bed", "11:10", "23:10"),
        ("lights_out", "11:30", "23:30"),
        ("final_waking", "18:45", "06:45"),
        ("up", "19:10", "07:10"),
    ],
)
@pytest.mark.parametrize("usual", [NONE, USUAL], ids=["new", "known"])
def test_each_time_in_the_wrong_half_of_the_day_is_found(
    key: str, slip: str, meant: str, usual: Mapping[str, list[int]]
) -> None:
    found = doubt({**WHOLE, key: slip}, usual)
    assert found is not None
    assert (found.question, found.value, found.instead) == (key, face(slip), face(meant))


@pytest.mark.parametrize("usual", [NONE, USUAL, SHIFT], ids=["new", "by night", "by day"])
def test_who_sleeps_after_a_night_shift_is_not_asked_about(
    usual: Mapping[str, list[int]],
) -> None:
    told = {"bed": "08:00", "lights_out": "08:30", "final_waking": "15:00", "up": "15:30"}
    assert doubt(told, usual) is None


def test_what_the_person_stood_by_is_not_asked_again_for_that_value() -> None:
    told = {"bed": "11:00", "up": "07:00"}
    assert doubt(told, USUAL, {"bed": face("11:00")}) is None
    again = doubt({"bed": "11:15", "up": "07:00"}, USUAL, {"bed": face("11:00")})
    assert again is not None
    assert again.question == "bed"


def test_where_one_time_is_meant_the_other_one_may_be_the_slip() -> None:
    told = {"bed": "08:00", "final_waking": "03:00"}
    first = doubt(told)
    assert first is not None
    assert first.question == "bed"
    second = doubt(told, NONE, {"bed": face("08:00")})
    assert second == Doubt(
        "final_waking", face("03:00"), About.IN_BED, 19 * 60, instead=face("15:00")
    )


@pytest.mark.parametrize(("awake", "asleep"), [(300, 105), (285, 120), (286, 119)])
def test_a_night_of_less_than_two_hours_is_asked_about(awake: int, asleep: int) -> None:
    found = doubt({**WHOLE, "awake_min": awake}, USUAL)
    assert found == (Doubt(SLEEP, asleep, About.ASLEEP, asleep) if asleep < 120 else None)


def test_minutes_asleep_as_typed_are_asked_about_too() -> None:
    assert doubt({"sleep_min": 900}) == Doubt(SLEEP, 900, About.ASLEEP, 900)
    assert doubt({"sleep_min": 840}) is None
    assert doubt({"sleep_min": 900}, NONE, {SLEEP: 900}) is None


def test_more_than_six_hours_to_fall_asleep_are_asked_about() -> None:
    told = {"lights_out": "20:00", "final_waking": "06:00"}
    assert doubt({**told, "fall_asleep_min": 360}) is None
    found = doubt({**told, "fall_asleep_min": 361})
    assert found == Doubt("fall_asleep_min", 361, About.FALL_ASLEEP, 361)


def test_lights_out_before_into_bed_is_asked_about_without_a_guess() -> None:
    found = doubt({**WHOLE, "lights_out": "23:00"})
    assert found == Doubt("lights_out", face("23:00"), About.BETWEEN, 23 * 60 + 50)
    found = doubt({**WHOLE, "up": "06:30"})
    assert found == Doubt("up", face("06:30"), About.BETWEEN, 23 * 60 + 45)


faces = st.dictionaries(st.sampled_from(TIMES), st.integers(0, MINUTES_A_DAY - 1))


@given(faces, faces)
def test_what_is_put_instead_is_not_asked_about_again_unless_it_is_unusual(
    told: dict[str, int], usual: dict[str, int]
) -> None:
    known = {key: [minute] * 9 for key, minute in usual.items()}
    found = doubt(told, known)
    if found is not None and found.instead is not None:
        after = doubt({**told, found.question: found.instead}, known)
        assert after is None or after.about is About.USUAL
        assert after is None or after.question != found.question


@given(faces, faces)
def test_questions_come_to_an_end_when_the_person_stands_by_everything(
    told: dict[str, int], usual: dict[str, int]
) -> None:
    known = {key: [minute] * 9 for key, minute in usual.items()}
    meant: dict[str, object] = {}
    for _ in range(len(TIMES) + 1):
        found = doubt(told, known, meant)
        if found is None:
            return
        meant[found.question] = found.value
    assert doubt(told, known, meant) is None


# --- the usual time


def test_the_usual_time_is_one_that_was_typed_and_crosses_midnight_well() -> None:
    told = [face("23:30"), face("00:30"), face("23:45"), face("00:15")]
    assert usual_times({"bed": told}) == {"bed": face("23:45")}
    assert usual_times({"bed": told}, least=5) == {}
    assert usual_times({"bed": []}) == {}


def test_an_empty_time_begins_at_the_usual_one() -> None:
    assert suggested(night(), "bed", USUAL) == face("23:00")
    assert suggested(night(), "bed", NONE) == face("22:30")
    assert suggested(night({"bed": "22:50"}), "lights_out", USUAL) == face("23:20")


def test_an_empty_time_begins_no_earlier_than_the_one_before_it() -> None:
    assert suggested(night({"bed": "00:30"}), "lights_out", USUAL) == face("00:30")
    assert suggested(night({"final_waking": "09:00"}), "up", USUAL) == face("09:00")
