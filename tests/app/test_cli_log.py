"""`rlsdiary log`: an evening from the command line, whole or in parts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from rlsdiary.app import cli, commands
from rlsdiary.domain.doses import Status
from rlsdiary.domain.record import DayRecord
from tests.store.diary import BERLIN, NOW, TODAY, contents, opened
from tests.store.template import copy_of_empty

PAST = date(2026, 11, 10)
YESTERDAY = TODAY - timedelta(days=1)
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all of it happen on the evening of Sunday 22 November 2026."""
    monkeypatch.setattr(commands, "now", lambda: NOW)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return copy_of_empty(tmp_path / "diary.rlsdiary")


def test_an_evening_with_every_option_is_kept(diary: Path, capsys: Capsys) -> None:
    ratings = ["urge", "stress", "tiredness", "mood", "sleep", "legs-asleep", "legs-night"]
    ratings += [f"urge-{part}" for part in ("morning", "afternoon", "evening", "night")]
    numbers = {"wakings": 5, "leg-wakings": 4, "walk-min": 25, "sleep-min": 301}
    words = [f"--{name}={number}" for number, name in enumerate(ratings)]
    words += [f"--{name}={number}" for name, number in numbers.items()]
    words += ["--onset=00:30", "--rest=hour", "--note=both calves"]
    words += ["--took=iron=65mg", "--took=vitamin D=1000 IU", "--took=zinc=0mg"]
    _log(diary, "--date", str(PAST), *words)
    assert capsys.readouterr().out == (
        "Kept for 2026-11-10; the sleep for the night 2026-11-10 → 2026-11-11.\n"
    )
    record = _day(diary, PAST)
    values = {key: answer.value for key, answer in record.answers.items()}
    assert values == {
        "sleep_quality": 4,
        **{name.replace("-", "_"): n for n, name in enumerate(ratings) if name != "sleep"},
        **{name.replace("-", "_"): number for name, number in numbers.items()},
        "onset": 24 * 60 + 30,
        "rest": "hour",
    }
    assert record.note is not None
    assert record.note.text == "both calves"
    with opened(diary) as store:
        items = store.treatment.items()
    doses = [(items[i.item_id].name, i.amount, i.elemental_mg, i.status) for i in record.intakes]
    assert doses == [
        ("Iron", 65, 65, Status.TAKEN),
        ("vitamin D", 1000, None, Status.TAKEN),
        ("Zinc", 0, 0, Status.SKIPPED),
    ]


def test_a_part_of_an_evening_leaves_the_rest_as_it_was(diary: Path) -> None:
    _log(diary, "--date", str(PAST), "--urge", "6", "--note", "old")
    _log(diary, "--date", str(PAST), "--stress", "4", "--took", "iron=65mg")
    record = _day(diary, PAST)
    assert (record.value("urge"), record.value("stress")) == (6, 4)
    assert record.note is not None


@pytest.mark.parametrize("words", [(), ("--date", str(TODAY))])
def test_the_sleep_told_tonight_is_that_of_last_night(
    diary: Path, capsys: Capsys, words: tuple[str, ...]
) -> None:
    _log(diary, *words, "--urge", "6", "--sleep", "3", "--leg-wakings", "2")
    assert capsys.readouterr().out == (
        "Kept for 2026-11-22; the sleep for the night 2026-11-21 → 2026-11-22.\n"
    )
    assert set(_day(diary, TODAY).answers) == {"urge"}
    assert set(_day(diary, YESTERDAY).answers) == {"sleep_quality", "leg_wakings"}


def test_only_the_sleep_is_said_to_be_of_the_night_only(diary: Path, capsys: Capsys) -> None:
    _log(diary, "--sleep", "3")
    assert capsys.readouterr().out == "Kept for the night 2026-11-21 → 2026-11-22.\n"
    assert _day(diary, TODAY).is_empty


def test_no_night_is_named_where_none_was_told(diary: Path, capsys: Capsys) -> None:
    _log(diary, "--urge", "3")
    assert capsys.readouterr().out == "Kept for 2026-11-22.\n"


