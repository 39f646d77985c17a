"""Files that are no diary CSV: each is refused in words that say what, where and what to do."""

import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rlsdiary.domain.day import DayRule
from rlsdiary.exchange import csv_lines
from rlsdiary.exchange.diary_csv import CsvDay, CsvRefused, read_diary_csv

TODAY = date(2026, 11, 22)
RATING = "takes a whole number from 0 to 10. Correct it, or leave the cell empty."
POINT = "Write the number with a decimal point, as 0.5, and no other comma."
PLAIN = "Write a plain number, as 25 or 0.5."
RANGE = "An amount is a number from 0 to 1,000,000."
CLOCK = "Write a time from 00:00 to 23:59, or “none”, or “waking”."
REST = "Chance to sit still takes one of: no, little, hour."
UNKNOWN = "The diary does not know it."
QUOTES = 'the quotation marks (") do not match'
SAVE_AS = "In the spreadsheet, save it as “CSV UTF-8”."
ONE_DAY = "date,urge,stress\n2026-01-01,"


def read(path: Path) -> tuple[CsvDay, ...]:
    return read_diary_csv(path, DayRule(), TODAY)


def refusal(path: Path) -> CsvRefused:
    with pytest.raises(CsvRefused) as refused:
        read(path)
    assert refused.value.message.endswith("Nothing was taken from this file.")
    return refused.value


BAD_COLUMNS = {
    "misspelt": ("date,urgh", "Row 1, column 2 “urgh”", UNKNOWN, "Did you mean “urge”?"),
    "other case": ("date,URGE", "Row 1, column 2 “URGE”", "Did you mean “urge”?"),
    "unknown": ("date,xyzzy", "column 2 “xyzzy”", UNKNOWN, "Call it “track:…” (a number)"),
    "not in the CSV": ("date,pain", "column 2 “pain”", UNKNOWN),
    "take without a unit": ("date,take:iron", "column 2 “take:iron”", "as take:ropinirole_mg."),
    "take without a name": ("date,take:_mg", "column 2 “take:_mg”", "It needs a name."),
    "track without a name": ("date,track: ", "column 2 “track:”", "It needs a name."),
    "name too long": (f"date,track:{'x' * 81}", "column 2 “track:xxxx", "at most 80 letters"),
    "no name": ("date,urge,", "Row 1, column 3 “”", "Name it, or delete the column."),
    "no names": ("date,,", "Row 1, column 2 “”: It has no name.", "Row 1, column 3 “”: It has"),
    "twice": ("date,urge,mood,urge", "Row 1 names “urge” twice, in columns 2 and 4. Delete one."),
    "date twice": ("date,urge,date", "Row 1 names “date” twice, in columns 1 and 3."),
    "note twice": ("date,note,note", "Row 1 names “note” twice, in columns 2 and 3."),
    "item twice": ("date,take:a_mg,take:A_mg", "“take:A_mg” twice, in columns 2 and 3."),
    "item twice, blanks": ("date,take: a _ mg,take:a_mg", "“take:a_mg” twice"),
    "date missing": ("urge,stress", "Row 1 names no column “date”. Add one"),
    "no header": ("2026-01-01,5", "Row 1, column 1 “2026-01-01”", "Row 1 names no column “date”."),
    "semicolons": ("date;urge;note", "separated by semicolons (;)", "with commas"),
    "semicolons, quoted": ('"urge";"date"', "separated by semicolons (;)"),
    "tabs": ("date\turge\tnote", "separated by tabs", "with commas"),
    "semicolons, names with blanks": ("urge ; Date ; note", "separated by semicolons (;)"),
    "bars": ("date|urge", "separated by bars (|)", "with commas"),
    "old Macintosh": ("date,urge\r2026-01-01,5", "very old Macintosh", SAVE_AS),
}


@pytest.mark.parametrize("case", BAD_COLUMNS.values(), ids=BAD_COLUMNS)
def test_a_bad_first_line_is_refused(tmp_path: Path, case: tuple[str, ...]) -> None:
    header, *parts = case
    path = tmp_path / "bad.csv"
    path.write_bytes(f"{header}\n2026-01-01,5\n".encode())
    message = refusal(path).message
    for part in parts:
        assert part in message


