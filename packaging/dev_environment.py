"""Makes the checkout's own `.venv`, once, and knows when that has been done."""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn


def ready_python(root: Path, extras: Sequence[str]) -> str:
    """Return the path of `.venv`'s Python, in which the program and the extras are installed.

    Ends the program with one sentence when that cannot be done.
    """
    venv = root / ".venv"
    key = _key(root)
    is_first = not _is_ready(venv, key, extras)
    if is_first:
        with _only_one(root):
            if not _is_ready(venv, key, extras):
                _set_up(root, venv, extras)
                _write_stamp(venv, key, extras)
    _see_to_libraries(venv, extras, install=is_first)
    return str(_python_of(venv))


def _see_to_libraries(venv: Path, extras: Sequence[str], *, install: bool) -> None:
    """Provide the system's libraries; until they are all there, each start names those missing."""
    note = venv / "-".join(["rlsdiary-libraries", *extras])
    if not note.exists():
        import dev_system

        if dev_system.provide_libraries(for_tests="dev" in extras, install=install):
            note.touch()


def _python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _key(root: Path) -> str:
    """Return a digest of all that an installation depends on: names, versions, Python, place.

    Settings of the checkers are left out: changing them must not ask for the network.
    """
    import tomllib

    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = (
        settings["build-system"],
        settings["project"],
        settings["tool"]["hatch"],
        sys.version_info[:2],
        str(root),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _stamp(venv: Path) -> Path:
    return venv / "rlsdiary-ready.json"


def _is_ready(venv: Path, key: str, extras: Sequence[str]) -> bool:
    try:
        stamp = json.loads(_stamp(venv).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    known = stamp.get("key") == key and set(extras) <= set(stamp.get("extras", []))
    return known and _python_of(venv).exists()


def _write_stamp(venv: Path, key: str, extras: Sequence[str]) -> None:
    partial = venv / "rlsdiary-ready.partial"
    partial.write_text(json.dumps({"key": key, "extras": list(extras)}), encoding="utf-8")
    partial.replace(_stamp(venv))


@contextlib.contextmanager
def _only_one(root: Path) -> Iterator[None]:
    """Hold off a second set-up of the same checkout until the first one has ended."""
    try:
        lock = (root / ".venv.lock").open("a+b")
    except OSError as error:
        _give_up(
            f"The program cannot be set up in {root}: {error.strerror}. Please copy it elsewhere."
        )
    with lock:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _set_up(root: Path, venv: Path, extras: Sequence[str]) -> None:
    _say("Setting up RLS Diary in .venv. This happens once, needs the internet and takes minutes.")
    _stamp(venv).unlink(missing_ok=True)
    if not _is_usable(venv):
        _make(venv)
    _install(root, venv, extras)
    _compile(root, venv)


def _is_usable(venv: Path) -> bool:
    """Return whether the folder holds a working Python of this version with pip in it."""
    program = "import sys, pip; print(*sys.version_info[:2])"
    version = "{} {}".format(*sys.version_info[:2])
    return _python_of(venv).exists() and _output([str(_python_of(venv)), "-c", program]) == version


def _output(command: Sequence[str]) -> str | None:
    import subprocess

    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


def _make(venv: Path) -> None:
    import subprocess

    import dev_system

    dev_system.provide_venv()
    # When this very script runs in .venv, the Python underneath must build the new one.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([base, "-m", "venv", "--clear", str(venv)], stdout=sys.stderr):
        _give_up(
            "Python could not make the folder .venv; see the lines above, then type the same again."
        )


def _install(root: Path, venv: Path, extras: Sequence[str]) -> None:
    import subprocess

    what = f".[{','.join(extras)}]" if extras else "."
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [str(_python_of(venv)), "-m", "pip", "install", *quiet]
    command += ["--disable-pip-version-check", "--no-input", "--editable", what]
    # A person's own "always install for the user" setting would break every .venv.
    if subprocess.call(command, cwd=root, stdout=sys.stderr, env=os.environ | {"PIP_USER": "0"}):
        _give_up(
            "Downloading or installing the parts of the program failed; see the lines above, check "
            "the internet connection and the free space, then type the same command again."
        )


def _compile(root: Path, venv: Path) -> None:
    """Compile the program now, so that every start is quick also where Python may not."""
    import subprocess

    command = [str(_python_of(venv)), "-m", "compileall", "-q", str(root / "rlsdiary")]
    subprocess.call(command, stdout=sys.stderr)  # a start without it is only slower


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _give_up(sentence: str) -> NoReturn:
    raise SystemExit(sentence)
