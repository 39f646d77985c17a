"""Holds the set-up script to its promises: once, resumable, and one sentence when it cannot."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import dev
import dev_environment as environment
import dev_system as system
import pytest

SETTINGS = """\
[build-system]
requires = []
[project]
dependencies = ["{dependency}"]
[tool.hatch]
[tool.ruff]
line-length = {length}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    write_settings(tmp_path)
    return tmp_path


@pytest.fixture
def set_ups(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Replace the slow set-up by one that only makes the file of the interpreter."""
    done: list[tuple[str, ...]] = []

    def set_up(root: Path, venv: Path, extras: Sequence[str]) -> None:
        done.append(tuple(extras))
        interpreter = environment._python_of(venv)
        interpreter.parent.mkdir(parents=True, exist_ok=True)
        interpreter.touch()

    monkeypatch.setattr(environment, "_set_up", set_up)
    monkeypatch.setattr(system, "provide_libraries", lambda **_: True)
    return done


def write_settings(checkout: Path, dependency: str = "numpy", length: int = 100) -> None:
    text = SETTINGS.format(dependency=dependency, length=length)
    (checkout / "pyproject.toml").write_text(text, encoding="utf-8")


def test_the_second_start_sets_nothing_up(checkout: Path, set_ups: list[tuple[str, ...]]) -> None:
    first = environment.ready_python(checkout, ())
    assert environment.ready_python(checkout, ()) == first
    assert set_ups == [()]


def test_tools_for_tests_are_added_later(checkout: Path, set_ups: list[tuple[str, ...]]) -> None:
    environment.ready_python(checkout, ())
    environment.ready_python(checkout, ("dev",))
    environment.ready_python(checkout, ())
    assert set_ups == [(), ("dev",)]


def test_a_new_dependency_is_installed_but_a_new_style_is_not(
    checkout: Path, set_ups: list[tuple[str, ...]]
) -> None:
    environment.ready_python(checkout, ())
    write_settings(checkout, length=90)
    environment.ready_python(checkout, ())
    assert len(set_ups) == 1
    write_settings(checkout, dependency="scipy")
    environment.ready_python(checkout, ())
    assert len(set_ups) == 2


def test_a_set_up_that_failed_is_tried_again(
    checkout: Path, set_ups: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(environment, "_set_up", lambda *_: sys.exit("no internet"))
        with pytest.raises(SystemExit, match="no internet"):
            environment.ready_python(checkout, ())
    environment.ready_python(checkout, ())
    assert len(set_ups) == 1


def test_a_lost_interpreter_is_noticed(checkout: Path, set_ups: list[tuple[str, ...]]) -> None:
    Path(environment.ready_python(checkout, ())).unlink()
    environment.ready_python(checkout, ())
    assert len(set_ups) == 2


def test_missing_libraries_are_spoken_of_until_they_are_there(
    checkout: Path, set_ups: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []

    def provide_libraries(*, for_tests: bool, install: bool) -> bool:
        looks.append(install)
        return len(looks) > 1

    monkeypatch.setattr(system, "provide_libraries", provide_libraries)
    for _ in range(3):
        environment.ready_python(checkout, ())
    assert looks == [True, False]
    assert set_ups == [()]


@pytest.mark.parametrize("text", ["", "{", json.dumps({"key": "old", "extras": ["dev"]})])
def test_a_damaged_or_old_note_counts_for_nothing(
    text: str, checkout: Path, set_ups: list[tuple[str, ...]]
) -> None:
    environment.ready_python(checkout, ())
    environment._stamp(checkout / ".venv").write_text(text, encoding="utf-8")
    environment.ready_python(checkout, ())
    assert len(set_ups) == 2


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves this to us")


@on_linux
@pytest.mark.parametrize(
    ("tool", "sentence"),
    [
        ("dnf", "missing. Please type this once: sudo dnf install libglvnd-egl"),
        ("pacman", "Please type this once: sudo pacman -S --needed libglvnd"),
        ("none", "Qt needs these, please install them: libEGL.so.1."),
        ("apt-get", "sudo apt-get update && sudo apt-get install -y libegl1"),
    ],
)
def test_missing_libraries_are_named_in_the_words_of_the_system(
    tool: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == tool else None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(system, "_loads", lambda soname: soname != "libEGL.so.1")
    monkeypatch.setattr(system, "_has_font", lambda folder: True)
    assert not system.provide_libraries(for_tests=False, install=True)
    assert capsys.readouterr().err.strip().endswith(sentence)


@on_linux
def test_a_python_that_cannot_make_environments_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_can_make_venv", lambda: False)
    monkeypatch.setattr(system, "_apt_install", lambda packages: False)
    monkeypatch.setattr("shutil.which", lambda name: name)
    with pytest.raises(SystemExit, match=r"apt-get install -y python3\.\d+-venv"):
        system.provide_venv()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect what would be started, by the names of the files, instead of starting it."""
    commands: list[list[str]] = []

    def become(command: Sequence[str]) -> int:
        commands.append([Path(word).name for word in command])
        return 0

    monkeypatch.setattr(dev, "python", lambda *extras: "python")
    monkeypatch.setattr(dev, "become", become)
    return commands


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["run"], ["python", "-m", "rlsdiary"]),
        (["run", "log", "--urge", "6"], ["python", "-m", "rlsdiary", "log", "--urge", "6"]),
        (["run", "--", "sample", "file"], ["python", "-m", "rlsdiary", "sample", "file"]),
        (["run", "sample", "check"], ["python", "open_sample.py", "check"]),
        (["sample", "check"], ["python", "open_sample.py", "check"]),
    ],
)
def test_words_after_run_reach_the_program(
    words: list[str], command: list[str], started: list[list[str]]
) -> None:
    assert dev.main(words) == 0
    assert started == [command]


def test_a_failed_check_fails_the_run_though_every_test_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "python", lambda *extras: "python")
    monkeypatch.setattr(dev, "call", lambda command, *_: int("mypy" in command))
    assert dev.main(["test"]) == 1
    assert dev.main(["test", "tests/x.py"]) == 0


@pytest.mark.parametrize("words", [[], ["dance"], ["check", "this"]])
def test_wrong_use_shows_what_can_be_typed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(words) == 2
    shown = capsys.readouterr()
    assert "packaging/dev.py test" in shown.out + shown.err


def test_the_readme_names_the_libraries_that_are_checked() -> None:
    readme = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    packages = {line.split()[1] for line in system.LIBRARIES.splitlines()}
    assert packages - set(readme.split()) == set()


@on_linux
def test_libraries_that_were_just_installed_are_no_longer_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed: set[str] = set()

    def install(packages: Sequence[str]) -> bool:
        installed.update(packages)
        return True

    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(system, "_loads", lambda soname: soname != "libEGL.so.1" or installed)
    monkeypatch.setattr(system, "_has_font", lambda folder: True)
    monkeypatch.setattr(system, "_apt_install", install)
    assert system.provide_libraries(for_tests=True, install=True)
    assert installed == {"libegl1"}
    assert capsys.readouterr().err == ""