def test_an_item_may_have_a_semicolon_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "good.csv"
    path.write_text("date,track:a;date;b\n2026-01-01,5\n")
    assert read(path)[0].tracks == {"a;date;b": 5.0}


BAD_CELLS = {
    "rating 11": ("urge", "11", f"“11” does not fit. Strongest urge to move {RATING}"),
    "rating 5.5": ("urge", "5.5", "“5.5” does not fit.", RATING),
    "rating five": ("urge", "five", "“five” does not fit.", RATING),
    "rating -1": ("stress", "-1", f"“-1” does not fit. Stress {RATING}"),
    "rating 1e1": ("mood", "1e1", "“1e1” does not fit.", RATING),
    "rating NaN": ("tiredness", "NaN", "“NaN” does not fit.", RATING),
    "rating inf": ("urge_night", "inf", "“inf” does not fit.", RATING),
    "rating +5": ("urge", "+5", "“+5” does not fit.", RATING),
    "rating in other digits": ("urge", "٥", "“٥” does not fit.", RATING),
    "rating with underscore": ("urge", "1_0", "“1_0” does not fit.", RATING),
    "rating with comma": ("urge", '"5,0"', "“5,0” does not fit.", RATING),
    "rating, 5000 digits": ("urge", "9" * 5000, f"“{'9' * 39}…” does not fit.", RATING),
    "rating, 40 letters": ("urge", "x" * 40, f"“{'x' * 40}” does not fit.", RATING),
    "rating, 41 letters": ("urge", "x" * 41, f"“{'x' * 39}…” does not fit.", RATING),
    "wakings 100": ("wakings", "100", "“100” does not fit.", "from 0 to 99."),
    "asleep 1441": ("sleep_min", "1441", "“1441” does not fit.", "from 0 to 1440."),
    "onset 25:00": ("onset", "25:00", "“25:00” does not fit.", CLOCK),
    "onset 23:60": ("onset", "23:60", "“23:60” does not fit.", CLOCK),
    "onset pm": ("onset", "8:40 pm", "“8:40 pm” does not fit.", CLOCK),
    "onset number": ("onset", "1290", "“1290” does not fit.", CLOCK),
    "onset None": ("onset", "None", "“None” does not fit.", CLOCK),
    "rest": ("rest", "some", "“some” does not fit.", REST),
    "decimal comma": ("iron_mg", '"5,5"', "“5,5” does not fit.", POINT),
    "thousands": ("take:x_mg", '"1,000.5"', "“1,000.5” does not fit.", POINT),
    "amount -1": ("zinc_mg", "-1", "“-1” does not fit.", RANGE),
    "amount too big": ("take:x_mg", "1000001", "“1000001” does not fit.", RANGE),
    "amount 1e3": ("magnesium_mg", "1e3", "“1e3” does not fit.", PLAIN),
    "amount NaN": ("take:x_mg", "nan", "“nan” does not fit.", PLAIN),
    "amount inf": ("take:x_mg", "inf", "“inf” does not fit.", PLAIN),
    "amount with unit": ("iron_mg", "65 mg", "“65 mg” does not fit.", PLAIN),
    "track yes": ("track:coffee", "yes", "“yes” does not fit.", PLAIN),
    "track comma": ("track:coffee", '"1,5"', "“1,5” does not fit.", POINT),
    "track too big": ("track:coffee", "1000000000", "“1000000000”", "The number is too big."),
    "unseen letters": ("urge", "5\x07\u202e6", "“5 6” does not fit.", RATING),
}


@pytest.mark.parametrize("case", BAD_CELLS.values(), ids=BAD_CELLS)
def test_a_bad_cell_is_refused_with_its_place_and_value(
    tmp_path: Path, case: tuple[str, ...]
) -> None:
    column, cell, *parts = case
    path = tmp_path / "bad.csv"
    path.write_bytes(
        f"date,legs_night,{column},note\n2026-01-01,3,,\n2026-01-02,3,{cell},x\n".encode()
    )
    refused = refusal(path)
    assert len(refused.problems) == 1
    assert refused.problems[0].startswith(f"Row 3 (2026-01-02), column “{column}”: ")
    for part in parts:
        assert part in refused.problems[0]


