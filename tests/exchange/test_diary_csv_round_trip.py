"""What is written as a diary CSV is read again as the same, and what is read is what was typed."""

import csv
import math
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rlsdiary.domain.catalogue import QUESTIONS
from rlsdiary.domain.day import DayRule
from rlsdiary.domain.errors import DiaryError
from rlsdiary.domain.questions import Kind, Value
from rlsdiary.exchange.csv_header import ANSWER_COLUMNS
from rlsdiary.exchange.diary_csv import CsvDay, read_diary_csv, write_diary_csv

TODAY = date(2199, 12, 31)
SAMPLE = Path(__file__).parents[2] / "../shared/samples/real/esm-239-days.csv"
DAY = date(2026, 1, 1)


def read(path: Path, rule: DayRule | None = None) -> tuple[CsvDay, ...]:
    return read_diary_csv(path, rule or DayRule(), TODAY)


def write(path: Path, *days: CsvDay) -> str:
    """Write the days; return the text of the file."""
    assert write_diary_csv(path, days, DayRule()) == len(days)
    return path.read_bytes().decode()


def taken(path: Path, text: str | bytes) -> tuple[CsvDay, ...]:
    """Return the days of a file with this text."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read(path)


# --- what is written is read again ---------------------------------------------------------------


def answers(rule: DayRule) -> st.SearchStrategy[dict[str, Value]]:
    """Return any answers that a day of ``rule`` can have."""
    onset = st.integers(rule.start_minute, rule.start_minute + 1439)
    fitting: dict[str, st.SearchStrategy[Value]] = {
        key: st.integers(0, QUESTIONS[key].high)
        for key in ANSWER_COLUMNS
        if QUESTIONS[key].kind in (Kind.RATING, Kind.COUNT, Kind.MINUTES)
    }
    fitting["onset"] = onset | st.sampled_from(["none", "waking"])
    fitting["rest"] = st.sampled_from(["no", "little", "hour"])
    return st.fixed_dictionaries({}, optional=fitting)


AMOUNTS = st.floats(0, 1_000_000) | st.integers(0, 1000).map(float)
NUMBERS = st.floats(-999_999_999, 999_999_999)
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(LETTERS | st.sampled_from('_,"; \u202b=<b>é'), max_size=12).map(
    lambda text: " ".join(text.split())
)
NAMES = WORDS.filter(bool)
PRODUCTS = st.tuples(NAMES, WORDS.map(lambda unit: unit.replace("_", "").strip()))
NOTES = st.none() | st.text(LETTERS | st.sampled_from('\r\n,"'), min_size=1)


def one_of_a_kind(names: dict[tuple[str, str], float]) -> bool:
    return len({f"{name}_{unit}".casefold() for name, unit in names}) == len(names)


@st.composite
def diaries(draw: st.DrawFn) -> tuple[DayRule, list[CsvDay]]:
    """Return a rule and some days in order, with the same few items on each."""
    rule = DayRule(draw(st.sampled_from([time(3), time(6), time(12)])))
    products = draw(st.dictionaries(PRODUCTS, st.just(0.0), max_size=3).filter(one_of_a_kind))
    tracked = draw(st.lists(NAMES, max_size=2, unique_by=str.casefold))
    dates = draw(st.lists(st.dates(date(1900, 1, 1), TODAY), max_size=6, unique=True))
    return rule, [
        CsvDay(
            day,
            draw(answers(rule)),
            draw(st.dictionaries(st.sampled_from(["iron", "zinc", "magnesium"]), AMOUNTS)),
            draw(st.fixed_dictionaries({}, optional=dict.fromkeys(products, AMOUNTS))),
            draw(st.fixed_dictionaries({}, optional=dict.fromkeys(tracked, NUMBERS))),
            draw(NOTES),
        )
        for day in sorted(dates)
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(diaries())
def test_what_was_written_is_read_again(
    tmp_path: Path, diary: tuple[DayRule, list[CsvDay]]
) -> None:
    rule, days = diary
    path = tmp_path / "diary.csv"
    assert write_diary_csv(path, reversed(days), rule) == len(days)
    assert read(path, rule) == tuple(days)
    again = tmp_path / "again.csv"
    write_diary_csv(again, read(path, rule), rule)
    assert again.read_bytes() == path.read_bytes()


def test_a_real_diary_comes_out_cell_for_cell(tmp_path: Path) -> None:
    if not SAMPLE.exists():
        pytest.skip("the real diary is not part of this checkout")
    days = read(SAMPLE)
    write(tmp_path / "out.csv", *days)
    with SAMPLE.open(newline="") as before, (tmp_path / "out.csv").open(newline="") as after:
        rows = list(csv.DictReader(before))
        assert list(csv.DictReader(after)) == rows
    assert len(days) == len(rows) == 240
    assert sum("sleep_quality" not in day.answers for day in days) == 97
    assert days[1] == CsvDay(
        date(2012, 8, 13),
        {"stress": 0, "tiredness": 0, "sleep_quality": 8, "wakings": 1},
        takes={("venlafaxine", "mg"): 150.0},
    )


# --- how it is written ---------------------------------------------------------------------------


def test_columns_come_in_their_order_and_only_where_there_is_a_value(tmp_path: Path) -> None:
    text = write(
        tmp_path / "a.csv",
        CsvDay(date(2026, 1, 3), {"wakings": 2, "urge": 0}, note="x"),
        CsvDay(date(2026, 1, 1), {"onset": 1470, "mood": 10}, {"zinc": 0}, {}, {"b": 1, "A": 0.5}),
        CsvDay(date(2026, 1, 2), {}, {"iron": 65}, {("v", "mg"): 37.5, ("L", "ml"): 0.0}),
    )
    assert text == (
        "date,urge,mood,onset,wakings,iron_mg,zinc_mg,take:L_ml,take:v_mg,track:A,track:b,note\n"
        "2026-01-01,,10,00:30,,,0,,,0.5,1,\n"
        "2026-01-02,,,,,65,,0,37.5,,,\n"
        "2026-01-03,0,,,2,,,,,,,x\n"
    )


def test_all_columns_of_the_diary_csv_are_written_in_their_order(tmp_path: Path) -> None:
    full: dict[str, Value] = dict.fromkeys(reversed(ANSWER_COLUMNS), 1)
    full |= {"onset": "waking", "rest": "hour"}
    elements = {"magnesium": 1.0, "zinc": 1.0, "iron": 1.0}
    text = write(tmp_path / "a.csv", CsvDay(DAY, full, elements, note="n"))
    assert text.splitlines()[0] == (
        "date,urge,stress,tiredness,mood,urge_morning,urge_afternoon,urge_evening,urge_night,"
        "onset,rest,sleep_quality,legs_asleep,legs_night,wakings,leg_wakings,walk_min,sleep_min,"
        "iron_mg,zinc_mg,magnesium_mg,note"
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (5.0, "5"),
        (2.50, "2.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (0.00001, "0.00001"),
        (100.0, "100"),
        (-0.0, "0"),
        (-0.25, "-0.25"),
        (123456789.0, "123456789"),
    ],
)
def test_numbers_are_exact_without_needless_zeros_or_exponents(
    tmp_path: Path, number: float, text: str
) -> None:
    assert write(tmp_path / "a.csv", CsvDay(DAY, tracks={"x": number})).endswith(f",{text}\n")


def test_answers_that_have_no_column_are_left_out(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv", CsvDay(DAY, {"pain": 3, "urge": 4})) == (
        "date,urge\n2026-01-01,4\n"
    )


def test_a_diary_without_days_is_its_first_line(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv") == "date\n"
    assert read(tmp_path / "a.csv") == ()


def test_a_day_twice_is_a_bug_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="twice"):
        write_diary_csv(tmp_path / "a.csv", [CsvDay(DAY), CsvDay(DAY)], DayRule())
    assert list(tmp_path.iterdir()) == []


# --- how it is read ------------------------------------------------------------------------------


def test_days_come_in_order_with_the_line_where_they_begin(tmp_path: Path) -> None:
    days = taken(
        tmp_path / "a.csv",
        'note,date,urge\n"two\nlines",2026-01-02,1\n\n,,\nx,2026-01-01,2\n,2026-01-03,\n',
    )
    assert [(day.day.day, day.row, day.note) for day in days] == [
        (1, 6, "x"),
        (2, 2, "two\nlines"),
        (3, 7, None),
    ]


def test_a_row_with_nothing_but_its_date_is_kept_and_written_again(tmp_path: Path) -> None:
    days = taken(tmp_path / "a.csv", "date,urge\n2026-01-01,\n2026-01-02,5\n")
    assert days == (CsvDay(DAY), CsvDay(date(2026, 1, 2), {"urge": 5}))
    assert write(tmp_path / "b.csv", *days) == "date,urge\n2026-01-01,\n2026-01-02,5\n"


def test_not_recorded_is_never_zero(tmp_path: Path) -> None:
    empty, none = taken(
        tmp_path / "a.csv",
        "date,urge,iron_mg,take:x_mg,track:y,note\n2026-01-01,,, ,,\n2026-01-02,0,0,0,0,0\n",
    )
    assert empty == CsvDay(DAY)
    assert none == CsvDay(
        date(2026, 1, 2), {"urge": 0}, {"iron": 0.0}, {("x", "mg"): 0.0}, {"y": 0.0}, "0"
    )


def test_minus_nothing_is_nothing(tmp_path: Path) -> None:
    (day,) = taken(tmp_path / "a.csv", "date,iron_mg,track:x\n2026-01-01,-0,-0.0\n")
    assert [math.copysign(1, day.elements["iron"]), math.copysign(1, day.tracks["x"])] == [1, 1]


@pytest.mark.parametrize("cell", ["5", "5.0", "5.", " 5 ", "05", '"5"'])
def test_a_rating_may_be_written_as_spreadsheets_do(tmp_path: Path, cell: str) -> None:
    (day,) = taken(tmp_path / "a.csv", f"date,urge\n2026-01-01,{cell}\n")
    assert day.answers == {"urge": 5}
    assert isinstance(day.answers["urge"], int)


@pytest.mark.parametrize(
    ("cell", "start", "stored"),
    [
        ("21:30", 6, 1290),
        ("00:30", 6, 1470),
        ("0:30", 6, 1470),
        ("05:59", 6, 1799),
        ("05:59", 3, 359),
        ("06:00", 6, 360),
        ("none", 6, "none"),
        ("waking", 6, "waking"),
    ],
)
def test_a_time_of_onset_lies_in_its_diary_day(
    tmp_path: Path, cell: str, start: int, stored: Value
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"date,onset\n2026-01-01,{cell}\n")
    assert read(path, DayRule(time(start)))[0].answers == {"onset": stored}


@pytest.mark.parametrize(
    "note",
    [
        'quotes "inside", and commas',
        "two\nlines",
        "Windows\r\nlines",
        "old\rlines",
        "<b>bold</b> & more",
        "=1+1",
        "🦵 zwischen 😴",
        "\N{RIGHT-TO-LEFT MARK}הרגליים לא נחות",
        "  blanks at both ends  ",
        "a line\u2028of its own\x85kind\x0b",
        "x" * 20_000,
        "é" * 200_000,
    ],
)
def test_a_note_stays_letter_for_letter(tmp_path: Path, note: str) -> None:
    write(tmp_path / "a.csv", CsvDay(DAY, note=note))
    assert read(tmp_path / "a.csv") == (CsvDay(DAY, note=note),)


@pytest.mark.parametrize(
    ("column", "product"),
    [
        ("take:venlafaxine_mg", ("venlafaxine", "mg")),
        ("take:iron_bisglycinate_mg", ("iron_bisglycinate", "mg")),
        ("take:a__b", ("a_", "b")),
        ("take:melatonin_", ("melatonin", "")),
        ('"take:D3, ""forte""_half tablet"', ('D3, "forte"', "half tablet")),
        ("take:  two   blanks _ mg ", ("two blanks", "mg")),
        ("take:Tee ☕_Tasse", ("Tee ☕", "Tasse")),
    ],
)
def test_the_unit_is_what_follows_the_last_underscore(
    tmp_path: Path, column: str, product: tuple[str, str]
) -> None:
    (day,) = taken(tmp_path / "a.csv", f"date,{column}\n2026-01-01,2.5\n")
    assert day.takes == {product: 2.5}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_marks_and_line_ends_of_other_programs_are_taken(
    tmp_path: Path, mark: bytes, end: bytes
) -> None:
    text = mark + end.join([b"date,urge", b"2026-01-01,5", b"2026-01-02,6"])
    assert [day.answers["urge"] for day in taken(tmp_path / "a.csv", text)] == [5, 6]


def test_twenty_years_come_back_whole(tmp_path: Path) -> None:
    days = [CsvDay(DAY + timedelta(days=n), {"urge": n % 11}, note="n") for n in range(7300)]
    write(tmp_path / "a.csv", *days)
    assert read(tmp_path / "a.csv") == tuple(days)


# --- what happens when it cannot be written ------------------------------------------------------


def refused(path: Path, *days: CsvDay) -> str:
    """Return the words with which writing is refused."""
    with pytest.raises(DiaryError) as error:
        write_diary_csv(path, days, DayRule())
    assert error.value.title == "The file could not be written"
    return error.value.message


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a.csv"
    folder.mkdir()
    assert "it is a folder or a device. Choose another place" in refused(folder, CsvDay(DAY))
    assert list(tmp_path.iterdir()) == [folder]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert "No such file or directory" in refused(tmp_path / "no" / "a.csv", CsvDay(DAY))


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no /dev/null")
def test_a_device_is_never_replaced() -> None:
    assert "it is a folder or a device" in refused(Path(os.devnull), CsvDay(DAY))
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of file size")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("the old file")
    days = [CsvDay(DAY + timedelta(days=n), note="x" * 100) for n in range(1000)]
    with files_end_at(50_000):
        message = refused(path, *days)
    assert "File too large" in message
    assert "make room" in message
    assert path.read_text() == "the old file"
    assert list(tmp_path.iterdir()) == [path]


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """Let this process write no file beyond ``size`` bytes, like a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_an_interruption_before_the_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("the old file")

    def interrupted(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_diary_csv(path, [CsvDay(DAY)], DayRule())
    assert path.read_text() == "the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("the old file")
    link = tmp_path / "link.csv"
    try:
        link.symlink_to("real.csv")
    except OSError:
        pytest.skip("this person may make no links here")
    write(link, CsvDay(DAY))
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text() == "date\n2026-01-01\n"


@pytest.mark.parametrize("note", ["zero\0byte", "half a letter \ud800", "x" * 1_000_000])
def test_a_note_that_no_csv_can_hold_is_said_with_its_day(tmp_path: Path, note: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("the old file")
    assert "2026-01-01: a name or the note" in refused(path, CsvDay(DAY, note=note))
    assert path.read_text() == "the old file"
