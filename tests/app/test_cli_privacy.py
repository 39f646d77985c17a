"""What a person wrote never gets into a log, an error message or a report of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from rlsdiary.app import bugs, cli, commands
from rlsdiary.paths import log_path
from rlsdiary.services.recording import Recording
from tests.app.program import run
from tests.store.template import copy_of_empty

MARK = "Quokka"


def test_no_file_but_the_diary_and_what_was_asked_for_holds_the_note(
    own_home: Path, tmp_path: Path
) -> None:
    diary = copy_of_empty(tmp_path / "diary.rlsdiary")
    note = ["--note", f"{MARK} at two", "--took", f"{MARK}=1 drop"]
    for words in (
        ["log", "--urge", "6", *note],
        ["log", "--urge", "11", *note],
        ["log", "--note", MARK + "x" * 100_001],
        ["export", str(tmp_path / "asked.csv")],
        ["report", str(tmp_path / "asked.pdf")],
        ["chart", "trends", str(tmp_path / "asked.png")],
        ["backup", str(tmp_path / "asked.rlsdiary")],
        ["check"],
    ):
        done = run("--diary", diary, *words)
        assert MARK not in done.stdout + done.stderr
    kept = [path for path in (*own_home.rglob("*"), *tmp_path.rglob("*")) if path.is_file()]
    holding = {path.name for path in kept if MARK.encode() in path.read_bytes()}
    assert holding == {"diary.rlsdiary", "asked.csv", "asked.rlsdiary"}


def test_a_mistake_of_the_program_is_reported_without_any_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Recording, *values: object) -> None:
        raise KeyError(f"{MARK} {values}") from ValueError(MARK)

    monkeypatch.setattr(Recording, "log", broken)
    diary = tmp_path / "diary.rlsdiary"
    words = ["--diary", str(diary), "log", "--urge", "6", "--note", MARK]
    assert cli.main(words) == 1
    printed = capsys.readouterr()
    report = log_path().read_text(encoding="utf-8")
    assert "KeyError" in report
    assert "commands.py" in report
    assert MARK not in printed.out + printed.err + report
    assert printed.err.startswith("A mistake in the program stopped this (KeyError). ")
    assert str(log_path()) in printed.err
    assert printed.err.count("\n") == 1


def test_a_report_that_cannot_be_written_is_no_second_mistake(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log_path().parent.parent.mkdir(parents=True, exist_ok=True)
    log_path().parent.write_text("a file where the folder should be")
    monkeypatch.setitem(commands.COMMANDS, "check", lambda *_: 1 / 0)  # type: ignore[index]
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().err == (
        "A mistake in the program stopped this (ZeroDivisionError). The diary is safe.\n"
    )


def test_the_details_of_a_mistake_name_places_not_values() -> None:
    def deeper(secret: str) -> None:
        raise RuntimeError(secret)

    try:
        deeper(MARK)
    except RuntimeError as error:
        details = bugs.bug_details(error)
    assert "RuntimeError" in details
    assert "test_cli_privacy.py" in details
    assert "deeper" in details
    assert MARK not in details
    assert str(Path.home()) not in details