BAD_ROWS: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "31 February": (
        "date\n2026-02-31\n",
        ("Row 2, column “date”: There is no 2026-02-31 in the calendar.",),
    ),
    "year 1899": ("date\n1899-12-31\n", ("Row 2, column “date”", "The year 1899 cannot be right")),
    "other date": (
        "date,urge\n2026-01-01,\n22.11.2026,5\n",
        ("Row 3, column “date”: “22.11.2026” is not a date; write it as 2026-11-22.",),
    ),
    "long date": (f"date\n{'7' * 500}\n", (f"“{'7' * 39}…” is not a date",)),
    "no date": ("date,urge\n,5\n", ("Row 2, column “date”: “” is not a date",)),
    "tomorrow": (
        "date\n2026-11-22\n2026-11-23\n",
        ("Row 3, column “date”: 2026-11-23 is after today, 2026-11-22.", "an earlier day."),
    ),
    "a day twice": (
        "date,note\n2026-01-01,a\n\n2026-01-02,b\n2026-01-01,c\n",
        ("Row 5, column “date”: 2026-01-01 is already in row 2. Keep one row a day.",),
    ),
    "truncated": (
        "date,urge,stress\n2026-01-01,5,1\n2026-01-02,5",
        ("Row 3 (2026-01-02) has 2 cells, but row 1 names 3 columns.", "It may have been cut off"),
    ),
    "decimal comma": (
        "date,iron_mg\n2026-01-01,5,5\n",
        ("Row 2 (2026-01-01) has 3 cells, but row 1 names 2 columns.", "decimal point (0.5)"),
    ),
    "semicolons in rows": (
        "date,urge\n2026-01-01;5\n",
        ("Row 2 (2026-01-01;5) has 1 cells, but row 1 names 2 columns.",),
    ),
    "truncated before the date": ("urge,date\n5\n", ("Row 2 (?) has 1 cells",)),
    "open quotation": (
        'date,note\n2026-01-01,"a\nb"\n2026-01-02,"c\n2026-01-03,d\n',
        (f"Row 4: {QUOTES}", "is written twice."),
    ),
    "text after quotation": ('date,note\n2026-01-01,"a"b\n', (f"Row 2: {QUOTES}",)),
    "zero byte": ("date,note\n2026-01-01,a\0b\n", ("Row 2, byte 23: this is not text", "Choose")),
    "Latin-1": (
        "date,note\n2026-01-01,café\n".encode("latin-1"),
        ("Row 2, byte 25: this is not UTF-8 text.", SAVE_AS),
    ),
    "Latin-1 in the first line": (
        b"\xef\xbb\xbfdate,track:caf\xe9\n",
        ("Row 1, byte 18: this is not UTF-8 text.", SAVE_AS),
    ),
    "UTF-16": ("date,urge\n".encode("utf-16"), ("written in UTF-16, not in UTF-8.", SAVE_AS)),
    "UTF-16, big end first": (
        b"\xfe\xff" + "date,urge\n".encode("utf-16-be"),
        ("written in UTF-16, not in UTF-8.", SAVE_AS),
    ),
    "UTF-16 without a mark": (
        "date,urge\n".encode("utf-16-le"),
        ("Row 1, byte 2: this is not text (a zero byte).",),
    ),
    "UTF-32": ("date,urge\n".encode("utf-32"), ("written in UTF-32, not in UTF-8.", SAVE_AS)),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("Row 1, byte 1: this is not UTF-8 text.",)),
    "spreadsheet": (b"PK\x03\x04\x14\0\x06\0\n", ("a spreadsheet or an archive", SAVE_AS)),
    "empty": ("", ("The file is empty. Choose a diary CSV file.",)),
    "only a mark": (b"\xef\xbb\xbf", ("The file is empty.",)),
    "only blank lines": ("\n \n\n", ("The file is empty.",)),
}