def test_after_midnight_the_evening_still_belongs_to_its_day(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "now", lambda: datetime(2026, 11, 23, 1, 30, tzinfo=BERLIN))
    _log(diary, "--urge", "6", "--sleep", "3")
    assert _day(diary, TODAY).value("urge") == 6
    assert _day(diary, YESTERDAY).value("sleep_quality") == 3


def test_the_help_says_which_night_is_meant(capsys: Capsys) -> None:
    assert cli.main(["log", "--help"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "night that began on it" in words
    assert "they are about last night" in words


@pytest.mark.parametrize("words", [("--onset", "none"), ("--onset", "waking")])
def test_none_and_on_waking_are_answers(diary: Path, words: tuple[str, str]) -> None:
    _log(diary, *words)
    assert _day(diary, TODAY).value("onset") == words[1]


def test_a_name_typed_in_capitals_is_the_same_item(diary: Path) -> None:
    _log(diary, "--took", "Ropinirole=0.25 mg", "--took", "ROPINIROLE=0,5MG")
    with opened(diary) as store:
        assert len(store.treatment.items()) == 1
    assert [intake.amount for intake in _day(diary, TODAY).intakes] == [0.25, 0.5]


def test_the_diary_may_be_named_before_or_after_the_command(diary: Path) -> None:
    assert cli.main(["--diary", str(diary), "log", "--urge", "6"]) == 0
    assert cli.main(["log", "--diary", str(diary), "--stress", "2"]) == 0
    assert set(_day(diary, TODAY).answers) == {"urge", "stress"}


@pytest.mark.parametrize(
    ("status", "words", "said"),
    [
        (1, ("--urge", "11"), "whole number from 0 to 10"),
        (2, ("--urge", "5.5"), "“5.5” is not a whole number"),
        (2, ("--urge", "five"), "“five” is not a whole number"),
        (2, ("--urge", "-1"), "“-1” is not a whole number"),
        (2, ("--urge", ""), "is not a whole number"),
        (2, ("--urge",), "expected one argument"),
        (1, ("--sleep-min", "1441"), "from 0 to 1440"),
        (1, ("--rest", "perhaps"), "no, little, hour"),
        (2, ("--onset", "25:00"), "not a time of day"),
        (2, ("--date", "2026-02-31", "--urge", "5"), "no 2026-02-31 in the calendar"),
        (2, ("--date", "22.11.2026", "--urge", "5"), "write it as 2026-11-22"),
        (1, ("--date", "2026-11-23", "--urge", "5"), "has not come yet"),
        (2, ("--urg", "5"), "unrecognized arguments: --urg 5"),
        (2, ("--took", "garbage"), "write NAME=AMOUNT"),
        (2, ("--took", "iron=65"), "write NAME=AMOUNT"),
        (2, ("--took", "iron=mg"), "write NAME=AMOUNT"),
        (2, ("--took", "iron=1.2.3mg"), "not a number"),
        (2, ("--took", "iron=9999999mg"), "from 0 to 1,000,000"),
        (1, ("--took", "x" * 81 + "=1mg"), "at most 80 letters"),
        (1, ("--took", "half \udcff=1mg"), "no text"),
        (1, ("--note", "half \udcff"), "no text"),
        (2, (), "Nothing to keep"),
        (2, ("--date", "2026-11-20"), "Nothing to keep"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line_and_nothing_is_kept(
    diary: Path, capsys: Capsys, status: int, words: tuple[str, ...], said: str
) -> None:
    before = contents(diary)
    assert cli.main(["--diary", str(diary), "log", *words]) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert said in printed.err
    assert contents(diary) == before


def test_one_bad_answer_keeps_the_good_ones_out_too(diary: Path, capsys: Capsys) -> None:
    before = contents(diary)
    words = ["--urge", "6", "--sleep", "3", "--stress", "11", "--took", "iron=65mg"]
    assert cli.main(["--diary", str(diary), "log", *words]) == 1
    assert contents(diary) == before


def _log(diary: Path, *words: str) -> None:
    assert cli.main(["--diary", str(diary), "log", *words]) == 0


def _day(diary: Path, day: date) -> DayRecord:
    with opened(diary) as store:
        return store.days.record(day)