@pytest.mark.parametrize("case", BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_file_is_refused(tmp_path: Path, case: tuple[str | bytes, tuple[str, ...]]) -> None:
    content, parts = case
    path = tmp_path / "bad.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    refused = refusal(path)
    assert len(refused.problems) == 1
    for part in parts:
        assert part in refused.problems[0]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,urge,stress\n2026-01-01,11,12\n2026-02-31,5,13\n2026-01-03,1\n")
    starts = [problem.partition(":")[0].partition(" has")[0] for problem in refusal(path).problems]
    assert starts == [
        "Row 2 (2026-01-01), column “urge”",
        "Row 2 (2026-01-01), column “stress”",
        "Row 3, column “date”",
        "Row 3 (2026-02-31), column “stress”",
        "Row 4 (2026-01-03)",
    ]


@pytest.mark.parametrize(
    ("bad", "last"),
    [
        (10, None),
        (11, "And 1 more problem."),
        (30, "And 20 more problems."),
    ],
)
def test_the_first_ten_problems_are_told_and_the_others_counted(
    tmp_path: Path, bad: int, last: str | None
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,urge\n" + "".join(f"2026-01-{n:02d},11\n" for n in range(1, bad + 1)))
    refused = refusal(path)
    assert len(refused.problems) == 10
    assert refused.more == bad - 10
    lines = refused.message.splitlines()
    assert lines[:10] == list(refused.problems)
    assert lines[10:-1] == ([last] if last else [])


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert f"There is no file “{tmp_path / 'a.csv'}”." in refusal(tmp_path / "a.csv").message
    assert "is a folder. Choose a file in it." in refusal(tmp_path).message


def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("date\n")
    assert "cannot be read: Not a directory." in refusal(tmp_path / "a.csv" / "b.csv").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "is not an ordinary file." in refusal(tmp_path / "pipe.csv").message


def test_a_file_that_may_not_be_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("date\n")
    path.chmod(0)
    if os.access(path, os.R_OK):  # this person may read everything: only pretend

        def denied(*_args: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", denied)
    assert "cannot be read: Permission denied. Check" in refusal(path).message


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"date,note\n2026-01-01,")
        file.truncate(300_000_001)
    assert peak_while_refusing(path) < 1_000_000
    words = "The file has 301 MB; a diary of many years has less than 100 MB."
    assert words in refusal(path).message


@pytest.mark.parametrize("start", ["", "date,note\n2026-01-01,", 'date,note\n2026-01-01,"'])
def test_a_line_without_an_end_is_refused_in_little_memory(tmp_path: Path, start: str) -> None:
    path = tmp_path / "line.csv"
    path.write_text(start + "x" * 40_000_000)
    assert peak_while_refusing(path) < 8_000_000
    row = start.count("\n") + 1
    assert f"Row {row} is longer than 1000000 bytes." in refusal(path).message


def test_a_quotation_without_an_end_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('date,note\n2026-01-01,"' + "2026-01-02,x\n" * 2_000_000)
    assert peak_while_refusing(path) < 16_000_000
    assert f"Row 2: {QUOTES}, or a cell has more than 1000000 letters." in refusal(path).message


def peak_while_refusing(path: Path) -> int:
    """Return the most bytes that Python held at a time."""
    tracemalloc.start()
    try:
        refusal(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("size", "taken"), [(999_000, True), (1_000_001, False)])
def test_the_limit_of_a_line_is_a_million_bytes(tmp_path: Path, size: int, taken: bool) -> None:
    path = tmp_path / "line.csv"
    path.write_text("date,note\n2026-01-01," + "x" * size + "\n")
    if taken:
        assert len(read(path)[0].note or "") == size
    else:
        assert "Row 2 is longer than" in refusal(path).message


def test_the_limit_of_a_file_counts_every_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "size.csv"
    path.write_text("date\n2026-01-01\n")
    monkeypatch.setattr(csv_lines, "BIGGEST_FILE", 16)
    assert len(read(path)) == 1
    monkeypatch.setattr(csv_lines, "BIGGEST_FILE", 15)
    assert "The file has 1 MB" in refusal(path).message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60)
    | st.text('date,urge\n\r";:_take 05-', max_size=60).map(str.encode)
    | st.text('date,urge\n\r";:0é', max_size=40).map(lambda text: (ONE_DAY + text).encode())
)
def test_no_bytes_break_the_reader(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        days = read(path)
    except CsvRefused as refused:
        days = ()
        told = refused.problems
    else:
        told = ("fine",)
    assert all(told)
    assert all(day.day <= TODAY for day in days)
